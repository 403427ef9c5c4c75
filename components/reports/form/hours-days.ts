import { type HourWeek, readShortDay, weeksOf } from "@/lib/reports/hour-weeks";
import type { ReportFormState } from "./form-state";
import type { FormText } from "./form-text";

export type HourPeriod = ReportFormState["period"];

/** The period as it stands in the form now; what only the server can read stays as the server read it. */
export function periodTyped(form: FormData, today: string, known: HourPeriod): HourPeriod {
  const first = readShortDay(String(form.get("firstDay") ?? ""));
  if (first === null) return known;
  const last = readShortDay(String(form.get("lastDay") ?? "")) ?? today;
  return first > last ? null : { firstDay: first, lastDay: last };
}

export function weeksIn(period: HourPeriod): readonly HourWeek[] {
  return period === null ? [] : weeksOf(period.firstDay, period.lastDay);
}

interface Counting {
  readonly counts: "lessons" | "clock";
  readonly lessonsPerDay: number;
}

/** What is ticked and typed so far, as the report will count it. */
export function countHours(entries: Iterable<[string, unknown]>, { lessonsPerDay }: Counting): number {
  const whole = new Set<string>();
  const parts: { day: string; hours: number }[] = [];
  for (const [name, value] of entries) {
    const [kind = "", day = ""] = name.split(".");
    if (kind === "whole" && value !== "") whole.add(day);
    if (kind === "lesson") parts.push({ day, hours: 1 });
    if (kind === "clock") parts.push({ day, hours: Number(String(value).replace(",", ".")) || 0 });
  }
  const inParts = parts.filter(({ day }) => !whole.has(day)).reduce((sum, { hours }) => sum + hours, 0);
  return inParts + whole.size * lessonsPerDay;
}

/** "ma 5", for the head of a column */
export function shortDay(day: string, text: FormText["hours"]): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return `${text.weekdays.split(",")[weekday] ?? ""} ${Number(day.slice(8))}`;
}

/** "5 oktober", for the name of a week */
export function longDay(day: string, text: FormText["hours"]): string {
  return `${Number(day.slice(8))} ${text.months.split(",")[Number(day.slice(5, 7)) - 1] ?? ""}`;
}
