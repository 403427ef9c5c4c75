import { useLocale } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { regimes } from "@/lib/directory/regime";
import { formatDatedDay } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { absenceTypes, isAbsenceType } from "@/lib/reports/absence-types";
import type { UnroutableLine } from "@/lib/routing/views";
import type { Page } from "@/lib/shared/page";
import { useWhy } from "./why";

export function UnroutableList({ page }: { readonly page: Page<UnroutableLine> }) {
  const t = useTranslations("routing");
  const list = useTranslations("common.list");
  const locale = useLocale();
  const why = useWhy();
  const { rows, nextCursor } = page;
  return (
    <section aria-labelledby="zonder-kantoor" className="grid gap-3">
      <h2 id="zonder-kantoor">{t("waiting")}</h2>
      {rows.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <DataTable
          caption={t("caption")}
          rows={rows}
          keyOf={(row) => row.reference}
          linkOf={(row) => `/routering/${row.reference}`}
          columns={[
            {
              key: "reference",
              header: t("reference"),
              cell: (row) => <span className="whitespace-nowrap">{row.reference}</span>,
              namesRow: true,
            },
            {
              key: "filed",
              header: t("filed"),
              cell: (row) => <span className="whitespace-nowrap">{formatDatedDay(row.filedOn, locale)}</span>,
            },
            { key: "school", header: t("school"), cell: schoolOf },
            { key: "type", header: t("type"), cell: (row) => typeLabel(row.type, locale), showFrom: "lg" },
            { key: "regime", header: t("regime"), cell: (row) => regimes[row.regime].label[locale], showFrom: "lg" },
            { key: "why", header: t("why"), cell: why },
          ]}
        />
      )}
      <Pagination
        label={list("pages")}
        next={nextCursor === null ? null : { href: `?${new URLSearchParams({ na: nextCursor })}`, label: list("next") }}
      />
    </section>
  );
}

export function schoolOf({ schoolName, locationName }: UnroutableLine): string {
  return locationName.startsWith(schoolName) ? locationName : `${schoolName}, ${locationName}`;
}

export function typeLabel(type: string, locale: "nl" | "en"): string {
  return isAbsenceType(type) ? absenceTypes[type].label[locale] : type;
}
