import { z } from "zod";
import { purposeCodes } from "./purposes";

/** Which reports of the student: this one, with those that are open, or all that the office has. */
export const spans = ["this", "open", "all"] as const;
export type Span = (typeof spans)[number];

export const optionalParts = ["conversation", "papers"] as const;

export const dossierInput = z.strictObject({
  purpose: z.enum(purposeCodes, { error: "dossier-purpose-missing" }),
  span: z.enum(spans, { error: "choice-unknown" }),
  parts: z.preprocess(
    // One ticked box of a form is a text, two are a list.
    (given) => (given === undefined ? [] : typeof given === "string" ? [given] : given),
    z.array(z.enum(optionalParts, { error: "choice-unknown" })).max(optionalParts.length, { error: "choice-unknown" }),
  ),
});

export type DossierInput = z.infer<typeof dossierInput>;
