import { z } from "zod";
import { writtenDay } from "@/lib/identity/people-input";
import { requiredLine } from "@/lib/shared/words";
import { absenceTypeCodes } from "./absence-types";

const days = (most: number) =>
  z.coerce
    .number({ error: "days-invalid" })
    .int({ error: "days-invalid" })
    .min(1, { error: "days-invalid" })
    .max(most, { error: "days-invalid" })
    .optional();

/** Absent first reaction: from this day on the wider terms hold again. */
export const termInput = z
  .strictObject({
    /** Absent: all municipalities of the office. */
    municipalityCode: z
      .string()
      .regex(/^\d{4}$/, { error: "municipality-unknown" })
      .optional(),
    /** Absent: all types. */
    type: z.enum(absenceTypeCodes, { error: "type-unknown" }).optional(),
    from: writtenDay,
    firstReactionDays: days(60),
    nextReactionDays: days(120),
    closingDays: days(400),
  })
  .refine((term) => term.firstReactionDays !== undefined || (term.nextReactionDays ?? term.closingDays) === undefined, {
    path: ["firstReactionDays"],
    error: "first-term-needed",
  })
  .refine((term) => term.closingDays === undefined || term.closingDays >= (term.firstReactionDays ?? 0), {
    path: ["closingDays"],
    error: "closing-before-first",
  });
export type TermInput = z.output<typeof termInput>;

export const termRemovalInput = z.strictObject({ id: z.uuid() });

export const freeDayInput = z.strictObject({
  day: writtenDay,
  name: z.string({ error: "required" }).pipe(requiredLine(60)),
});
