import { removePeriodAction } from "@/app/beheer/kalender/actions";
import { ActButton } from "@/components/account/act-button";
import type { ProblemWords } from "@/components/account/action-form";
import { type Column, DataTable } from "@/components/ui/data-table";
import { calendarKindLabels, calendarKinds } from "@/lib/directory/school-calendar";
import type { KeptPeriod } from "@/lib/directory/views";
import { formatSpan } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Words } from "@/lib/i18n/words";

interface PeriodTableProps {
  readonly caption: string;
  readonly periods: readonly KeptPeriod[];
  readonly locale: Locale;
  readonly problems: ProblemWords;
  /** Own periods can be taken off; holidays of the region come with a file. */
  readonly isKept: boolean;
}

/** Periods without lessons, one line each, the first first. */
export function PeriodTable({ caption, periods, locale, problems, isKept }: PeriodTableProps) {
  const t = useTranslations("hours.calendar");
  const spanOf = ({ firstDay, lastDay }: KeptPeriod) => formatSpan(firstDay, lastDay, locale);
  const columns: readonly Column<KeptPeriod>[] = [
    { key: "days", header: t("days"), cell: spanOf, namesRow: true },
    {
      key: "kind",
      header: t("kind"),
      cell: ({ kind, name }) => [kindLabel(kind, locale), name].filter(Boolean).join(": "),
    },
    { key: "scope", header: t("scope"), cell: (period) => scopeOf(period, t) },
  ];
  const removal: Column<KeptPeriod> = {
    key: "remove",
    header: t("remove"),
    cell: (period) => (
      <ActButton
        action={removePeriodAction}
        fields={{ owner: period.owner, firstDay: period.firstDay, kind: period.kind }}
        look="plain"
        label={t("removeDays", { days: spanOf(period) })}
        problems={problems}
      />
    ),
  };
  return (
    <DataTable
      caption={caption}
      showCaption={true}
      columns={isKept ? [...columns, removal] : columns}
      rows={periods}
      keyOf={({ owner, firstDay, kind }) => `${owner} ${firstDay} ${kind}`}
    />
  );
}

function kindLabel(kind: string, locale: Locale): string {
  const known = calendarKinds.find((code) => code === kind);
  return known === undefined ? kind : calendarKindLabels[known][locale];
}

function scopeOf(period: KeptPeriod, t: Words<"hours.calendar">): string {
  const { holidayRegion, locationName, group, programmeCode } = period;
  if (holidayRegion !== null) return t("region", { region: holidayRegion });
  const parts = [
    locationName ?? t("allLocations"),
    group === null ? "" : t("group", { group }),
    programmeCode === null ? "" : t("programme", { programme: programmeCode }),
  ];
  return parts.filter((part) => part !== "").join(", ");
}
