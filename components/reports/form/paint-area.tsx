"use client";

import { type PointerEvent, type ReactNode, useEffect, useRef } from "react";

/** A finger that rests this long paints; one that moves sooner scrolls. */
const holdMilliseconds = 220;

interface Stroke {
  readonly start: HTMLInputElement;
  /** Null: not moved to another box yet. */
  paint: boolean | null;
  isHeld: boolean;
}

/** Dragging over boxes, with mouse or finger, gives them all what the first one gets; so do the arrows with Shift. */
export function PaintArea({ children }: { readonly children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null);
  const stroke = useRef<Stroke | null>(null);
  const timer = useRef(0);

  useEffect(() => {
    // Only a listener that is not passive may keep the page from scrolling under a finger that paints.
    const hold = (event: TouchEvent) => {
      if (stroke.current?.isHeld) event.preventDefault();
    };
    const box = area.current;
    box?.addEventListener("touchmove", hold, { passive: false });
    box?.addEventListener("keydown", walk);
    return () => {
      box?.removeEventListener("touchmove", hold);
      box?.removeEventListener("keydown", walk);
    };
  }, []);

  const begin = (event: PointerEvent) => {
    const start = boxAt(event.target);
    if (start === null) return;
    const isMouse = event.pointerType === "mouse";
    const begun: Stroke = { start, paint: null, isHeld: isMouse };
    stroke.current = begun;
    if (!isMouse) timer.current = window.setTimeout(() => take(begun), holdMilliseconds);
  };
  const goOn = (event: PointerEvent) => {
    const { current } = stroke;
    if (current === null) return;
    if (!current.isHeld) end();
    else if (event.pointerType !== "mouse" || event.buttons === 1) drag(current, event);
  };
  const end = () => {
    window.clearTimeout(timer.current);
    stroke.current = null;
  };
  return (
    <div
      ref={area}
      className="mt-1 grid gap-3"
      onPointerDown={begin}
      onPointerMove={goOn}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {children}
    </div>
  );
}

/** The finger has rested: from here on it paints, beginning with the box under it. */
function take(stroke: Stroke): void {
  stroke.isHeld = true;
  stroke.paint = !stroke.start.checked;
  give(stroke.start, stroke.paint);
}

function drag(stroke: Stroke, { clientX, clientY }: PointerEvent): void {
  const box = boxAt(document.elementFromPoint(clientX, clientY));
  if (box === null) return;
  if (stroke.paint === null) {
    if (box === stroke.start) return;
    stroke.paint = !stroke.start.checked;
    give(stroke.start, stroke.paint);
  }
  give(box, stroke.paint);
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrows walk over the boxes, past days that are closed; with Shift the next box gets what this one has. */
function walk(event: KeyboardEvent): void {
  const step = steps[event.key];
  const box = event.target instanceof HTMLInputElement && event.target.type === "checkbox" ? event.target : null;
  if (step === undefined || box === null) return;
  const next = neighbour(box, step);
  if (next === null) return;
  event.preventDefault();
  next.focus();
  if (event.shiftKey) give(next, box.checked);
}

function neighbour(box: HTMLInputElement, [rows, columns]: readonly [number, number]): HTMLInputElement | null {
  const cell = box.closest("td");
  const table = box.closest("table");
  if (cell === null || table === null) return null;
  let row = (cell.parentElement instanceof HTMLTableRowElement ? cell.parentElement.rowIndex : 0) + rows;
  let column = cell.cellIndex + columns;
  for (let tried = 0; tried < 10; tried += 1, row += rows, column += columns) {
    const found = boxIn(table.rows[row]?.cells[column]);
    if (found !== null) return found;
  }
  return null;
}

function boxIn(cell: Element | null | undefined): HTMLInputElement | null {
  return cell?.querySelector<HTMLInputElement>("input[type=checkbox]") ?? null;
}

function boxAt(target: EventTarget | null): HTMLInputElement | null {
  return target instanceof Element ? boxIn(target.closest("td")) : null;
}

function give(box: HTMLInputElement, isChecked: boolean): void {
  if (box.checked !== isChecked) box.click();
}
