import { z } from "zod";
import { writtenDay } from "@/lib/identity/people-input";

const weekday = z.coerce.number().int().min(1).max(7);

/** Absent: no limit, not leaving. No days: all working days. */
export const termsInput = z.strictObject({
  accountId: z.uuid(),
  workDays: z.array(weekday).max(7).default([]),
  caseCap: z.coerce.number({ error: "invalid" }).int({ error: "invalid" }).min(0).max(999).optional(),
  noNewFrom: writtenDay.optional(),
});
export type TermsInput = z.output<typeof termsInput>;

export const leaveInput = z
  .strictObject({
    accountId: z.uuid(),
    /** Absent: a new leave. */
    leaveId: z.uuid().optional(),
    firstDay: writtenDay,
    /** Absent: until further notice. */
    lastDay: writtenDay.optional(),
    /** Absent: nobody stands in. */
    deputyId: z.uuid({ error: "officer-unknown" }).optional(),
  })
  .refine(({ firstDay, lastDay }) => lastDay === undefined || lastDay >= firstDay, {
    path: ["lastDay"],
    error: "last-day-before-first",
  })
  .refine(({ accountId, deputyId }) => accountId !== deputyId, { path: ["deputyId"], error: "deputy-is-self" });
export type LeaveInput = z.output<typeof leaveInput>;

export const leaveEndInput = z.strictObject({ accountId: z.uuid(), leaveId: z.uuid() });
export type LeaveEndInput = z.output<typeof leaveEndInput>;

/** A form sends the boxes that were ticked as one text or a list, and nothing when none was. */
function fromForm(fields: unknown): unknown {
  if (typeof fields !== "object" || fields === null || !("workDays" in fields)) return fields;
  return { ...fields, workDays: [fields.workDays].flat() };
}

export const termsForm = z.preprocess(fromForm, termsInput);
