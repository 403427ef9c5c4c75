import "server-only";
import { countMiss } from "@/lib/identity/misses.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { decideRoute } from "@/lib/routing/decide";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { checkDays, checkFiling } from "../filing";
import { askerOf, loadFilingFacts } from "../filing-facts.server";
import type { ReportInput } from "../input";
import { type FiledReport, openReport } from "../open-report";

/** What filing would answer: where the report would go, and what deserves attention. */
export type CheckedReport = Pick<FiledReport, "regime" | "assignment" | "dueAt" | "warnings">;

/** Everything that filing does but the writing, for the page that is read before sending. */
export async function checkReport(
  viewer: Viewer,
  input: ReportInput,
  now: Now,
  submission: { readonly id: string },
): Promise<Result<CheckedReport>> {
  if (viewer.kind !== "school") throw new NotAllowed("report:file");
  const days = checkDays(input, now);
  if (!days.ok) return days;
  const { facts, readRouting } = await loadFilingFacts(viewer, {
    input,
    submissionId: submission.id,
    firstDay: days.value,
    now,
  });
  if (facts.alreadyFiled !== null) return fail({ code: "already-filed", facts: facts.alreadyFiled });
  const filing = checkFiling(input, facts, days.value);
  if (!filing.ok) {
    const isMiss = filing.problems.some(({ code }) => code === "student-unknown");
    if (isMiss) await countMiss("student-number", askerOf(viewer), now);
    return filing;
  }
  const { location } = filing.value;
  if (!can(viewer, "report:file", { organisationId: viewer.organisationId, locationId: location.id })) {
    throw new NotAllowed("report:file");
  }
  const routing = readRouting();
  const route = decideRoute(routing.facts, routing.table);
  const ids = { id: submission.id, reference: "" };
  const { filed } = openReport({
    viewer,
    input,
    filing: filing.value,
    route,
    now,
    ids,
    submissionId: submission.id,
  });
  return ok({ regime: filed.regime, assignment: filed.assignment, dueAt: filed.dueAt, warnings: filed.warnings });
}
