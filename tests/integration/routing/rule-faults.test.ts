import { beforeEach, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { deliver } from "@/lib/notifications/deliver.server";
import { activateDraft, saveRule, startDraft } from "@/lib/routing/commands/keep-rules.server";
import { ruleForm } from "@/lib/routing/office-rules/rule-input";
import { tellRuleFaults } from "@/lib/routing/tell-rule-faults.server";
import { postWith } from "@/tests/support/post";
import { officerOf } from "@/tests/support/viewers";
import { anAccount, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let colleague: Awaited<ReturnType<typeof anAccount>>;
let keeper: Awaited<ReturnType<typeof anAccount>>;

beforeEach(async () => {
  world = await aWorld();
  colleague = await anAccount(world.office.id, "officer");
  keeper = await anAccount(world.office.id, "team_lead");
  const lead = officerOf(world.office.id, { ...keeper, role: "team_lead" });
  await startDraft(lead, {}, thursday);
  const rule = ruleForm.parse({ edition: 1, name: "Naar hem", goesTo: "officers", officers: colleague.accountId });
  expect(await saveRule(lead, rule, thursday)).toMatchObject({ ok: true });
  expect(await activateDraft(lead, { edition: 2 }, thursday)).toMatchObject({ ok: true });
});

const close = (disabledAt: Date | null) =>
  prisma.account.update({ where: { id: colleague.accountId }, data: { disabledAt } });

/** Tells, delivers, and answers the letters that this office's keeper has got so far. */
async function lettersAfterUpkeep() {
  await tellRuleFaults(thursday);
  const messages = await prisma.outboxMessage.findMany({
    where: { topic: "rule-fault", payload: { path: ["officeId"], equals: world.office.id } },
  });
  for (const { id } of messages) await deliver(id, postWith(), { count: 1, isLast: false });
  const { email } = await prisma.account.findUniqueOrThrow({ where: { id: keeper.accountId } });
  return prisma.letter.findMany({ where: { toAddress: email, text: { contains: "/routering/regels" } } });
}

test("as long as everybody who is named works there, nobody is told anything", async () => {
  expect(await lettersAfterUpkeep()).toEqual([]);
});

test("the keeper is told once that a rule names somebody who is gone, without a name, and the rule stays", async () => {
  const before = await prisma.ruleSet.findFirstOrThrow({ where: { officeId: world.office.id } });
  await close(thursday.at);
  expect(await lettersAfterUpkeep()).toHaveLength(1);
  const letters = await lettersAfterUpkeep();
  expect(letters).toHaveLength(1);
  expect(letters[0]?.text).not.toContain(colleague.name);
  expect(await prisma.ruleSet.findFirstOrThrow({ where: { officeId: world.office.id } })).toEqual(before);
});

test("a rule that was whole again and breaks again is told again", async () => {
  await close(thursday.at);
  await lettersAfterUpkeep();
  await close(null);
  expect(await lettersAfterUpkeep()).toHaveLength(1);
  await close(thursday.at);
  expect(await lettersAfterUpkeep()).toHaveLength(2);
});

test("an office without a keeper hears of it at its own address", async () => {
  await prisma.mandate.deleteMany({ where: { organisationId: world.office.id, role: "team_lead" } });
  await close(thursday.at);
  await lettersAfterUpkeep();
  const { email } = await prisma.office.findUniqueOrThrow({ where: { id: world.office.id } });
  expect(await prisma.letter.count({ where: { toAddress: email, text: { contains: "/routering/regels" } } })).toBe(1);
});
