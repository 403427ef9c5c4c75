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

const openFor = {
  up_to_week: { nl: "Open, korter dan een week", en: "Open, less than a week" },
  up_to_4_weeks: { nl: "Open, 1 tot 4 weken", en: "Open, 1 to 4 weeks" },
  up_to_12_weeks: { nl: "Open, 4 tot 12 weken", en: "Open, 4 to 12 weeks" },
  longer: { nl: "Open, 12 weken of langer", en: "Open, 12 weeks or longer" },
  over: { nl: "Niet meer open", en: "No longer open" },
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
  open_for: { label: { nl: "Hoe lang open", en: "How long open" }, values: openFor },
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

/** Goes on after a month is closed: how its reports stand, not how they were filed. */
export const goingOn: readonly Breakdown[] = ["outcome", "open_for"];

/** Whether a report was followed by another one is said when it is so old. */
export const settledDays = 84;

/** How long a report is open, by the most days of each. */
export const openForDays = [
  ["up_to_week", 6],
  ["up_to_4_weeks", 27],
  ["up_to_12_weeks", 83],
] as const;

/** How long a report is open that was filed so many days ago. */
export function openForOf(days: number): keyof typeof openFor {
  return openForDays.find(([, most]) => days <= most)?.[0] ?? "longer";
}

interface Standing {
  readonly status: string;
  readonly closeReason: string | null;
}

export function outcomeOf({ status, closeReason }: Standing): string {
  if (status === "closed") return closeReason ?? "open";
  return status === "noted" ? "noted" : "open";
}
