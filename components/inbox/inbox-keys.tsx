"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { plainLinkOf } from "@/components/ui/plain-link";

interface InboxKeysProps {
  /** The address of this page with a report beside the list, with `REFERENCE` where its number goes. */
  readonly peekAddress: string;
  readonly children: ReactNode;
}

/** Long enough to pass by lines with J: only what one stops at is opened, and written into the access log. */
const restMilliseconds = 250;
const wide = "(min-width: 80rem)";

/**
 * Makes the list quick: J and K walk over its lines, which stay plain links that the server made, and on a wide
 * screen a line opens beside the list.
 */
export function InboxKeys({ peekAddress, children }: InboxKeysProps) {
  const list = useRef<HTMLDivElement>(null);
  const router = useRouter();

  useEffect(() => {
    if (list.current === null) return;
    const peek = (link: HTMLAnchorElement) =>
      router.replace(peekAddress.replace("REFERENCE", referenceOf(link)), { scroll: false });
    return listen(list.current, peek);
  }, [router, peekAddress]);

  return <div ref={list}>{children}</div>;
}

/** Hears keys and clicks until the answer is called. */
function listen(box: HTMLElement, peek: (link: HTMLAnchorElement) => void): () => void {
  let resting: ReturnType<typeof setTimeout> | undefined;

  const walk = (step: 1 | -1) => {
    const link = neighbour(box, step);
    clearTimeout(resting);
    if (link === undefined) return;
    link.focus();
    link.scrollIntoView({ block: "nearest" });
    if (isWide()) resting = setTimeout(() => peek(link), restMilliseconds);
  };
  const onKey = (event: KeyboardEvent) => {
    const act = isTyping(event) ? undefined : actOf(event.key, walk);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const onClick = (event: MouseEvent) => {
    const link = linkOf(event);
    if (link === null) return;
    clearTimeout(resting);
    // A press of Enter is a click without a place: it opens the report itself, like any other link.
    if (event.detail === 0 || !isWide()) return;
    event.preventDefault();
    peek(link);
  };

  document.addEventListener("keydown", onKey);
  box.addEventListener("click", onClick);
  return () => {
    clearTimeout(resting);
    document.removeEventListener("keydown", onKey);
    box.removeEventListener("click", onClick);
  };
}

function actOf(key: string, walk: (step: 1 | -1) => void): (() => void) | undefined {
  if (key === "j") return () => walk(1);
  if (key === "k") return () => walk(-1);
  return key === "/" ? () => document.getElementById("melding")?.focus() : undefined;
}

const isWide = () => matchMedia(wide).matches;

function referenceOf(link: HTMLAnchorElement): string {
  return link.pathname.split("/").at(-1) ?? "";
}

/** The next line from the one that has the focus, or else from the one that is chosen. */
function neighbour(box: HTMLElement, step: 1 | -1): HTMLAnchorElement | undefined {
  const links = [...box.querySelectorAll<HTMLAnchorElement>("tbody a")];
  const focused = links.findIndex((link) => link.matches(":focus"));
  const at = focused >= 0 ? focused : links.findIndex((link) => link.closest("[aria-current]") !== null);
  return at < 0 ? links[0] : links[at + step];
}

function isTyping({ target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented) return true;
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

/** The line's link, when the browser would follow it in this tab. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  const link = plainLinkOf(event);
  return link?.closest("tbody") ? link : null;
}
