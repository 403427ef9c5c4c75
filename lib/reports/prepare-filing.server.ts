import "server-only";
import { randomBytes } from "node:crypto";
import { dutyOn } from "@/lib/directory/regime-on";
import { countMiss } from "@/lib/identity/misses.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { decideRoute } from "@/lib/routing/decide";
import { type GivenWork, noteGiven } from "@/lib/routing/given-work";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed } from "@/lib/shared/problem";
import { newReference } from "@/lib/shared/reference";
import { fail, ok, type Result } from "@/lib/shared/result";
import { countedAbsence } from "./counted-absence";
import { type Filer, isSchoolSide, schoolFiler } from "./filer";
import { checkDays, checkFiling, type Filing } from "./filing";
import { type FilingQuestion, type KnownFiling, loadFilingFacts } from "./filing-facts.server";
import type { ReportInput } from "./input";
import { openReport } from "./open-report";
import { type Threshold, thresholdOf } from "./threshold";
import { dutyWarnings, type WarningCode } from "./warnings";

interface Purpose {
  readonly submissionId: string;
  /** To send, or to look at what sending would do. */
  readonly right: FilingRight;
  /** The student was found before, when these numbers were checked: that he is there is no news to guess at. */
  readonly wasFound?: boolean | undefined;
}

type FilingRight = "report:file" | "report:prepare";

/** Everything that filing does but the writing: rights, facts in one trip, refusals, the route and the new report. */
export async function prepareFiling(viewer: Viewer, input: ReportInput, now: Now, { right, ...purpose }: Purpose) {
  const filer = filerOf(viewer, right);
  return allowed(viewer, right, await prepareFor(filer, input, now, purpose));
}

/** The same for several, of different students: what each adds to the work of its officer counts for those after it. */
export async function prepareFilings(
  viewer: Viewer,
  asked: readonly AskedFiling[],
  now: Now,
  { right, wasFound = false }: Pick<Purpose, "right" | "wasFound">,
): Promise<readonly Result<Prepared>[]> {
  const prepared = await prepareEach(filerOf(viewer, right), asked, now, wasFound);
  return prepared.map((one) => allowed(viewer, right, one));
}

function filerOf(viewer: Viewer, right: FilingRight): Filer {
  if (!isSchoolSide(viewer)) throw new NotAllowed(right);
  return schoolFiler(viewer);
}

function allowed(viewer: Viewer, right: FilingRight, prepared: Result<Prepared>): Result<Prepared> {
  if (!prepared.ok) return prepared;
  const { organisationId, locationId } = prepared.value.report;
  if (!can(viewer, right, { organisationId, locationId })) throw new NotAllowed(right);
  return prepared;
}

interface AskedFiling {
  readonly input: ReportInput;
  readonly submissionId: string;
}

/** For whoever may file, and before anybody asked whether this one may. */
export async function prepareFor(
  filer: Filer,
  input: ReportInput,
  now: Now,
  { submissionId, wasFound = false }: Omit<Purpose, "right">,
): Promise<Result<Prepared>> {
  const [prepared] = await prepareEach(filer, [{ input, submissionId }], now, wasFound);
  if (prepared === undefined) throw new Error("a filing was asked about and not answered");
  return prepared;
}

async function prepareEach(
  filer: Filer,
  asked: readonly AskedFiling[],
  now: Now,
  wasFound: boolean,
): Promise<readonly Result<Prepared>[]> {
  const questions = asked.map((one) => questionOf(one, now));
  const whole = questions.flatMap((question) => (question.ok ? [question.value] : []));
  const known = await loadFilingFacts(filer, whole, now);
  const course: Course = { filer, now, wasFound, given: new Map(), missCount: 0 };
  const prepared = questions.map((question) => {
    if (!question.ok) return question;
    const facts = known.get(question.value);
    if (facts === undefined) throw new Error("a filing was asked about and not answered");
    return decide(course, question.value, facts);
  });
  // Guessing at numbers of students is counted over all doors (trust A8).
  for (let miss = 0; miss < course.missCount; miss++) await countMiss("student-number", filer.askerId, now);
  return prepared;
}

function questionOf({ input, submissionId }: AskedFiling, now: Now): Result<FilingQuestion> {
  const days = checkDays(input, now);
  return days.ok ? ok({ input, submissionId, firstDay: days.value }) : days;
}

/** What several filings that are decided one after the other have to do with each other. */
interface Course {
  readonly filer: Filer;
  readonly now: Now;
  readonly wasFound: boolean;
  readonly given: GivenWork;
  missCount: number;
}

export type Prepared = ReturnType<typeof openFiling>;

function decide(course: Course, question: FilingQuestion, known: KnownFiling): Result<Prepared> {
  const { alreadyFiled, ...facts } = known.facts;
  if (alreadyFiled !== null) return fail({ code: "already-filed", facts: alreadyFiled });
  const hasMissedTooOften = !course.wasFound && known.missesLeft <= course.missCount;
  const filing = checkFiling(question.input, { ...facts, alreadyFiled, hasMissedTooOften }, question.firstDay);
  if (filing.ok) return ok(openFiling(course, question, { known, filing: filing.value }));
  if (filing.problems.some(({ code }) => code === "student-unknown")) course.missCount += 1;
  return filing;
}

interface Fitting {
  readonly known: KnownFiling;
  readonly filing: Filing;
}

function openFiling({ filer, now, given }: Course, question: FilingQuestion, { known, filing }: Fitting) {
  const { input, submissionId } = question;
  const routing = known.readRouting(given);
  const route = decideRoute(routing.facts, routing.table);
  noteGiven(given, route, now);
  const ids = { id: newId(), reference: newReference(Number(now.today.slice(0, 4)), randomBytes(6)) };
  const calendar = known.readCalendar(route.kind === "assigned" ? route.office.id : null);
  const opened = openReport({ filer, input, filing, route, calendar, now, ids, submissionId });
  const threshold = thresholdOf(countedAbsence(input, filing), filing.counting, now.today);
  const ofDuty = dutyWarnings(dutyOn(routing.facts.student, routing.facts.firstDay));
  const warnings = [...opened.filed.warnings, ...ofDuty, ...earlyWarnings(threshold, now)];
  const filed = { ...opened.filed, warnings };
  const { location } = filing;
  return { ...opened, filed, location, route, routing, threshold, overlapping: known.facts.overlapping };
}

/** In absence that goes on, one report per seven days (settled 37). */
function earlyWarnings(threshold: Threshold | null, { today }: Now): readonly WarningCode[] {
  const nextFrom = threshold?.restart?.nextFrom ?? null;
  return nextFrom !== null && nextFrom > today ? ["follow-up-early"] : [];
}
