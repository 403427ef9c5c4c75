import { useLocale } from "next-intl";
import { removeTermAction } from "@/app/routering/termijnen/actions";
import { ActButton } from "@/components/account/act-button";
import type { ProblemWords } from "@/components/account/action-form";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Words } from "@/lib/i18n/words";
import { absenceTypes, isAbsenceType } from "@/lib/reports/absence-types";
import { type KeptTerm, usualTerms } from "@/lib/reports/terms";
import type { CalendarDate } from "@/lib/shared/calendar-date";

interface TermsTableProps {
  readonly office: string;
  readonly terms: readonly KeptTerm[];
  readonly today: CalendarDate;
  readonly problems: ProblemWords;
}

type Row = Pick<
  KeptTerm,
  "id" | "municipalityName" | "type" | "firstReactionDays" | "nextReactionDays" | "closingDays"
> & {
  /** Null: what holds where an office set nothing. */
  readonly from: CalendarDate | null;
};

/** What an office promises now and will promise; the last row is what holds where it set nothing itself. */
export function TermsTable({ office, terms, today, problems }: TermsTableProps) {
  const [t, locale] = [useTranslations("clock.terms"), useLocale()];
  const days = (count: number | null) => (count === null ? t("none") : t("days", { days: count }));
  const columns: readonly Column<Row>[] = [
    { key: "scope", header: t("scope"), cell: (row) => scopeOf(row, t, locale), namesRow: true },
    { key: "from", header: t("from"), cell: ({ from }) => sinceOf(from, today, t, locale) },
    {
      key: "first",
      header: t("first"),
      cell: ({ firstReactionDays }) => (firstReactionDays === null ? t("ended") : days(firstReactionDays)),
    },
    { key: "next", header: t("next"), cell: ({ nextReactionDays }) => days(nextReactionDays) },
    { key: "closing", header: t("closing"), cell: ({ closingDays }) => days(closingDays) },
  ];
  const removing: Column<Row> = {
    key: "remove",
    header: t("remove"),
    cell: (row) =>
      isPlanned(row, today) ? (
        <ActButton
          action={removeTermAction}
          fields={{ id: row.id }}
          look="plain"
          label={t("remove")}
          spoken={t("removeLabel", { scope: scopeOf(row, t, locale), day: formatDay(row.from, locale) })}
          problems={problems}
        />
      ) : null,
  };
  const rows = [...terms, usual];
  return (
    <DataTable
      caption={t("caption", { office })}
      columns={rows.some((row) => isPlanned(row, today)) ? [...columns, removing] : columns}
      rows={rows}
      keyOf={({ id }) => id}
    />
  );
}

const usual: Row = { id: "usual", municipalityName: null, type: null, from: null, ...usualTerms };

/** What does not hold yet can still be taken away. */
function isPlanned(row: Row, today: CalendarDate): row is Row & { readonly from: CalendarDate } {
  return row.from !== null && row.from > today;
}

function scopeOf({ municipalityName, type, from }: Row, t: Words<"clock.terms">, locale: Locale): string {
  if (from === null) return t("usual");
  const label = type === null || !isAbsenceType(type) ? (type ?? "") : absenceTypes[type].label[locale];
  if (municipalityName === null) return type === null ? t("everything") : t("ofType", { type: label });
  if (type === null) return t("ofMunicipality", { municipality: municipalityName });
  return t("ofBoth", { type: label, municipality: municipalityName });
}

function sinceOf(from: CalendarDate | null, today: CalendarDate, t: Words<"clock.terms">, locale: Locale): string {
  if (from === null) return t("none");
  const day = formatDay(from, locale);
  return from > today ? t("planned", { day }) : day;
}
