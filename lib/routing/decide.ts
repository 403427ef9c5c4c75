import { isProtected, type RoutingFacts } from "./facts";
import type { Because, OfficeRulesAsked, Route, RuleName, Tried, Why } from "./route";
import type { Finding, Progress, Rule } from "./rule";
import { rules, withinOffice } from "./rules";
import type { Officer, RoutingTable } from "./table";

/** Where a report goes, and why, or why nowhere. Asks each rule in its order until one has the last word. */
export function decideRoute(facts: RoutingFacts, table: RoutingTable): Route {
  const { finding, ...ending } = askInOrder(rules, nothing, { facts, table });
  return finding.kind === "stuck"
    ? unroutable(ending, finding.why)
    : assigned(ending, finding.officer, finding.because);
}

interface OfficerChoice {
  /** Null: the shared inbox of the office. */
  readonly officer: Officer | null;
  readonly rule: RuleName;
  /** Null: no rule of the office had the last word. */
  readonly officeRuleId: string | null;
}

/** Who gets a report of which the office and the regime are known already. */
export function decideOfficer(
  known: Pick<Progress, "office" | "regime">,
  facts: RoutingFacts,
  table: RoutingTable,
): OfficerChoice {
  const { finding, rule, progress } = askInOrder(withinOffice, { ...nothing, ...known }, { facts, table });
  if (finding.kind === "stuck") throw new Error(`rule ${rule} found no way within an office`);
  return { officer: finding.officer, rule, officeRuleId: progress.asked?.ruleId ?? null };
}

interface Asking {
  readonly facts: RoutingFacts;
  readonly table: RoutingTable;
}

interface LastWord extends Ending {
  readonly finding: Extract<Finding, { kind: "stuck" | "settled" }>;
}

function askInOrder(inOrder: readonly Rule[], begin: Progress, { facts, table }: Asking): LastWord {
  const tried: Tried[] = [];
  let progress = begin;
  for (const rule of inOrder) {
    const finding = rule.judge(progress, facts, table);
    tried.push(toTried(rule.name, finding));
    const asked = askedOf(finding);
    if (asked !== null) progress = { ...progress, asked };
    if (finding.kind === "stuck" || finding.kind === "settled")
      return { finding, progress, tried, rule: rule.name, isProtected: isProtected(facts) };
    if (finding.kind === "found") {
      progress = { ...progress, ...finding.progress, because: [...progress.because, ...finding.because] };
    }
  }
  throw new Error("no rule had the last word");
}

const nothing: Progress = { regime: "none", place: null, municipality: null, office: null, because: [], asked: null };

function toTried(rule: RuleName, finding: Finding): Tried {
  const outcome = finding.kind === "passed" ? "no-match" : finding.outcome;
  const skipped = "skipped" in finding ? (finding.skipped ?? []) : [];
  return skipped.length === 0
    ? { rule, outcome, found: finding.found }
    : { rule, outcome, found: finding.found, skipped };
}

function askedOf(finding: Finding): OfficeRulesAsked | null {
  return "asked" in finding ? (finding.asked ?? null) : null;
}

interface Ending {
  readonly progress: Progress;
  readonly tried: readonly Tried[];
  readonly rule: RuleName;
  readonly isProtected: boolean;
}

function unroutable({ progress, ...ending }: Ending, why: Why): Route {
  const { regime, municipality } = progress;
  return { kind: "unroutable", why, regime, municipality, because: [why], ...ending };
}

function assigned({ progress, ...ending }: Ending, officer: Officer | null, because: readonly Because[]): Route {
  const { regime, municipality, office, asked } = progress;
  if (regime === "none" || municipality === null || office === null) {
    throw new Error(`rule ${ending.rule} settled a report without an office`);
  }
  return {
    kind: "assigned",
    regime,
    municipality,
    office: { id: office.id, code: office.code, name: office.name },
    officer: officer === null ? null : { id: officer.id, name: officer.name },
    ruleSetVersion: asked?.version ?? null,
    officeRuleId: asked?.ruleId ?? null,
    alsoMatched: asked?.alsoMatched ?? [],
    because: [...progress.because, ...because],
    ...ending,
  };
}
