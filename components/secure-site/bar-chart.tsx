import { ceilingOf } from "@/lib/statistics/chart";

interface BarChartProps {
  readonly label: string;
  readonly bars: readonly {
    readonly code: string;
    readonly name: string;
    /** As it stands in the table. */
    readonly text: string;
    /** Null: not told. */
    readonly value: number | null;
  }[];
}

/** Bars that lie, so that long names fit; what is not told has no bar, only its sign. */
export function BarChart({ label, bars }: BarChartProps) {
  const ceiling = ceilingOf(bars.map(({ value }) => value));
  return (
    <ul aria-label={label} className="grid max-w-180 gap-1.5">
      {bars.map(({ code, name, text, value }) => (
        <li key={code} className="grid grid-cols-[minmax(7rem,38%)_minmax(0,1fr)] items-center gap-3 text-sm">
          <span className="min-w-0 break-words hyphens-auto">{name}</span>
          <span className="flex min-w-0 items-center gap-2">
            <span
              aria-hidden="true"
              className="h-4 rounded-sm bg-brand forced-colors:bg-[CanvasText]"
              style={{ width: `${((value ?? 0) / ceiling) * 85}%` }}
            />
            <span>{text}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
