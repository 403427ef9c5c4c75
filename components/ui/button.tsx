import type { ComponentProps } from "react";
import { classes } from "./classes";
import type { Examples } from "./examples";
import { type LinkProps, TextLink } from "./text-link";

const base =
  "inline-flex items-center justify-center gap-2 min-h-11 rounded-md border px-4 py-2 font-semibold leading-tight no-underline " +
  "transition-colors duration-100 disabled:opacity-60 disabled:cursor-not-allowed aria-disabled:opacity-70 aria-disabled:cursor-progress";

const looks = {
  main: "border-brand bg-brand text-on-brand hover:border-brand-strong hover:bg-brand-strong hover:text-on-brand",
  secondary:
    "border-line-strong bg-paper text-ink hover:border-line-field hover:bg-sunken hover:text-ink forced-colors:border-current",
  plain: "border-transparent bg-transparent px-2 text-brand underline-offset-3 hover:text-brand-strong hover:underline",
  danger:
    "border-danger bg-danger text-on-danger hover:border-danger-strong hover:bg-danger-strong hover:text-on-danger",
} as const;

const sizes = { normal: "", small: "min-h-8 px-3 py-1 text-sm" } as const;

export type ButtonLook = keyof typeof looks;

export interface ButtonStyle {
  /** One `main` per page: what most people come to do. */
  readonly look?: ButtonLook;
  readonly size?: keyof typeof sizes;
}

export type ButtonProps = Readonly<Omit<ComponentProps<"button">, "className">> & ButtonStyle;

export function buttonClasses({ look = "secondary", size = "normal" }: ButtonStyle): string {
  return classes(base, looks[look], sizes[size]);
}

export function Button({ look = "secondary", size = "normal", type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={buttonClasses({ look, size })} {...rest} />;
}

export function ButtonLink({
  look = "secondary",
  size = "normal",
  ...rest
}: Omit<LinkProps, "className"> & ButtonStyle) {
  return <TextLink className={classes(buttonClasses({ look, size }), "print:hidden")} {...rest} />;
}

export const examples: Examples = {
  main: <Button look="main">Melding versturen</Button>,
  secondary: <Button>Afdrukken</Button>,
  plain: <Button look="plain">Later afmaken</Button>,
  danger: <Button look="danger">Melding intrekken</Button>,
  disabled: <Button disabled={true}>Afdrukken</Button>,
  small: <Button size="small">Toewijzen</Button>,
  link: (
    <ButtonLink look="main" href="/meldingen/nieuw">
      Verzuim melden
    </ButtonLink>
  ),
};
