import { beforeEach, describe, expect, test } from "vitest";
import { acceptTransfer, refuseTransfer } from "@/lib/casework/commands/answer-transfer.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { offerTransfer } from "@/lib/casework/commands/offer-transfer.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { referReport } from "@/lib/casework/commands/refer-report.server";
import { takeBackTransfer } from "@/lib/casework/commands/take-back-transfer.server";
import { lapseTransfers } from "@/lib/casework/lapse-transfers.server";
import { openCase } from "@/lib/casework/queries/open-case.server";
import { findLookBack, findOffer, listTransfers } from "@/lib/casework/queries/transfers.server";
import { prisma } from "@/lib/db/client.server";
import { findReport } from "@/lib/reports/queries.server";
import { nowAt } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let elsewhere: World;
let reference: string;

const friday = nowAt(new Date("2026-04-24T07:15:00Z"));
/** Ten working days after Thursday 23 April; 27 April and 5 May are free. */
const lastDayInTime = nowAt(new Date("2026-05-11T21:00:00Z"));
const dayAfter = nowAt(new Date("2026-05-11T22:30:00Z"));

beforeEach(async () => {
  [world, elsewhere] = [await aWorld(), await aWorld()];
  reference = (await aFiledReport(world)).reference;
});

const stored = () => prisma.report.findUniqueOrThrow({ where: { reference }, include: { transfers: true } });
const eventKinds = async () =>
  (await prisma.event.findMany({ where: { report: { reference } }, orderBy: { id: "asc" } })).map(({ kind }) => kind);
const offer = (to = elsewhere) =>
  offerTransfer(
    world.officer,
    { reference, officeCode: to.office.code, reason: "moved", note: "Woont er sinds maart." },
    thursday,
  );

describe("refusals", () => {
  test("before the offer the other office finds nothing, and during it only the offer", async () => {
    await expect(findOffer(elsewhere.officer, thursday, reference)).rejects.toBeInstanceOf(NotFound);
    await expect(acceptTransfer(elsewhere.officer, { reference }, thursday)).rejects.toBeInstanceOf(NotFound);
    const spoken = { words: "Moeder gebeld.", note: "Zegt dat vader weg is." };
    await recordAction(world.officer, { reference, intervention: "called", ...spoken }, thursday);
    await offer();
    const seen = await findOffer(elsewhere.officer, thursday, reference);
    expect(seen).toMatchObject({ fromName: world.office.name, note: "Woont er sinds maart.", dueOn: "2026-05-11" });
    expect(JSON.stringify(seen)).not.toMatch(/Moeder|vader/);
    for (const ask of [findReport, openCase]) {
      await expect(ask(elsewhere.officer, thursday, reference)).rejects.toBeInstanceOf(NotFound);
    }
    await expect(
      recordAction(elsewhere.officer, { reference, intervention: "called" }, thursday),
    ).rejects.toBeInstanceOf(NotFound);
  });

  test("the office that asks does not answer itself, a third one finds nothing, and a clerk reads but does not answer", async () => {
    await offer();
    const third = await aWorld();
    for (const viewer of [
      world.officer,
      third.officer,
      world.reporter,
      officerOf(elsewhere.office.id, { role: "analyst" }),
    ]) {
      await expect(acceptTransfer(viewer, { reference }, thursday)).rejects.toBeInstanceOf(NotFound);
    }
    const clerk = officerOf(elsewhere.office.id, { role: "office_clerk" });
    expect(await findOffer(clerk, thursday, reference)).toMatchObject({ mayAnswer: false });
    await expect(acceptTransfer(clerk, { reference }, thursday)).rejects.toBeInstanceOf(NotAllowed);
  });

  test("what waits for an answer is not offered or sent on again", async () => {
    await offer();
    const third = await aWorld();
    expect(await offer(third)).toMatchObject({ ok: false, problems: [{ code: "already-offered" }] });
    const referral = { reference, officeCode: third.office.code, reason: "agreed" } as const;
    expect(await referReport(world.officer, referral, thursday)).toMatchObject({
      problems: [{ code: "already-offered" }],
    });
  });

  test("of two officers of the other office who accept at the same moment one has it, and both stand in the history", async () => {
    await offer();
    const rival = officerOf(elsewhere.office.id, {
      ...(await anAccount(elsewhere.office.id, "officer")),
      role: "officer",
    });
    const outcomes = await Promise.all(
      [elsewhere.officer, rival].map((viewer) => acceptTransfer(viewer, { reference, version: 2 }, friday)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: "report-changed" }] });
    const { id, transfers } = await stored();
    expect(transfers).toHaveLength(1);
    expect(await prisma.assignment.count({ where: { reportId: id, rule: "taken-over" } })).toBe(1);
    const results = await prisma.auditEntry.findMany({ where: { action: "transfer:answer", objectId: id } });
    expect(results.map(({ result }) => result).sort()).toEqual(["done", "refused"]);
  });

  test("a case that is taken back while it is accepted ends with one of the two", async () => {
    await offer();
    const outcomes = await Promise.all([
      acceptTransfer(elsewhere.officer, { reference, version: 2 }, friday),
      takeBackTransfer(world.officer, { reference, version: 2 }, friday),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const { officeId, transfers } = await stored();
    expect(transfers.map(({ answer }) => answer)).toEqual([
      officeId === elsewhere.office.id ? "accepted" : "taken_back",
    ]);
  });

  test("the old office reads its own past after the hand-over and changes nothing any more", async () => {
    await offer();
    await acceptTransfer(elsewhere.officer, { reference }, friday);
    await recordAction(elsewhere.officer, { reference, intervention: "called", note: "Nieuw adres klopt." }, friday);
    await expect(findReport(world.officer, friday, reference)).rejects.toBeInstanceOf(NotFound);
    expect(await recordAction(world.officer, { reference, intervention: "called" }, friday)).toMatchObject({
      ok: false,
      problems: [{ code: "report-changed" }],
    });
    const past = await findLookBack(world.officer, friday, reference);
    expect(past.timeline.map(({ event }) => event.kind)).toEqual([
      "filed",
      "routed",
      "transfer_offered",
      "transfer_accepted",
    ]);
    expect(JSON.stringify(past)).not.toContain("Nieuw adres");
    await expect(findLookBack(world.reporter, friday, reference)).rejects.toBeInstanceOf(NotFound);
  });

  test("an offer of a protected case is seen only by those who are named, and by nobody in a list", async () => {
    const named = await anAccount(elsewhere.office.id, "officer", { protectedCases: true });
    await prisma.report.update({ where: { reference }, data: { isProtected: true } });
    const sender = officerOf(world.office.id, {
      ...(await anAccount(world.office.id, "officer")),
      role: "officer",
      protectedCases: true,
    });
    await offerTransfer(sender, { reference, officeCode: elsewhere.office.code, reason: "agreed" }, thursday);
    await expect(findOffer(elsewhere.officer, thursday, reference)).rejects.toBeInstanceOf(NotFound);
    expect((await listTransfers(elsewhere.officer, thursday)).incoming).toEqual([]);
    const viewer = officerOf(elsewhere.office.id, { ...named, role: "officer", protectedCases: true });
    expect((await listTransfers(viewer, thursday)).incoming.map((line) => line.reference)).toEqual([reference]);
    expect(await acceptTransfer(viewer, { reference }, thursday)).toMatchObject({ ok: true });
    const school = await findReport(world.reporter, thursday, reference);
    expect(JSON.stringify(school)).not.toMatch(/Leerplicht \d/);
  });
});

test("until it is accepted the case stays with the old office, which goes on with it", async () => {
  await offer();
  expect(await stored()).toMatchObject({ officeId: world.office.id, officerId: world.officer.accountId });
  expect(await recordAction(world.officer, { reference, intervention: "called" }, friday)).toMatchObject({ ok: true });
  expect((await openCase(world.officer, friday, reference)).around.offer).toMatchObject({
    toName: elsewhere.office.name,
  });
});

test("a student who moves during a case keeps one timeline: both offices and both days stand on it", async () => {
  await recordAction(world.officer, { reference, intervention: "called", note: "Intern." }, thursday);
  await offer();
  await acceptTransfer(elsewhere.officer, { reference }, friday);
  expect(await stored()).toMatchObject({ officeId: elsewhere.office.id, officerId: elsewhere.officer.accountId });
  const [office, school] = await Promise.all([
    findReport(elsewhere.officer, friday, reference),
    findReport(world.reporter, friday, reference),
  ]);
  const kinds = ["filed", "routed", "acted", "transfer_offered", "transfer_accepted"];
  expect(office.timeline.map(({ event }) => event.kind)).toEqual(kinds);
  expect(school.timeline.map(({ event }) => event.kind)).toEqual(kinds);
  expect(office.timeline[2]?.note).toBe("Intern.");
  expect(school.office?.name).toBe(elsewhere.office.name);
});

test("a refusal says why to the office that asked, and leaves the case there", async () => {
  await offer();
  const answer = { reference, reason: "finish-first", note: "Bijna klaar." } as const;
  expect(await refuseTransfer(elsewhere.officer, answer, friday)).toMatchObject({ ok: true });
  expect(await stored()).toMatchObject({ officeId: world.office.id, officerId: world.officer.accountId });
  const { timeline } = await findReport(world.officer, friday, reference);
  expect(timeline.at(-1)).toMatchObject({ note: "Bijna klaar.", event: { data: { reason: "finish-first" } } });
  await expect(findOffer(elsewhere.officer, friday, reference)).rejects.toBeInstanceOf(NotFound);
  expect(await offer()).toMatchObject({ ok: true });
});

test("an offer that is not answered in time comes back, once, however many workers look", async () => {
  await offer();
  await lapseTransfers(lastDayInTime);
  expect((await stored()).transfers[0]?.answer).toBeNull();
  await Promise.all([lapseTransfers(dayAfter), lapseTransfers(dayAfter)]);
  expect(await lapseTransfers(dayAfter)).toBe(0);
  expect((await eventKinds()).filter((kind) => kind === "transfer_lapsed")).toHaveLength(1);
  expect(await stored()).toMatchObject({ officeId: world.office.id, version: 3 });
  expect(await acceptTransfer(elsewhere.officer, { reference }, dayAfter)).toMatchObject({
    problems: [{ code: "offer-over" }],
  });
});

test("the offer of a case that was closed meanwhile ends without a word", async () => {
  await offer();
  await closeReport(world.officer, { reference, closeReason: "back_to_school", closeNote: "student_seen" }, friday);
  await lapseTransfers(friday);
  expect((await stored()).transfers[0]?.answer).toBe("taken_back");
  expect(await eventKinds()).not.toContain("transfer_lapsed");
});

test("a case of several reports is offered and answered as one, and what is offered elsewhere stays out of it", async () => {
  const second = (await aFiledReport(world, { firstDay: "2026-04-20", lastDay: "2026-04-21" })).reference;
  const third = (await aFiledReport(world, { firstDay: "2026-04-22", lastDay: "2026-04-22" })).reference;
  const thirdOffice = await aWorld();
  const alone = { reference: third, officeCode: thirdOffice.office.code, reason: "agreed" } as const;
  await offerTransfer(world.officer, alone, thursday);
  const whole = { reference, officeCode: elsewhere.office.code, reason: "moved", reports: "all" } as const;
  await offerTransfer(world.officer, whole, thursday);
  expect(await findOffer(elsewhere.officer, thursday, reference)).toMatchObject({ otherCount: 1 });
  await acceptTransfer(elsewhere.officer, { reference }, friday);
  const places = await prisma.report.findMany({
    where: { reference: { in: [reference, second, third] } },
    orderBy: { firstDay: "asc" },
  });
  expect(places.map(({ officeId }) => officeId)).toEqual([elsewhere.office.id, elsewhere.office.id, world.office.id]);
});

test("both offices see what is between them", async () => {
  await offer();
  expect((await listTransfers(elsewhere.officer, friday)).incoming).toMatchObject([
    { reference, otherOffice: world.office.name, dueOn: "2026-05-11" },
  ]);
  expect((await listTransfers(world.officer, friday)).outgoing).toMatchObject([{ otherOffice: elsewhere.office.name }]);
  await acceptTransfer(elsewhere.officer, { reference }, friday);
  expect(await listTransfers(world.officer, friday)).toMatchObject({ outgoing: [], gone: [{ reference }] });
});
