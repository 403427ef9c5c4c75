import { useLocale } from "next-intl";
import { ChartFrame, middleOf } from "@/components/charts/chart-frame";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Details } from "@/components/ui/details";
import type { WeekFlow } from "@/lib/casework/oversight";
import { formatChartDay, formatNumber, formatShortDay } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { ceilingOf } from "@/lib/statistics/chart";

const [barWidth, gap] = [2.6, 0.3];

function barOf(count: number, ceiling: number) {
  const height = (100 * count) / ceiling;
  return { y: 100 - height, width: barWidth, height };
}

/** What came in and what was finished, week by week; the table below the drawing says the same. */
export function WeekColumns({ weeks }: { readonly weeks: readonly WeekFlow[] }) {
  const [t, locale] = [useTranslations("oversight.weeks"), useLocale()];
  const ceiling = ceilingOf(weeks.flatMap(({ filed, closed }) => [filed, closed]));
  const columns: readonly Column<WeekFlow>[] = [
    { key: "week", header: t("week"), cell: ({ week }) => formatShortDay(week, locale), namesRow: true },
    { key: "filed", header: t("filed"), cell: ({ filed }) => formatNumber(filed, locale), align: "end" },
    { key: "closed", header: t("closed"), cell: ({ closed }) => formatNumber(closed, locale), align: "end" },
  ];
  return (
    <div className="grid gap-3">
      <ChartFrame
        label={t("chart")}
        ceiling={ceiling}
        names={weeks.map(({ week }) => ({ code: week, text: formatChartDay(week, locale) }))}
      >
        {weeks.map(({ week, filed, closed }, at) => {
          const middle = middleOf(at, weeks.length);
          return (
            <g key={week}>
              <rect {...barOf(filed, ceiling)} x={middle - barWidth} className="fill-brand" />
              <rect {...barOf(closed, ceiling)} x={middle + gap} className="fill-good" />
            </g>
          );
        })}
      </ChartFrame>
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
