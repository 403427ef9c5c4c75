import { z } from "zod";
import { calendarDate, readWrittenDay } from "@/lib/shared/calendar-date";
import { isRole } from "./roles";

const email = z
  .string()
  .trim()
  .normalize("NFKC")
  .toLowerCase()
  .max(254)
  .pipe(z.email({ error: "email-invalid" }));

const name = z
  .string()
  .trim()
  .normalize("NFC")
  .min(1, { error: "required" })
  .max(120)
  .regex(/^[^\p{Cc}<>]*$/u, { error: "name-invalid" });

const role = z.string().refine(isRole, { error: "role-unknown" });

/** A day as people type it, or as a date field sends it. */
export const writtenDay = z.string().transform((text, context) => {
  const parsed = calendarDate.safeParse(text);
  const day = parsed.success ? parsed.data : readWrittenDay(text);
  if (day !== null) return day;
  context.addIssue({ code: "custom", message: "date-invalid" });
  return z.NEVER;
});

const mandateFields = {
  organisation: z.string().trim().min(1, { error: "required" }).max(40),
  role,
  /** Empty: all locations. Absent: those that the person has already. */
  locations: z.array(z.uuid()).optional(),
  protectedCases: z.boolean().optional(),
  from: writtenDay.optional(),
  until: writtenDay.optional(),
};

const endsAfterBegin = (period: { from?: string | undefined; until?: string | undefined }) =>
  period.from === undefined || period.until === undefined || period.until >= period.from;
const inOrder = { path: ["until"], error: "until-before-from" };

export const invitationInput = z.strictObject({ email, name, ...mandateFields }).refine(endsAfterBegin, inOrder);
export type InvitationInput = z.output<typeof invitationInput>;

export const mandateInput = z.strictObject({ accountId: z.uuid(), ...mandateFields }).refine(endsAfterBegin, inOrder);
export type MandateInput = z.output<typeof mandateInput>;

export const mandateEndInput = z.strictObject({
  mandateId: z.uuid(),
  /** The last day on which it holds. Absent: it ends now. */
  lastDay: writtenDay.optional(),
});
export type MandateEndInput = z.output<typeof mandateEndInput>;

export const accountChoice = z.strictObject({ accountId: z.uuid() });
export type AccountChoice = z.output<typeof accountChoice>;
