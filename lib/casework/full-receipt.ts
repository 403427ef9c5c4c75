import { z } from "zod";
import { regimes } from "@/lib/directory/regime";
import { dutyGrounds } from "@/lib/directory/regime-on";
import type { Locale } from "@/lib/i18n/locale";
import { type ResidenceKind, type RoutingFacts, residenceOn } from "@/lib/routing/facts";
import { type TableRows, tableRows } from "@/lib/routing/facts-rows";
import { readFactsThen, replay } from "@/lib/routing/replay";
import type { Route, RuleName, SkipReason } from "@/lib/routing/route";
import { ageOn, type CalendarDate } from "@/lib/shared/calendar-date";
import { type Receipt, readReceipt, type Step, type StoredDecision, triedStep } from "./receipt";

/** A decision as the assignment keeps it. */
export interface StoredAssignment extends StoredDecision {
  readonly id: string;
  /** Null: no office. */
  readonly officeId: string | null;
  /** Null: the shared inbox, or no office. */
  readonly officerId: string | null;
  readonly outcome: string;
  /** Null: no office. */
  readonly officeName: string | null;
  readonly facts: unknown;
  readonly tableThen: unknown;
  /** Null: decided by rule. */
  readonly placedBy: string | null;
  readonly ruleSetVersion: number | null;
  readonly officeRuleId: string | null;
  readonly alsoMatched: readonly string[];
}

/** What decided, as it was on the day of the decision. */
export interface FactsThen {
  readonly firstDay: CalendarDate;
  readonly filedOn: CalendarDate;
  readonly age: number;
  /** Null: no registration on that day. */
  readonly home: {
    readonly kind: ResidenceKind;
    readonly municipality: string | null;
    readonly since: CalendarDate;
  } | null;
  /** The digits of the postcode; null: the school gave no other address. */
  readonly stay: string | null;
  /** Null: not known. */
  readonly letters: string | null;
  readonly level: string | null;
  readonly type: string;
  readonly isUrgent: boolean;
}

export interface FullStep extends Step {
  /** What the question was answered with, in words; a code that nobody can name any more stands as it is. */
  readonly found: readonly string[];
}

export interface FullReceipt extends Receipt {
  readonly id: string;
  /** Null: no office. */
  readonly officeName: string | null;
  readonly isByHand: boolean;
  readonly fullSteps: readonly FullStep[];
  /** Null: the office had no rules of its own, or was not asked. */
  readonly rules: RulesAsked | null;
  /** Null: not kept, as for a placing by hand. */
  readonly facts: FactsThen | null;
  /** Whether the same facts and rules, asked again now, give the same answer; null: there is nothing to ask again. */
  readonly holdsAgain: boolean | null;
}

export interface RulesAsked {
  readonly version: number;
  /** Null: none of them had the last word. */
  readonly decided: string | null;
  readonly alsoMatched: readonly string[];
  readonly skipped: readonly SkippedByName[];
}

export interface SkippedByName {
  readonly rule: string;
  readonly officers: readonly { readonly name: string; readonly why: SkipReason }[];
}

const skippedRule = z.object({
  ruleId: z.string(),
  officers: z.array(
    z.object({ id: z.string(), why: z.enum(["away", "leaving", "at-cap", "not-in-team", "not-for-protected"]) }),
  ),
});

const triedShape = z.array(
  triedStep.extend({ found: z.array(z.string()).default([]), skipped: z.array(skippedRule).default([]) }),
);

/** What another office may know of a decision: how it came to an office, and not how that office divides its work. */
const betweenOffices: ReadonlySet<RuleName> = new Set([
  "regime",
  "stay-address",
  "residence",
  "successor",
  "competent-office",
]);

interface ReceiptReader {
  readonly officeId: string;
  readonly locale: Locale;
}

/**
 * The whole of a decision in names, for the office that it gave the report to. Of another office's decision the rules
 * and the people within that office stay there.
 */
export function readFullReceipt(stored: StoredAssignment, { officeId, locale }: ReceiptReader): FullReceipt {
  const isOwn = stored.officeId === officeId;
  const receipt = readReceipt(stored);
  const rows = tableRows.safeParse(stored.tableThen).data ?? null;
  const names = namesIn(rows, locale);
  const tried = triedShape.parse(stored.tried);
  const factsThen = readFactsThen(stored.facts);
  return {
    ...receipt,
    id: stored.id,
    officeName: stored.officeName,
    isByHand: stored.placedBy !== null,
    fullSteps: tried
      .filter(({ rule }) => isOwn || betweenOffices.has(rule))
      .map(({ rule, outcome, found }) => ({
        ...{ rule, outcome, decided: rule === stored.rule },
        // By hand there is nothing to find but the office itself.
        found:
          stored.placedBy !== null && stored.officeName !== null
            ? [stored.officeName]
            : found.map((code) => names(rule, code)),
      })),
    rules: !isOwn ? null : rulesAsked(stored, tried, names),
    facts: factsThen === null ? null : toFacts(factsThen, (code) => names("residence", code)),
    holdsAgain: holdsAgain(stored),
  };
}

type Names = (rule: RuleName, code: string) => string;

function namesIn(rows: TableRows | null, locale: Locale): Names {
  const places = new Map(rows?.municipalities.map(({ code, name }) => [code, name]));
  const offices = new Map(rows?.offices.map(({ code, name }) => [code, name]));
  const people = new Map(rows?.officers.map(({ id, name }) => [id, name]));
  const rules = new Map(rows?.ruleSets.flatMap((set) => set.rules.map(({ id, name }) => [id, name] as const)));
  const duties = new Map<string, string>([
    ...Object.entries(regimes).map(([code, { label }]) => [code, label[locale]] as const),
    ...Object.entries(dutyGrounds).map(([code, label]) => [code, label[locale]] as const),
  ]);
  const tables: Partial<Record<RuleName, ReadonlyMap<string, string>>> = {
    regime: duties,
    "stay-address": places,
    residence: places,
    successor: places,
    "competent-office": offices,
    "office-rule": rules,
  };
  return (rule, code) => (tables[rule] ?? people).get(code) ?? code;
}

function rulesAsked(stored: StoredAssignment, tried: z.infer<typeof triedShape>, names: Names): RulesAsked | null {
  if (stored.ruleSetVersion === null) return null;
  const skipped = tried.flatMap((step) => step.skipped);
  const ruleName = (id: string) => names("office-rule", id);
  return {
    version: stored.ruleSetVersion,
    decided: stored.officeRuleId === null ? null : ruleName(stored.officeRuleId),
    alsoMatched: stored.alsoMatched.map(ruleName),
    skipped: skipped.map(({ ruleId, officers }) => ({
      rule: ruleName(ruleId),
      officers: officers.map(({ id, why }) => ({ name: names("least-open-work", id), why })),
    })),
  };
}

function toFacts(facts: RoutingFacts, placeName: (code: string) => string): FactsThen {
  const home = residenceOn(facts, facts.firstDay);
  const { firstDay, filedOn, level, type, isUrgent, letters } = facts;
  const code = home?.municipalityCode ?? null;
  return {
    firstDay,
    filedOn,
    age: ageOn(facts.student.birthDate, firstDay),
    home:
      home === null
        ? null
        : { kind: home.kind, since: home.from, municipality: code === null ? null : placeName(code) },
    stay: facts.stay?.postcode.slice(0, 4) ?? null,
    letters: letters === "" ? null : letters,
    level,
    type,
    isUrgent,
  };
}

/** By id: an office or an officer may bear another name by now. */
function holdsAgain(stored: StoredAssignment): boolean | null {
  const again = replay(stored);
  if (again === null) return null;
  if (again.kind === "unroutable") return stored.outcome === "unroutable" && stored.because.includes(again.why);
  const { office, officer, rule, officeRuleId } = again;
  const isSamePlace = office.id === stored.officeId && (officer?.id ?? null) === stored.officerId;
  return isSamePlace && rule === stored.rule && officeRuleId === stored.officeRuleId;
}

/** Where the rules of today would bring a report that lies elsewhere. */
export type Otherwise =
  | { readonly kind: "office"; readonly name: string }
  | { readonly kind: "officer"; readonly name: string }
  | { readonly kind: "nowhere"; readonly why: Extract<Route, { kind: "unroutable" }>["why"] };

interface Lying {
  readonly officeId: string | null;
  readonly officerId: string | null;
}

/**
 * Null: the rules of today say nothing else. Who has the least work differs from hour to hour and is no hint; that a
 * rule of the office, or the care of a location, names somebody else is one.
 */
export function otherwise(route: Route, { officeId, officerId }: Lying): Otherwise | null {
  if (route.kind === "unroutable") return officeId === null ? null : { kind: "nowhere", why: route.why };
  if (route.office.id !== officeId) return { kind: "office", name: route.office.name };
  const names = route.rule === "office-rule" || route.rule === "location-officer";
  if (!names || route.officer === null || route.officer.id === officerId) return null;
  return { kind: "officer", name: route.officer.name };
}
