import "server-only";
import { randomBytes } from "node:crypto";
import { countMiss } from "@/lib/identity/misses.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { decideRoute } from "@/lib/routing/decide";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed, type Problem } from "@/lib/shared/problem";
import { newReference } from "@/lib/shared/reference";
import { fail, ok } from "@/lib/shared/result";
import { countedAbsence } from "./counted-absence";
import { type Filer, isSchoolSide, schoolFiler } from "./filer";
import { checkDays, checkFiling } from "./filing";
import { loadFilingFacts } from "./filing-facts.server";
import type { ReportInput } from "./input";
import { openReport } from "./open-report";
import { type Threshold, thresholdOf } from "./threshold";
import type { WarningCode } from "./warnings";

interface Purpose {
  readonly submissionId: string;
  /** To send, or to look at what sending would do. */
  readonly right: "report:file" | "report:prepare";
  /** The student was found before, when these numbers were checked: that he is there is no news to guess at. */
  readonly wasFound?: boolean | undefined;
}

/** Everything that filing does but the writing: rights, facts in one trip, refusals, the route and the new report. */
export async function prepareFiling(viewer: Viewer, input: ReportInput, now: Now, purpose: Purpose) {
  const { right } = purpose;
  if (!isSchoolSide(viewer)) throw new NotAllowed(right);
  const prepared = await prepareFor(schoolFiler(viewer), input, now, purpose);
  if (!prepared.ok) return prepared;
  const locationId = prepared.value.location.id;
  if (!can(viewer, right, { organisationId: viewer.organisationId, locationId })) {
    throw new NotAllowed(right);
  }
  return prepared;
}

export type Prepared = Extract<Awaited<ReturnType<typeof prepareFor>>, { ok: true }>["value"];

/** The same for whoever may file, and before anybody asked whether this one may. */
export async function prepareFor(filer: Filer, input: ReportInput, now: Now, purpose: Omit<Purpose, "right">) {
  const { submissionId, wasFound = false } = purpose;
  const days = checkDays(input, now);
  if (!days.ok) return days;
  const question = { input, submissionId, firstDay: days.value, now };
  const { facts, readRouting, readCalendar } = await loadFilingFacts(filer, question);
  const hasMissedTooOften = facts.hasMissedTooOften && !wasFound;
  if (facts.alreadyFiled !== null) return fail({ code: "already-filed", facts: facts.alreadyFiled });
  const filing = checkFiling(input, { ...facts, hasMissedTooOften }, days.value);
  if (!filing.ok) return refuse(filer, now, filing.problems);
  const { location } = filing.value;
  const routing = readRouting();
  const route = decideRoute(routing.facts, routing.table);
  const ids = { id: newId(), reference: newReference(Number(now.today.slice(0, 4)), randomBytes(6)) };
  const calendar = readCalendar(route.kind === "assigned" ? route.office.id : null);
  const opened = openReport({ filer, input, filing: filing.value, route, calendar, now, ids, submissionId });
  const threshold = thresholdOf(countedAbsence(input, filing.value), filing.value.counting, now.today);
  const filed = { ...opened.filed, warnings: [...opened.filed.warnings, ...earlyWarnings(threshold, now)] };
  return ok({ ...opened, filed, location, route, routing, threshold, overlapping: facts.overlapping });
}

/** In absence that goes on, one report per seven days (settled 37). */
function earlyWarnings(threshold: Threshold | null, { today }: Now): readonly WarningCode[] {
  const nextFrom = threshold?.restart?.nextFrom ?? null;
  return nextFrom !== null && nextFrom > today ? ["follow-up-early"] : [];
}

/** Guessing at numbers of students is counted over all doors (trust A8). */
async function refuse({ askerId }: Filer, now: Now, problems: readonly Problem[]) {
  if (problems.some((problem) => problem.code === "student-unknown")) {
    await countMiss("student-number", askerId, now);
  }
  return fail(...problems);
}
