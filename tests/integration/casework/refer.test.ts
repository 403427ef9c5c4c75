import { beforeEach, describe, expect, test } from "vitest";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { offerTransfer } from "@/lib/casework/commands/offer-transfer.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { referReport } from "@/lib/casework/commands/refer-report.server";
import { findReceipts } from "@/lib/casework/queries.server";
import { prisma } from "@/lib/db/client.server";
import { tellOfEvent } from "@/lib/notifications/tell.server";
import { findReport } from "@/lib/reports/queries.server";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let elsewhere: World;
let reference: string;

beforeEach(async () => {
  [world, elsewhere] = [await aWorld(), await aWorld()];
  reference = (await aFiledReport(world)).reference;
});

const stored = () => prisma.report.findUniqueOrThrow({ where: { reference }, include: { assignments: true } });
const eventKinds = async () =>
  (await prisma.event.findMany({ where: { report: { reference } }, orderBy: { id: "asc" } })).map(({ kind }) => kind);
const refer = (officeCode = elsewhere.office.code, viewer = world.officer, version?: number) =>
  referReport(viewer, { reference, officeCode, reason: "lives-elsewhere", ...(version ? { version } : {}) }, thursday);

async function aProtectedReport(): Promise<void> {
  const { municipality, brin, school } = world;
  const studentNumber = await aStudent({ municipality, brin, locationId: school.location.id, kind: "protected" });
  reference = (await aFiledReport({ ...world, studentNumber })).reference;
}

const namedOfficer = async (at: World) =>
  officerOf(at.office.id, {
    ...(await anAccount(at.office.id, "officer", { protectedCases: true })),
    organisationName: at.office.name,
    role: "officer",
    protectedCases: true,
  });

describe("refusals", () => {
  test("a report of another office is not there, and an administrator of the own office sends nothing on", async () => {
    await expect(refer(world.office.code, elsewhere.officer)).rejects.toBeInstanceOf(NotFound);
    const admin = officerOf(world.office.id, { role: "office_admin" });
    await expect(refer(elsewhere.office.code, admin)).rejects.toBeInstanceOf(NotFound);
    await expect(
      offerTransfer(
        officerOf(world.office.id, { role: "office_clerk" }),
        { reference, officeCode: elsewhere.office.code, reason: "moved" },
        thursday,
      ),
    ).rejects.toBeInstanceOf(NotAllowed);
    expect(await stored()).toMatchObject({ officeId: world.office.id, version: 1 });
  });

  test("a closed report goes nowhere", async () => {
    await closeReport(world.officer, { reference, closeReason: "back_to_school", closeNote: "student_seen" }, thursday);
    expect(await refer()).toMatchObject({ ok: false, problems: [{ code: "move-not-possible" }] });
  });

  test("it goes to no office that has it already or does not exist", async () => {
    expect(await refer(world.office.code)).toMatchObject({ problems: [{ code: "office-own", field: "officeCode" }] });
    expect(await refer("NIETS")).toMatchObject({ problems: [{ code: "office-unknown", field: "officeCode" }] });
    expect(await eventKinds()).toEqual(["filed", "routed"]);
  });

  test("it goes to no office without the duty, and to none whose duty is over or has not begun", async () => {
    const officeId = elsewhere.office.id;
    const notCompetent = { ok: false, problems: [{ code: "office-not-competent", field: "officeCode" }] };
    const regime = (await stored()).regime;
    const day = (text: string) => new Date(`${text}T00:00:00Z`);
    await prisma.competence.updateMany({ where: { officeId, regime }, data: { validUntil: day("2026-04-22") } });
    expect(await refer()).toEqual(notCompetent);
    const later = { validFrom: day("2026-04-24"), validUntil: null };
    await prisma.competence.updateMany({ where: { officeId, regime }, data: later });
    expect(await refer()).toEqual(notCompetent);
    await prisma.competence.updateMany({ where: { officeId, regime }, data: { validFrom: day("2026-04-23") } });
    expect(await refer()).toMatchObject({ ok: true });
  });

  test("of two officers who send a report on at the same moment one does, and both stand in the history", async () => {
    const third = await aWorld();
    const rival = officerOf(world.office.id, { ...(await anAccount(world.office.id, "officer")), role: "officer" });
    const outcomes = await Promise.all([
      refer(elsewhere.office.code, world.officer, 1),
      refer(third.office.code, rival, 1),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: "report-changed" }] });
    const { id, officeId, assignments } = await stored();
    expect(officeId).toBe(outcomes[0]?.ok ? elsewhere.office.id : third.office.id);
    expect(assignments).toHaveLength(2);
    expect(await eventKinds()).toEqual(["filed", "routed", "referred"]);
    const tries = await prisma.auditEntry.findMany({ where: { action: "report:refer", objectId: id } });
    expect(tries.map(({ result }) => result).sort()).toEqual(["done", "refused"]);
    const people = new Set<string | null>([world.officer.accountId, rival.accountId]);
    expect(new Set(tries.map(({ actorId }) => actorId))).toEqual(people);
  });

  test("whoever comes after it has gone hears who sent it on, and nothing of what happened since", async () => {
    await refer();
    await recordAction(elsewhere.officer, { reference, intervention: "called" }, thursday);
    expect(await refer()).toEqual({
      ok: false,
      problems: [{ code: "report-changed", facts: { status: "registered", who: world.officer.name } }],
    });
    await expect(findReport(world.officer, thursday, reference)).rejects.toBeInstanceOf(NotFound);
  });

  test("a report of a protected student goes to no office where nobody is named for such cases", async () => {
    await aProtectedReport();
    const officer = await namedOfficer(world);
    expect(await refer(elsewhere.office.code, officer)).toMatchObject({ problems: [{ code: "nobody-named" }] });
    await namedOfficer(elsewhere);
    expect(await refer(elsewhere.office.code, officer)).toMatchObject({ ok: true });
  });
});

test("a report that does not belong here goes at once, to the shared inbox of the other office", async () => {
  expect(await refer()).toMatchObject({ ok: true, value: { version: 2, status: "registered" } });
  const { officeId, officerId, assignments, id } = await stored();
  expect({ officeId, officerId }).toEqual({ officeId: elsewhere.office.id, officerId: null });
  const last = assignments.find(({ rule }) => rule === "referred");
  expect(last).toMatchObject({ officeId, placedBy: world.officer.name, because: ["referred", "shared-inbox"] });
  const { receipts } = await findReceipts(elsewhere.officer, thursday, { reference, locale: "nl" });
  expect(receipts[0]).toMatchObject({ isByHand: true, fullSteps: [{ found: [elsewhere.office.name] }] });
  expect(await prisma.auditEntry.count({ where: { action: "report:refer", objectId: id } })).toBe(1);
  expect((await findReport(elsewhere.officer, thursday, reference)).office?.name).toBe(elsewhere.office.name);
});

test("the school reads that it goes on and where, and never why", async () => {
  const input = { reference, officeCode: elsewhere.office.code, reason: "lives-elsewhere", note: "Bij oma." } as const;
  await referReport(world.officer, input, thursday);
  const report = await findReport(world.reporter, thursday, reference);
  expect(report.timeline.at(-1)?.event.data).toEqual({
    from: world.office.name,
    to: elsewhere.office.name,
    reason: "",
  });
  expect(JSON.stringify(report)).not.toMatch(/lives-elsewhere|oma/);
  const office = await findReport(elsewhere.officer, thursday, reference);
  expect(office.timeline.at(-1)).toMatchObject({ note: "Bij oma.", event: { data: { reason: "lives-elsewhere" } } });
});

test("of a protected student the school learns no office, and not that it is another, in the desk or by mail", async () => {
  await aProtectedReport();
  await namedOfficer(elsewhere);
  await refer(elsewhere.office.code, await namedOfficer(world));
  const { id } = await stored();
  const event = await prisma.event.findFirstOrThrow({ where: { reportId: id, kind: "referred" } });
  await tellOfEvent(
    { eventId: event.id, reportId: id },
    { origin: "https://loket.example", mailFrom: "loket@loket.example" },
    thursday,
  );
  const letters = await prisma.letter.findMany({ where: { eventId: event.id } });
  const toSchool = letters.filter(({ toAddress }) => !toAddress.startsWith("post@"));
  expect(letters.map(({ toAddress }) => toAddress)).toContain(`post@${elsewhere.municipality}.example`);
  expect(toSchool).toEqual([]);
  const seen = JSON.stringify([await findReport(world.reporter, thursday, reference), toSchool]);
  expect(seen).not.toMatch(/Leerplicht \d|post@|lives-elsewhere|referred/);
});
