import { z } from "zod";
import { closeNoteCodes, closeReasonCodes } from "@/lib/reports/codes";
import { calendarDate } from "@/lib/shared/calendar-date";
import { optionalWords, requiredWords } from "@/lib/shared/words";
import { interventionCodes } from "./interventions";

/** Which report, and which version of it the screen showed. */
const target = { reference: z.string().max(20), version: z.coerce.number().int().min(1).optional() };

/** Words for the school stand on its timeline; a note is read by the office only. */
const spoken = { words: optionalWords(1_000), note: optionalWords(5_000) };

export const takeUpInput = z.strictObject(target);
export const acknowledgeInput = z.strictObject({ ...target, ...spoken });
export const recordActionInput = z.strictObject({
  ...target,
  ...spoken,
  intervention: z.enum(interventionCodes, { error: "intervention-missing" }),
  on: calendarDate.optional(),
});
export const closeInput = z.strictObject({
  ...target,
  ...spoken,
  closeReason: z.enum(closeReasonCodes, { error: "close-reason-missing" }),
  closeNote: z.enum(closeNoteCodes, { error: "close-note-missing" }),
});
export const reopenInput = z.strictObject({ ...target, reason: requiredWords(500) });
export const assignInput = z.strictObject({
  ...target,
  /** Absent: back to the shared inbox. */
  officerId: z.uuid({ error: "officer-unknown" }).optional(),
});
