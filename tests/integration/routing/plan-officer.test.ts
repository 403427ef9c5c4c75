import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { endLeave, planLeave, setTerms } from "@/lib/routing/commands/plan-officer.server";
import { leaveInput, termsForm, termsInput } from "@/lib/routing/plan-input";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { officerOf } from "@/tests/support/viewers";
import { anAccount, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let lead: ReturnType<typeof officerOf>;
let officerId: string;

beforeEach(async () => {
  world = await aWorld();
  lead = officerOf(world.office.id, { ...(await anAccount(world.office.id, "team_lead")), role: "team_lead" });
  officerId = world.officer.accountId;
});

const leave = (given: object) => leaveInput.parse({ accountId: officerId, firstDay: "2026-05-04", ...given });
const leaves = () => prisma.officerLeave.findMany({ where: { accountId: officerId }, orderBy: { firstDay: "asc" } });

describe("refusals", () => {
  test("a lead of another office plans nothing, and learns nothing", async () => {
    const stranger = officerOf((await aWorld()).office.id, { role: "team_lead" });
    await expect(setTerms(stranger, termsInput.parse({ accountId: officerId }), thursday)).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(planLeave(stranger, leave({}), thursday)).rejects.toBeInstanceOf(NotFound);
    await expect(planLeave(stranger, leave({ accountId: randomUUID() }), thursday)).rejects.toBeInstanceOf(NotFound);
    expect(await leaves()).toEqual([]);
  });

  test("leave that is over already is no leave to plan", async () => {
    const over = leave({ firstDay: "2026-04-20", lastDay: "2026-04-22" });
    expect(await planLeave(lead, over, thursday)).toMatchObject({ ok: false, problems: [{ code: "day-past" }] });
    expect(await leaves()).toEqual([]);
  });

  test("an officer plans no leave of a colleague, and no terms of anybody", async () => {
    const colleague = await anAccount(world.office.id, "officer");
    const forColleague = leave({ accountId: colleague.accountId });
    await expect(planLeave(world.officer, forColleague, thursday)).rejects.toBeInstanceOf(NotAllowed);
    const terms = termsInput.parse({ accountId: officerId, caseCap: "1" });
    await expect(setTerms(world.officer, terms, thursday)).rejects.toBeInstanceOf(NotAllowed);
  });

  test("nobody of another office stands in, nobody whose mandate has ended by then, and no clerk", async () => {
    const ended = await anAccount(world.office.id, "officer");
    await prisma.mandate.updateMany({
      where: { accountId: ended.accountId },
      data: { validUntil: new Date("2026-05-03") },
    });
    const clerk = await anAccount(world.office.id, "office_clerk");
    for (const deputyId of [
      (await aWorld()).officer.accountId,
      ended.accountId,
      clerk.accountId,
      lead.accountId,
      randomUUID(),
    ]) {
      const outcome = await planLeave(lead, leave({ deputyId }), thursday);
      expect.soft(outcome).toEqual({ ok: false, problems: [{ code: "officer-unknown", field: "deputyId" }] });
    }
  });

  test("leave over days that are planned already is refused, also when two plan at one moment", async () => {
    const outcomes = await Promise.all([
      planLeave(lead, leave({ lastDay: "2026-05-08" }), thursday),
      planLeave(world.officer, leave({ firstDay: "2026-05-08" }), thursday),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: "leave-overlaps" }] });
    expect(await leaves()).toHaveLength(1);
  });

  test("the leave of one is not changed or ended under the name of another", async () => {
    await planLeave(lead, leave({}), thursday);
    const leaveId = (await leaves())[0]?.id ?? "";
    const other = await anAccount(world.office.id, "officer");
    const changed = planLeave(lead, leave({ accountId: other.accountId, leaveId }), thursday);
    await expect(changed).rejects.toBeInstanceOf(NotFound);
    await expect(endLeave(lead, { accountId: other.accountId, leaveId }, thursday)).rejects.toBeInstanceOf(NotFound);
  });
});

test("a last day before the first, oneself as deputy and absurd caps are no input at all", () => {
  const accountId = randomUUID();
  const firstDay = "2026-05-04";
  expect(leaveInput.safeParse({ accountId, firstDay, lastDay: "2026-05-03" }).success).toBe(false);
  expect(leaveInput.safeParse({ accountId, firstDay, deputyId: accountId }).success).toBe(false);
  for (const caseCap of ["-1", "1000", "1,5", "veel", "1e9"]) {
    expect.soft(termsForm.safeParse({ accountId, caseCap }).success, caseCap).toBe(false);
  }
  expect(termsForm.safeParse({ accountId, workDays: "8" }).success).toBe(false);
});

test("terms are set and set again, and one day of the week is enough", async () => {
  await setTerms(lead, termsForm.parse({ accountId: officerId, workDays: ["5", "1"], caseCap: "40" }), thursday);
  await setTerms(lead, termsForm.parse({ accountId: officerId, workDays: "3", noNewFrom: "1-6-2026" }), thursday);
  expect(await prisma.officerTerm.findFirst({ where: { accountId: officerId } })).toMatchObject({
    workDays: [3],
    caseCap: null,
    noNewFrom: new Date("2026-06-01"),
  });
});

test("who is back early has been away until yesterday, and leave that has not begun disappears", async () => {
  const colleague = await anAccount(world.office.id, "officer");
  await planLeave(world.officer, leave({ firstDay: "2026-04-20", lastDay: "2026-04-30" }), thursday);
  await planLeave(world.officer, leave({ deputyId: colleague.accountId }), thursday);
  for (const { id: leaveId } of await leaves())
    await endLeave(world.officer, { accountId: officerId, leaveId }, thursday);
  expect(await leaves()).toMatchObject([{ lastDay: new Date("2026-04-22") }]);
});
