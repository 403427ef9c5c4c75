import { useLocale } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { ceilingOf, runsOf, type Series } from "@/lib/statistics/chart";

interface LineChartProps {
  /** What the chart shows, in a sentence; the table below says the same in figures. */
  readonly label: string;
  readonly series: readonly Series[];
  /** Short names of the points along the bottom. */
  readonly names: readonly string[];
}

const [width, height, left, bottom, top] = [640, 200, 44, 24, 10];
/** Told apart by dashes too, not by colour alone. */
const dashes = ["", "7 4", "2 4", "12 4 2 4", "1 3", "16 6"];
const tones = ["text-brand", "text-attention", "text-good", "text-danger", "text-ink-soft", "text-brand-strong"];

/** Lines over the school year, drawn on the server. */
export function LineChart({ label, series, names }: LineChartProps) {
  const locale = useLocale();
  const ceiling = ceilingOf(series.flatMap(({ points }) => points.map(({ value }) => value)));
  const x = (at: number) => left + ((width - left - 12) * at) / Math.max(1, names.length - 1);
  const y = (value: number) => top + (height - top - bottom) * (1 - value / ceiling);
  return (
    <figure className="grid gap-2">
      <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className="h-auto w-full max-w-180">
        {[0, ceiling / 2, ceiling].map((value) => (
          <g key={value}>
            <line x1={left} x2={width} y1={y(value)} y2={y(value)} className="stroke-line" />
            <text x={left - 6} y={y(value) + 4} textAnchor="end" className="fill-ink-soft text-xs">
              {formatNumber(value, locale)}
            </text>
          </g>
        ))}
        {names.map((name, at) => (
          <text key={name} x={x(at)} y={height - 6} textAnchor="middle" className="fill-ink-soft text-xs">
            {name}
          </text>
        ))}
        {series.map(({ code, points }, index) => (
          <g key={code} className={tones[index]} fill="none" stroke="currentColor" strokeWidth="2.5">
            {runsOf(points).map((run) => (
              <polyline
                key={run[0]?.at}
                strokeDasharray={dashes[index]}
                points={run.map(({ at, value }) => `${x(at)},${y(value)}`).join(" ")}
              />
            ))}
            {runsOf(points)
              .flat()
              .map(({ at, value }) => (
                <circle key={at} cx={x(at)} cy={y(value)} r="2.5" fill="currentColor" />
              ))}
          </g>
        ))}
      </svg>
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
