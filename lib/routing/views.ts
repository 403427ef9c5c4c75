import type { DutyRegime, Regime } from "@/lib/directory/regime";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { OfficeRule, Spread } from "./office-rules/rule-set";
import type { Why } from "./route";
import type { OfficeKind } from "./table";
import type { Trial } from "./trial";

/** What a functional administrator sees of a report that could not be routed, and no more (settled 13). */
export interface UnroutableLine {
  readonly reference: string;
  readonly version: number;
  readonly filedOn: CalendarDate;
  readonly schoolName: string;
  readonly locationName: string;
  readonly type: string;
  readonly regime: Regime;
  readonly why: Why;
  /** Named where an office is missing for it, and the address is not protected. */
  readonly municipality: string | null;
}

export interface OfficeChoice {
  readonly code: string;
  readonly name: string;
  readonly kind: OfficeKind;
}

/** Duties of a municipality of today that have no office, or more than one. */
export interface TableFault {
  readonly municipality: string;
  readonly regimes: readonly DutyRegime[];
  /** None: nobody is competent. */
  readonly offices: readonly string[];
}

/** One version of the rules of an office. */
export interface RuleSetView {
  readonly id: string;
  readonly version: number;
  readonly edition: number;
  /** Null: a draft. */
  readonly activeFrom: CalendarDate | null;
  readonly spread: Spread;
  readonly rules: readonly OfficeRule[];
}

export interface RulePlace {
  readonly id: string;
  readonly name: string;
}

export interface RulePlaces {
  readonly schools: readonly RulePlace[];
  readonly locations: readonly RulePlace[];
}

export interface OfficeRulesView {
  /** Null: nothing is in force yet. */
  readonly active: RuleSetView | null;
  /** Null: nobody is changing the rules. */
  readonly draft: RuleSetView | null;
  /** All that was ever activated, the newest first. */
  readonly versions: readonly RuleSetView[];
  readonly officers: readonly RulePlace[];
  /** Of the schools and locations that the rules name. */
  readonly names: Readonly<Record<string, string>>;
  readonly mayKeep: boolean;
}

export interface LateRule {
  readonly name: string;
  readonly from: CalendarDate;
}

/** Other rules over reports of the past, asked for and not yet carried out. */
export interface TrialRun {
  /** Null: the office has no rules of its own in force. */
  readonly before: RuleSetView | null;
  readonly after: RuleSetView;
  /** Rules that begin after the oldest of the reports: on those of before, a trial says nothing about them. */
  readonly notYet: readonly LateRule[];
  readonly reportCount: number;
  /** There are earlier reports in the period, which are left out. */
  readonly hasMore: boolean;
  /** Goes on each time it is asked: yields how many reports were tried so far, and gives the outcome at the end. */
  readonly steps: () => AsyncGenerator<number, Trial>;
}
