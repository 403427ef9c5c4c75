import { beforeEach, describe, expect, test } from "vitest";
import { acceptTransfer } from "@/lib/casework/commands/answer-transfer.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { offerTransfer } from "@/lib/casework/commands/offer-transfer.server";
import { settleSignal } from "@/lib/casework/commands/settle-signal.server";
import { dailySignals, findSignals } from "@/lib/casework/find-signals.server";
import { openCase } from "@/lib/casework/queries/open-case.server";
import { listInbox } from "@/lib/casework/queries.server";
import { prisma } from "@/lib/db/client.server";
import { placeReport } from "@/lib/reports/commands/place-report.server";
import { findReport } from "@/lib/reports/queries.server";
import { addDays, calendarDate } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { deskPerson, officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let elsewhere: World;
let reference: string;
let studentId: string;
let studentNumber: string;

const day = (text: string) => new Date(`${text}T00:00:00Z`);

async function aCase(birthDate = "2011-03-02") {
  const { municipality, brin, school } = world;
  studentNumber = await aStudent({ municipality, brin, locationId: school.location.id, birthDate });
  reference = (await aFiledReport({ ...world, studentNumber })).reference;
  studentId = (await prisma.report.findUniqueOrThrow({ where: { reference } })).studentId;
}

beforeEach(async () => {
  [world, elsewhere] = [await aWorld(), await aWorld()];
  await aCase();
});

const moves = (
  residentFrom: string,
  to: { kind?: "resident" | "protected" | "abroad" | "unknown"; code?: string | null } = {},
) =>
  prisma.residence.create({
    data: {
      studentId,
      residentFrom: day(residentFrom),
      kind: to.kind ?? "resident",
      municipalityCode: to.code === undefined ? elsewhere.municipality : to.code,
    },
  });

const stored = () => prisma.caseSignal.findMany({ where: { report: { reference } }, orderBy: { on: "asc" } });
const signals = async () => (await openCase(world.officer, thursday, reference)).around.signals;

describe("refusals", () => {
  test("what nothing befell gives no signal, and neither does what the router knew", async () => {
    await moves("2026-04-01", { code: world.municipality });
    await prisma.student.update({ where: { id: studentId }, data: { basicQualificationOn: day("2026-04-01") } });
    await prisma.exemption.create({ data: { studentId, article: "5a", validFrom: day("2024-01-01") } });
    await closeReport(world.officer, { reference, closeReason: "back_to_school", closeNote: "student_seen" }, thursday);
    reference = (await aFiledReport({ ...world, studentNumber }, { separate: true })).reference;
    const { version } = await prisma.report.findUniqueOrThrow({ where: { reference } });
    const place = { reference, version, officeCode: world.office.code, reason: "De vrijstelling wordt ingetrokken." };
    expect(await placeReport(deskPerson("administrator"), place, thursday)).toMatchObject({ ok: true });
    await findSignals(thursday);
    expect(await stored()).toEqual([]);
  });

  test("a move that has not happened yet, and one within the area of the office, are no signal", async () => {
    await moves("2026-04-24");
    const own = { officeId: world.office.id, municipalityCode: elsewhere.municipality };
    const regime = "compulsory";
    await findSignals(thursday);
    expect(await stored()).toEqual([]);
    await prisma.competence.create({ data: { ...own, regime, validFrom: day("2020-01-01") } });
    await findSignals(nowAt(new Date("2026-04-25T08:00:00Z")));
    expect(await stored()).toEqual([]);
  });

  test("a closed report gives no signal", async () => {
    await moves("2026-04-20");
    await closeReport(world.officer, { reference, closeReason: "back_to_school", closeNote: "student_seen" }, thursday);
    await findSignals(thursday);
    expect(await stored()).toEqual([]);
  });

  test("of two workers who look at the same moment the case gets one signal, and none when looked at again", async () => {
    await moves("2026-04-20");
    await Promise.all([findSignals(thursday), findSignals(thursday)]);
    expect(await stored()).toHaveLength(1);
    expect(await findSignals(thursday)).toBe(0);
  });

  test("a stranger, the school and a clerk put no signal away", async () => {
    await moves("2026-04-20");
    await findSignals(thursday);
    const input = { reference, kind: "moved" };
    await expect(settleSignal(elsewhere.officer, input, thursday)).rejects.toBeInstanceOf(NotFound);
    await expect(settleSignal(world.reporter, input, thursday)).rejects.toBeInstanceOf(NotAllowed);
    const clerk = officerOf(world.office.id, { role: "office_clerk" });
    await expect(settleSignal(clerk, input, thursday)).rejects.toBeInstanceOf(NotAllowed);
    expect(await signals()).toHaveLength(1);
  });

  test("nothing of a place stands in a signal, and the school reads nothing of it", async () => {
    await moves("2026-04-20");
    await findSignals(thursday);
    expect((await stored())[0]?.data).toEqual({ officeCode: elsewhere.office.code });
    const school = JSON.stringify(await findReport(world.reporter, thursday, reference));
    expect(school).not.toMatch(new RegExp(`moved|${elsewhere.office.code}|${elsewhere.office.name}`));
  });
});

test("a student who moves during a case: the officer is led to the office that is competent now", async () => {
  await moves("2026-04-20");
  await findSignals(thursday);
  expect(await signals()).toMatchObject([{ kind: "moved", on: "2026-04-20", officeCode: elsewhere.office.code }]);
  const { rows } = await listInbox(world.officer, thursday, { view: "team" });
  expect(rows.find((row) => row.reference === reference)?.hasSignal).toBe(true);
  await offerTransfer(world.officer, { reference, officeCode: elsewhere.office.code, reason: "moved" }, thursday);
  await acceptTransfer(elsewhere.officer, { reference }, thursday);
  await findSignals(thursday);
  expect((await stored()).map(({ settledAt }) => settledAt !== null)).toEqual([true]);
});

describe("what the register learns after the filing, and what holds since before it, gives one signal:", () => {
  test("a move", async () => {
    await moves("2026-03-01");
    expect(await findSignals(thursday)).toBe(1);
    expect(await stored()).toMatchObject([{ kind: "moved", data: { officeCode: elsewhere.office.code } }]);
    expect(await findSignals(thursday)).toBe(0);
  });

  test("a move that takes the place of the address that the router read", async () => {
    await prisma.residence.updateMany({ where: { studentId }, data: { municipalityCode: elsewhere.municipality } });
    expect(await findSignals(thursday)).toBe(1);
    expect(await stored()).toMatchObject([{ kind: "moved" }]);
  });

  test.each([null, "2027-07-31"])("an exemption, until %s", async (until) => {
    const validUntil = until === null ? null : day(until);
    await prisma.exemption.create({ data: { studentId, article: "5a", validFrom: day("2025-08-01"), validUntil } });
    expect(await findSignals(thursday)).toBe(1);
    expect(await stored()).toMatchObject([{ kind: "exempt", on: day("2025-08-01") }]);
    expect(await findSignals(thursday)).toBe(0);
  });

  test("an exemption that had ended when the report was filed, and is prolonged", async () => {
    const ended = { article: "5a", validFrom: day("2024-08-01"), validUntil: day("2025-07-31") };
    await prisma.exemption.create({ data: { studentId, ...ended } });
    reference = (await aFiledReport({ ...world, studentNumber }, { separate: true })).reference;
    await findSignals(thursday);
    expect(await stored()).toEqual([]);
    await prisma.exemption.updateMany({ where: { studentId }, data: { validUntil: null } });
    await findSignals(thursday);
    expect(await stored()).toMatchObject([{ kind: "exempt" }]);
  });

  test("a basic qualification", async () => {
    await prisma.student.update({ where: { id: studentId }, data: { basicQualificationOn: day("2026-03-01") } });
    expect(await findSignals(thursday)).toBe(1);
    expect(await stored()).toMatchObject([{ kind: "qualified", on: day("2026-03-01") }]);
    expect(await findSignals(thursday)).toBe(0);
  });

  test("a diploma that is a basic qualification", async () => {
    await prisma.enrolment.updateMany({ where: { studentId }, data: { diploma: "havo", lastDay: day("2026-03-01") } });
    expect(await findSignals(thursday)).toBe(1);
    expect(await stored()).toMatchObject([{ kind: "qualified", on: day("2026-03-01") }]);
  });
});

test.each(["abroad", "unknown"] as const)(
  "a student whose residence becomes %s is told of without an office",
  async (kind) => {
    await moves("2026-04-20", { kind, code: null });
    await findSignals(thursday);
    expect(await signals()).toMatchObject([{ kind: "moved", officeCode: null }]);
  },
);

test.each([
  ["turns 18 in a month", "2008-05-24", true],
  ["turns 18 a day later than that", "2008-05-25", false],
  ["turned 18 during the case", "2008-04-20", true],
])("a student who %s", async (_, birthDate, isTold) => {
  await aCase(birthDate);
  const point = elsewhere.office;
  await prisma.competence.deleteMany({ where: { officeId: world.office.id, regime: "over_18" } });
  await prisma.competence.create({
    data: {
      officeId: point.id,
      municipalityCode: world.municipality,
      regime: "over_18",
      validFrom: day("2009-08-01"),
    },
  });
  await findSignals(thursday);
  const expected = [{ kind: "turns-eighteen", on: birthDate.replace("2008", "2026"), officeCode: point.code }];
  expect(await signals()).toMatchObject(isTold ? expected : []);
  if (!isTold) return;
  const offer = { reference, officeCode: point.code, reason: "turns-eighteen" } as const;
  expect(await offerTransfer(world.officer, offer, thursday)).toMatchObject({ ok: true });
});

test.each([
  ["2008-02-28", "2026-01-28", "2026-02-28"],
  ["2008-02-29", "2026-01-29", "2026-03-01"],
  ["2008-03-01", "2026-01-29", "2026-03-01"],
])("who was born on %s is told of from %s on, to turn 18 on %s", async (birthDate, toldOn, on) => {
  const at = (text: string) => nowAt(new Date(`${text}T08:00:00Z`));
  const { municipality, brin, school } = world;
  studentNumber = await aStudent({ municipality, brin, locationId: school.location.id, birthDate });
  await prisma.competence.deleteMany({ where: { officeId: world.office.id, regime: "over_18" } });
  const absence = { firstDay: "2026-01-12", lastDay: "2026-01-16" };
  ({ reference } = await aFiledReport({ ...world, studentNumber }, absence, at("2026-01-19")));
  await findSignals(at(addDays(calendarDate.parse(toldOn), -1)));
  expect(await stored()).toEqual([]);
  await findSignals(at(toldOn));
  expect(await stored()).toMatchObject([{ kind: "turns-eighteen", on: day(on) }]);
});

test("who turned 18 during a case keeps his officer until it is handed over; what is filed now goes to the regional point", async () => {
  const [point, { municipality }] = [elsewhere.office, world];
  const ofAdults = { municipalityCode: municipality, regime: "over_18", validFrom: day("2009-08-01") };
  await prisma.competence.deleteMany({ where: { officeId: world.office.id, regime: "over_18" } });
  await prisma.competence.create({ data: { ...ofAdults, officeId: point.id } });
  studentNumber = await aStudent({
    municipality,
    brin: world.brin,
    locationId: world.school.location.id,
    birthDate: "2008-04-20",
  });
  const before = await aFiledReport({ ...world, studentNumber });
  await findSignals(thursday);
  const after = await aFiledReport({ ...world, studentNumber }, { firstDay: "2026-04-21", lastDay: "2026-04-22" });
  const offices = await prisma.report.findMany({
    where: { reference: { in: [before.reference, after.reference] } },
    orderBy: { firstDay: "asc" },
  });
  expect(offices.map(({ officeId }) => officeId)).toEqual([world.office.id, point.id]);
});

test("a student who is exempted or qualifies during a case is flagged, and the flag is put away for good", async () => {
  await prisma.exemption.create({ data: { studentId, article: "5a", validFrom: day("2026-04-20") } });
  await prisma.student.update({ where: { id: studentId }, data: { basicQualificationOn: day("2026-04-21") } });
  await findSignals(thursday);
  expect((await signals()).map(({ kind }) => kind).sort()).toEqual(["exempt", "qualified"]);
  await settleSignal(world.officer, { reference, kind: "exempt" }, thursday);
  await findSignals(thursday);
  expect((await signals()).map(({ kind }) => kind)).toEqual(["qualified"]);
});

test("a diploma that is a basic qualification counts from the day after the enrolment", async () => {
  await prisma.enrolment.updateMany({
    where: { studentId },
    data: { diploma: "havo", lastDay: day("2026-04-23") },
  });
  await findSignals(thursday);
  expect(await stored()).toEqual([]);
  await findSignals(nowAt(new Date("2026-04-24T08:00:00Z")));
  expect(await stored()).toMatchObject([{ kind: "qualified" }]);
});

test("an address that becomes protected closes the case to all but the named, and hides the office from the school", async () => {
  await prisma.report.update({ where: { reference }, data: { officerId: world.officer.accountId } });
  await moves("2026-04-20", { kind: "protected", code: world.municipality });
  await findSignals(thursday);
  await expect(findReport(world.officer, thursday, reference)).rejects.toBeInstanceOf(NotFound);
  expect((await findReport(world.reporter, thursday, reference)).office).toBeNull();
  const named = officerOf(world.office.id, {
    ...(await anAccount(world.office.id, "officer", { protectedCases: true })),
    role: "officer",
    protectedCases: true,
  });
  expect((await findReport(named, thursday, reference)).officer).toBeNull();
  expect((await openCase(named, thursday, reference)).around.signals).toMatchObject([{ kind: "protected" }]);
});

test("the register is compared once a day, and again on the next", async () => {
  const look = dailySignals();
  await look(thursday);
  await moves("2026-04-20");
  expect(await look(thursday)).toBe(0);
  await look(nowAt(new Date("2026-04-24T08:00:00Z")));
  expect(await stored()).toHaveLength(1);
});
