import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { lookupHash } from "@/lib/db/seal.server";
import { beginImport } from "@/lib/reports/commands/begin-import.server";
import { mendRow } from "@/lib/reports/commands/mend-row.server";
import { readImport } from "@/lib/reports/commands/read-import.server";
import { dropImport, recheckImport, sendImport } from "@/lib/reports/commands/send-import.server";
import { findProgress, listImports } from "@/lib/reports/queries/imports.server";
import { addDays } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { truncateAll } from "@/tests/support/database";
import { aCheckedImport, aSheet, codesAt, verdictsOf, work } from "@/tests/support/sheets-of-reports";
import { reporterOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aStudent, aStudentNumber, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;

beforeEach(async () => {
  await truncateAll();
  world = await aWorld();
});

function anotherStudent(): Promise<string> {
  return aStudent({ municipality: world.municipality, locationId: world.school.location.id, brin: world.brin });
}

async function send(id: string) {
  const sent = await sendImport(world.reporter, { id }, thursday);
  await work();
  return sent;
}

const reports = () => prisma.report.findMany({ orderBy: { firstDay: "asc" } });

test("whoever may not send reports brings no sheet", async () => {
  const reader = reporterOf(world.school.id, { role: "reader" });
  await expect(beginImport(reader, { text: "BSN" }, thursday)).rejects.toThrow(NotAllowed);
  expect(await prisma.reportImport.count()).toBe(0);
});

test("each row is judged by what filing it would answer", async () => {
  const elsewhere = await aWorld();
  const id = await aCheckedImport(world.reporter, [
    { student: world.studentNumber },
    { student: aStudentNumber() },
    { student: elsewhere.studentNumber },
    { student: "12345678" },
    { student: await anotherStudent(), first: "31-2-2026" },
    { student: await anotherStudent(), first: "1-5-2026", last: "" },
    { student: await anotherStudent(), type: "Onzin" },
    { student: await anotherStudent(), type: "18-plusverzuim" },
  ]);
  expect(await verdictsOf(id)).toEqual(["good", ...Array<string>(6).fill("wrong"), "look"]);
  const codes = await Promise.all([3, 4, 5, 6, 7, 8].map((line) => codesAt(id, line)));
  expect(codes.flat()).toEqual([
    "student-unknown",
    "student-unknown",
    "student-number-length",
    "date-invalid",
    "day-in-future",
    "type-missing",
  ]);
  expect(await prisma.report.count()).toBe(0);
});

test("good rows become reports with all that belongs to one, and bad ones stay behind", async () => {
  const [second, unknown] = [await anotherStudent(), aStudentNumber()];
  const id = await aCheckedImport(world.reporter, [
    { student: world.studentNumber, words: "Belt niet terug" },
    { student: unknown },
    { student: second, type: "Te laat komen", first: "14-4-2026", last: "" },
  ]);
  expect(await codesAt(id, 4)).toEqual(["minutes-invalid"]);
  await send(id);
  expect(await verdictsOf(id)).toEqual(["filed", "wrong", "wrong"]);
  const [report] = await reports();
  expect(report).toMatchObject({
    officeId: world.office.id,
    reporterId: world.reporter.accountId,
    status: "registered",
  });
  expect(report?.explanationSealed).not.toContain("Belt");
  const events = await prisma.event.findMany({ where: { reportId: report?.id ?? "" } });
  expect(events.map(({ kind }) => kind).sort()).toEqual(["filed", "routed"]);
  expect(await prisma.outboxMessage.count()).toBe(2);
  expect(await prisma.auditEntry.count({ where: { action: "report:file", actorId: world.reporter.accountId } })).toBe(
    1,
  );
  const row = await prisma.reportImportRow.findFirstOrThrow({ where: { verdict: "filed" } });
  expect(row).toMatchObject({ cellsSealed: null, reference: report?.reference });
});

describe("nothing is made twice", () => {
  test("by the same sheet again, in whatever form it comes", async () => {
    const rows = [{ student: world.studentNumber }, { student: await anotherStudent() }];
    const id = await aCheckedImport(world.reporter, rows);
    await send(id);
    const again = await beginImport(world.reporter, { text: aSheet(rows) }, thursday);
    expect(again).toEqual({ ok: true, value: { id, isKnown: true } });
    const copy = await aCheckedImport(world.reporter, [...rows, { student: await anotherStudent() }]);
    expect(await verdictsOf(copy)).toEqual(["known", "known", "good"]);
    await send(copy);
    expect(await prisma.report.count()).toBe(3);
  });

  test("by a colleague who brings it too", async () => {
    const rows = [{ student: world.studentNumber }];
    await send(await aCheckedImport(world.reporter, rows));
    const account = await anAccount(world.school.id, "reporter");
    const colleague = reporterOf(world.school.id, { ...account, role: "reporter" });
    expect(await verdictsOf(await aCheckedImport(colleague, rows))).toEqual(["known"]);
  });

  test("by the same row twice, or by two over the same days", async () => {
    const id = await aCheckedImport(world.reporter, [
      { student: world.studentNumber },
      { student: world.studentNumber },
      { student: world.studentNumber, first: "15-4-2026", last: "16-4-2026" },
    ]);
    expect(await verdictsOf(id)).toEqual(["good", "wrong", "wrong"]);
    expect([await codesAt(id, 3), await codesAt(id, 4)]).toEqual([["row-same"], ["row-overlaps"]]);
    await send(id);
    expect(await prisma.report.count()).toBe(1);
  });

  test("by two who press send, and by work that is done again", async () => {
    const id = await aCheckedImport(world.reporter, [{ student: world.studentNumber }]);
    await Promise.all([sendImport(world.reporter, { id }, thursday), sendImport(world.reporter, { id }, thursday)]);
    await Promise.all([work(), work(), work()]);
    expect(await sendImport(world.reporter, { id }, thursday)).toMatchObject({
      problems: [{ code: "import-nothing" }],
    });
    expect(await prisma.report.count()).toBe(1);
  });
});

describe("rows that are sent together", () => {
  test("are spread over the people of the office as if each came by itself", async () => {
    for (const _ of ["second", "third"]) await anAccount(world.office.id, "officer");
    const students = await Promise.all(Array.from({ length: 6 }, anotherStudent));
    await send(
      await aCheckedImport(
        world.reporter,
        students.map((student) => ({ student })),
      ),
    );
    const shares = await prisma.report.groupBy({ by: ["officerId"], _count: true });
    expect(shares.map(({ _count }) => _count)).toEqual([2, 2, 2]);
  });

  test("go on without the one that may not be stored: of somebody with two numbers the same days twice", async () => {
    const second = aStudentNumber();
    await prisma.student.update({
      where: { numberHash: lookupHash("student-number", world.studentNumber) },
      data: { otherNumberHash: lookupHash("student-number", second) },
    });
    const id = await aCheckedImport(world.reporter, [
      { student: world.studentNumber },
      { student: second },
      { student: await anotherStudent() },
    ]);
    await send(id);
    expect(await verdictsOf(id)).toEqual(["filed", "wrong", "filed"]);
    expect(await codesAt(id, 3)).toEqual(["overlapping-report"]);
  });
});

test("work that was cut off goes on where it was, and the bar says so", async () => {
  const students = [world.studentNumber, await anotherStudent(), await anotherStudent()];
  const id = await aCheckedImport(
    world.reporter,
    students.map((student) => ({ student })),
  );
  await sendImport(world.reporter, { id }, thursday);
  expect(await findProgress(world.reporter, thursday, id)).toEqual({ done: 0, total: 3 });
  // Another worker took it, sent one row and fell over.
  await prisma.reportImport.update({
    where: { id },
    data: { leasedUntil: new Date(thursday.at.getTime() + 30_000), attemptCount: 1 },
  });
  await prisma.reportImportRow.update({
    where: { importId_line: { importId: id, line: 2 } },
    data: { verdict: "filed", reference: "V-2026-7K4QX9M", cellsSealed: null },
  });
  await work();
  expect(await findProgress(world.reporter, thursday, id)).toEqual({ done: 1, total: 3 });
  await work(nowAt(new Date(thursday.at.getTime() + 31_000)));
  expect(await verdictsOf(id)).toEqual(["filed", "filed", "filed"]);
  expect(await findProgress(world.reporter, thursday, id)).toBeNull();
  expect(await prisma.report.count()).toBe(2);
});

test("nothing is sent in the name of who may no longer send", async () => {
  const id = await aCheckedImport(world.reporter, [{ student: world.studentNumber }]);
  await sendImport(world.reporter, { id }, thursday);
  const yesterday = new Date(`${addDays(thursday.today, -1)}T00:00:00Z`);
  await prisma.mandate.updateMany({
    where: { accountId: world.reporter.accountId },
    data: { validUntil: yesterday },
  });
  await work();
  expect(await prisma.report.count()).toBe(0);
});

test("an unknown number in many rows is one miss, and too many misses close the desk for guessing, not for sending", async () => {
  const unknown = aStudentNumber();
  const id = await aCheckedImport(world.reporter, [
    { student: world.studentNumber },
    ...Array.from({ length: 30 }, (_, at) => ({ student: unknown, words: `regel ${at}` })),
    ...Array.from({ length: 25 }, () => ({ student: aStudentNumber() })),
  ]);
  expect((await verdictsOf(id)).filter((verdict) => verdict === "wrong")).toHaveLength(55);
  expect(await codesAt(id, 57)).toEqual(["too-many-lookups"]);
  await send(id);
  expect(await prisma.report.count()).toBe(1);
  await recheckImport(world.reporter, { id }, thursday);
  await work(nowAt(new Date(thursday.at.getTime() + 2 * 3_600_000)));
  // Rows are asked several at a time, so which of them come before the twentieth miss is not fixed.
  const lines = Array.from({ length: 55 }, (_, at) => at + 3);
  const codes = (await Promise.all(lines.map((line) => codesAt(id, line)))).flat();
  expect(codes).toContain("student-unknown");
});

describe("a row is mended where it stands", () => {
  test("and is told at once what is still wrong", async () => {
    const id = await aCheckedImport(world.reporter, [{ student: world.studentNumber, first: "31-2-2026", reason: "" }]);
    const half = { values: { firstDay: "13-4-2026" }, answers: {} };
    expect(await mendRow(world.reporter, { id, line: 2, ...half }, thursday)).toMatchObject({
      problems: [{ code: "reason-missing", field: "reason" }],
    });
    const whole = { ...half, values: { ...half.values, reason: "truancy" } };
    expect(await mendRow(world.reporter, { id, line: 2, ...whole }, thursday)).toEqual({
      ok: true,
      value: { id, next: null },
    });
    await send(id);
    expect((await reports()).map(({ reasonCode }) => reasonCode)).toEqual(["truancy"]);
  });

  test("days that stand in an earlier report are added to it, or kept beside it, as somebody says", async () => {
    const { reference } = await aFiledReport(world);
    const id = await aCheckedImport(world.reporter, [
      { student: world.studentNumber, first: "16-4-2026" },
      { student: world.studentNumber, first: "14-4-2026", last: "14-4-2026" },
    ]);
    expect([await codesAt(id, 2), await codesAt(id, 3)]).toEqual([["overlapping-report"], ["overlapping-report"]]);
    await mendRow(world.reporter, { id, line: 2, values: {}, answers: { followUpTo: reference } }, thursday);
    await mendRow(world.reporter, { id, line: 3, values: {}, answers: { separate: true } }, thursday);
    await send(id);
    const all = await prisma.report.findMany({ include: { followUpTo: true }, orderBy: { firstDay: "asc" } });
    expect(all.map(({ isSeparate, followUpTo }) => [isSeparate, followUpTo?.reference ?? null])).toEqual([
      [false, null],
      [true, null],
      [false, reference],
    ]);
  });
});

test("what the columns are is asked once, and known to the school from then on", async () => {
  const text = `Wie;Wanneer\n${world.studentNumber};13-4-2026`;
  const begun = await beginImport(world.reporter, { text }, thursday);
  if (!begun.ok) throw new Error("refused");
  const { id } = begun.value;
  expect((await listImports(world.reporter, thursday))[0]).toMatchObject({ stage: "columns" });
  expect(await readImport(world.reporter, { id, columns: { student: "Wie" }, defaults: {} }, thursday)).toMatchObject({
    problems: [{ field: "type" }, { field: "firstDay" }, { field: "reason" }],
  });
  const said = {
    columns: { student: "Wie", firstDay: "Wanneer" },
    defaults: { type: "other_absence", reason: "truancy" } as const,
  };
  expect(await readImport(world.reporter, { id, ...said }, thursday)).toEqual({ ok: true, value: { id } });
  await work();
  expect(await verdictsOf(id)).toEqual(["good"]);
  const next = await beginImport(world.reporter, { text: `${text}\n${await anotherStudent()};14-4-2026` }, thursday);
  expect((await listImports(world.reporter, thursday))[0]).toMatchObject({
    id: next.ok ? next.value.id : null,
    stage: "checking",
  });
});

test("a sheet that is thrown away is gone, and what was sent from it stays", async () => {
  const id = await aCheckedImport(world.reporter, [{ student: world.studentNumber }, { student: aStudentNumber() }]);
  await send(id);
  expect(await dropImport(world.reporter, { id }, thursday)).toEqual({ ok: true, value: null });
  expect(await prisma.reportImportRow.count()).toBe(0);
  expect(await prisma.report.count()).toBe(1);
});
