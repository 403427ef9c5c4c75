import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { handOverWork } from "@/lib/casework/commands/hand-over.server";
import { referReport } from "@/lib/casework/commands/refer-report.server";
import { checkHandOver, findTeamMember, listTeam } from "@/lib/casework/queries.server";
import { prisma } from "@/lib/db/client.server";
import { systemViewer } from "@/lib/identity/viewer";
import { tellOfEvent } from "@/lib/notifications/tell.server";
import { planLeave } from "@/lib/routing/commands/plan-officer.server";
import { leaveInput } from "@/lib/routing/plan-input";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let leaving: { readonly accountId: string };
let lead: ReturnType<typeof officerOf>;

beforeEach(async () => {
  world = await aWorld();
  leaving = world.officer;
  lead = officerOf(world.office.id, {
    ...(await anAccount(world.office.id, "team_lead")),
    role: "team_lead",
    protectedCases: true,
  });
});

async function reportsInHand(count: number, isProtected = false) {
  const { brin, municipality, school } = world;
  for (let made = 0; made < count; made += 1) {
    const studentNumber = await aStudent({ municipality, brin, locationId: school.location.id });
    const { reference } = await aFiledReport({ ...world, studentNumber });
    await prisma.report.update({ where: { reference }, data: { officerId: leaving.accountId, isProtected } });
  }
}

async function heldBy(officerId: string | null) {
  return prisma.report.count({ where: { officeId: world.office.id, officerId, closedAt: null } });
}

const assigned = () => prisma.event.count({ where: { kind: "assigned", report: { officeId: world.office.id } } });

describe("refusals", () => {
  test("an officer, an administrator of the office and a lead of another office hand over nothing", async () => {
    await reportsInHand(1);
    const input = { accountId: leaving.accountId, to: "inbox" as const };
    for (const viewer of [
      world.officer,
      officerOf(world.office.id, { role: "office_admin" }),
      systemViewer("routing"),
    ]) {
      await expect(handOverWork(viewer, input, thursday)).rejects.toBeInstanceOf(NotAllowed);
    }
    const stranger = officerOf((await aWorld()).office.id, { role: "team_lead" });
    await expect(handOverWork(stranger, input, thursday)).rejects.toBeInstanceOf(NotFound);
    await expect(checkHandOver(stranger, thursday, input)).rejects.toBeInstanceOf(NotFound);
    await expect(findTeamMember(stranger, thursday, leaving.accountId)).rejects.toBeInstanceOf(NotFound);
    expect(await heldBy(leaving.accountId)).toBe(1);
  });

  test("nothing goes to somebody of another office, to whoever hands over, or to somebody who is away", async () => {
    await reportsInHand(1);
    for (const to of [(await aWorld()).officer.accountId, leaving.accountId, randomUUID()]) {
      const outcome = await handOverWork(lead, { accountId: leaving.accountId, to }, thursday);
      expect.soft(outcome).toEqual({ ok: false, problems: [{ code: "officer-unknown", field: "to" }] });
    }
    const away = await anAccount(world.office.id, "officer");
    await planLeave(lead, leaveInput.parse({ accountId: away.accountId, firstDay: "2026-04-01" }), thursday);
    const outcome = await handOverWork(lead, { accountId: leaving.accountId, to: away.accountId }, thursday);
    expect(outcome).toEqual({ ok: false, problems: [{ code: "receiver-away", field: "to" }] });
    expect(await assigned()).toBe(0);
  });

  test("a lead who is not named for protected cases neither counts nor moves them", async () => {
    await reportsInHand(1, true);
    const plain = officerOf(world.office.id, { ...(await anAccount(world.office.id, "team_lead")), role: "team_lead" });
    const outcome = await handOverWork(plain, { accountId: leaving.accountId, to: "inbox" }, thursday);
    expect(outcome).toEqual({ ok: false, problems: [{ code: "nothing-to-hand-over" }] });
    const line = (await listTeam(plain, thursday)).find(({ id }) => id === leaving.accountId);
    expect(line?.openHere).toBe(0);
  });
});

test("spread over the team each of two colleagues gets as much, the lead nothing, and a protected case only who is named for it", async () => {
  const one = await anAccount(world.office.id, "officer");
  const other = await anAccount(world.office.id, "officer", { protectedCases: true });
  await reportsInHand(5);
  await reportsInHand(1, true);
  const input = { accountId: leaving.accountId, to: "team" as const };
  const check = await checkHandOver(lead, thursday, input);
  expect(await heldBy(leaving.accountId)).toBe(6);
  const outcome = await handOverWork(lead, input, thursday);
  expect(outcome).toMatchObject({ ok: true, value: { movedCount: 6, receiverCount: 2, staysCount: 0 } });
  expect([await heldBy(one.accountId), await heldBy(other.accountId)]).toEqual([3, 3]);
  expect(check.ok && check.value.portions.map(({ count }) => count)).toEqual([3, 3]);
  expect(await heldBy(lead.accountId)).toBe(0);
  expect(await prisma.report.count({ where: { officerId: one.accountId, isProtected: true } })).toBe(0);
  expect(await assigned()).toBe(6);
});

test("a protected case stays where it is when the one colleague may not see it, and the answer says so", async () => {
  const colleague = await anAccount(world.office.id, "officer");
  await reportsInHand(2);
  await reportsInHand(1, true);
  const outcome = await handOverWork(lead, { accountId: leaving.accountId, to: colleague.accountId }, thursday);
  expect(outcome).toMatchObject({ ok: true, value: { movedCount: 2, staysCount: 1 } });
  expect(await heldBy(leaving.accountId)).toBe(1);
});

test("a case that went to another office between the check and the press stays there", async () => {
  const colleague = await anAccount(world.office.id, "officer");
  const elsewhere = await aWorld();
  await reportsInHand(3);
  const asked = { accountId: leaving.accountId, to: colleague.accountId };
  expect(await checkHandOver(lead, thursday, asked)).toMatchObject({ value: { portions: [{ count: 3 }] } });
  const [gone] = await prisma.report.findMany({ where: { officerId: leaving.accountId }, take: 1 });
  const reference = gone?.reference ?? "";
  const sent = { reference, officeCode: elsewhere.office.code, reason: "agreed" } as const;
  expect(await referReport(world.officer, sent, thursday)).toMatchObject({ ok: true });
  expect(await handOverWork(lead, asked, thursday)).toMatchObject({ ok: true, value: { movedCount: 2 } });
  expect(await prisma.report.findUnique({ where: { reference } })).toMatchObject({
    officeId: elsewhere.office.id,
    officerId: null,
  });
});

test("of two who hand over at the same moment one does, and each report has one event", async () => {
  const colleague = await anAccount(world.office.id, "officer");
  await reportsInHand(4);
  const outcomes = await Promise.all(
    [colleague.accountId, "inbox" as const].map((to) =>
      handOverWork(lead, { accountId: leaving.accountId, to }, thursday),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: "nothing-to-hand-over" }] });
  expect(await assigned()).toBe(4);
  expect([0, 4]).toContain(await heldBy(null));
});

test("who gets many reports in one act is written to once; the school hears of each", async () => {
  const colleague = await anAccount(world.office.id, "officer");
  await reportsInHand(3);
  await handOverWork(lead, { accountId: leaving.accountId, to: colleague.accountId }, thursday);
  const messages = await prisma.outboxMessage.findMany({ where: { topic: "report-event" }, orderBy: { id: "asc" } });
  const events = await prisma.event.findMany({
    where: { kind: "assigned", report: { officeId: world.office.id } },
    select: { id: true },
  });
  const ours = messages
    .map(({ payload }) => payload as { eventId: string; reportId: string; isOfMany?: boolean })
    .filter(({ eventId }) => events.some(({ id }) => id === eventId));
  for (const message of ours) {
    await tellOfEvent(message, { origin: "https://loket.example", mailFrom: "loket@example.test" }, thursday);
  }
  expect(ours).toHaveLength(3);
  expect(await prisma.notice.count({ where: { accountId: colleague.accountId, kind: "assigned" } })).toBe(1);
  expect(await prisma.notice.count({ where: { accountId: world.reporter.accountId, kind: "assigned" } })).toBe(3);
});

test("a coming leave whose deputy is away on one of its days is pointed out before it begins", async () => {
  await reportsInHand(1);
  const warning = async () => (await listTeam(lead, thursday)).find(({ id }) => id === leaving.accountId)?.warning;
  const colleague = await anAccount(world.office.id, "officer");
  // A deputy who goes away on one of those days leaves nobody.
  const away = { firstDay: "2026-05-04", lastDay: "2026-05-08" };
  await planLeave(
    lead,
    leaveInput.parse({ ...away, accountId: leaving.accountId, deputyId: colleague.accountId }),
    thursday,
  );
  expect(await warning()).toBeNull();
  const deputyAway = { accountId: colleague.accountId, firstDay: "2026-05-06", deputyId: leaving.accountId };
  await planLeave(lead, leaveInput.parse(deputyAway), thursday);
  expect(await warning()).toBe("alone-soon");
});

test("open work of somebody who left, leaves soon or is away alone is pointed out", async () => {
  await reportsInHand(1);
  const warning = async () => (await listTeam(lead, thursday)).find(({ id }) => id === leaving.accountId)?.warning;
  expect(await warning()).toBeNull();
  await planLeave(lead, leaveInput.parse({ accountId: leaving.accountId, firstDay: "2026-04-23" }), thursday);
  expect(await warning()).toBe("away-alone");
  const end = (day: string) =>
    prisma.mandate.updateMany({ where: { accountId: leaving.accountId }, data: { validUntil: new Date(day) } });
  await end("2026-05-10");
  expect(await warning()).toBe("ends-soon");
  await end("2026-04-22");
  expect(await warning()).toBe("gone");
});

test("one colleague who takes over follows what was followed, as far as the lead may read it", async () => {
  const colleague = await anAccount(world.office.id, "officer");
  await reportsInHand(3);
  const [own, open, hidden] = await prisma.report.findMany({ where: { officerId: leaving.accountId } });
  await prisma.report.updateMany({
    where: { id: { in: [open?.id ?? "", hidden?.id ?? ""] } },
    data: { officerId: lead.accountId },
  });
  await prisma.report.update({ where: { id: hidden?.id ?? "" }, data: { isProtected: true } });
  await prisma.watch.createMany({
    data: [own, open, hidden].map((report) => ({
      reportId: report?.id ?? "",
      accountId: leaving.accountId,
      isMuted: report === own,
      since: thursday.at,
    })),
  });
  const plain = officerOf(world.office.id, { ...(await anAccount(world.office.id, "team_lead")), role: "team_lead" });
  await handOverWork(plain, { accountId: leaving.accountId, to: colleague.accountId }, thursday);
  const followed = await prisma.watch.findMany({ where: { accountId: colleague.accountId, isMuted: false } });
  expect(followed.map(({ reportId }) => reportId)).toEqual([open?.id]);
});
