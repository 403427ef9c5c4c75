import "server-only";
import type { OfficeViewer } from "@/lib/identity/viewer";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import type { OfficeRule } from "./office-rules/rule-set";
import { loadOfficeTeam } from "./office-team.server";
import { findPastReports } from "./past-reports.server";
import { readRuleSets } from "./rule-sets.server";
import { startTrial } from "./trial";
import type { TrialInput } from "./trial-input";
import type { LateRule, TrialRun } from "./views";

export async function openTrial(viewer: OfficeViewer, now: Now, input: TrialInput): Promise<TrialRun> {
  const { officeId } = viewer;
  const [{ sets, active, draft }, { office, team }, past] = await Promise.all([
    readRuleSets(officeId, now),
    loadOfficeTeam(officeId),
    findPastReports(viewer, officeId, input),
  ]);
  const after = input.version === undefined ? draft : sets.find(({ version }) => version === input.version);
  if (after === null || after === undefined) throw new NotFound("rules");
  return {
    before: active,
    after,
    notYet: startingAfter(after.rules, past.oldestOn ?? now.today),
    reportCount: past.count,
    hasMore: past.hasMore,
    steps: async function* () {
      const trial = startTrial({ office, team, before: active, after, today: now.today });
      let tried = 0;
      for await (const { asked, reports } of past.chunks()) {
        trial.add(reports);
        tried += asked;
        yield tried;
      }
      return trial.result();
    },
  };
}

function startingAfter(rules: readonly OfficeRule[], oldestOn: CalendarDate): readonly LateRule[] {
  return rules.flatMap(({ name, from }) => (from !== null && from > oldestOn ? [{ name, from }] : []));
}
