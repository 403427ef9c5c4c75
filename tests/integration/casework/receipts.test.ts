import { beforeEach, describe, expect, test } from "vitest";
import { findReceipts } from "@/lib/casework/queries.server";
import { prisma } from "@/lib/db/client.server";
import { activateDraft, saveRule, startDraft } from "@/lib/routing/commands/keep-rules.server";
import { ruleForm } from "@/lib/routing/office-rules/rule-input";
import { NotFound } from "@/lib/shared/problem";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;

beforeEach(async () => {
  world = await aWorld();
});

const ask = (viewer: Parameters<typeof findReceipts>[0], reference: string) =>
  findReceipts(viewer, thursday, { reference, locale: "nl" });

/** From now on a rule of the office gives everything to this colleague. */
async function everythingTo(accountId: string) {
  const lead = officerOf(world.office.id, { ...(await anAccount(world.office.id, "team_lead")), role: "team_lead" });
  await startDraft(lead, {}, thursday);
  const rule = ruleForm.parse({ edition: 1, name: "Alles naar één", goesTo: "officers", officers: accountId });
  expect(await saveRule(lead, rule, thursday)).toMatchObject({ ok: true });
  expect(await activateDraft(lead, { edition: 2 }, thursday)).toMatchObject({ ok: true });
}

describe("the whole receipt of a report", () => {
  test("is not there for another office, nor of a protected student for who is not named", async () => {
    const elsewhere = await aWorld();
    const { reference } = await aFiledReport(world);
    await expect(ask(elsewhere.officer, reference)).rejects.toBeInstanceOf(NotFound);
    const { brin, municipality, school } = world;
    const number = await aStudent({ brin, municipality, locationId: school.location.id, kind: "protected" });
    const hidden = await aFiledReport(world, { student: { number } });
    await expect(ask(world.officer, hidden.reference)).rejects.toBeInstanceOf(NotFound);
  });

  test("names place, office and officer as they were, and gives the same answer when asked again", async () => {
    const { reference } = await aFiledReport(world);
    const { receipts, otherwise } = await ask(world.officer, reference);
    expect(receipts).toMatchObject([{ isByHand: false, holdsAgain: true, facts: { home: { kind: "resident" } } }]);
    const found = receipts[0]?.fullSteps.flatMap((step) => step.found) ?? [];
    const office = await prisma.organisation.findUniqueOrThrow({ where: { id: world.office.id } });
    expect(found).toContain(office.name);
    expect(found.filter((words) => /^[0-9a-f]{8}-|^\d{4}$/.test(words))).toEqual([]);
    expect(otherwise).toBeNull();
  });

  test("gives the same answer when the office and the officer bear another name since", async () => {
    const colleague = await anAccount(world.office.id, "officer");
    await everythingTo(colleague.accountId);
    const { reference } = await aFiledReport(world);
    await prisma.organisation.update({ where: { id: world.office.id }, data: { name: "Kantoor Nieuwe Naam" } });
    await prisma.account.update({ where: { id: colleague.accountId }, data: { name: "P. Anders-Heet" } });
    const { receipts } = await ask(world.officer, reference);
    expect(receipts).toMatchObject([
      { officeName: "Kantoor Nieuwe Naam", officerName: "P. Anders-Heet", holdsAgain: true },
    ]);
  });

  test("says so when what was kept does not lead to where the report went", async () => {
    const { reference } = await aFiledReport(world);
    const colleague = await anAccount(world.office.id, "officer");
    await prisma.assignment.updateMany({ where: { report: { reference } }, data: { officerId: colleague.accountId } });
    expect((await ask(world.officer, reference)).receipts).toMatchObject([{ holdsAgain: false }]);
    await prisma.assignment.updateMany({
      where: { report: { reference } },
      data: { officerId: null, rule: "in-turn" },
    });
    expect((await ask(world.officer, reference)).receipts).toMatchObject([{ holdsAgain: false }]);
  });

  test("tells which rule of the office decided, and which also matched", async () => {
    const colleague = await anAccount(world.office.id, "officer");
    await everythingTo(colleague.accountId);
    const { reference } = await aFiledReport(world);
    const { receipts } = await ask(world.officer, reference);
    expect(receipts[0]).toMatchObject({ rules: { version: 1, decided: "Alles naar één", alsoMatched: [] } });
  });

  test("says that the rules of today would do otherwise, and moves nothing", async () => {
    const { reference } = await aFiledReport(world);
    const colleague = await anAccount(world.office.id, "officer");
    await everythingTo(colleague.accountId);
    const before = await prisma.report.findUniqueOrThrow({ where: { reference } });
    expect((await ask(world.officer, reference)).otherwise).toMatchObject({ kind: "officer" });
    expect(await prisma.report.findUniqueOrThrow({ where: { reference } })).toEqual(before);
  });

  test("stands on the access log as looked at", async () => {
    const { reference } = await aFiledReport(world);
    await ask(world.officer, reference);
    const { id } = await prisma.report.findUniqueOrThrow({ where: { reference } });
    expect(await prisma.auditEntry.count({ where: { action: "report:receipt", objectId: id } })).toBe(1);
  });
});

test("how another office divides its work stays there when the report has moved on", async () => {
  const colleague = await anAccount(world.office.id, "officer");
  await everythingTo(colleague.accountId);
  const { reference } = await aFiledReport(world);
  const elsewhere = await aWorld();
  await prisma.report.update({ where: { reference }, data: { officeId: elsewhere.office.id, officerId: null } });
  const { receipts } = await ask(elsewhere.officer, reference);
  expect(receipts).toMatchObject([{ rules: null, officeName: world.office.name }]);
  expect(receipts[0]?.fullSteps.map(({ rule }) => rule)).not.toContain("office-rule");
  expect(JSON.stringify(receipts)).not.toContain("Alles naar één");
});
