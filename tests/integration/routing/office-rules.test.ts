import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { systemViewer } from "@/lib/identity/viewer";
import { activateDraft, saveRule, setSpread, startDraft } from "@/lib/routing/commands/keep-rules.server";
import { planLeave, setTerms } from "@/lib/routing/commands/plan-officer.server";
import { ruleForm } from "@/lib/routing/office-rules/rule-input";
import { leaveInput, termsInput } from "@/lib/routing/plan-input";
import { replay } from "@/lib/routing/replay";
import { routeBatch } from "@/lib/routing/route-batch.server";
import { routeFor } from "@/lib/routing/route-for.server";
import { addDays } from "@/lib/shared/calendar-date";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let lead: ReturnType<typeof officerOf>;
let colleague: Awaited<ReturnType<typeof anAccount>>;

beforeEach(async () => {
  world = await aWorld();
  lead = officerOf(world.office.id, { ...(await anAccount(world.office.id, "team_lead")), role: "team_lead" });
  colleague = await anAccount(world.office.id, "officer");
});

const rule = (edition: number, traits: object) =>
  ruleForm.parse({ edition, name: "Regel", goesTo: "officers", ...traits });

async function draft(...rules: readonly object[]): Promise<number> {
  await startDraft(lead, {}, thursday);
  for (const [place, traits] of rules.entries()) {
    expect(await saveRule(lead, rule(place + 1, traits), thursday)).toMatchObject({ ok: true });
  }
  return rules.length + 1;
}

async function inForce(...rules: readonly object[]): Promise<void> {
  const edition = await draft(...rules);
  expect(await activateDraft(lead, { edition }, thursday)).toMatchObject({ ok: true });
}

/** A report about another student of the same place, with the decision as it was stored. */
async function decided(input: object = {}) {
  const { brin, municipality, school } = world;
  const number = await aStudent({ brin, municipality, locationId: school.location.id });
  const filed = await aFiledReport(world, { student: { number }, ...input });
  const stored = await prisma.assignment.findFirstOrThrow({ where: { report: { reference: filed.reference } } });
  const { officerId, rule: name, because, ruleSetVersion, officeRuleId, facts, tableThen } = stored;
  return { number, officerId, name, because, ruleSetVersion, officeRuleId, again: replay({ facts, tableThen }) };
}

describe("a rule of the office", () => {
  test("decides nothing while it is a draft, nor before its day", async () => {
    await draft({ officers: colleague.accountId, types: "other_absence" });
    expect(await decided()).toMatchObject({ name: "least-open-work", ruleSetVersion: null });
    expect(await activateDraft(lead, { edition: 2, from: addDays(thursday.today, 1) }, thursday)).toMatchObject({
      ok: true,
    });
    expect(await decided()).toMatchObject({ officeRuleId: null, ruleSetVersion: null });
  });

  test("sends what matches to whom it names, and the receipt says by which rule of which version", async () => {
    await inForce({ officers: colleague.accountId, schools: world.school.id, surnameFrom: "b", surnameTo: "bo" });
    const decision = await decided();
    expect(decision).toMatchObject({ officerId: colleague.accountId, name: "office-rule", ruleSetVersion: 1 });
    expect(decision.because).toContain("office-rule");
    expect(decision.officeRuleId).not.toBeNull();
  });

  test("leaves alone what does not match", async () => {
    await inForce({ officers: colleague.accountId, ageTo: "12" });
    expect(await decided()).toMatchObject({ officeRuleId: null, name: "least-open-work" });
  });

  test("for the shared inbox gives a report to nobody", async () => {
    await inForce({ goesTo: "shared-inbox" });
    expect(await decided()).toMatchObject({ officerId: null, name: "office-rule" });
  });

  test("passes over who is away without a deputy, or full, and goes on below", async () => {
    await inForce({ officers: colleague.accountId });
    const terms = termsInput.parse({ accountId: colleague.accountId, caseCap: "0" });
    await setTerms(lead, terms, thursday);
    expect(await decided()).toMatchObject({ officerId: world.officer.accountId, name: "least-open-work" });
  });

  test("goes to the deputy of who is away, also over two of them", async () => {
    const third = await anAccount(world.office.id, "officer");
    await inForce({ officers: colleague.accountId });
    for (const [accountId, deputyId] of [
      [colleague.accountId, third.accountId],
      [third.accountId, world.officer.accountId],
    ]) {
      await planLeave(lead, leaveInput.parse({ accountId, deputyId, firstDay: "2026-04-20" }), thursday);
    }
    const decision = await decided();
    expect(decision).toMatchObject({ officerId: world.officer.accountId, name: "office-rule" });
    expect(decision.because).toContain("deputy");
  });
});

test("work that is given in turn goes round", async () => {
  const edition = await draft();
  await setSpread(lead, { edition, spread: "in-turn" }, thursday);
  await activateDraft(lead, { edition: edition + 1 }, thursday);
  const [first, second] = [await decided(), await decided()];
  expect(new Set([first.officerId, second.officerId])).toEqual(new Set([colleague.accountId, world.officer.accountId]));
  expect(first.name).toBe("in-turn");
});

test("a decision can be made again from its receipt, whatever decided it", async () => {
  await inForce(
    { officers: colleague.accountId, types: "other_absence", postcodes: "1000-1099" },
    { officers: [colleague.accountId, world.officer.accountId], surnameFrom: "a", surnameTo: "c" },
  );
  for (const decision of [await decided(), await decided()]) {
    const { officerId, name, because, officeRuleId, again } = decision;
    expect(again).toMatchObject({ kind: "assigned", rule: name, because, officeRuleId, officer: { id: officerId } });
  }
});

test("one question and a file of them are answered by the same rules", async () => {
  await inForce({ officers: colleague.accountId, types: "other_absence" });
  const { number } = await decided();
  const { brin, school } = world;
  const question = {
    studentNumber: number,
    school: { brin, locationCode: school.location.locationCode, sector: null },
    type: "other_absence",
    firstDay: thursday.today,
    filedOn: thursday.today,
  };
  const viewer = systemViewer("command-line");
  async function* one() {
    yield [question];
  }
  const single = await routeFor(viewer, question, thursday);
  for await (const answers of routeBatch(viewer, one(), thursday)) expect(answers).toEqual([single]);
  expect(single).toMatchObject({ ok: true, route: { officer: { id: colleague.accountId } } });
});
