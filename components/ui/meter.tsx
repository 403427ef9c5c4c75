import type { ReactNode } from "react";
import { classes } from "./classes";
import type { Examples } from "./examples";

const tones = { brand: "bg-brand", attention: "bg-attention", danger: "bg-danger", good: "bg-good" } as const;

export interface MeterProps {
  readonly id: string;
  readonly value: number;
  readonly max: number;
  /** The same in words; stands above the bar and names it. */
  readonly label: string;
  readonly tone?: keyof typeof tones;
  readonly children?: ReactNode;
}

export function Meter({ id, value, max, label, tone = "brand", children }: MeterProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className="grid gap-1.5">
      <p id={id} className="font-semibold">
        {label}
      </p>
      <meter aria-labelledby={id} value={value} max={max} className="sr-only" />
      <div
        aria-hidden="true"
        className="h-3 overflow-hidden rounded-full bg-sunken inset-ring-1 inset-ring-line-strong/60 forced-colors:border print:border"
      >
        <div
          className={classes("h-full rounded-full forced-colors:bg-[CanvasText]", tones[tone])}
          style={{ width: `${share * 100}%` }}
        />
      </div>
      {children ? <div className="text-sm text-ink-soft">{children}</div> : null}
    </div>
  );
}

export const examples: Examples = {
  hours: (
    <Meter id="uren" value={15} max={16} label="15 lesuren in 2 lesweken. Nog 1 uur tot de grens.">
      De herfstvakantie telt niet mee.
    </Meter>
  ),
};
