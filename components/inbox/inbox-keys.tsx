"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { listenToKeys, press, rememberLine, rememberList, takeButton } from "@/components/keys/listen";
import { follow } from "@/components/live/feed";
import { plainLinkOf } from "@/components/ui/plain-link";

interface InboxKeysProps {
  /** The address of this page with a report beside the list, with `REFERENCE` where its number goes. */
  readonly peekAddress: string;
  /** The moment of the page, as an id: what came later was not there to be shown. */
  readonly since: string;
  /** What a line says that changed since. */
  readonly changedText: string;
  readonly children: ReactNode;
}

/** Long enough to pass by lines with J: only what one stops at is opened, and written into the access log. */
const restMilliseconds = 250;
const wide = "(min-width: 80rem)";

/**
 * Makes the list quick: keys walk over its lines, which stay plain links that the server made, on a wide screen a line
 * opens beside the list, and a line of which there is news says so where it stands.
 */
export function InboxKeys({ peekAddress, since, changedText, children }: InboxKeysProps) {
  const list = useRef<HTMLDivElement>(null);
  const router = useRouter();

  useEffect(() => {
    if (list.current === null) return;
    const peek = (link: HTMLAnchorElement) =>
      router.replace(peekAddress.replace("REFERENCE", referenceOf(link)), { scroll: false });
    return listen(list.current, { peek, go: (href) => router.push(href) });
  }, [router, peekAddress]);

  useEffect(() => {
    const box = list.current;
    if (box === null) return;
    rememberList({ href: location.pathname + location.search, references: linksIn(box).map(referenceOf) });
    const stop = follow(({ reference }) => {
      const line = linksIn(box).find((link) => referenceOf(link) === reference);
      line?.closest("tr")?.setAttribute("data-news", changedText);
    }, since);
    return () => {
      stop();
      for (const line of box.querySelectorAll("[data-news]")) line.removeAttribute("data-news");
    };
  }, [since, changedText]);

  return <div ref={list}>{children}</div>;
}

interface Ways {
  readonly peek: (link: HTMLAnchorElement) => void;
  readonly go: (href: string) => void;
}

/** Hears keys and clicks until the answer is called. */
function listen(box: HTMLElement, { peek, go }: Ways): () => void {
  let resting: ReturnType<typeof setTimeout> | undefined;

  const walk = (step: 1 | -1) => {
    const link = neighbour(box, step);
    clearTimeout(resting);
    if (link === undefined) return;
    link.focus();
    link.scrollIntoView({ block: "nearest" });
    if (isWide()) resting = setTimeout(() => peek(link), restMilliseconds);
  };
  const act = (where: string) => () => {
    const link = currentOf(box);
    if (link !== undefined) go(`${link.pathname}${where}`);
  };
  /** What stands beside the list is taken up at once; another line is looked at first. */
  const take = () => {
    const link = currentOf(box);
    if (link === undefined) return;
    clearTimeout(resting);
    if (link.closest("[aria-current]") !== null) press(takeButton);
    else if (isWide()) peek(link);
    else go(link.pathname);
  };
  const stopKeys = listenToKeys(() => {
    const isOnLine = box.contains(document.activeElement);
    const line = currentOf(box);
    return {
      j: () => walk(1),
      k: () => walk(-1),
      // Elsewhere the arrows move the page.
      ArrowDown: isOnLine ? () => walk(1) : undefined,
      ArrowUp: isOnLine ? () => walk(-1) : undefined,
      o: take,
      w: act("?doe=toewijzen"),
      n: act("#notitie"),
      x: line && (() => choose(line)),
    };
  });
  const onClick = (event: MouseEvent) => {
    const link = linkOf(event);
    if (link === null) return;
    clearTimeout(resting);
    // A press of Enter is a click without a place: it opens the report itself, like any other link.
    if (event.detail === 0 || !isWide()) return;
    event.preventDefault();
    peek(link);
  };

  box.addEventListener("click", onClick);
  return () => {
    clearTimeout(resting);
    stopKeys();
    box.removeEventListener("click", onClick);
  };
}

/** Chooses several from here on. */
function choose(link: HTMLAnchorElement): void {
  rememberLine(referenceOf(link));
  press("#kiezen");
}

const isWide = () => matchMedia(wide).matches;

function referenceOf(link: HTMLAnchorElement): string {
  return link.pathname.split("/").at(-1) ?? "";
}

function linksIn(box: HTMLElement): readonly HTMLAnchorElement[] {
  return [...box.querySelectorAll<HTMLAnchorElement>("tbody a")];
}

/** The line that has the focus, or else the one that is chosen. */
function currentOf(box: HTMLElement): HTMLAnchorElement | undefined {
  const links = linksIn(box);
  return links.find((link) => link.matches(":focus")) ?? links.find((link) => link.closest("[aria-current]") !== null);
}

/** The next line from the current one. */
function neighbour(box: HTMLElement, step: 1 | -1): HTMLAnchorElement | undefined {
  const [links, current] = [linksIn(box), currentOf(box)];
  return current === undefined ? links[0] : links[links.indexOf(current) + step];
}

/** The line's link, when the browser would follow it in this tab. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  const link = plainLinkOf(event);
  return link?.closest("tbody") ? link : null;
}
