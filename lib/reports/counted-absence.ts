import type { Filing } from "./filing";
import { hoursOf } from "./hours";
import type { ReportInput } from "./input";
import type { CountedAbsence } from "./threshold";

/** What came in, as days that count. */
export function countedAbsence(input: ReportInput, { firstDay, location }: Filing): CountedAbsence {
  const days = (input.hours ?? []).map((entry) => ({ day: entry.day, hours: hoursOf(entry, location) }));
  return { type: input.type, firstDay, lastDay: input.lastDay ?? null, days };
}
