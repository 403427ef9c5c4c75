import { beforeEach, expect, test } from "vitest";
import { assignReport } from "@/lib/casework/commands/assign-report.server";
import { prisma } from "@/lib/db/client.server";
import { activateDraft, saveRule, startDraft } from "@/lib/routing/commands/keep-rules.server";
import { planLeave } from "@/lib/routing/commands/plan-officer.server";
import { ruleForm } from "@/lib/routing/office-rules/rule-input";
import { leaveInput } from "@/lib/routing/plan-input";
import { replay } from "@/lib/routing/replay";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let lead: ReturnType<typeof officerOf>;
let colleague: Awaited<ReturnType<typeof anAccount>>;

beforeEach(async () => {
  world = await aWorld();
  const account = await anAccount(world.office.id, "team_lead");
  lead = officerOf(world.office.id, { ...account, organisationName: world.office.name, role: "team_lead" });
  colleague = await anAccount(world.office.id, "officer");
});

const stored = (reference: string) =>
  prisma.report.findUniqueOrThrow({
    where: { reference },
    include: { assignments: { orderBy: { id: "asc" } }, events: { orderBy: { version: "asc" } } },
  });

async function draftFor(officerId: string): Promise<void> {
  await startDraft(lead, {}, thursday);
  const rule = ruleForm.parse({ edition: 1, name: "Alles", goesTo: "officers", officers: officerId });
  expect(await saveRule(lead, rule, thursday)).toMatchObject({ ok: true });
}

async function file(): Promise<string> {
  const { brin, municipality, school } = world;
  const number = await aStudent({ brin, municipality, locationId: school.location.id });
  return (await aFiledReport(world, { student: { number } })).reference;
}

test("a report that is filed as new rules begin has one route, by the rules that its receipt names", async () => {
  await draftFor(colleague.accountId);
  const [reference, activated] = await Promise.all([file(), activateDraft(lead, { edition: 2 }, thursday)]);
  expect(activated).toMatchObject({ ok: true });
  const { assignments, officerId } = await stored(reference);
  expect(assignments).toHaveLength(1);
  const [{ facts, tableThen, ...decided }] = assignments as [(typeof assignments)[number]];
  expect(decided.officerId).toBe(officerId);
  expect(replay({ facts, tableThen })).toMatchObject({
    rule: decided.rule,
    ruleSetVersion: decided.ruleSetVersion,
    officeRuleId: decided.officeRuleId,
  });
  expect(decided.rule).toBe(decided.ruleSetVersion === null ? "least-open-work" : "office-rule");
});

test("of two leads who assign at the same moment the last one counts, and the history has each that was done", async () => {
  const reference = await file();
  const third = await anAccount(world.office.id, "officer");
  await prisma.account.update({ where: { id: third.accountId }, data: { name: "Cora" } });
  const outcomes = await Promise.all(
    [colleague, third].map(({ accountId }) => assignReport(lead, { reference, officerId: accountId }, thursday)),
  );
  const done = outcomes.filter(({ ok }) => ok).length;
  const { assignments, events, officerId } = await stored(reference);
  expect(done).toBeGreaterThan(0);
  const named = events.filter(({ kind }) => kind === "assigned").map(({ data }) => data);
  expect(named).toHaveLength(done);
  expect([colleague.accountId, third.accountId]).toContain(officerId);
  expect(named.at(-1)).toEqual({ officer: officerId === third.accountId ? "Cora" : colleague.name });
  expect(assignments).toHaveLength(1);
});

test("a report that is assigned as new rules begin and its officer goes on leave stays with who was named by hand", async () => {
  const reference = await file();
  await draftFor(world.officer.accountId);
  const away = { accountId: colleague.accountId, firstDay: thursday.today };
  const outcomes = await Promise.all([
    assignReport(lead, { reference, officerId: colleague.accountId }, thursday),
    activateDraft(lead, { edition: 2 }, thursday),
    planLeave(lead, leaveInput.parse(away), thursday),
  ]);
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
  const { officerId, events } = await stored(reference);
  expect(officerId).toBe(colleague.accountId);
  expect(events.filter(({ kind }) => kind === "assigned")).toHaveLength(1);
});
