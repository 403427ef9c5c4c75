"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { listenToKeys, takeRememberedLine } from "@/components/keys/listen";

/** Keys walk over the boxes of the list, tick them, and lead to the buttons below, which stand behind all lines. */
export function ChooseKeys({ children }: { readonly children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const box = list.current;
    if (box === null) return;
    const begun = takeRememberedLine();
    boxesIn(box)
      .find(({ value }) => value === begun)
      ?.focus();
    return listen(box);
  }, []);

  return (
    <div ref={list} className="min-w-0">
      {children}
    </div>
  );
}

function listen(list: HTMLElement): () => void {
  const walk = (step: 1 | -1) => {
    const boxes = boxesIn(list);
    const current = currentIn(list);
    const next = current === undefined ? boxes[0] : boxes[boxes.indexOf(current) + step];
    next?.focus();
    next?.closest("li")?.scrollIntoView({ block: "nearest" });
  };
  return listenToKeys(() => {
    const box = currentIn(list);
    const isAnyTicked = boxesIn(list).some(({ checked }) => checked);
    return {
      j: () => walk(1),
      k: () => walk(-1),
      // Elsewhere the arrows move the page.
      ArrowDown: box && (() => walk(1)),
      ArrowUp: box && (() => walk(-1)),
      // Without a line it leaves the choosing, as it began it; never with what was ticked.
      x: box ? () => box.click() : isAnyTicked ? () => walk(1) : undefined,
      b: () => list.closest("form")?.querySelector<HTMLElement>("[data-acts] button")?.focus(),
    };
  }, "before others");
}

function currentIn(list: HTMLElement): HTMLInputElement | undefined {
  return boxesIn(list).find((box) => box.matches(":focus"));
}

function boxesIn(list: HTMLElement): readonly HTMLInputElement[] {
  return [...list.querySelectorAll<HTMLInputElement>("input[name=references]")];
}
