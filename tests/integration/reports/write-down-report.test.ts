import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { prisma } from "@/lib/db/client.server";
import { confirmReport } from "@/lib/reports/commands/confirm-report.server";
import { correctReport } from "@/lib/reports/commands/correct-report.server";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { writeDownReport } from "@/lib/reports/commands/write-down-report.server";
import type { ReportInput } from "@/lib/reports/input";
import { findToConfirm } from "@/lib/reports/queries/to-confirm.server";
import { findReport } from "@/lib/reports/queries.server";
import { remindToConfirm } from "@/lib/reports/remind-to-confirm.server";
import { nowAt } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { deskPerson, officerOf } from "@/tests/support/viewers";
import { aFiledReport, anOffice, aReportInput, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

const caller = { name: "Anouk Verbeek", email: "anouk@school.example" };
let world: World;

beforeEach(async () => {
  world = await aWorld();
});

function passedOn(changes: Partial<ReportInput> = {}, submissionId: string = randomUUID()) {
  return { input: { ...aReportInput(world, changes), contact: caller }, submissionId };
}

const reportsHere = () => prisma.report.count({ where: { organisationId: world.school.id } });
const writeDown = (changes: Partial<ReportInput> = {}, viewer = world.officer) =>
  writeDownReport(viewer, passedOn(changes), thursday);
const notHere = { ok: false, problems: [{ code: "student-not-here", field: "student.number" }] };

describe("refusals", () => {
  test("whoever answers no telephone for an office writes nothing down", async () => {
    for (const viewer of [world.reporter, deskPerson("administrator")]) {
      await expect(writeDownReport(viewer, passedOn(), thursday)).rejects.toThrow(NotAllowed);
    }
    expect(await reportsHere()).toBe(0);
  });

  test("a student whose reports come to another office is as unknown as nobody, and both are counted", async () => {
    const municipality = "3999";
    await prisma.municipality.create({ data: { code: municipality, name: "Elders", regionNumber: 12 } });
    await anOffice(municipality);
    const { location } = world.school;
    const elsewhere = await aStudent({ municipality, locationId: location.id, brin: world.brin });
    expect(await writeDown({ student: { number: elsewhere } })).toEqual(notHere);
    expect(await writeDown({ student: { number: "999999990" } })).toEqual(notHere);
    expect(await prisma.attempt.findMany({ select: { failureCount: true } })).toEqual([{ failureCount: 2 }]);
    expect(await reportsHere()).toBe(0);
  });

  test("of a student with a protected address only who is named for such cases writes anything down", async () => {
    await prisma.residence.updateMany({ data: { kind: "protected" } });
    expect(await writeDown()).toEqual(notHere);
    const named = officerOf(world.office.id, { ...world.officer, protectedCases: true });
    expect(await writeDown({}, named)).toMatchObject({ ok: true });
  });

  test("a school that does not exist is named at its field", async () => {
    const school = { brin: "98ZZ", location: "98ZZ00", sector: "VO" } as const;
    expect(await writeDown({ school })).toEqual({
      ok: false,
      problems: [{ code: "school-unknown", field: "school.location" }],
    });
  });

  test("days of which the school filed a report itself are asked about first", async () => {
    const { reference } = await aFiledReport(world);
    expect(await writeDown()).toEqual({ ok: false, problems: [{ code: "overlapping-here", facts: { reference } }] });
    expect(await writeDown({ separate: true })).toMatchObject({ ok: true });
  });

  test("another school, a colleague who only reads and a report of the school itself confirm nothing", async () => {
    const filed = await writeDown();
    if (!filed.ok) throw new Error("not written down");
    const { reference } = filed.value;
    const other = await aWorld();
    await expect(confirmReport(other.reporter, { reference }, thursday)).rejects.toThrow(NotFound);
    const reader = { ...world.reporter, role: "reader" as const };
    await expect(confirmReport(reader, { reference }, thursday)).rejects.toThrow(NotAllowed);
    const own = await aFiledReport(other);
    expect(await confirmReport(other.reporter, { reference: own.reference }, thursday)).toMatchObject({
      problems: [{ code: "nothing-to-confirm" }],
    });
  });
});

test("what an office wrote down is a report of the school, tells who called, and waits for its word", async () => {
  const filed = await writeDown();
  if (!filed.ok) throw new Error("not written down");
  const { reference } = filed.value;
  expect(await prisma.report.findUniqueOrThrow({ where: { reference } })).toMatchObject({
    organisationId: world.school.id,
    officeId: world.office.id,
    writtenDownById: world.officer.accountId,
    reporterId: null,
    contactName: caller.name,
  });
  const asSchool = await findReport(world.reporter, thursday, reference);
  expect(asSchool).toMatchObject({ confirmation: "asked", allows: { confirm: true } });
  expect(asSchool.timeline.map(({ event }) => event.kind)).toEqual(["written_down", "routed"]);
  expect(await findToConfirm(world.reporter, thursday)).toMatchObject([{ reference, caller: caller.name }]);

  expect(await confirmReport(world.reporter, { reference, version: 1 }, thursday)).toMatchObject({ ok: true });
  expect(await findToConfirm(world.reporter, thursday)).toEqual([]);
  const asOffice = await findReport(world.officer, thursday, reference);
  expect(asOffice).toMatchObject({ confirmation: "given" });
  expect(await confirmReport(world.reporter, { reference }, thursday)).toMatchObject({
    problems: [{ code: "nothing-to-confirm" }],
  });
});

describe("a school that says nothing", () => {
  // The Monday between is the day of the King.
  const soon = nowAt(new Date("2026-04-29T08:00:00Z"));
  const afterThreeDays = nowAt(new Date("2026-04-30T08:00:00Z"));

  async function writtenDown(): Promise<string> {
    const filed = await writeDown();
    if (!filed.ok) throw new Error("not written down");
    return filed.value.reference;
  }

  async function remindersOf(reference: string): Promise<number> {
    const { timeline } = await findReport(world.reporter, afterThreeDays, reference);
    return timeline.filter(({ event }) => event.kind === "confirm_reminded").length;
  }

  const answers: Readonly<Record<string, (reference: string) => Promise<unknown>>> = {
    confirmed: (reference) => confirmReport(world.reporter, { reference }, thursday),
    withdrawn: (reference) => withdrawReport(world.reporter, { reference, reason: "Verkeerde leerling." }, thursday),
    closed: (reference) =>
      closeReport(world.officer, { reference, closeReason: "back_to_school", closeNote: "student_seen" }, thursday),
  };

  test.each(Object.entries(answers))("is not reminded of a report that is %s by now", async (_, answer) => {
    const reference = await writtenDown();
    expect(await answer(reference)).toMatchObject({ ok: true });
    await remindToConfirm(afterThreeDays);
    expect(await remindersOf(reference)).toBe(0);
  });

  test("is not reminded of what it filed itself", async () => {
    const { reference } = await aFiledReport(world);
    await remindToConfirm(afterThreeDays);
    expect(await remindersOf(reference)).toBe(0);
  });

  test("is reminded after three working days, once, however many workers remind", async () => {
    const reference = await writtenDown();
    await remindToConfirm(soon);
    expect(await remindersOf(reference)).toBe(0);
    await Promise.all([remindToConfirm(afterThreeDays), remindToConfirm(afterThreeDays)]);
    await remindToConfirm(afterThreeDays);
    expect(await remindersOf(reference)).toBe(1);
  });
});

test("whoever completes it has confirmed it with that", async () => {
  const filed = await writeDown();
  if (!filed.ok) throw new Error("not written down");
  const { reference } = filed.value;
  await correctReport(world.reporter, { reference, version: 1, changes: { ownReference: "K-12" } }, thursday);
  expect(await findReport(world.officer, thursday, reference)).toMatchObject({ confirmation: "given" });
});

test("the same form sent twice makes one report", async () => {
  const id = randomUUID();
  const first = await writeDownReport(world.officer, passedOn({}, id), thursday);
  if (!first.ok) throw new Error("not written down");
  const again = await writeDownReport(world.officer, passedOn({}, id), thursday);
  expect(again).toEqual({
    ok: false,
    problems: [{ code: "already-filed", facts: { reference: first.value.reference } }],
  });
  expect(await reportsHere()).toBe(1);
});
