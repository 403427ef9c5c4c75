import { ReportStatus } from "@/components/reports/report-status";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatShortDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import type { OutcomeLine } from "@/lib/reports/outcomes";
import { dayOf } from "@/lib/shared/calendar-date";
import { openStatuses } from "@/lib/timeline/statuses";

interface OutcomeTableProps {
  readonly lines: readonly OutcomeLine[];
  readonly locale: Locale;
}

/** One line for each report of a month: when the office reacted, and how it stands. */
export function OutcomeTable({ lines, locale }: OutcomeTableProps) {
  const t = translatorFor(locale);
  return (
    <DataTable
      caption={t("monthOutcomes.each")}
      showCaption={true}
      rows={lines}
      columns={columnsOf(t, locale)}
      keyOf={({ reference }) => reference}
      linkOf={({ reference }) => `/meldingen/${reference}`}
    />
  );
}

function columnsOf(t: Translate, locale: Locale): readonly Column<OutcomeLine>[] {
  return [
    { key: "student", header: t("monthOutcomes.student"), cell: ({ studentName }) => studentName, namesRow: true },
    { key: "group", header: t("monthOutcomes.group"), cell: ({ group }) => group },
    {
      key: "own",
      header: t("monthOutcomes.ownReference"),
      cell: ({ ownReference }) =>
        ownReference === null ? null : <span className="wrap-anywhere">{ownReference}</span>,
      showFrom: "lg",
    },
    {
      key: "filed",
      header: t("monthOutcomes.filedOn"),
      cell: ({ filedAt }) => <span className="whitespace-nowrap">{formatShortDay(dayOf(filedAt), locale)}</span>,
    },
    {
      key: "reaction",
      header: t("monthOutcomes.firstReaction"),
      cell: (line) => <Reaction line={line} t={t} locale={locale} />,
    },
    { key: "now", header: t("monthOutcomes.now"), cell: (line) => <Standing line={line} t={t} locale={locale} /> },
  ];
}

interface CellProps {
  readonly line: OutcomeLine;
  readonly t: Translate;
  readonly locale: Locale;
}

function Reaction({ line: { reaction, status, dueAt, isOverdue }, t, locale }: CellProps) {
  const due = formatShortDay(dayOf(dueAt), locale);
  if (isOverdue)
    return <span className="font-semibold text-danger">{t("monthOutcomes.overdueSince", { day: due })}</span>;
  if (reaction !== null) {
    const day = formatShortDay(dayOf(reaction.at), locale);
    return t(reaction.isInTime ? "monthOutcomes.inTime" : "monthOutcomes.tooLate", { day });
  }
  return openStatuses.includes(status) ? t("monthOutcomes.notYet", { day: due }) : t("monthOutcomes.noReaction");
}

function Standing({ line: { status, endedAt, handler }, t, locale }: CellProps) {
  const more =
    endedAt === null
      ? handler === null
        ? null
        : t("monthOutcomes.with", { who: handler })
      : t("monthOutcomes.since", { day: formatShortDay(dayOf(endedAt), locale) });
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <ReportStatus status={status} locale={locale} />
      {more === null ? null : <span className="text-sm text-ink-soft wrap-anywhere">{more}</span>}
    </span>
  );
}
