import type { CalendarDate } from "@/lib/shared/calendar-date";

/** The values of the law that change: ages, thresholds, and where each one stands. */
interface RuleSetShape {
  /** Null: holds for every earlier day too. */
  readonly validFrom: string | null;
  /** Null: holds until further notice. Otherwise the last day. */
  readonly validUntil: string | null;
  readonly compulsory: {
    readonly fromAge: number;
    readonly untilAge: number;
    readonly fullSchoolYears: number;
    readonly legalBasis: string;
  };
  readonly qualification: { readonly untilAge: number; readonly legalBasis: string };
  readonly over18: { readonly untilAge: number; readonly fromDay: number; readonly legalBasis: string };
  readonly truancy: { readonly hours: number; readonly lessonWeeks: number; readonly legalBasis: string };
  /** The first day of contiguous absence on which it is long-term. */
  readonly longTerm: { readonly fromDay: number; readonly legalBasis: string };
}

/** The sets, the latest last. The first day of absence chooses; a change of the law is one more entry. */
export const ruleSets = {
  "2010": {
    // The desk opened on 2009-08-01; an older absence is judged by the same values.
    validFrom: null,
    validUntil: "2025-12-31",
    compulsory: { fromAge: 5, untilAge: 16, fullSchoolYears: 12, legalBasis: "Leerplichtwet 1969, artikel 3" },
    qualification: { untilAge: 18, legalBasis: "Leerplichtwet 1969, artikelen 4a en 4b" },
    over18: { untilAge: 23, fromDay: 28, legalBasis: "Wet educatie en beroepsonderwijs, artikelen 8.1.8a en 8.3.1" },
    truancy: { hours: 16, lessonWeeks: 4, legalBasis: "Leerplichtwet 1969, artikel 21a" },
    longTerm: { fromDay: 29, legalBasis: "Leerplichtwet 1969, artikel 21a" },
  },
  "2026": {
    validFrom: "2026-01-01",
    validUntil: null,
    compulsory: { fromAge: 5, untilAge: 16, fullSchoolYears: 12, legalBasis: "Leerplichtwet 1969, artikel 3" },
    qualification: { untilAge: 18, legalBasis: "Leerplichtwet 1969, artikelen 4a en 4b" },
    over18: { untilAge: 27, fromDay: 28, legalBasis: "Wet van school naar duurzaam werk (36 667)" },
    truancy: { hours: 16, lessonWeeks: 4, legalBasis: "Leerplichtwet 1969, artikel 21a" },
    longTerm: { fromDay: 29, legalBasis: "Leerplichtwet 1969, artikel 21a" },
  },
} as const satisfies Record<string, RuleSetShape>;

export type RuleSetName = keyof typeof ruleSets;
export type RuleSet = RuleSetShape & { readonly name: RuleSetName };

const inOrder: readonly RuleSet[] = [
  { name: "2010", ...ruleSets["2010"] },
  { name: "2026", ...ruleSets["2026"] },
];

/** The set that holds on this day, which is the first day of absence. */
export function ruleSetOn(day: CalendarDate): RuleSet {
  const holding = inOrder.findLast(({ validFrom }) => validFrom === null || validFrom <= day);
  if (holding === undefined) throw new RangeError(`no rule set holds on ${day}`);
  return holding;
}
