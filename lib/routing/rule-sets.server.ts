import "server-only";
import { prisma } from "@/lib/db/client.server";
import { fromColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { officeRules } from "./office-rules/rule-set";
import type { RuleSetView } from "./views";

const versionsKept = 50;

interface RuleSets {
  /** The newest version first. */
  readonly sets: readonly RuleSetView[];
  /** Null: nothing is in force yet. */
  readonly active: RuleSetView | null;
  /** Null: nobody is changing the rules. */
  readonly draft: RuleSetView | null;
}

/** The rules of an office in their versions: the latest that began by now is in force. */
export async function readRuleSets(officeId: string, now: Now): Promise<RuleSets> {
  const rows = await prisma.ruleSet.findMany({
    where: { officeId },
    orderBy: { version: "desc" },
    take: versionsKept,
  });
  const sets = rows.map(({ id, version, edition, activeFrom, spread, rules }) => ({
    id,
    version,
    edition,
    activeFrom: activeFrom === null ? null : fromColumn(activeFrom),
    spread: spread === "in-turn" ? ("in-turn" as const) : ("least-open-work" as const),
    rules: officeRules.parse(rules),
  }));
  const begun = sets.filter(({ activeFrom }) => activeFrom !== null && activeFrom <= now.today);
  const [active] = begun.toSorted(
    (a, b) => (b.activeFrom ?? "").localeCompare(a.activeFrom ?? "") || b.version - a.version,
  );
  const draft = sets.find(({ activeFrom }) => activeFrom === null);
  return { sets, active: active ?? null, draft: draft ?? null };
}
