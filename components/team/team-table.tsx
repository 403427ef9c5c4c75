import { useLocale } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import type { PlannedLeave, TeamLine } from "@/lib/casework/team";
import { formatDay, formatNumber, formatSpan } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";

export function TeamTable({ office, team }: { readonly office: string; readonly team: readonly TeamLine[] }) {
  const [t, locale] = [useTranslations("people"), useLocale()];
  const columns: readonly Column<TeamLine>[] = [
    { key: "name", header: t("name"), cell: ({ name }) => name, namesRow: true },
    {
      key: "open",
      header: t("open"),
      cell: ({ openHere, caseCap }) =>
        caseCap === null
          ? formatNumber(openHere, locale)
          : t("openOf", { open: formatNumber(openHere, locale), cap: formatNumber(caseCap, locale) }),
    },
    { key: "days", header: t("days"), showFrom: "lg", cell: ({ workDays }) => <WorkDays days={workDays} /> },
    { key: "leave", header: t("leave"), cell: ({ leaves: [first] }) => (first ? <LeaveSpan leave={first} /> : null) },
    { key: "deputy", header: t("deputyNow"), cell: ({ deputyNow }) => deputyNow },
    { key: "attention", header: t("attention"), cell: (line) => <StandingTag line={line} /> },
  ];
  return (
    <DataTable
      caption={t("caption", { office })}
      columns={columns}
      rows={team}
      keyOf={({ id }) => id}
      linkOf={({ id }) => `/routering/mensen/${id}`}
    />
  );
}

function WorkDays({ days }: { readonly days: readonly number[] }) {
  const t = useTranslations("people");
  if (days.length === 0) return t("allDays");
  return days.map((day) => t(`shortDay.${weekdayKey(day)}`)).join(", ");
}

const weekdayKeys = ["1", "2", "3", "4", "5", "6", "7"] as const;

function weekdayKey(day: number): (typeof weekdayKeys)[number] {
  return weekdayKeys[day - 1] ?? "1";
}

export function LeaveSpan({ leave: { firstDay, lastDay } }: { readonly leave: PlannedLeave }) {
  const [t, locale] = [useTranslations("people"), useLocale()];
  if (lastDay === null) return t("fromOn", { first: formatDay(firstDay, locale) });
  return formatSpan(firstDay, lastDay, locale);
}

/** What keeps new work away, or what needs somebody to act; the second first. */
export function StandingTag({ line: { warning, absence, mandate, aloneFrom } }: { readonly line: TeamLine }) {
  const [t, locale] = [useTranslations("people"), useLocale()];
  if (warning === "ends-soon" && mandate?.until != null) {
    return <StatusTag tone="late">{t("warning.ends-soon", { day: formatDay(mandate.until, locale) })}</StatusTag>;
  }
  if (warning === "alone-soon" && aloneFrom !== null) {
    return <StatusTag tone="late">{t("warning.alone-soon", { day: formatDay(aloneFrom, locale) })}</StatusTag>;
  }
  if (warning === "gone" || warning === "away-alone") {
    return <StatusTag tone="late">{t(`warning.${warning}`)}</StatusTag>;
  }
  return absence === null ? null : <StatusTag tone="wait">{t(`absence.${absence}`)}</StatusTag>;
}
