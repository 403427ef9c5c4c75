import { dayOffOn, type PlainPeriod } from "@/lib/directory/school-calendar";
import { dayAfter } from "@/lib/shared/plain-days";
import { schoolDaysInTime } from "./threshold-rules";

/** The last day on which a report is in time, counted from the day on which the threshold was reached (settled 7). */
export function lastDayToReport(reachedOn: string, periods: readonly PlainPeriod[]): string {
  let day = reachedOn;
  for (let counted = 0; counted < schoolDaysInTime; ) {
    day = dayAfter(day, 1);
    if (isOpen(day, periods)) counted += 1;
  }
  return day;
}

/** School days too late; 0 is in time. */
export function schoolDaysLate(reachedOn: string, filedOn: string, periods: readonly PlainPeriod[]): number {
  let late = 0;
  const last = lastDayToReport(reachedOn, periods);
  for (let day = dayAfter(last, 1); day <= filedOn; day = dayAfter(day, 1)) if (isOpen(day, periods)) late += 1;
  return late;
}

/** The school is open: a block or internship of one group keeps nobody from reporting. */
function isOpen(day: string, periods: readonly PlainPeriod[]): boolean {
  const off = dayOffOn(day, periods);
  return off === null || off.kind === "block" || off.kind === "internship";
}
