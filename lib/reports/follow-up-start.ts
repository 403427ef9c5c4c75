import { formatWrittenDay } from "@/lib/i18n/format";
import { addDays, type CalendarDate } from "@/lib/shared/calendar-date";
import { isWorkingDay } from "@/lib/shared/working-days";
import { correctionStart } from "./correction-start";
import type { FormValues } from "./form-values";
import type { ReportView } from "./views";

/** Asked anew: the days and what belongs to them. */
const newInEach = /^(?:firstDay|lastDay|arrivals\.|lesson\.|clock\.|whole\.)/;

/** What a follow-up takes over from the report that it follows; only the days are asked. */
export function followUpValues(report: ReportView, today: CalendarDate): FormValues {
  const kept = Object.entries(correctionStart(report)).filter(([name]) => !newInEach.test(name));
  const first = firstNewDay(report);
  return {
    ...Object.fromEntries(kept),
    ...stayValues(report),
    type: report.type,
    actionWanted: report.actionWanted ? "yes" : "no",
    ...(report.noActionReason === null ? {} : { noActionReason: report.noActionReason }),
    ...(first === null || first > today ? {} : { firstDay: formatWrittenDay(first) }),
  };
}

function stayValues({ stay }: ReportView): FormValues {
  return Object.fromEntries(Object.entries(stay ?? {}).map(([part, text]) => [`stay.${part}`, text]));
}

/** The working day after what was reported. Null: that is not known, or late arrivals, which have days of their own. */
function firstNewDay({ lastDay, days, arrivals }: ReportView): CalendarDate | null {
  const last = lastDay ?? days.at(-1)?.day ?? null;
  if (last === null || arrivals.length > 0) return null;
  let day = addDays(last, 1);
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}
