import Link from "next/link";
import type { ComponentProps } from "react";
import type { Examples } from "./examples";

export type LinkProps = Readonly<Omit<ComponentProps<typeof Link>, "href" | "prefetch" | "ref">> & {
  readonly href: string;
};

/** A link within the desk. Never fetched ahead: opening a report is written down, and fifty rows would be fifty pages. */
export function TextLink(props: LinkProps) {
  return <Link {...props} prefetch={false} />;
}

export const examples: Examples = {
  link: <TextLink href="/meldingen">Alle meldingen</TextLink>,
};
