import { isProtected, type RoutingFacts } from "./facts";
import type { Because, OfficeRulesAsked, Route, RuleName, Tried, Why } from "./route";
import type { Finding, Progress } from "./rule";
import { rules } from "./rules";
import type { Officer, RoutingTable } from "./table";

/** Where a report goes, and why, or why nowhere. Asks each rule in its order until one has the last word. */
export function decideRoute(facts: RoutingFacts, table: RoutingTable): Route {
  const tried: Tried[] = [];
  let progress = nothing;
  for (const rule of rules) {
    const finding = rule.judge(progress, facts, table);
    tried.push(toTried(rule.name, finding));
    progress = { ...progress, asked: askedOf(finding) ?? progress.asked };
    const ending = { progress, tried, rule: rule.name, isProtected: isProtected(facts) };
    if (finding.kind === "stuck") return unroutable(ending, finding.why);
    if (finding.kind === "settled") return assigned(ending, finding.officer, finding.because);
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
