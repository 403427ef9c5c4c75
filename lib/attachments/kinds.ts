import type { Label } from "@/lib/i18n/locale";

/** What a paper is, in the eyes of whoever sends it. */
export const kinds = {
  absence_sheet: {
    label: { nl: "Verzuimstaat", en: "Absence sheet" },
    /** With its article, within a sentence. */
    told: { nl: "een verzuimstaat", en: "an absence sheet" },
  },
  letter: { label: { nl: "Brief", en: "Letter" }, told: { nl: "een brief", en: "a letter" } },
  statement: { label: { nl: "Verklaring", en: "Statement" }, told: { nl: "een verklaring", en: "a statement" } },
  other: { label: { nl: "Iets anders", en: "Something else" }, told: { nl: "een bijlage", en: "an attachment" } },
} as const satisfies Record<string, { readonly label: Label; readonly told: Label }>;

export type KindCode = keyof typeof kinds;

export const kindCodes = ["absence_sheet", "letter", "statement", "other"] as const satisfies readonly KindCode[];

export function isKind(code: string): code is KindCode {
  return Object.hasOwn(kinds, code);
}
