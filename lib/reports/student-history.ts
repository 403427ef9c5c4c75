import {
  addDays,
  type CalendarDate,
  endOfSchoolYear,
  firstOfMonth,
  firstOfNextMonth,
} from "@/lib/shared/calendar-date";
import { isWorkingDay } from "@/lib/shared/working-days";

/** What a calendar of somebody's reports must know of one of them. */
export interface HistoryReport {
  readonly firstDay: CalendarDate;
  /** Null: not back yet. */
  readonly lastDay: CalendarDate | null;
  readonly days: readonly { readonly day: CalendarDate; readonly hours: number }[];
  readonly arrivals: readonly { readonly day: CalendarDate; readonly minutes: number }[];
  readonly isWithdrawn: boolean;
}

/** One day of the calendar. What was reported twice of one day counts once, for the most that was said. */
export interface HistoryDay {
  readonly day: CalendarDate;
  readonly hours: number;
  /** Of late arrivals together. */
  readonly minutes: number;
  /** Within a reported absence, whatever is known of its hours. */
  readonly isAbsent: boolean;
}

export interface HistoryYear {
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly reportCount: number;
  readonly hours: number;
  /** Days with hours, or within an absence of which no hours are known. */
  readonly absentDays: number;
  readonly arrivalCount: number;
  /** From the month of the first report to that of the last day that is known. */
  readonly months: readonly { readonly firstDay: CalendarDate; readonly days: readonly HistoryDay[] }[];
}

/** The reports of one student by school year, the latest first. What was withdrawn, happened to be no absence. */
export function historyOf(reports: readonly HistoryReport[], today: CalendarDate): readonly HistoryYear[] {
  const counted = reports.filter(({ isWithdrawn }) => !isWithdrawn);
  const days = daysIn(counted, today);
  const years = new Set([...days.keys(), ...counted.map(({ firstDay }) => firstDay)].map(endOfSchoolYear));
  return [...years]
    .sort()
    .reverse()
    .map((lastDay) => yearOf(lastDay, counted, days));
}

function daysIn(reports: readonly HistoryReport[], today: CalendarDate): ReadonlyMap<CalendarDate, HistoryDay> {
  const found = new Map<CalendarDate, HistoryDay>();
  const mark = (day: CalendarDate, { hours = 0, minutes = 0, isAbsent = false }: Partial<HistoryDay>) => {
    const known = found.get(day);
    found.set(day, {
      day,
      hours: Math.max(known?.hours ?? 0, hours),
      minutes: (known?.minutes ?? 0) + minutes,
      isAbsent: (known?.isAbsent ?? false) || isAbsent,
    });
  };
  for (const report of reports) {
    for (const { day, minutes } of report.arrivals) mark(day, { minutes });
    for (const { day, hours } of report.days) mark(day, { hours, isAbsent: true });
    for (const day of wholeDays(report, today)) mark(day, { isAbsent: true });
  }
  return found;
}

/** Of an absence that tells no hours, each working day of its period until today. */
function wholeDays({ firstDay, lastDay, days, arrivals }: HistoryReport, today: CalendarDate): readonly CalendarDate[] {
  if (days.length > 0 || arrivals.length > 0) return [];
  const until = lastDay === null || lastDay > today ? today : lastDay;
  const found: CalendarDate[] = [];
  for (let day = firstDay; day <= until; day = addDays(day, 1)) if (isWorkingDay(day)) found.push(day);
  return found;
}

function yearOf(
  lastDay: CalendarDate,
  reports: readonly HistoryReport[],
  known: ReadonlyMap<CalendarDate, HistoryDay>,
): HistoryYear {
  const isOf = (day: CalendarDate) => endOfSchoolYear(day) === lastDay;
  const own = [...known.values()].filter(({ day }) => isOf(day)).sort((one, other) => (one.day < other.day ? -1 : 1));
  const begun = reports.filter(({ firstDay }) => isOf(firstDay));
  const first = own[0]?.day ?? begun[0]?.firstDay ?? lastDay;
  return {
    firstDay: addDays(endOfSchoolYear(addDays(lastDay, -370)), 1),
    lastDay,
    reportCount: begun.length,
    hours: Math.round(own.reduce((sum, { hours }) => sum + hours, 0) * 100) / 100,
    absentDays: own.filter(({ isAbsent }) => isAbsent).length,
    arrivalCount: reports.flatMap(({ arrivals }) => arrivals).filter(({ day }) => isOf(day)).length,
    months: monthsOf(first, own.at(-1)?.day ?? first, known),
  };
}

function monthsOf(first: CalendarDate, last: CalendarDate, known: ReadonlyMap<CalendarDate, HistoryDay>) {
  const months: { firstDay: CalendarDate; days: readonly HistoryDay[] }[] = [];
  for (let month = firstOfMonth(first); month <= last; month = firstOfNextMonth(month)) {
    const days: HistoryDay[] = [];
    for (let day = month; day < firstOfNextMonth(month); day = addDays(day, 1))
      days.push(known.get(day) ?? { day, hours: 0, minutes: 0, isAbsent: false });
    months.push({ firstDay: month, days });
  }
  return months;
}
