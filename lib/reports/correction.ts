import { z } from "zod";
import { calendarDate } from "@/lib/shared/calendar-date";
import { optionalLine, optionalWords, phoneNumber } from "@/lib/shared/words";
import type { AbsenceTypeCode } from "./absence-types";
import { absenceType } from "./absence-types";
import { reasonCodes, schoolActionCodes } from "./codes";
import { absentDay, contact, lateArrival } from "./input";

/** What a report is about: another one of these is another report. */
const fixed: ReadonlySet<string> = new Set(["school", "student", "type", "firstDay"]);

/** The fields that a school may still change; absent means unchanged. */
export const correctionInput = z
  .strictObject(
    {
      lastDay: calendarDate,
      hours: z
        .array(absentDay)
        .max(366, { error: "too-many-days" })
        .refine((entries) => new Set(entries.map(({ day }) => day)).size === entries.length, { error: "day-twice" }),
      arrivals: z.array(lateArrival).min(1, { error: "arrivals-missing" }).max(100, { error: "too-many-days" }),
      reasonCode: z.enum(reasonCodes, { error: "reason-missing" }),
      reason: optionalWords(200),
      explanation: optionalWords(10_000),
      schoolActions: z.array(z.enum(schoolActionCodes, { error: "code-unknown" })).max(schoolActionCodes.length),
      schoolActionsNote: optionalWords(2_000),
      contact,
      parentPhone: phoneNumber,
      ownReference: optionalLine(40),
    },
    {
      error: (issue) =>
        issue.code === "unrecognized_keys" && fixed.has(issue.keys[0] ?? "") ? "field-fixed" : undefined,
    },
  )
  .partial()
  .refine((input) => Object.values(input).some((value) => value !== undefined), { error: "nothing-changed" })
  .meta({
    description:
      "Alleen wat verandert. School, leerling, soort en eerste dag staan vast: trek daarvoor de melding in en doe een nieuwe.",
  });

export type CorrectionInput = z.infer<typeof correctionInput>;

/** The fields that a correction names and this type of absence does not ask. */
export function unaskedFields(type: AbsenceTypeCode, input: CorrectionInput): readonly string[] {
  const { asks } = absenceType(type);
  const unasked: string[] = [];
  if (input.lastDay !== undefined && asks.period === "none") unasked.push("lastDay");
  if (input.hours !== undefined && !asks.hours) unasked.push("hours");
  if (input.arrivals !== undefined && !asks.arrivals) unasked.push("arrivals");
  return unasked;
}
