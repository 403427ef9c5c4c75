import { useLocale } from "next-intl";
import type { PlaceName } from "@/components/charts/chart-frame";
import type { Locale } from "@/lib/i18n/locale";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Chart } from "@/lib/statistics/address";
import { drawingOf } from "@/lib/statistics/chart";
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
    case "multiples":
      return <SeriesChart kind={kind} label={label} table={table} />;
    case "bars":
      return <BarChart label={label} bars={firstColumn(table, locale)} />;
    case "tiles":
      return <TileMap label={label} regions={firstColumn(table, locale)} />;
    case "none":
      return null;
  }
}

/** All series in one picture, or each in its own; what is not drawn is said in words. */
function SeriesChart({ kind, label, table }: FigureChartProps & { readonly kind: "lines" | "multiples" }) {
  const [t, locale] = [useTranslations("figures"), useLocale()];
  const { series, leftOut } = drawingOf(table, kind);
  const names = shortNames(table, locale);
  return (
    <div className="grid gap-2">
      {kind === "lines" ? (
        <LineChart label={label} series={series} names={names} />
      ) : (
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
          {series.map((one) => (
            <LineChart key={one.code} label={`${label}: ${one.label[locale]}`} series={[one]} names={names} />
          ))}
        </div>
      )}
      {leftOut === 0 ? null : (
        <p className="text-sm text-ink-soft">{t("leftOut", { drawn: series.length, leftOut })}</p>
      )}
    </div>
  );
}

/** "nov" of "november 2026"; other names as they are, cut short. */
function shortNames({ rows }: FigureTable, locale: Locale): readonly PlaceName[] {
  const isMonth = /^\d{4}-\d{2}$/;
  return rows
    .filter(({ isTotal }) => !isTotal)
    .map(({ code, label }) => ({ code, text: label[locale].slice(0, isMonth.test(code) ? 3 : 10) }));
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
