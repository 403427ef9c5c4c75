import type { ComponentProps } from "react";
import type { Examples } from "./examples";

export type LinkProps = Readonly<Omit<ComponentProps<"a">, "href" | "ref">> & { readonly href: string };

/** A link within the desk, which `SoftNavigation` follows. */
export function TextLink(props: LinkProps) {
  return <a {...props} />;
}

export const examples: Examples = {
  link: <TextLink href="/meldingen">Alle meldingen</TextLink>,
};
