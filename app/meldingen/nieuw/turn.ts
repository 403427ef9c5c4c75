import type { ReportFormState } from "@/components/reports/form/form-state";
import type { Locale } from "@/lib/i18n/locale";
import type { SchoolViewer } from "@/lib/identity/viewer";
import type { FormValues } from "@/lib/reports/form-values";
import { periodOf } from "@/lib/reports/from-form";
import { type CalendarDate, calendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";

/** One press of a button in the form: what came in, and where the form stood. */
export interface Turn {
  readonly viewer: SchoolViewer;
  readonly state: ReportFormState;
  readonly values: FormValues;
  readonly now: Now;
  readonly locale: Locale;
  /** Absent: no file was chosen. */
  readonly sheet?: File | undefined;
}

/** The days for which hours can be filled in; null while the first day is no day. */
export function hourPeriod(values: FormValues, today: CalendarDate): ReportFormState["period"] {
  const { firstDay, lastDay = today } = periodOf(values, today);
  const days = [firstDay, lastDay].map((day) => calendarDate.safeParse(day));
  const [first, last] = days.map(({ data }) => data);
  return first === undefined || last === undefined || first > last ? null : { firstDay: first, lastDay: last };
}
