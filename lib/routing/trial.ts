import type { DutyRegime } from "@/lib/directory/regime";
import { type CalendarDate, calendarDate } from "@/lib/shared/calendar-date";
import { decideOfficer } from "./decide";
import type { RoutingFacts } from "./facts";
import { compileOfficeRules, type RuleSetRow } from "./office-rules/compile";
import type { RuleName } from "./route";
import { holdsOn, type Officer, type RoutingOffice, type RoutingTable } from "./table";

/** A report that the office once got, with what decided then, and without who it is about. */
export interface PastReport {
  /** Null: not for the eyes of whoever asks. */
  readonly reference: string | null;
  /** An ISO moment. */
  readonly receivedAt: string;
  readonly regime: DutyRegime;
  readonly facts: RoutingFacts;
}

export interface TrialQuestion {
  readonly office: RoutingOffice;
  readonly team: readonly Officer[];
  /** Null: the office has no rules of its own. */
  readonly before: RuleSetRow | null;
  readonly after: RuleSetRow | null;
  readonly today: CalendarDate;
}

export interface TrialTaker {
  readonly id: string;
  readonly name: string;
}

export interface TrialStep {
  /** Null: the shared inbox. */
  readonly taker: TrialTaker | null;
  readonly rule: RuleName;
  /** Null: no rule of the office had the last word. */
  readonly officeRuleId: string | null;
}

export interface TrialDifference {
  readonly reference: string;
  readonly before: TrialStep;
  readonly after: TrialStep;
}

export interface TrialShare {
  /** Null: the shared inbox. */
  readonly taker: TrialTaker | null;
  readonly before: number;
  readonly after: number;
}

export interface Trial {
  readonly reportCount: number;
  /** Everybody of the team, and the shared inbox where it got something; the largest change first. */
  readonly shares: readonly TrialShare[];
  /** How many reports would go to somebody else. */
  readonly differenceCount: number;
  /** Of those, the reports that whoever asks may not read. */
  readonly hiddenCount: number;
  /** Of the others the latest, the latest first. */
  readonly differences: readonly TrialDifference[];
}

interface RunningTrial {
  /** Reports in the order in which the office got them; those of a later call came later. */
  add(reports: readonly PastReport[]): void;
  readonly result: () => Trial;
}

export const differencesShown = 200;

/** Replays the past twice, side by side, as reports come in; so a long past need not be in memory at once. */
export function startTrial({ before, after, ...office }: TrialQuestion): RunningTrial {
  const desks = { before: openDesk(office, before), after: openDesk(office, after) };
  const shares = new Map<string, TrialShare>(
    desks.before.team.map(({ id, name }) => [id, { taker: { id, name }, before: 0, after: 0 }]),
  );
  const counts = { reportCount: 0, differenceCount: 0, hiddenCount: 0 };
  const latest: TrialDifference[] = [];
  const addOne = (report: PastReport) => {
    const steps = { before: giveOut(desks.before, report), after: giveOut(desks.after, report) };
    count(shares, steps.before, "before");
    count(shares, steps.after, "after");
    counts.reportCount++;
    if (keyOf(steps.before) === keyOf(steps.after)) return;
    counts.differenceCount++;
    if (report.reference === null) counts.hiddenCount++;
    else latest.push({ reference: report.reference, ...steps });
    if (latest.length > differencesShown) latest.shift();
  };
  return {
    add: (reports) => reports.forEach(addOne),
    result: () => ({ ...counts, shares: [...shares.values()].sort(byChange), differences: latest.toReversed() }),
  };
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

interface Desk {
  readonly office: RoutingOffice;
  readonly team: readonly Mutable<Officer>[];
  readonly table: RoutingTable;
}

function openDesk(
  { office, team: everyone, today }: Omit<TrialQuestion, "before" | "after">,
  rules: RuleSetRow | null,
): Desk {
  const team = everyone.filter((officer) => holdsOn(officer, today)).map(asOfToday);
  const dated = rules === null ? [] : [{ activeFrom: beginning, rules: compileOfficeRules(rules) }];
  const table = { ...emptyTable, officers: new Map([[office.id, team]]), ruleSets: new Map([[office.id, dated]]) };
  return { office, team, table };
}

/** Which office gets a report is no question of the trial: these are the reports that it got. */
const emptyTable = {
  municipalities: new Map(),
  changes: new Map(),
  areas: new Map(),
  competences: new Map(),
  offices: new Map(),
} satisfies Partial<RoutingTable>;

const beginning = calendarDate.parse("1900-01-01");

/**
 * The people of today, as if they had always been there. In a trial no report is ever closed, so a limit to the open
 * ones would shut every desk after a while and say nothing about the rules.
 */
function asOfToday(officer: Officer): Mutable<Officer> {
  return { ...officer, from: beginning, until: null, openReports: 0, caseCap: null, lastGivenAt: null };
}

function giveOut({ office, table, team }: Desk, { facts, receivedAt, regime }: PastReport): TrialStep {
  const { officer, rule, officeRuleId } = decideOfficer({ office, regime }, facts, table);
  if (officer === null) return { taker: null, rule, officeRuleId };
  for (const desk of team) {
    if (desk.id !== officer.id) continue;
    desk.openReports++;
    desk.lastGivenAt = receivedAt;
  }
  return { taker: { id: officer.id, name: officer.name }, rule, officeRuleId };
}

const sharedInbox = "";

function keyOf({ taker }: Pick<TrialStep, "taker">): string {
  return taker?.id ?? sharedInbox;
}

function count(shares: Map<string, TrialShare>, step: TrialStep, variant: "before" | "after"): void {
  const share = shares.get(keyOf(step)) ?? { taker: step.taker, before: 0, after: 0 };
  shares.set(keyOf(step), { ...share, [variant]: share[variant] + 1 });
}

function byChange(a: TrialShare, b: TrialShare): number {
  const change = Math.abs(b.after - b.before) - Math.abs(a.after - a.before);
  if (change !== 0) return change;
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
