import { z } from "zod";
import { calendarDate } from "@/lib/shared/calendar-date";

const code = z.string().min(1).max(60);
const codes = z.array(code).min(1).max(200);
const postcodeDigits = z.string().regex(/^[1-9]\d{3}$/);
const initials = z.string().regex(/^\p{L}{1,2}$/u);

/**
 * What must hold of a report for a rule to match: every condition that is there. A list means one of these. What is
 * not known of a report makes its condition false, never an error; a rule without conditions matches everything.
 */
export const conditions = z.strictObject({
  locations: z.array(z.uuid()).min(1).max(200).optional(),
  schools: z.array(z.uuid()).min(1).max(200).optional(),
  /** Of where the student lives or stays; both ends belong to the range. */
  postcodes: z
    .array(z.strictObject({ from: postcodeDigits, to: postcodeDigits }))
    .min(1)
    .max(100)
    .optional(),
  regimes: z
    .array(z.enum(["compulsory", "qualification", "over_18"]))
    .min(1)
    .max(3)
    .optional(),
  /** In whole years on the first day of absence; both ends belong to the range. */
  age: z.strictObject({ from: z.int().min(0).max(99), to: z.int().min(0).max(99) }).optional(),
  types: codes.optional(),
  urgent: z.boolean().optional(),
  /** Of the family name without its prefix, as letters without accents; both ends belong to the range. */
  surname: z.strictObject({ from: initials, to: initials }).optional(),
  levels: codes.optional(),
});
export type Conditions = z.infer<typeof conditions>;

/** Who gets what matches. Among several: as the rule set spreads work. */
export const destination = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("officers"), officerIds: z.array(z.uuid()).min(1).max(50) }),
  z.strictObject({ kind: z.literal("shared-inbox") }),
]);

export const officeRule = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(1).max(80),
  /** Null: from the beginning. The day of filing counts. */
  from: calendarDate.nullable(),
  /** Null: until further notice. */
  until: calendarDate.nullable(),
  when: conditions,
  goesTo: destination,
});
export type OfficeRule = z.infer<typeof officeRule>;

export const spreads = {
  "least-open-work": { label: { nl: "Wie het minste open werk heeft", en: "Whoever has the least open work" } },
  "in-turn": { label: { nl: "Om de beurt", en: "In turn" } },
} as const satisfies Record<string, { label: { nl: string; en: string } }>;
export type Spread = keyof typeof spreads;

/** The rules of an office in their order: the first that matches and names somebody who can take it has it. */
export const officeRules = z.array(officeRule).max(500);
