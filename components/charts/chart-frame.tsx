import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import { formatNumber } from "@/lib/i18n/format";

export interface PlaceName {
  readonly code: string;
  readonly text: string;
}

interface ChartFrameProps {
  /** What the chart shows, in a sentence; a table near it says the same in figures. */
  readonly label: string;
  /** The number at the top of the chart; 0 is at the bottom. */
  readonly ceiling: number;
  /** What stands below each place, from left to right. */
  readonly names: readonly PlaceName[];
  /** Drawn on a hundred by a hundred, of which 0 is at the top and the left. */
  readonly children: ReactNode;
}

/** More names than these do not fit beside each other in a narrow chart: there two of three are left out. */
const mostOnNarrow = 6;

/** Axes in letters of the usual size on every screen, around a drawing that stretches. */
export function ChartFrame({ label, ceiling, names, children }: ChartFrameProps) {
  const locale = useLocale();
  const levels = [ceiling, ceiling / 2, 0];
  const isCrowded = names.length > mostOnNarrow;
  return (
    <div role="img" aria-label={label} className="@container">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 text-xs text-ink-soft">
        <div className="-my-2.5 flex flex-col justify-between text-right leading-5">
          {levels.map((level) => (
            <span key={level}>{Number.isInteger(level) ? formatNumber(level, locale) : null}</span>
          ))}
        </div>
        <svg
          aria-hidden="true"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="h-44 w-full overflow-visible *:[vector-effect:non-scaling-stroke]"
        >
          {levels.map((level, at) => (
            <line key={level} x2="100" y1={at * 50} y2={at * 50} className="stroke-line" />
          ))}
          {children}
        </svg>
        <div className="col-start-2 grid auto-cols-[minmax(0,1fr)] grid-flow-col pt-1.5">
          {names.map(({ code, text }, at) => (
            <span
              key={code}
              className={classes(
                "justify-self-center whitespace-nowrap",
                isCrowded ? at % 3 !== 0 && "@max-[28rem]:invisible" : "max-w-full truncate",
              )}
            >
              {text}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Where the middle of a place lies, of so many. */
export function middleOf(place: number, places: number): number {
  return (100 * (place + 0.5)) / places;
}
