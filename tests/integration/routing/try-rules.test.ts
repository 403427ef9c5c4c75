import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { activateDraft, saveRule, startDraft } from "@/lib/routing/commands/keep-rules.server";
import { ruleForm } from "@/lib/routing/office-rules/rule-input";
import { officeRules } from "@/lib/routing/office-rules/rule-set";
import { readTriableRules, tryRules } from "@/lib/routing/queries.server";
import type { Trial } from "@/lib/routing/trial";
import { trialInput } from "@/lib/routing/trial-input";
import { addDays } from "@/lib/shared/calendar-date";
import { NotFound } from "@/lib/shared/problem";
import { clientOf, deskPerson, officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let lead: ReturnType<typeof officerOf>;
let colleague: Awaited<ReturnType<typeof anAccount>>;

beforeEach(async () => {
  world = await aWorld();
  lead = officerOf(world.office.id, { ...(await anAccount(world.office.id, "team_lead")), role: "team_lead" });
  colleague = await anAccount(world.office.id, "officer");
});

async function startedDraft() {
  await startDraft(lead, {}, thursday);
  const draft = await prisma.ruleSet.findFirstOrThrow({ where: { officeId: world.office.id, activeFrom: null } });
  return { edition: draft.edition, ids: officeRules.parse(draft.rules).map(({ id }) => id) };
}

/** Adds a rule to the draft; answers its id and the edition that the draft has now. */
async function draft(traits: object) {
  const { edition } = await startedDraft();
  const rule = ruleForm.parse({ edition, name: "Regel", goesTo: "officers", officers: colleague.accountId, ...traits });
  expect(await saveRule(lead, rule, thursday)).toMatchObject({ ok: true });
  const now = await startedDraft();
  return { edition: now.edition, id: now.ids.at(-1) };
}

async function aReport(input: object = {}, kind: "resident" | "protected" = "resident"): Promise<string> {
  const { brin, municipality, school } = world;
  const number = await aStudent({ brin, municipality, locationId: school.location.id, kind });
  return (await aFiledReport(world, { student: { number }, ...input })).reference;
}

async function tried(viewer: Viewer = lead, question: object = {}): Promise<Trial> {
  const { steps } = await tryRules(viewer, thursday, trialInput.parse(question));
  const running = steps();
  for (;;) {
    const step = await running.next();
    if (step.done) return step.value;
  }
}

/** What the office got long ago, as many times as one report of now. */
async function aLongPast(count: number): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO assignments (id, report_id, decided_at, outcome, regime, office_id, rule, because, tried, facts)
    SELECT gen_random_uuid(), report_id, decided_at - n * interval '1 minute', outcome, regime, office_id, rule, because,
      tried, facts FROM assignments, generate_series(1, ${count}) n WHERE office_id = ${world.office.id}::uuid`;
}

async function everything() {
  const [assignments, events, messages, notices, rules, reports] = await Promise.all([
    prisma.assignment.count(),
    prisma.event.count(),
    prisma.outboxMessage.count(),
    prisma.notice.count(),
    prisma.ruleSet.findMany({ orderBy: { id: "asc" } }),
    prisma.report.findMany({ select: { id: true, officerId: true, version: true }, orderBy: { id: "asc" } }),
  ]);
  return { assignments, events, messages, notices, rules, reports };
}

test("whoever does not keep the rules of this office tries nothing, and no look is written down", async () => {
  await draft({});
  await aReport();
  const looks = () => prisma.auditEntry.count({ where: { action: "rules:try" } });
  const before = await looks();
  const strangers: readonly Viewer[] = [
    officerOf(world.office.id),
    officerOf(world.office.id, { role: "office_clerk" }),
    reporterOf(world.school.id),
    deskPerson("administrator"),
    clientOf(world.office.id, "office", ["reports:handle"]),
  ];
  for (const stranger of strangers) {
    await expect(tried(stranger)).rejects.toThrow(NotFound);
    await expect(readTriableRules(stranger, thursday)).rejects.toThrow(NotFound);
  }
  expect(await looks()).toBe(before);
});

test("the lead of another office finds no draft, no version and no report of this one", async () => {
  await draft({});
  await aReport();
  const elsewhere = await aWorld();
  const stranger = officerOf(elsewhere.office.id, { role: "team_lead" });
  await expect(tried(stranger)).rejects.toThrow(NotFound);
  await expect(tried(stranger, { version: "1" })).rejects.toThrow(NotFound);
});

test("without a draft there is nothing to try, and an unknown version is not there", async () => {
  await expect(tried()).rejects.toThrow(NotFound);
  await draft({});
  await expect(tried(lead, { version: "7" })).rejects.toThrow(NotFound);
});

describe("a draft over past reports", () => {
  test("says which report would go to whom, by which rule, and changes nothing", async () => {
    const { id } = await draft({ types: "holiday_truancy", goesTo: "shared-inbox" });
    const { edition } = await draft({ goesTo: "shared-inbox" });
    await activateDraft(lead, { edition }, thursday);
    const reference = await aReport({ type: "holiday_truancy" });
    await aReport();
    await draft({ ruleId: id, types: "holiday_truancy" });

    const before = await everything();
    const trial = await tried();
    expect(await everything()).toEqual(before);

    const taker = { id: colleague.accountId, name: colleague.name };
    expect(trial).toMatchObject({ reportCount: 2, differenceCount: 1, hiddenCount: 0 });
    expect(trial.differences).toEqual([
      {
        reference,
        before: { taker: null, rule: "office-rule", officeRuleId: id },
        after: { taker, rule: "office-rule", officeRuleId: id },
      },
    ]);
    expect(trial.shares).toContainEqual({ taker: null, before: 2, after: 1 });
    expect(trial.shares).toContainEqual({ taker, before: 0, after: 1 });
  });

  test("puts the look on the access log, with how many reports it was", async () => {
    await draft({});
    await aReport();
    await tried();
    const look = await prisma.auditEntry.findFirst({ where: { action: "rules:try", actorId: lead.accountId } });
    expect(look).toMatchObject({ objectKind: "report", objectCount: 1, reason: "own-office" });
  });

  test("counts a report of a protected student, and names it only to who may read it", async () => {
    await prisma.mandate.updateMany({
      where: { organisationId: world.office.id, role: "officer" },
      data: { protectedCases: true },
    });
    const reference = await aReport({}, "protected");
    await draft({ goesTo: "shared-inbox" });
    expect(await tried()).toMatchObject({ differenceCount: 1, hiddenCount: 1, differences: [] });
    const named = officerOf(world.office.id, { role: "team_lead", protectedCases: true });
    expect(await tried(named)).toMatchObject({ hiddenCount: 0, differences: [{ reference }] });
  });

  test("reads the days of the period, both ends with them, and leaves out what was placed by hand", async () => {
    await draft({});
    const reference = await aReport();
    const { today } = thursday;
    const day = (from: string, until: string) => tried(lead, { from, until });
    expect(await day(today, today)).toMatchObject({ reportCount: 1 });
    expect(await day(addDays(today, 1), addDays(today, 2))).toMatchObject({ reportCount: 0 });
    expect(await day(addDays(today, -2), addDays(today, -1))).toMatchObject({ reportCount: 0 });
    await prisma.assignment.updateMany({ where: { report: { reference } }, data: { placedBy: "administrator" } });
    expect(await tried()).toMatchObject({ reportCount: 0 });
  });
});

test("takes the last 1,000 when nobody asks for a period, and tells of a period how far it is", async () => {
  await draft({});
  await aReport();
  await aLongPast(2_500);
  expect((await tryRules(lead, thursday, trialInput.parse({}))).reportCount).toBe(1_000);
  const { steps, reportCount } = await tryRules(lead, thursday, trialInput.parse({ until: thursday.today }));
  const told: number[] = [];
  for await (const done of steps()) told.push(done);
  expect(told).toEqual([1_000, 2_000, 2_501]);
  expect(reportCount).toBe(2_501);
});

test("a decision of which not all facts were kept is left out, and was asked for", async () => {
  await draft({});
  const reference = await aReport();
  await prisma.assignment.updateMany({ where: { report: { reference } }, data: { facts: {} } });
  expect((await tryRules(lead, thursday, trialInput.parse({}))).reportCount).toBe(1);
  expect(await tried()).toMatchObject({ reportCount: 0, differenceCount: 0 });
});

test("a rule that begins after the oldest of the reports is named with its day, for there it does nothing", async () => {
  await draft({ name: "Vanaf mei", from: "2026-05-01" });
  await draft({ name: "Vanaf vandaag", from: thursday.today });
  await draft({ name: "Al lang", from: "2026-04-01" });
  const notYet = async () => (await tryRules(lead, thursday, trialInput.parse({}))).notYet;
  const later = { name: "Vanaf mei", from: "2026-05-01" };
  expect(await notYet()).toEqual([later]);
  await aReport();
  expect(await notYet()).toEqual([later]);
  await aLongPast(1_500);
  expect(await notYet()).toEqual([later, { name: "Vanaf vandaag", from: thursday.today }]);
});

test("a version that is still to begin is tried against what is in force now", async () => {
  const { id, edition } = await draft({ goesTo: "shared-inbox" });
  await activateDraft(lead, { edition }, thursday);
  const reference = await aReport();
  const changed = await draft({ ruleId: id });
  await activateDraft(lead, { edition: changed.edition, from: addDays(thursday.today, 7) }, thursday);
  expect((await readTriableRules(lead, thursday)).map(({ version }) => version)).toEqual([2]);
  const [difference] = (await tried(lead, { version: "2" })).differences;
  expect(difference).toMatchObject({
    reference,
    before: { taker: null, rule: "office-rule" },
    after: { taker: { id: colleague.accountId }, rule: "office-rule", officeRuleId: id },
  });
});
