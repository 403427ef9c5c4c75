import { useLocale } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Details } from "@/components/ui/details";
import type { WeekFlow } from "@/lib/casework/oversight";
import { formatNumber, formatShortDay } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";

const [slot, barWidth, height] = [48, 16, 120];

/** What came in and what was finished, week by week; the table below the drawing says the same. */
export function WeekColumns({ weeks }: { readonly weeks: readonly WeekFlow[] }) {
  const [t, locale] = [useTranslations("oversight.weeks"), useLocale()];
  const most = Math.max(1, ...weeks.flatMap(({ filed, closed }) => [filed, closed]));
  const heightOf = (count: number) => (height * count) / most;
  const columns: readonly Column<WeekFlow>[] = [
    { key: "week", header: t("week"), cell: ({ week }) => formatShortDay(week, locale), namesRow: true },
    { key: "filed", header: t("filed"), cell: ({ filed }) => formatNumber(filed, locale), align: "end" },
    { key: "closed", header: t("closed"), cell: ({ closed }) => formatNumber(closed, locale), align: "end" },
  ];
  return (
    <div className="grid gap-3">
      <svg
        role="img"
        aria-label={t("chart")}
        viewBox={`0 0 ${slot * weeks.length} ${height + 4}`}
        className="h-auto w-full"
      >
        {weeks.map(({ week, filed, closed }, at) => (
          <g key={week} transform={`translate(${at * slot + 6} 0)`}>
            <rect y={height - heightOf(filed)} width={barWidth} height={heightOf(filed)} className="fill-brand" />
            <rect
              x={barWidth + 3}
              y={height - heightOf(closed)}
              width={barWidth}
              height={heightOf(closed)}
              className="fill-good"
            />
          </g>
        ))}
        <line x1="0" x2={slot * weeks.length} y1={height} y2={height} className="stroke-line-strong" />
      </svg>
      <p className="flex flex-wrap gap-x-5 text-sm text-ink-soft">
        <span className="inline-flex items-center gap-2">
          <span aria-hidden="true" className="size-3 rounded-sm bg-brand" /> {t("filed")}
        </span>
        <span className="inline-flex items-center gap-2">
          <span aria-hidden="true" className="size-3 rounded-sm bg-good" /> {t("closed")}
        </span>
      </p>
      <Details summary={t("table")}>
        <DataTable caption={t("chart")} columns={columns} rows={weeks} keyOf={({ week }) => week} />
      </Details>
    </div>
  );
}
