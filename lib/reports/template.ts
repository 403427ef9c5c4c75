import { z } from "zod";
import { optionalWords, requiredLine } from "@/lib/shared/words";
import { type AbsenceTypeCode, absenceTypeCodes } from "./absence-types";
import { reasonCodes, schoolActionCodes } from "./codes";
import { type FormValues, textIn } from "./form-values";

/** So many a school keeps before some are cleared away. */
export const mostTemplates = 60;

/** What can be said beforehand: all but the student, the days and whom one can call. Each part may be left out. */
const parts = {
  type: z.enum(absenceTypeCodes).optional(),
  reasonCode: z.enum(reasonCodes).optional(),
  reason: optionalWords(200),
  explanation: optionalWords(10_000),
  schoolActions: z.array(z.enum(schoolActionCodes)).max(schoolActionCodes.length).optional(),
  schoolActionsNote: optionalWords(2_000),
  actionWanted: z.enum(["yes", "no"]).optional(),
  noActionReason: optionalWords(2_000),
} as const;

export const templateWords = z.strictObject(parts);
export type TemplateWords = z.output<typeof templateWords>;

export const templateInput = z
  .strictObject({
    /** Absent: a new one. */
    id: z.uuid().optional(),
    name: requiredLine(60),
    /** Absent: for all locations of the school. */
    locationId: z.uuid().optional(),
    ...parts,
    schoolActions: z.preprocess((given) => (typeof given === "string" ? [given] : given), parts.schoolActions),
  })
  .refine(({ id: _id, name: _name, locationId: _location, ...words }) => Object.values(words).some(isSaid), {
    error: "template-empty",
    path: ["type"],
  });
export type TemplateInput = z.output<typeof templateInput>;

const isSaid = (value: unknown) => value !== undefined;

export const templateTarget = z.strictObject({ id: z.uuid() });

/** A template as it is chosen from a list. */
export interface TemplateChoice {
  readonly id: string;
  readonly name: string;
  /** Null: for all locations. */
  readonly location: { readonly id: string; readonly name: string } | null;
  readonly type: AbsenceTypeCode | null;
}

/** A template as it is changed. */
export interface TemplateView extends TemplateChoice {
  readonly words: TemplateWords;
  readonly mayChange: boolean;
}

/** A template as fields of the form. */
export function templateValues({ schoolActions, ...texts }: TemplateWords): FormValues {
  const given = Object.entries(texts).flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]));
  return { ...Object.fromEntries(given), ...(schoolActions === undefined ? {} : { schoolActions }) };
}

const inOwnWords = new Set(["reason", "explanation", "schoolActionsNote", "noActionReason"]);

/** The form with what a template says. It chooses anew, but never takes the place of words that somebody typed. */
export function withTemplate(values: FormValues, words: TemplateWords): FormValues {
  const said = Object.entries(templateValues(words)).filter(
    ([name]) => !(inOwnWords.has(name) && textIn(values, name) !== ""),
  );
  return { ...values, ...Object.fromEntries(said) };
}
