import { z } from "zod";
import { closeNoteCodes, closeReasonCodes } from "@/lib/reports/codes";
import { thirdPartyCodes } from "@/lib/reports/waiting";
import { calendarDate } from "@/lib/shared/calendar-date";
import { optionalWords, requiredWords } from "@/lib/shared/words";
import { interventionCodes } from "./interventions";
import { talkOutcomeCodes, talkPresentCodes } from "./talk-outcomes";
import { reasonsFor } from "./transfer-reasons";

/** Which report, and which version of it the screen showed. */
const target = { reference: z.string().max(20), version: z.coerce.number().int().min(1).optional() };

/** Words for the school stand on its timeline; a note is read by the office only. */
const spoken = { words: optionalWords(1_000), note: optionalWords(5_000) };

/** "14:30", "14.30" or "9.05". */
export const clockTime = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, { error: "time-invalid" })
  .transform((text) => text.replace(".", ":").padStart(5, "0"));

export const takeUpInput = z.strictObject(target);
export const acknowledgeInput = z.strictObject({ ...target, ...spoken });
export const recordActionInput = z.strictObject({
  ...target,
  ...spoken,
  intervention: z.enum(interventionCodes, { error: "intervention-missing" }),
  on: calendarDate.optional(),
  time: clockTime.optional(),
  place: optionalWords(120),
  /** Words of the office, which stand where none of one's own were typed. */
  templateId: z.uuid({ error: "template-unknown" }).optional(),
});
/** The event with which the talk was planned. */
const talk = z.uuid({ error: "talk-over" });
export const endTalkInput = z.strictObject({
  ...target,
  ...spoken,
  talk,
  outcome: z.enum(talkOutcomeCodes, { error: "talk-outcome-missing" }),
  /** Absent: it was not said. */
  present: z.enum(talkPresentCodes, { error: "choice-unknown" }).optional(),
});
export const moveTalkInput = z.strictObject({
  ...target,
  ...spoken,
  talk,
  on: calendarDate,
  time: clockTime.optional(),
  place: optionalWords(120),
});
export const pauseInput = z.strictObject({
  ...target,
  ...spoken,
  waitsFor: z.enum(["school", ...thirdPartyCodes], { error: "waits-for-missing" }),
  /** Absent: nobody can say. */
  until: calendarDate.optional(),
});
export const resumeInput = z.strictObject(target);
export const extendInput = z.strictObject({
  ...target,
  days: z.coerce
    .number({ error: "working-days-invalid" })
    .int({ error: "working-days-invalid" })
    .min(1, { error: "working-days-invalid" })
    .max(20, { error: "working-days-invalid" }),
  reason: requiredWords(500),
});
export const closeInput = z.strictObject({
  ...target,
  ...spoken,
  closeReason: z.enum(closeReasonCodes, { error: "close-reason-missing" }),
  closeNote: z.enum(closeNoteCodes, { error: "close-note-missing" }),
});
export const reopenInput = z.strictObject({ ...target, reason: requiredWords(500) });
const officeCode = z
  .string({ error: "office-missing" })
  .trim()
  .min(1, { error: "office-missing" })
  .max(40, { error: "office-unknown" });
const note = optionalWords(2_000);
/** Only this report, which is meant when nothing is said, or the whole case. */
const reports = z.enum(["this", "all"], { error: "choice-unknown" }).optional();
export const referInput = z.strictObject({
  ...target,
  officeCode,
  reports,
  note,
  reason: z.enum(reasonsFor("refer"), { error: "transfer-reason-missing" }),
});
export const offerInput = z.strictObject({
  ...target,
  officeCode,
  reports,
  /** Read by the other office too, while it decides. */
  note,
  reason: z.enum(reasonsFor("transfer"), { error: "transfer-reason-missing" }),
});
export const takeBackInput = z.strictObject(target);
export const acceptInput = z.strictObject(target);
export const refuseInput = z.strictObject({
  ...target,
  note,
  reason: z.enum(reasonsFor("refuse"), { error: "transfer-reason-missing" }),
});
export const settleSignalInput = z.strictObject({
  reference: target.reference,
  kind: z.string().max(40),
});
export const assignInput = z.strictObject({
  ...target,
  /** Absent: back to the shared inbox. */
  officerId: z.uuid({ error: "officer-unknown" }).optional(),
});
