import { formatListDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import { absenceTypes } from "@/lib/reports/absence-types";
import type { ReportLine } from "@/lib/reports/views";
import { dayOf } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { openStatuses, type Status } from "@/lib/timeline/statuses";

/** One line of the list in words, so that the table needs nothing but words. */
export interface ListRow {
  readonly reference: string;
  readonly student: string;
  readonly group: string;
  readonly type: string;
  readonly firstDay: string;
  readonly where: string;
  readonly due: string;
  readonly isLate: boolean;
  readonly ownReference: string;
  readonly status: Status;
}

interface Telling {
  readonly t: Translate;
  readonly locale: Locale;
  readonly now: Now;
}

export function listRow(line: ReportLine, telling: Telling): ListRow {
  const { t, locale, now } = telling;
  return {
    reference: line.reference,
    student: line.studentName,
    group: line.group ?? "",
    type: absenceTypes[line.type].label[locale],
    firstDay: formatListDay(line.firstDay, now.today, locale),
    where:
      line.officerName ??
      line.officeName ??
      t(line.isOfficeHidden ? "reports.list.hiddenOffice" : "reports.list.noOffice"),
    ...dueOf(line, telling),
    ownReference: line.ownReference ?? "",
    status: line.status,
  };
}

/** A promise of a reaction runs only while there is none, and only for a report that is open. */
function dueOf(line: ReportLine, { t, locale, now }: Telling): { due: string; isLate: boolean } {
  if (line.hasReaction) return { due: t("reports.list.reacted"), isLate: false };
  if (!openStatuses.includes(line.status)) return { due: t("reports.list.nothingMore"), isLate: false };
  if (line.isStill) return { due: t("reports.list.still"), isLate: false };
  const lastDay = dayOf(line.dueAt);
  const isLate = now.today > lastDay;
  const day = formatListDay(lastDay, now.today, locale);
  return { due: isLate ? t("reports.list.late", { day }) : t("reports.list.due", { day }), isLate };
}
