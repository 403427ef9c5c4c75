import { isProtected, type RoutingFacts } from "./facts";
import type { Route, RuleName, Tried, Why } from "./route";
import { type Finding, nothingFound, type Progress, type Rule } from "./rule";
import { rules, withinOffice } from "./rules";
import type { Officer, RoutingTable } from "./table";

/** Where a report goes, and why, or why nowhere. Asks each rule in its order until one has the last word. */
export function decideRoute(facts: RoutingFacts, table: RoutingTable): Route {
  const word = askInOrder(rules, nothing, { facts, table });
  return word.finding.kind === "stuck" ? unroutable(word, word.finding.why) : assigned(word, word.finding);
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

interface LastWord {
  readonly finding: Stuck | Settled;
  readonly progress: Progress;
  readonly tried: readonly Tried[];
  readonly rule: RuleName;
  readonly isProtected: boolean;
}

type Stuck = Extract<Finding, { kind: "stuck" }>;
type Settled = Extract<Finding, { kind: "settled" }>;

function askInOrder(inOrder: readonly Rule[], begin: Progress, { facts, table }: Asking): LastWord {
  const tried: Tried[] = [];
  let progress = begin;
  for (const rule of inOrder) {
    const finding = rule.judge(progress, facts, table);
    tried.push(toTried(rule.name, finding));
    progress = advanced(progress, finding);
    if (finding.kind === "stuck" || finding.kind === "settled")
      return { finding, progress, tried, rule: rule.name, isProtected: isProtected(facts) };
  }
  throw new Error("no rule had the last word");
}

const nothing: Progress = { regime: "none", place: null, municipality: null, office: null, because: [], asked: null };

/** Field by field: this runs for each rule of each report, and copying by names is the slowest way there is. */
function advanced(progress: Progress, finding: Finding): Progress {
  if (finding === nothingFound) return progress;
  if (finding.kind === "found") {
    const { regime, place, municipality, office } = finding.progress;
    return {
      regime: regime ?? progress.regime,
      place: place ?? progress.place,
      municipality: municipality ?? progress.municipality,
      office: office ?? progress.office,
      because: finding.because.length === 0 ? progress.because : progress.because.concat(finding.because),
      asked: progress.asked,
    };
  }
  if (finding.kind === "stuck" || finding.asked === undefined) return progress;
  return { ...progress, asked: finding.asked };
}

function toTried(rule: RuleName, finding: Finding): Tried {
  if (finding === nothingFound) return triedInVain.get(rule) ?? { rule, outcome: "no-match", found: [] };
  const outcome = finding.kind === "passed" ? "no-match" : finding.outcome;
  const skipped = finding.kind === "passed" || finding.kind === "settled" ? finding.skipped : undefined;
  return skipped === undefined || skipped.length === 0
    ? { rule, outcome, found: finding.found }
    : { rule, outcome, found: finding.found, skipped };
}

const triedInVain: ReadonlyMap<RuleName, Tried> = new Map(
  rules.map(({ name }) => [name, { rule: name, outcome: "no-match", found: [] }]),
);

function unroutable({ progress, tried, rule, isProtected }: LastWord, why: Why): Route {
  const { regime, municipality } = progress;
  return { kind: "unroutable", why, regime, municipality, because: [why], tried, rule, isProtected };
}

function assigned({ progress, tried, rule, isProtected }: LastWord, { officer, because }: Settled): Route {
  const { regime, municipality, office, asked } = progress;
  if (regime === "none" || municipality === null || office === null) {
    throw new Error(`rule ${rule} settled a report without an office`);
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
    tried,
    rule,
    isProtected,
  };
}
