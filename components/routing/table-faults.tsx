import { useLocale } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { regimes } from "@/lib/directory/regime";
import { formatNumber } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { TableFault } from "@/lib/routing/views";

interface TableFaultsProps {
  /** Municipalities. */
  readonly count: number;
  /** The first of them; a municipality with gaps and overlaps has more than one line. */
  readonly shown: readonly TableFault[];
  /** Absent: today. */
  readonly title?: { readonly id: string; readonly text: string };
}

/** Where the table of offices has a gap or an overlap today. */
export function TableFaults({ count, shown, title }: TableFaultsProps) {
  const t = useTranslations("routing.faults");
  const duty = useTranslations("routing");
  const locale = useLocale();
  return (
    <section aria-labelledby={title?.id ?? "tabel"} className="grid gap-3">
      <h2 id={title?.id ?? "tabel"}>{title?.text ?? t("title")}</h2>
      {count === 0 ? (
        <Notice tone="success">{t("none")}</Notice>
      ) : (
        <>
          <p>
            {t("count", { count: formatNumber(count, locale) })}{" "}
            {count > new Set(shown.map(({ municipality }) => municipality)).size ? t("more") : null}
          </p>
          <DataTable
            caption={t("caption")}
            rows={shown}
            keyOf={(row) => `${row.municipality} ${row.regimes.join()}`}
            columns={[
              { key: "municipality", header: t("municipality"), cell: (row) => row.municipality, namesRow: true },
              {
                key: "regimes",
                header: duty("regime"),
                cell: (row) => row.regimes.map((regime) => regimes[regime].label[locale]).join(", "),
              },
              {
                key: "offices",
                header: t("offices"),
                cell: (row) => (row.offices.length === 0 ? t("nobody") : row.offices.join(", ")),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}
