import "server-only";
import { recordRead } from "@/lib/audit/record.server";
import { lookupHash } from "@/lib/db/seal.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { type BatchStudent, type LoadedStudents, loadStudents } from "./batch-students.server";
import { decideRoute } from "./decide";
import { levelAt, type RoutingFacts } from "./facts";
import { keyOf, loadLocations, type SchoolLocation, theOne } from "./locations.server";
import type { RouteAnswer, RouteQuestion } from "./question";
import { surnameLetters } from "./surname-letters";
import type { RoutingTable } from "./table";
import { loadWholeTable } from "./whole-table.server";

interface Country {
  readonly table: RoutingTable;
  readonly locations: Awaited<ReturnType<typeof loadLocations>>;
}

interface Chunk {
  readonly questions: readonly RouteQuestion[];
  /** Of the student of each question. */
  readonly numberHashes: readonly string[];
  readonly students: LoadedStudents;
}

const chunksAhead = 2;

/**
 * The answers to many questions, in their order, a chunk at a time. Each is answered as if it were the only one: a
 * report that would be filed does not add to anybody's work here.
 */
export async function* routeBatch(
  viewer: Viewer,
  chunks: AsyncIterable<readonly RouteQuestion[]>,
  now: Now,
): AsyncGenerator<readonly RouteAnswer[]> {
  if (!can(viewer, "route:ask", {})) throw new NotAllowed("route:ask");
  const country = await loadCountry();
  const waiting: Promise<PromiseSettledResult<Chunk>[]>[] = [];
  let count = 0;
  for await (const questions of chunks) {
    // The database looks up the next chunks while an earlier one is decided and written here.
    waiting.push(Promise.allSettled([loadChunk(questions)]));
    count += questions.length;
    if (waiting.length > chunksAhead) yield answersTo(await first(waiting), country);
  }
  await recordRead(viewer, now, {
    action: "route:ask",
    object: { kind: "student", count },
    reason: "duty-of-the-desk",
  });
  while (waiting.length > 0) yield answersTo(await first(waiting), country);
}

async function loadCountry(): Promise<Country> {
  const [table, locations] = await Promise.all([loadWholeTable(), loadLocations()]);
  return { table, locations };
}

/** A lookup that fails while nobody waits for it yet is told when its turn comes. */
async function first(waiting: Promise<PromiseSettledResult<Chunk>[]>[]): Promise<Chunk> {
  const [settled] = (await waiting.shift()) ?? [];
  if (settled?.status !== "fulfilled") throw settled?.reason;
  return settled.value;
}

async function loadChunk(questions: readonly RouteQuestion[]): Promise<Chunk> {
  const numberHashes = questions.map(({ studentNumber }) => lookupHash("student-number", studentNumber));
  return { questions, numberHashes, students: await loadStudents(numberHashes) };
}

function answersTo(
  { questions, numberHashes, students }: Chunk,
  { table, locations }: Country,
): readonly RouteAnswer[] {
  const here = { ...table, areas: students.areas };
  return questions.map((question, at): RouteAnswer => {
    const location = theOne(locations.get(keyOf(question.school)) ?? [], question.school);
    if (!location.ok) return location;
    const student = students.byHash.get(numberHashes[at] ?? "");
    if (student === undefined) return { ok: false, code: "student-unknown" };
    return { ok: true, route: decideRoute(factsOf(question, student, location), here) };
  });
}

function factsOf(question: RouteQuestion, student: BatchStudent, location: SchoolLocation): RoutingFacts {
  const { firstDay, filedOn, type } = question;
  return {
    student,
    residences: student.residences,
    openCases: student.openCases,
    stay: null,
    locationId: location.id,
    schoolId: location.organisationId,
    type,
    isUrgent: false,
    letters: surnameLetters(student.lastName),
    level: levelAt(student.enrolments, location.id, firstDay),
    firstDay,
    filedOn,
  };
}
