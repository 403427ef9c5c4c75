import { useLocale } from "next-intl";
import { ChartFrame, middleOf, type PlaceName } from "@/components/charts/chart-frame";
import { classes } from "@/components/ui/classes";
import { ceilingOf, runsOf, type Series } from "@/lib/statistics/chart";

interface LineChartProps {
  /** What the chart shows, in a sentence; the table below says the same in figures. */
  readonly label: string;
  readonly series: readonly Series[];
  /** Short names of the points along the bottom. */
  readonly names: readonly PlaceName[];
}

/** Told apart by dashes too, not by colour alone. */
const dashes = ["", "7 4", "2 4", "12 4 2 4", "1 3", "16 6"];
const tones = ["text-brand", "text-attention", "text-good", "text-danger", "text-ink-soft", "text-brand-strong"];

const drawnLine = "fill-none stroke-current *:[vector-effect:non-scaling-stroke]";

/** Lines over the school year, drawn on the server. */
export function LineChart({ label, series, names }: LineChartProps) {
  const locale = useLocale();
  const ceiling = ceilingOf(series.flatMap(({ points }) => points.map(({ value }) => value)));
  const x = (at: number) => middleOf(at, names.length);
  const y = (value: number) => 100 * (1 - value / ceiling);
  return (
    <figure className="grid max-w-180 gap-2">
      <ChartFrame label={label} ceiling={ceiling} names={names}>
        {series.map(({ code, points }, index) =>
          runsOf(points).map((run) => (
            <g key={`${code}${run[0]?.at}`} className={classes(tones[index], drawnLine)}>
              <polyline
                strokeWidth="2.5"
                strokeDasharray={dashes[index]}
                points={run.map(({ at, value }) => `${x(at)},${y(value)}`).join(" ")}
              />
              {run.map(({ at, value }) => (
                // A line without length and with round ends: a point that stays round where the drawing is stretched.
                <path key={at} strokeWidth="6" strokeLinecap="round" d={`M${x(at)} ${y(value)}h0`} />
              ))}
            </g>
          )),
        )}
      </ChartFrame>
      <figcaption className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
        {series.map(({ code, label: name }, index) => (
          <span key={code} className="inline-flex items-center gap-2">
            <svg aria-hidden="true" width="28" height="8" className={tones[index]}>
              <line
                x1="0"
                x2="28"
                y1="4"
                y2="4"
                stroke="currentColor"
                strokeWidth="2.5"
                strokeDasharray={dashes[index]}
              />
            </svg>
            {name[locale]}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
