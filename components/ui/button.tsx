import type { ComponentProps } from "react";
import { classes } from "./classes";
import type { Examples } from "./examples";
import { type LinkProps, TextLink } from "./text-link";

const looks = {
  main: "press-main",
  secondary: "press-secondary",
  plain: "press-plain",
  danger: "press-danger",
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
  return classes("press", looks[look], sizes[size]);
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
