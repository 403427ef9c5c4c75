import { useLocale } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { ReactionFigure } from "@/lib/casework/oversight";
import { formatMonth, formatNumber } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";

/** How fast the office reacted, month by month, as it was kept when the month was over; the latest first. */
export function ReactionTable({ months }: { readonly months: readonly ReactionFigure[] }) {
  const [t, locale] = [useTranslations("oversight.reactions"), useLocale()];
  const columns: readonly Column<ReactionFigure>[] = [
    { key: "month", header: t("month"), cell: ({ startsOn }) => formatMonth(startsOn, locale), namesRow: true },
    { key: "count", header: t("count"), cell: ({ count }) => formatNumber(count, locale) },
    { key: "median", header: t("median"), cell: ({ medianDays }) => t("days", { days: medianDays }) },
    { key: "p90", header: t("p90"), cell: ({ p90Days }) => t("days", { days: p90Days }) },
    {
      key: "inTime",
      header: t("inTime"),
      cell: ({ inTimeCount, count }) => t("percent", { share: Math.round((100 * inTimeCount) / count) }),
    },
  ];
  return (
    <DataTable caption={t("caption")} columns={columns} rows={months.toReversed()} keyOf={({ startsOn }) => startsOn} />
  );
}
