import "server-only";
import { findUsualLocations } from "@/lib/directory/own-students.server";
import { findSchoolLocations } from "@/lib/directory/queries.server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { inBatches } from "@/lib/shared/batches";
import type { Now } from "@/lib/shared/clock";
import type { Problem } from "@/lib/shared/problem";
import type { Result } from "@/lib/shared/result";
import { type Prepared, prepareFilings } from "../prepare-filing.server";
import type { WarningCode } from "../warnings";
import type { Claim } from "./claim.server";
import type { ReadRow } from "./in-file";
import { readRow } from "./read-row.server";
import type { Judgement, OpenRow } from "./rows.server";
import type { RowPlace } from "./to-report";
import { type RowValues, valuesOf } from "./values";

export interface ReadingRow {
  readonly line: number;
  readonly values: RowValues;
  readonly read: ReturnType<typeof readRow>;
}

/** Rows as reports. Where no location is named, the register says where the student has lessons. */
export async function readRows(
  viewer: SchoolViewer,
  rows: readonly OpenRow[],
  sheet: Claim["sheet"],
  now: Now,
): Promise<readonly ReadingRow[]> {
  const locations = await findSchoolLocations(viewer);
  const said = rows.map(({ line, cells, changes }) => ({
    line,
    values: valuesOf(cells, sheet, changes),
    answers: changes.answers,
  }));
  const asked = locations.length < 2 ? [] : said.map(({ values }) => values.student ?? "");
  const usualIds = await findUsualLocations(viewer, now, [...new Set(asked)]);
  return said.map((row) => {
    const usualId = usualIds.get(row.values.student ?? "");
    const usual = locations.find(({ id }) => id === usualId) ?? locations[0] ?? null;
    const place: RowPlace = { locations, usual };
    return { line: row.line, values: row.values, read: readRow(row, place, viewer.organisationId) };
  });
}

/** What filing each row would answer; nothing is filed. */
export async function checkRows(
  viewer: SchoolViewer,
  rows: readonly ReadingRow[],
  now: Now,
): Promise<readonly Judgement[]> {
  const { whole, judged } = apart(rows);
  const missed = new Set<string>();
  for (const batch of inBatches(whole, numberOf, batchSize)) {
    // A number that was asked after in vain is not asked after again: it would count as another miss.
    const [again, asked] = [
      batch.filter((row) => missed.has(numberOf(row))),
      batch.filter((row) => !missed.has(numberOf(row))),
    ];
    judged.push(...again.map(({ line }) => wrong(line, [unknownStudent])));
    const prepared = await prepareFilings(viewer, asked, now, { right: "report:file" });
    for (const [at, row] of asked.entries()) {
      const judgement = judge(row, prepared[at]);
      if (judgement.problems.some(({ code }) => code === unknownStudent.code)) missed.add(numberOf(row));
      judged.push(judgement);
    }
  }
  return judged;
}

/** The rows that are reports, and what is said of those that are none. */
export function apart(rows: readonly ReadingRow[]): { readonly whole: ReadRow[]; readonly judged: Judgement[] } {
  const whole = rows.flatMap(({ read }) => (read.ok ? [read.value] : []));
  return { whole, judged: rows.flatMap(({ line, read }) => (read.ok ? [] : [wrong(line, read.problems)])) };
}

/** So many rows share one question and one statement. */
export const batchSize = 100;

const unknownStudent: Problem = { code: "student-unknown", field: "student.number" };

export function numberOf({ input }: ReadRow): string {
  return input.student.number;
}

function judge({ line }: ReadRow, prepared: Result<Prepared> | undefined): Judgement {
  if (prepared === undefined) throw new Error("a row was asked about and not answered");
  if (!prepared.ok) return refused(line, prepared.problems);
  const { report, filed } = prepared.value;
  return { ...fine(line, filed.warnings), studentId: report.studentId };
}

/** What was sent already is no mistake. */
export function refused(line: number, problems: readonly Problem[]): Judgement {
  const reference = problems.find(({ code }) => code === "already-filed")?.facts?.["reference"];
  if (reference === undefined) return wrong(line, problems);
  return { ...wrong(line, []), verdict: "known", reference: String(reference) };
}

export function wrong(line: number, problems: readonly Problem[]): Judgement {
  return { line, verdict: "wrong", problems, warnings: [], studentId: null, reference: null };
}

function fine(line: number, warnings: readonly WarningCode[]): Judgement {
  const verdict = warnings.some((code) => code !== "end-needed-later") ? "look" : "good";
  return { line, verdict, problems: [], warnings, studentId: null, reference: null };
}
