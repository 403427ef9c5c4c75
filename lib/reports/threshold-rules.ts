import type { Label } from "@/lib/i18n/locale";
import type { AbsenceTypeCode } from "./absence-types";

/** School days within which a school reports after the threshold was reached. Source: Inspectie van het Onderwijs. */
export const schoolDaysInTime = 5;

interface ThresholdRule {
  readonly label: Label;
  readonly unit: "hours" | "days";
  readonly limit: number;
  readonly legalBasis: string;
}

/** From where on a school must report. */
export const thresholdRules = {
  sixteen_hours: {
    label: { nl: "16 uur in 4 lesweken", en: "16 hours in 4 lesson weeks" },
    unit: "hours",
    limit: 16,
    legalBasis: "Leerplichtwet 1969, artikel 21a, eerste lid",
  },
  long_term: {
    label: { nl: "meer dan 4 weken aaneen", en: "more than 4 weeks on end" },
    unit: "days",
    limit: 29,
    legalBasis: "Leerplichtwet 1969, artikel 21a",
  },
  over_18: {
    label: { nl: "4 weken aaneen (18-plus)", en: "4 weeks on end (over 18)" },
    unit: "days",
    limit: 28,
    legalBasis: "Wet educatie en beroepsonderwijs, artikel 8.1.8a",
  },
} as const satisfies Record<string, ThresholdRule>;

export type ThresholdRuleCode = keyof typeof thresholdRules;

const ruleOfType: Readonly<Record<AbsenceTypeCode, ThresholdRuleCode | null>> = {
  sixteen_hours_in_four_weeks: "sixteen_hours",
  other_absence: "sixteen_hours",
  long_term_non_attendance: "long_term",
  over_18_absence: "over_18",
  holiday_truancy: null,
  late_arrival: null,
};

/** Null: this type is reported at once, or has steps of its own. */
export function thresholdRuleOf(type: AbsenceTypeCode): ThresholdRuleCode | null {
  return ruleOfType[type];
}

/** After these the count of hours begins anew; a signal of a few hours counts along until the sixteen are reached. */
export const restartingTypes: readonly string[] = [
  "sixteen_hours_in_four_weeks",
  "long_term_non_attendance",
] satisfies readonly AbsenceTypeCode[];
