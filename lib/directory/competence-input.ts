import { z } from "zod";
import { writtenDay } from "@/lib/identity/people-input";

const regime = z.enum(["compulsory", "qualification", "over_18"]);

/** From a day on an office has these duties of a municipality. */
const competenceInput = z.strictObject({
  municipalityCode: z.string().regex(/^\d{4}$/),
  regimes: z.array(regime, { error: "regimes-missing" }).min(1, { error: "regimes-missing" }),
  officeCode: z.string({ error: "office-missing" }).trim().min(1, { error: "office-missing" }).max(40),
  from: writtenDay,
});
export type CompetenceInput = z.output<typeof competenceInput>;

/** A form sends one ticked box as a text, several as a list. */
function fromForm(fields: unknown): unknown {
  if (typeof fields !== "object" || fields === null || !("regimes" in fields)) return fields;
  return { ...fields, regimes: [fields.regimes].flat() };
}

export const competenceForm = z.preprocess(fromForm, competenceInput);
