import { z } from "zod";
import { calendarDate } from "@/lib/shared/calendar-date";
import { requiredWords } from "@/lib/shared/words";

const reference = z.string().max(20);

export const holdInput = z.strictObject({ reference, reason: requiredWords(500) });
/** With as many papers as the screen named. */
export const handOverInput = z.strictObject({ reference, papers: z.coerce.number().int().min(1).max(1_000) });
/** With the day and the number that the screen named. */
export const releaseRunInput = z.strictObject({ day: calendarDate, due: z.coerce.number().int().min(1) });
export const releaseInput = z.strictObject({ reference });
