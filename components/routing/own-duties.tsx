import { useLocale } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import type { OwnDuty } from "@/lib/directory/area-views";
import { regimes } from "@/lib/directory/regime";
import { formatDay } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { CalendarDate } from "@/lib/shared/calendar-date";

/** Which duties the own office has, and when; what is wrong with them comes first. */
export function OwnDuties({ duties }: { readonly duties: readonly OwnDuty[] }) {
  const t = useTranslations("routing.areas");
  const routing = useTranslations("routing");
  const locale = useLocale();
  const days = (from: CalendarDate, until: CalendarDate | null) =>
    until === null
      ? t("since", { from: formatDay(from, locale) })
      : t("between", { from: formatDay(from, locale), until: formatDay(until, locale) });
  const faulty = duties.filter(({ faults }) => faults.length > 0).length;
  const faultsOf = ({ faults }: OwnDuty) =>
    faults.map(({ kind, from, until }) => `${t(`faults.${kind}`)} ${days(from, until)}`).join("; ");
  const columns = [
    { key: "municipality", header: t("own.municipality"), cell: (row: OwnDuty) => row.municipality, namesRow: true },
    { key: "regime", header: routing("regime"), cell: (row: OwnDuty) => regimes[row.regime].label[locale] },
    { key: "days", header: t("own.days"), cell: (row: OwnDuty) => days(row.from, row.until) },
  ];
  return (
    <>
      {faulty === 0 ? null : (
        <Notice tone="warning" title={t("own.warning", { count: faulty })}>
          <p>{t("own.warningText")}</p>
        </Notice>
      )}
      <DataTable
        caption={t("own.caption")}
        rows={duties}
        keyOf={({ id }) => id}
        columns={faulty === 0 ? columns : [...columns, { key: "faults", header: t("own.faults"), cell: faultsOf }]}
      />
    </>
  );
}
