import { useLocale } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { casePath } from "@/lib/casework/inbox-address";
import type { BehindLine } from "@/lib/casework/oversight";
import { formatDay } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { absenceTypes, isAbsenceType } from "@/lib/reports/absence-types";

/** The cases behind a number, each a link to its page. */
export function BehindTable({ caption, rows }: { readonly caption: string; readonly rows: readonly BehindLine[] }) {
  const [t, locale] = [useTranslations("oversight.behind"), useLocale()];
  const columns: readonly Column<BehindLine>[] = [
    { key: "student", header: t("student"), cell: ({ studentName }) => studentName, namesRow: true },
    {
      key: "type",
      header: t("type"),
      cell: ({ type }) => (isAbsenceType(type) ? absenceTypes[type].label[locale] : type),
    },
    { key: "school", header: t("school"), showFrom: "lg", cell: ({ schoolName }) => schoolName },
    { key: "filed", header: t("filed"), cell: ({ filedOn }) => formatDay(filedOn, locale) },
    { key: "changed", header: t("changed"), cell: ({ changedOn }) => formatDay(changedOn, locale) },
    { key: "officer", header: t("with"), cell: ({ officerName }) => officerName ?? t("nobody") },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      keyOf={({ reference }) => reference}
      linkOf={({ reference }) => casePath(reference)}
    />
  );
}
