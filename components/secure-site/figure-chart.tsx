import { useLocale } from "next-intl";
import type { Locale } from "@/lib/i18n/locale";
import type { Chart } from "@/lib/statistics/address";
import { seriesOf } from "@/lib/statistics/chart";
import { shownText } from "@/lib/statistics/shown-text";
import { type FigureTable, sizeOf } from "@/lib/statistics/table";
import { BarChart } from "./bar-chart";
import { LineChart } from "./line-chart";
import { TileMap } from "./tile-map";

interface FigureChartProps {
  readonly kind: Chart;
  readonly label: string;
  readonly table: FigureTable;
}

/** The table as a picture: nothing is in it that the table does not tell. */
export function FigureChart({ kind, label, table }: FigureChartProps) {
  const locale = useLocale();
  switch (kind) {
    case "lines":
      return <LineChart label={label} series={seriesOf(table)} names={shortNames(table, locale)} />;
    case "multiples":
      return (
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
          {seriesOf(table, 12).map((series) => (
            <LineChart
              key={series.code}
              label={`${label}: ${series.label[locale]}`}
              series={[series]}
              names={shortNames(table, locale)}
            />
          ))}
        </div>
      );
    case "bars":
      return <BarChart label={label} bars={firstColumn(table, locale)} />;
    case "tiles":
      return <TileMap label={label} regions={firstColumn(table, locale)} />;
    case "none":
      return null;
  }
}

/** "nov" of "november 2026"; other names as they are, cut short. */
function shortNames({ rows }: FigureTable, locale: Locale): readonly string[] {
  const isMonth = /^\d{4}-\d{2}$/;
  return rows
    .filter(({ isTotal }) => !isTotal)
    .map(({ code, label }) => (isMonth.test(code) ? label[locale].slice(0, 3) : label[locale].slice(0, 10)));
}

function firstColumn({ rows, cells }: FigureTable, locale: Locale) {
  return rows.flatMap(({ code, label, isTotal }, at) => {
    const shown = cells[at]?.[0] ?? { kind: "none" as const };
    const size = sizeOf(shown);
    return isTotal
      ? []
      : [{ code, name: label[locale], text: shownText(shown, locale), value: size < 0 ? null : size }];
  });
}
