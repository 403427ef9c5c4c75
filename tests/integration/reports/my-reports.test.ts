import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { prisma } from "@/lib/db/client.server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { watchReport } from "@/lib/notifications/commands/watch-report.server";
import { fileReport } from "@/lib/reports/commands/file-report.server";
import { printReports } from "@/lib/reports/commands/print-report.server";
import { monthOf } from "@/lib/reports/outcomes";
import { findHistory } from "@/lib/reports/queries/history.server";
import { findOutcomes, listOutcomes } from "@/lib/reports/queries/outcomes.server";
import { exportReports, listOfficers, listReports } from "@/lib/reports/queries.server";
import { calendarDate } from "@/lib/shared/calendar-date";
import { NotFound } from "@/lib/shared/problem";
import { listFile } from "@/lib/web/list-file.server";
import { deskPerson, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, aReportInput, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let plain: string;
let late: string;

beforeAll(async () => {
  world = await aWorld();
  plain = (await aFiledReport(world, { ownReference: "=HYPERLINK(1)" })).reference;
  late = (
    await aFiledReport(world, {
      type: "late_arrival",
      firstDay: undefined,
      lastDay: undefined,
      arrivals: [{ day: "2026-04-20", minutes: 20 }],
    })
  ).reference;
  await aFiledReport(await aWorld());
});

const references = async (filter: Partial<Parameters<typeof listReports>[2]>) =>
  (await listReports(world.reporter, thursday, { view: "all", ...filter })).rows.map(({ reference }) => reference);

describe("a list narrowed", () => {
  test("by type, period, location or a missing reaction holds what fits, and nothing of another school", async () => {
    expect(await references({ type: "late_arrival" })).toEqual([late]);
    expect(new Set(await references({ isUnanswered: true }))).toEqual(new Set([plain, late]));
    expect(await references({ filedFrom: calendarDate.parse("2026-04-24") })).toEqual([]);
    expect((await references({ filedUntil: calendarDate.parse("2026-04-23") })).length).toBe(2);
    expect(await references({ locationCode: "00AH00" })).toEqual([]);
    expect(await references({ unreadBy: world.reporter.accountId })).toEqual([]);
  });

  test("by who follows it holds what one follows oneself, and not what one chose to hear nothing of", async () => {
    const { accountId } = world.reporter;
    const followed = () => references({ followedBy: accountId });
    expect(await followed()).toEqual([]);
    await watchReport(world.reporter, { reference: late, watch: "follow" }, thursday);
    expect(await followed()).toEqual([late]);
    expect(await references({ followedBy: world.officer.accountId })).toEqual([]);
    await watchReport(world.reporter, { reference: late, watch: "mute" }, thursday);
    expect(await followed()).toEqual([]);
    await watchReport(world.reporter, { reference: late, watch: "part" }, thursday);
  });

  test("by officer never finds a student with a protected address", async () => {
    const own = { organisationId: world.school.id };
    const { accountId: officerId } = world.officer;
    await prisma.report.updateMany({ where: own, data: { officerId, isProtected: true } });
    expect(await references({ officerId: world.officer.accountId })).not.toContain(plain);
    expect(await listOfficers(world.reporter)).not.toContainEqual({
      id: world.officer.accountId,
      name: world.officer.name,
    });
    await prisma.report.updateMany({ where: own, data: { isProtected: false } });
    expect(await references({ officerId: world.officer.accountId })).toContain(plain);
  });

  test("since a day holds what was closed on it or later, and nothing that is open", async () => {
    const since = (day: string) => references({ closedSince: calendarDate.parse(day) });
    expect(await since("2026-04-01")).toEqual([]);
    const closed = { status: "noted", closedAt: new Date("2026-04-23T22:30:00Z") } as const;
    await prisma.report.update({ where: { reference: plain }, data: closed });
    expect(await since("2026-04-24")).toEqual([plain]);
    expect(await since("2026-04-25")).toEqual([]);
    expect(await references({ view: "open", closedSince: calendarDate.parse("2026-04-25") })).toEqual([late]);
    await prisma.report.update({ where: { reference: plain }, data: { status: "registered", closedAt: null } });
  });

  test("in the order of change begins with what changed last", async () => {
    await prisma.report.update({ where: { reference: plain }, data: { changedAt: new Date("2026-04-23T09:00:00Z") } });
    expect((await references({ order: "changed" }))[0]).toBe(plain);
  });
});

describe("of several institutions under one mandate", () => {
  const sister = "98YY";
  const unknown = { code: "location-unknown", field: "school.location" };
  let foreign: World;
  let board: World;
  let own: string;
  let other: string;
  const seenBy = async (viewer: SchoolViewer, filter: { readonly brin?: string } = {}) => {
    const { rows } = await listReports(viewer, thursday, { view: "all", ...filter });
    return new Set(rows.map(({ reference }) => reference));
  };

  beforeAll(async () => {
    [board, foreign] = [await aWorld(), await aWorld()];
    const { id: _id, ...like } = await prisma.location.findUniqueOrThrow({ where: { id: board.school.location.id } });
    const location = await prisma.location.create({ data: { ...like, brin: sister, locationCode: `${sister}00` } });
    const student = { locationId: location.id, brin: sister, municipality: board.municipality };
    own = (await aFiledReport(board)).reference;
    const told = { school: { brin: sister, location: "00" }, student: { number: await aStudent(student) } };
    other = (await aFiledReport(board, told)).reference;
  });

  test("all stand in one list, and each institution can be looked at alone", async () => {
    expect(await seenBy(board.reporter)).toEqual(new Set([own, other]));
    expect(await seenBy(board.reporter, { brin: sister })).toEqual(new Set([other]));
    expect(await seenBy(board.reporter, { brin: board.brin })).toEqual(new Set([own]));
    expect(await seenBy(board.reporter, { brin: foreign.brin })).toEqual(new Set());
  });

  test("who has a mandate for the locations of one sees that one only, and files for no other", async () => {
    const [{ id }, { organisationId }] = [board.school.location, board.reporter];
    const narrow = reporterOf(organisationId, { accountId: board.reporter.accountId, locationIds: [id] });
    expect(await seenBy(narrow)).toEqual(new Set([own]));
    expect(await seenBy(narrow, { brin: sister })).toEqual(new Set());
    await expect(findHistory(narrow, thursday, other)).rejects.toThrow(NotFound);
    const asked = aReportInput(board, { school: { brin: sister, location: "00" } });
    expect(await fileReport(narrow, asked, thursday, { id: randomUUID() })).toMatchObject({
      ok: false,
      problems: [unknown],
    });
  });

  test("an institution of another school is refused as one that is not there", async () => {
    const asked = aReportInput(board, { school: { brin: foreign.brin, location: "00" } });
    expect(await fileReport(board.reporter, asked, thursday, { id: randomUUID() })).toMatchObject({
      ok: false,
      problems: [unknown],
    });
  });
});

test("a file of the list holds no student, makes no cell a formula, and stands on the access log", async () => {
  const lines = await exportReports(world.reporter, thursday, { view: "all" });
  const { bytes, name } = await listFile(lines, "csv", { organisation: "School", locale: "nl", now: thursday });
  const text = bytes.toString("utf8");
  expect(name).toBe("Meldingen 2026-04-23.csv");
  expect(text).toContain(plain);
  expect(text).not.toMatch(/Boer|Sami|(^|[;"])=/m);
  const entry = await prisma.auditEntry.findFirst({ where: { action: "report:export" } });
  expect(entry).toMatchObject({ objectCount: 2, actorId: world.reporter.accountId });
});

test("the list as PDF is a document that can be read by ear, and each long line stays on one page", async () => {
  const [line] = await exportReports(world.reporter, thursday, { view: "all" });
  if (line === undefined) throw new Error("no report to write down");
  const wordy = { ...line, locationName: "Vestiging met een heel lange naam aan de Burgemeester van der Laanstraat" };
  const frame = { organisation: "School", locale: "nl", now: thursday } as const;
  const { bytes, name, mediaType } = await listFile(
    Array.from({ length: 60 }, () => wordy),
    "pdf",
    frame,
  );
  const text = bytes.toString("latin1");
  expect([name, mediaType]).toEqual(["Meldingen 2026-04-23.pdf", "application/pdf"]);
  expect(text).toContain("/MarkInfo");
  expect(text.match(/\/Type \/Page\b/g)?.length).toBeLessThan(14);
});

test("all reports of a student are those of the own school, and being looked at stands on the access log", async () => {
  const history = await findHistory(world.reporter, thursday, plain);
  expect(new Set(history.lines.map(({ reference }) => reference))).toEqual(new Set([plain, late]));
  expect(history.years[0]).toMatchObject({ reportCount: 2, arrivalCount: 1 });
  const entry = await prisma.auditEntry.findFirst({ where: { action: "report:history" } });
  expect(entry).toMatchObject({ objectCount: 2, actorId: world.reporter.accountId });
});

test("reports are printed together in the order asked for, or none when one of them is not there", async () => {
  const printed = await printReports(world.reporter, [late, plain, late.toLowerCase()], thursday);
  expect(printed.map(({ reference }) => reference)).toEqual([late, plain]);
  const logged = () => prisma.auditEntry.count({ where: { action: "report:print" } });
  const before = await logged();
  expect(before).toBe(2);
  await expect(printReports(world.reporter, [plain, "V-2026-2222222"], thursday)).rejects.toThrow(NotFound);
  await expect(printReports(reporterOf(world.office.id), [plain, late], thursday)).rejects.toThrow(NotFound);
  expect(await logged()).toBe(before);
});

test("what became of the reports counts the own school only", async () => {
  const outcomes = await findOutcomes(world.reporter, thursday);
  expect(outcomes).toMatchObject({ filed: 2, open: 2, reacted: 0, overdue: 0, medianDays: null, closed: [] });
  expect(outcomes.firstDay).toBe("2025-08-01");
  const none = { filed: 0 };
  expect(await findOutcomes(deskPerson("service_desk"), thursday)).toMatchObject(none);
  expect(await findOutcomes(reporterOf(world.office.id), thursday)).toMatchObject(none);
});

test("a reaction is late once its day has passed, unless the office waited for the school before that", async () => {
  const { reporter, ...school } = await aWorld();
  const waiting = await aFiledReport({ reporter, ...school });
  const afterwards = { ...thursday, at: new Date("2026-06-25T10:00:00Z"), today: calendarDate.parse("2026-06-25") };
  expect((await findOutcomes(reporter, afterwards)).overdue).toBe(1);
  const { filedAt } = await prisma.report.findUniqueOrThrow({ where: { id: waiting.id } });
  await prisma.report.update({ where: { id: waiting.id }, data: { pausedAt: filedAt } });
  expect((await findOutcomes(reporter, afterwards)).overdue).toBe(0);
});

describe("the reports of a month", () => {
  const april = monthOf(calendarDate.parse("2026-04-01"));

  test("are those that were filed in it, first and last day included, and nothing of another school", async () => {
    const school = await aWorld();
    const { reporter } = school;
    const filed: string[] = [];
    for (const at of ["2026-03-31T21:59:00Z", "2026-03-31T22:00:00Z", "2026-04-30T21:59:00Z", "2026-04-30T22:00:00Z"]) {
      const report = await aFiledReport(school, { separate: true });
      await prisma.report.update({ where: { id: report.id }, data: { filedAt: new Date(at) } });
      filed.push(report.reference);
    }
    const lines = await listOutcomes(reporter, april, thursday);
    expect(lines.map(({ reference }) => reference)).toEqual(filed.slice(1, 3));
    expect(await findOutcomes(reporter, thursday, april)).toMatchObject({ filed: 2, ...april });
    expect(await listOutcomes(deskPerson("service_desk"), april, thursday)).toEqual([]);
    expect(await listOutcomes(reporterOf(school.office.id), april, thursday)).toEqual([]);
    const looked = { action: "report:list", actorId: reporter.accountId, objectCount: 2 };
    expect(await prisma.auditEntry.count({ where: looked })).toBe(1);
  });

  test("tell when the office reacted and how each ended, and of a protected student no officer", async () => {
    const school = await aWorld();
    const { reporter, officer } = school;
    const { id, reference } = await aFiledReport(school);
    const waiting = (await listOutcomes(reporter, april, thursday))[0];
    expect(waiting).toMatchObject({ reaction: null, isOverdue: false, endedAt: null });
    await closeReport(officer, { reference, closeReason: "back_to_school", closeNote: "student_seen" }, thursday);
    expect(await listOutcomes(reporter, april, thursday)).toMatchObject([
      { status: "closed", reaction: { isInTime: true }, endedAt: thursday.at, handler: officer.name },
    ]);
    await prisma.report.update({ where: { id }, data: { isProtected: true } });
    expect((await listOutcomes(reporter, april, thursday))[0]?.handler).toBeNull();
  });
});
