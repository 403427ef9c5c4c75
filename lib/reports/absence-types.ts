import type { Regime } from "@/lib/directory/regime";
import type { CalendarDate } from "@/lib/shared/calendar-date";

interface AbsenceTypeShape {
  readonly label: { readonly nl: string; readonly en: string };
  /** One line that helps to choose. */
  readonly hint: { readonly nl: string; readonly en: string };
  readonly legalBasis: string;
  readonly isMandatory: boolean;
  /** The duties for which this type is meant; another one gets a warning, not a refusal (settled 4). */
  readonly regimes: readonly Regime[];
  readonly validFrom: string;
  /** Null: in use. */
  readonly validUntil: string | null;
  /** What this type asks; what it does not name is not asked and not accepted. */
  readonly asks: {
    readonly period: "period" | "none";
    readonly hours: boolean;
    readonly arrivals: boolean;
  };
  /** An end must follow once the student is back (domain 1.4, rule 5). */
  readonly needsEnd: boolean;
}

/** The kinds of absence that a school reports. A new one is one entry here; form, API and import read the table. */
export const absenceTypes = {
  sixteen_hours_in_four_weeks: {
    label: { nl: "16 uur in 4 weken", en: "16 hours in 4 weeks" },
    hint: { nl: "Spijbelen, samen 16 lesuren of meer", en: "Truancy, 16 lessons or more in all" },
    legalBasis: "Leerplichtwet 1969, artikel 21a, eerste lid",
    isMandatory: true,
    regimes: ["compulsory", "qualification"],
    validFrom: "2009-08-01",
    validUntil: null,
    asks: { period: "period", hours: true, arrivals: false },
    needsEnd: true,
  },
  long_term_non_attendance: {
    label: { nl: "Langdurig verzuim", en: "Long-term absence" },
    hint: { nl: "Langer dan 4 weken aaneen", en: "More than 4 weeks on end" },
    legalBasis: "Leerplichtwet 1969, artikel 21a",
    isMandatory: true,
    regimes: ["compulsory", "qualification"],
    validFrom: "2009-08-01",
    validUntil: null,
    asks: { period: "period", hours: false, arrivals: false },
    needsEnd: true,
  },
  holiday_truancy: {
    label: { nl: "Luxeverzuim", en: "Holiday truancy" },
    hint: { nl: "Vakantie zonder toestemming", en: "Holiday without permission" },
    legalBasis: "Leerplichtwet 1969, artikelen 11 en 13a",
    isMandatory: true,
    regimes: ["compulsory", "qualification"],
    validFrom: "2009-08-01",
    validUntil: null,
    asks: { period: "period", hours: false, arrivals: false },
    needsEnd: false,
  },
  over_18_absence: {
    label: { nl: "18-plusverzuim", en: "Over-18 absence" },
    hint: { nl: "18 jaar of ouder, 4 weken of langer", en: "18 or over, 4 weeks or longer" },
    legalBasis: "Wet educatie en beroepsonderwijs, artikel 8.1.8a",
    isMandatory: true,
    regimes: ["over_18"],
    validFrom: "2009-08-01",
    validUntil: null,
    asks: { period: "period", hours: false, arrivals: false },
    needsEnd: true,
  },
  late_arrival: {
    label: { nl: "Te laat komen", en: "Late arrival" },
    hint: { nl: "Geen begin en eind, alleen de keren", en: "No begin and end, only the times" },
    legalBasis: "Leerplichtwet 1969, artikel 4, tweede lid",
    isMandatory: false,
    regimes: ["compulsory", "qualification"],
    validFrom: "2009-08-01",
    validUntil: null,
    asks: { period: "none", hours: false, arrivals: true },
    needsEnd: false,
  },
  other_absence: {
    label: { nl: "Overig verzuim", en: "Other absence" },
    hint: { nl: "Zorgen, of minder dan 16 uur", en: "Worries, or less than 16 hours" },
    legalBasis: "Leerplichtwet 1969, artikel 21a, negende lid",
    isMandatory: false,
    regimes: ["compulsory", "qualification", "over_18"],
    validFrom: "2009-08-01",
    validUntil: null,
    asks: { period: "period", hours: true, arrivals: false },
    needsEnd: false,
  },
} as const satisfies Record<string, AbsenceTypeShape>;

export type AbsenceTypeCode = keyof typeof absenceTypes;

export const absenceTypeCodes = Object.keys(absenceTypes) as readonly AbsenceTypeCode[];

export function isAbsenceType(value: string): value is AbsenceTypeCode {
  return Object.hasOwn(absenceTypes, value);
}

/** The entry, seen through the shape that all entries share. */
export function absenceType(code: AbsenceTypeCode): AbsenceTypeShape {
  return absenceTypes[code];
}

/** The types that may be reported for an absence that began on this day. */
export function absenceTypesOn(day: CalendarDate): readonly AbsenceTypeCode[] {
  return absenceTypeCodes.filter((code) => {
    const { validFrom, validUntil } = absenceType(code);
    return validFrom <= day && (validUntil === null || day <= validUntil);
  });
}

/** Does the type fit the duty that applies to this student? */
export function fitsRegime(code: AbsenceTypeCode, regime: Regime): boolean {
  return absenceType(code).regimes.includes(regime);
}
