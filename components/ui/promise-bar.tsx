import type { ReactNode } from "react";
import { classes } from "./classes";
import type { Examples } from "./examples";

export interface PromiseBarProps {
  /** How many working days were promised. */
  readonly total: number;
  /** Which working day it is now, counted from 1; 0 when the count has not begun. */
  readonly day: number;
  /** `still`: the clock stands still. `late`: the last day is past. `kept`: there was an answer in time. */
  readonly state: "running" | "still" | "late" | "kept";
  /** Says all of it in words: "2 van 5 werkdagen gebruikt, de klok staat stil". */
  readonly label: string;
  readonly children?: ReactNode;
}

/** A promise is a number of days, not a percentage. */
export function PromiseBar({ total, day, state, label, children }: PromiseBarProps) {
  const days = Array.from({ length: total }, (_, index) => index + 1);
  return (
    <div className="grid gap-1.5">
      <div role="img" aria-label={label} className="flex gap-1">
        {days.map((one) => (
          <span
            key={one}
            className={classes(
              "h-2 flex-1 rounded-sm forced-colors:border print:border print:border-line-strong",
              dayLook(one, day, state),
            )}
          />
        ))}
      </div>
      {children ? <div className="text-sm text-ink-soft">{children}</div> : null}
    </div>
  );
}

function dayLook(one: number, day: number, state: PromiseBarProps["state"]): string {
  if (state === "late") return "bg-danger forced-colors:bg-[CanvasText]";
  if (one > day) return "bg-sunken inset-ring-1 inset-ring-line-strong/60";
  if (state === "kept") return "bg-good forced-colors:bg-[CanvasText]";
  if (one < day) return "bg-brand forced-colors:bg-[CanvasText]";
  return state === "still" ? "hatched inset-ring-1 inset-ring-brand" : "days-today";
}

export const examples: Examples = {
  running: (
    <PromiseBar total={5} day={2} state="running" label="Werkdag 2 van 5">
      Werkdag 2 van 5. Dit kantoor reageert meestal binnen 2 werkdagen.
    </PromiseBar>
  ),
  still: (
    <PromiseBar total={5} day={2} state="still" label="Werkdag 2 van 5, de klok staat stil">
      Werkdag 2 van 5. De klok staat stil tot u de verzuimstaat stuurt.
    </PromiseBar>
  ),
  late: <PromiseBar total={5} day={7} state="late" label="2 werkdagen te laat" />,
  kept: <PromiseBar total={5} day={3} state="kept" label="Reactie op werkdag 3 van 5" />,
};
