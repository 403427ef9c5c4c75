import type { Regime } from "@/lib/directory/regime";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { RoutingFacts } from "./facts";
import type { Because, NamedMunicipality, OfficeRulesAsked, RuleName, SkippedRule, Tried, Why } from "./route";
import type { Officer, RoutingOffice, RoutingTable } from "./table";

/** A place in the country, as it was when it was written down. */
export interface Place {
  readonly municipalityCode: string;
  /** Null: not known. */
  readonly postcode: string | null;
  /** From which day on it was written so; later changes of municipality may touch it. */
  readonly since: CalendarDate;
}

/** What the rules so far have found. */
export interface Progress {
  readonly regime: Regime;
  readonly place: Place | null;
  readonly municipality: NamedMunicipality | null;
  readonly office: RoutingOffice | null;
  readonly because: readonly Because[];
  /** Null: the office has no rules, or they were not asked. */
  readonly asked: OfficeRulesAsked | null;
}

/** What came of the rules of the office itself. */
interface OfficeRulesSay {
  readonly asked?: OfficeRulesAsked;
  readonly skipped?: readonly SkippedRule[];
}

/** What a rule answers: something was found, nothing was, or the report can go nowhere. */
export type Finding =
  | {
      readonly kind: "found";
      readonly outcome: Tried["outcome"];
      /** Codes and ids only. */
      readonly found: readonly string[];
      readonly progress: Partial<Omit<Progress, "because" | "asked">>;
      readonly because: readonly Because[];
    }
  | ({ readonly kind: "passed"; readonly found: readonly string[] } & OfficeRulesSay)
  | { readonly kind: "stuck"; readonly why: Why; readonly outcome: Tried["outcome"]; readonly found: readonly string[] }
  | ({
      readonly kind: "settled";
      readonly outcome: Tried["outcome"];
      readonly found: readonly string[];
      /** Null: the shared inbox. */
      readonly officer: Officer | null;
      readonly because: readonly Because[];
    } & OfficeRulesSay);

/** One step of the router. It sees what came before, and answers; it knows no database and no clock. */
export interface Rule {
  readonly name: RuleName;
  judge(progress: Progress, facts: RoutingFacts, table: RoutingTable): Finding;
}

/** The rule does not say anything about this report. */
export function passed(...found: readonly string[]): Finding {
  return found.length === 0 ? nothingFound : { kind: "passed", found };
}

/** Most rules say nothing about most reports: one finding is enough for all of those. */
export const nothingFound: Finding = { kind: "passed", found: [] };

export function stuck(why: Why, found: readonly string[] = []): Finding {
  return { kind: "stuck", why, outcome: found.length > 1 ? "several" : "no-match", found };
}
