import { useLocale } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDatedDay } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { absenceType, isAbsenceType } from "@/lib/reports/absence-types";
import { type CaseBehind, mostCases } from "@/lib/statistics/views";
import { statuses } from "@/lib/timeline/statuses";

interface CasesTableProps {
  readonly cases: readonly CaseBehind[];
  /** Where this viewer opens a report. */
  readonly path: "/meldingen" | "/werkvoorraad";
}

export function CasesTable({ cases, path }: CasesTableProps) {
  const [t, locale] = [useTranslations("figures.cases"), useLocale()];
  if (cases.length === 0) return <EmptyState title={t("none")}>{t("noneText")}</EmptyState>;
  return (
    <>
      {cases.length === mostCases ? <p className="text-ink-soft">{t("most", { count: cases.length })}</p> : null}
      <DataTable
        caption={t("title")}
        rows={cases}
        keyOf={({ reference }) => reference}
        linkOf={({ reference }) => `${path}/${reference}`}
        columns={[
          { key: "reference", header: t("reference"), namesRow: true, cell: ({ reference }) => reference },
          {
            key: "type",
            header: t("type"),
            cell: ({ type }) => (isAbsenceType(type) ? absenceType(type).label[locale] : type),
          },
          { key: "group", header: t("group"), cell: ({ studentGroup }) => studentGroup },
          { key: "filed", header: t("filed"), cell: ({ filedOn }) => formatDatedDay(filedOn, locale) },
          { key: "status", header: t("status"), cell: ({ status }) => statuses[status].label[locale] },
        ]}
      />
    </>
  );
}
