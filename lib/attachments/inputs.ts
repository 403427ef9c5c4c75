import { z } from "zod";
import { calendarDate } from "@/lib/shared/calendar-date";
import { requiredWords } from "@/lib/shared/words";

/** What is said of a file before its first part, as the page says it. */
export const sendingInput = z
  .strictObject({
    plaats: z.string().regex(/^\/bijlagen\/[\w/?=-]{1,100}$/),
    naam: z.string().min(1).max(255),
    size: z.coerce.number().int().min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    opnieuw: z.literal("1").optional(),
  })
  .transform(({ plaats, naam, size, sha256, opnieuw }) => ({
    place: plaats,
    name: naam,
    size,
    sha256,
    isAnew: opnieuw !== undefined,
  }));

const reference = z.string().max(20);

export const holdInput = z.strictObject({ reference, reason: requiredWords(500) });
/** With as many papers as the screen named. */
export const handOverInput = z.strictObject({ reference, papers: z.coerce.number().int().min(1).max(1_000) });
/** With the day and the number that the screen named. */
export const releaseRunInput = z.strictObject({ day: calendarDate, due: z.coerce.number().int().min(1) });
export const releaseInput = z.strictObject({ reference });
