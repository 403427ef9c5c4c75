import type { Label } from "@/lib/i18n/locale";
import { type AbsenceTypeCode, absenceType, absenceTypeCodes } from "@/lib/reports/absence-types";
import { closeReasons } from "@/lib/reports/codes";

const ages = {
  under_12: { nl: "Tot 12 jaar", en: "Under 12" },
  from_12: { nl: "12 tot 16 jaar", en: "12 to 15" },
  from_16: { nl: "16 en 17 jaar", en: "16 and 17" },
  from_18: { nl: "18 tot 23 jaar", en: "18 to 22" },
  from_23: { nl: "23 jaar of ouder", en: "23 or over" },
} as const satisfies Record<string, Label>;

const sectors = {
  PO: { nl: "Basisonderwijs", en: "Primary" },
  SO: { nl: "Speciaal onderwijs", en: "Special needs" },
  VO: { nl: "Voortgezet onderwijs", en: "Secondary" },
  MBO: { nl: "Mbo", en: "Vocational" },
} as const satisfies Record<string, Label>;

const outcomes = {
  open: { nl: "Nog open", en: "Still open" },
  noted: { nl: "Ter kennisgeving aangenomen", en: "Noted" },
  ...closeReasons,
} as const satisfies Record<string, Label>;

const types = Object.fromEntries(
  absenceTypeCodes.map((code: AbsenceTypeCode) => [code, absenceType(code).label]),
) as Readonly<Record<AbsenceTypeCode, Label>>;

/** By what reports are told apart, with every value there is, in the order in which it is shown. */
export const breakdowns = {
  type: { label: { nl: "Soort verzuim", en: "Type of absence" }, values: types },
  age: { label: { nl: "Leeftijd bij melden", en: "Age when reported" }, values: ages },
  sector: { label: { nl: "Onderwijssoort", en: "Sector" }, values: sectors },
  outcome: { label: { nl: "Hoe het afliep", en: "Outcome" }, values: outcomes },
} as const satisfies Record<string, { label: Label; values: Readonly<Record<string, Label>> }>;

export type Breakdown = keyof typeof breakdowns;
export const breakdownCodes = Object.keys(breakdowns) as readonly Breakdown[];

export function isBreakdown(text: string): text is Breakdown {
  return Object.hasOwn(breakdowns, text);
}

/** The values of a breakdown, in their order. */
export function valuesOf(breakdown: Breakdown): readonly { readonly code: string; readonly label: Label }[] {
  return Object.entries(breakdowns[breakdown].values).map(([code, label]) => ({ code, label }));
}

const firstAges = [
  ["from_23", 23],
  ["from_18", 18],
  ["from_16", 16],
  ["from_12", 12],
] as const;

export function ageBandOf(age: number): keyof typeof ages {
  return firstAges.find(([, from]) => age >= from)?.[0] ?? "under_12";
}

interface Standing {
  readonly status: string;
  readonly closeReason: string | null;
}

export function outcomeOf({ status, closeReason }: Standing): string {
  if (status === "closed") return closeReason ?? "open";
  return status === "noted" ? "noted" : "open";
}
