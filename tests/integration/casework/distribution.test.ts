import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { bulkInput, undoMinutes } from "@/lib/casework/bulk";
import { distributeReports, undoDistribution } from "@/lib/casework/commands/distribute.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { distributeInput } from "@/lib/casework/distribution";
import { findDistribution } from "@/lib/casework/queries/distribution.server";
import { doMany } from "@/lib/conversation/commands/do-many.server";
import { prisma } from "@/lib/db/client.server";
import { planLeave } from "@/lib/routing/commands/plan-officer.server";
import { leaveInput } from "@/lib/routing/plan-input";
import { nowAt } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let clerk: ReturnType<typeof officerOf>;
let colleague: { readonly accountId: string; readonly name: string };

const later = nowAt(new Date(thursday.at.getTime() + 60_000));

beforeEach(async () => {
  world = await aWorld();
  colleague = await anAccount(world.office.id, "officer");
  clerk = officerOf(world.office.id, { ...(await anAccount(world.office.id, "office_clerk")), role: "office_clerk" });
});

async function aWaiting(minutesAgo: number, isProtected = false): Promise<string> {
  const { brin, municipality, school } = world;
  const studentNumber = await aStudent({ municipality, brin, locationId: school.location.id });
  const { reference } = await aFiledReport({ ...world, studentNumber });
  const filedAt = new Date(thursday.at.getTime() - minutesAgo * 60_000);
  await prisma.report.update({ where: { reference }, data: { officerId: null, isProtected, filedAt } });
  return reference;
}

const give = (reports: readonly string[], to: string = colleague.accountId, viewer = clerk) =>
  distributeReports(viewer, distributeInput.parse({ reports, to }), later);

const holderOf = async (reference: string) =>
  (await prisma.report.findUniqueOrThrow({ where: { reference } })).officerId;

describe("refusals", () => {
  test("whoever does not divide the work of the office neither sees what waits nor gives it", async () => {
    const reference = await aWaiting(10);
    for (const viewer of [
      world.officer,
      officerOf(world.office.id, { role: "office_admin" }),
      reporterOf(world.school.id),
    ]) {
      await expect(findDistribution(viewer, thursday, null)).rejects.toBeInstanceOf(NotAllowed);
      await expect(distributeReports(viewer, { reports: [reference], to: "team" }, thursday)).rejects.toBeInstanceOf(
        NotAllowed,
      );
    }
    expect(await holderOf(reference)).toBeNull();
  });

  test("a clerk of another office gives none of this one, and sees none", async () => {
    const reference = await aWaiting(10);
    const elsewhere = await aWorld();
    const stranger = officerOf(elsewhere.office.id, { role: "office_clerk" });
    const to = elsewhere.officer.accountId;
    expect(await give([reference], to, stranger)).toMatchObject({ ok: false, problems: [{ code: "reports-taken" }] });
    expect((await findDistribution(stranger, thursday, null)).waiting).toEqual([]);
    expect(await holderOf(reference)).toBeNull();
  });

  test("nothing goes to somebody who is away, and a protected case to nobody who is not named for them", async () => {
    const [plain, secret] = [await aWaiting(10), await aWaiting(9, true)];
    await planLeave(clerk, leaveInput.parse({ accountId: colleague.accountId, firstDay: "2026-04-01" }), thursday);
    expect(await give([plain])).toMatchObject({ ok: false, problems: [{ code: "receiver-away", field: "to" }] });
    const named = officerOf(world.office.id, {
      accountId: clerk.accountId,
      role: "office_clerk",
      protectedCases: true,
    });
    const outcome = await give([secret], world.officer.accountId, named);
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: "nobody-may-receive" }] });
    expect(await holderOf(secret)).toBeNull();
  });
});

test("what came first stands first, and what nobody may see is neither shown nor counted", async () => {
  const [young, old] = [await aWaiting(5), await aWaiting(50)];
  await aWaiting(60, true);
  const { waiting, waitingCount, team } = await findDistribution(clerk, thursday, null);
  expect(waiting.map(({ reference }) => reference)).toEqual([old, young]);
  expect(waitingCount).toBe(2);
  expect(team.map(({ id }) => id).toSorted()).toEqual([colleague.accountId, world.officer.accountId].toSorted());
});

test("what a colleague gave away a moment before stays with whom he gave it to", async () => {
  const [one, two] = [await aWaiting(10), await aWaiting(9)];
  expect(await give([one], world.officer.accountId)).toMatchObject({ ok: true });
  expect(await give([one, two])).toMatchObject({ ok: true, value: { movedCount: 1, takenCount: 1 } });
  expect([await holderOf(one), await holderOf(two)]).toEqual([world.officer.accountId, colleague.accountId]);
});

test("over the team the work is spread evenly, and the school hears of each report", async () => {
  const reports = [await aWaiting(10), await aWaiting(9), await aWaiting(8), await aWaiting(7)];
  expect(await give(reports, "team")).toMatchObject({ ok: true, value: { movedCount: 4 } });
  const held = await prisma.report.groupBy({
    by: ["officerId"],
    where: { reference: { in: reports } },
    _count: true,
  });
  expect(held.map(({ _count }) => _count)).toEqual([2, 2]);
  expect(await prisma.event.count({ where: { kind: "assigned", report: { reference: { in: reports } } } })).toBe(4);
});

describe("undone", () => {
  const after = (minutes: number) => nowAt(new Date(later.at.getTime() + minutes * 60_000));

  async function given(reports: readonly string[], to?: string): Promise<string> {
    const outcome = await give(reports, to);
    if (!outcome.ok) throw new Error("nothing was given");
    return outcome.value.act;
  }

  test("an act is undone whole, but not for what somebody took up since, and by nobody else", async () => {
    const [one, two] = [await aWaiting(10), await aWaiting(9)];
    const act = await given([one, two]);
    const receiver = officerOf(world.office.id, { ...colleague, role: "officer" });
    await takeUp(receiver, { reference: two }, nowAt(new Date(later.at.getTime() + 1_000)));
    const other = officerOf(world.office.id, { role: "office_clerk" });
    await expect(undoDistribution(other, { act }, later)).rejects.toBeInstanceOf(NotFound);
    expect((await findDistribution(other, later, act)).given).toBeNull();
    expect((await findDistribution(clerk, later, act)).given).toMatchObject({ count: 1, receivers: [colleague.name] });
    expect(await undoDistribution(clerk, { act }, later)).toEqual({ ok: true, value: { count: 1 } });
    expect([await holderOf(one), await holderOf(two)]).toEqual([null, colleague.accountId]);
    expect(await undoDistribution(clerk, { act }, later)).toMatchObject({
      ok: false,
      problems: [{ code: "already-undone" }],
    });
  });

  test("what another act gave at the same moment stays with whom it was given to", async () => {
    const [one, two] = [await aWaiting(10), await aWaiting(9)];
    const [act, other] = [await given([one]), await given([two], world.officer.accountId)];
    expect((await findDistribution(clerk, later, act)).given).toMatchObject({ count: 1 });
    expect(await undoDistribution(clerk, { act }, later)).toEqual({ ok: true, value: { count: 1 } });
    expect([await holderOf(one), await holderOf(two)]).toEqual([null, world.officer.accountId]);
    expect(await undoDistribution(clerk, { act: other }, later)).toEqual({ ok: true, value: { count: 1 } });
  });

  test("not after a quarter of an hour, as with every act on many, and then nothing offers it", async () => {
    const reference = await aWaiting(10);
    const act = await given([reference]);
    const late = after(undoMinutes + 1);
    expect((await findDistribution(clerk, late, act)).given).toBeNull();
    expect(await undoDistribution(clerk, { act }, late)).toMatchObject({ problems: [{ code: "undo-too-late" }] });
    expect(await holderOf(reference)).toBe(colleague.accountId);
  });

  test("an act of another kind is none to take back here, and stays as it is", async () => {
    const reference = await aWaiting(10);
    const lead = officerOf(world.office.id, { ...(await anAccount(world.office.id, "team_lead")), role: "team_lead" });
    const input = { act: randomUUID(), kind: "take", references: [reference], seenAt: later.at.toISOString() };
    await doMany(lead, bulkInput.parse(input), later);
    await expect(undoDistribution(lead, { act: input.act }, later)).rejects.toBeInstanceOf(NotFound);
    expect(await holderOf(reference)).toBe(lead.accountId);
  });
});
