"use client";

import { useRef } from "react";

interface ChooseAllProps {
  readonly label: string;
}

/** Ticks all boxes of the page at once; without script there is no such box. */
export function ChooseAll({ label }: ChooseAllProps) {
  const box = useRef<HTMLInputElement>(null);
  const tickAll = () => {
    const boxes = box.current?.form?.querySelectorAll<HTMLInputElement>("input[name=references]") ?? [];
    for (const one of boxes) one.checked = box.current?.checked ?? false;
  };
  return (
    <label className="hidden min-h-9 items-center gap-2 [@media(scripting:enabled)]:inline-flex">
      <input ref={box} type="checkbox" onChange={tickAll} className="size-5 accent-brand" />
      {label}
    </label>
  );
}
