import { describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import type { Role } from "@/lib/identity/roles";
import {
  activateDraft,
  discardDraft,
  moveRule,
  removeRule,
  saveRule,
  setSpread,
  startDraft,
  takeBackRules,
} from "@/lib/routing/commands/keep-rules.server";
import { ruleForm } from "@/lib/routing/office-rules/rule-input";
import { findRulePlaces, readOfficeRules } from "@/lib/routing/queries.server";
import { addDays } from "@/lib/shared/calendar-date";
import { newId } from "@/lib/shared/ids";
import { NotFound } from "@/lib/shared/problem";
import { clientOf, deskPerson, officerOf, reporterOf } from "@/tests/support/viewers";
import { morning, organisation, person } from "../identity/world";

async function anOffice() {
  const office = await organisation("office");
  const officer = await person(office.id, { role: "officer" });
  const officerId = (await prisma.mandate.findUniqueOrThrow({ where: { id: officer.mandateId } })).accountId;
  return { id: office.id, officerId, lead: officerOf(office.id, { role: "team_lead" }) };
}

const wish = (officerId: string, edition: number, traits = {}) =>
  ruleForm.parse({ edition, name: "Alles", goesTo: "officers", officers: officerId, ...traits });

async function aDraft() {
  const office = await anOffice();
  await startDraft(office.lead, {}, morning);
  await saveRule(office.lead, wish(office.officerId, 1), morning);
  await saveRule(office.lead, wish(office.officerId, 2, { name: "Jong", ageTo: "12" }), morning);
  return office;
}

const read = async (office: Awaited<ReturnType<typeof anOffice>>) => readOfficeRules(office.lead, morning);

describe("who may not keep the rules", () => {
  test("finds none, and nothing is written", async () => {
    const office = await aDraft();
    const draft = (await read(office)).draft;
    const ruleId = draft?.rules[0]?.id ?? "";
    const strangers = [
      officerOf(office.id),
      officerOf(office.id, { role: "office_clerk" satisfies Role }),
      (await anOffice()).lead,
      reporterOf(newId()),
      deskPerson("administrator"),
      clientOf(office.id, "office", ["reports:handle"]),
    ];
    for (const stranger of strangers) {
      const refusals = [
        saveRule(stranger, wish(office.officerId, 3), morning),
        moveRule(stranger, { edition: 3, ruleId, direction: "up" }, morning),
        removeRule(stranger, { edition: 3, ruleId }, morning),
        setSpread(stranger, { edition: 3, spread: "in-turn" }, morning),
        discardDraft(stranger, { edition: 3 }, morning),
        takeBackRules(stranger, { versionId: draft?.id ?? "" }, morning),
        activateDraft(stranger, { edition: 3 }, morning),
      ];
      for (const refusal of await Promise.allSettled(refusals)) {
        expect(refusal).toMatchObject({ status: "rejected", reason: expect.any(NotFound) });
      }
    }
    await expect(findRulePlaces(reporterOf(newId()), "Stedelijk")).rejects.toThrow(NotFound);
    await expect(readOfficeRules(deskPerson("administrator"), morning)).rejects.toThrow(NotFound);
    expect((await read(office)).draft).toEqual(draft);
  });
});

test("the second of two editors is told, and nothing of the first is lost", async () => {
  const office = await aDraft();
  const late = await saveRule(office.lead, wish(office.officerId, 2, { name: "Te laat" }), morning);
  expect(late).toEqual({ ok: false, problems: [{ code: "rules-changed" }] });
  expect((await read(office)).draft?.rules.map(({ name }) => name)).toEqual(["Alles", "Jong"]);
});

test("somebody of another office is named in no rule", async () => {
  const office = await aDraft();
  const other = await anOffice();
  const saved = await saveRule(office.lead, wish(other.officerId, 3), morning);
  expect(saved).toEqual({ ok: false, problems: [{ code: "officer-unknown", field: "officers" }] });
});

test("letters from Z to A are no range, and K to K has all of K", async () => {
  const letters = (surnameFrom: string, surnameTo: string) =>
    ruleForm.safeParse({ edition: 1, name: "Letters", goesTo: "shared-inbox", surnameFrom, surnameTo });
  expect(letters("z", "a").error?.issues).toMatchObject([{ message: "letters-order", path: ["surnameTo"] }]);
  expect(letters("k", "k").success).toBe(true);
  expect(letters("ka", "k").success).toBe(true);
});

test("rules never begin in the past", async () => {
  const office = await aDraft();
  const activated = await activateDraft(office.lead, { edition: 3, from: addDays(morning.today, -1) }, morning);
  expect(activated).toEqual({ ok: false, problems: [{ code: "day-past", field: "from" }] });
});

test("an office has one draft, also when two begin at one moment", async () => {
  const office = await anOffice();
  await Promise.all([startDraft(office.lead, {}, morning), startDraft(office.lead, {}, morning)]);
  expect(await prisma.ruleSet.count({ where: { officeId: office.id } })).toBe(1);
});

test("a rule is moved, and the draft is in force from the day that was chosen, with each act on the access log", async () => {
  const office = await aDraft();
  const ruleId = (await read(office)).draft?.rules[1]?.id ?? "";
  await moveRule(office.lead, { edition: 3, ruleId, direction: "up" }, morning);
  await activateDraft(office.lead, { edition: 4 }, morning);
  const { active, draft, versions } = await read(office);
  expect(active).toMatchObject({ version: 1, activeFrom: morning.today });
  expect(active?.rules.map(({ name }) => name)).toEqual(["Jong", "Alles"]);
  expect(draft).toBeNull();
  expect(versions).toHaveLength(1);
  const acts = await prisma.auditEntry.groupBy({ by: ["action"], where: { organisationId: office.id }, _count: true });
  expect(acts.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["rules:draft", "rules:save", "rules:activate"]),
  );
});

test("rules for a day to come leave those of today in force, and a next draft begins from the latest", async () => {
  const office = await aDraft();
  await activateDraft(office.lead, { edition: 3, from: addDays(morning.today, 7) }, morning);
  expect((await read(office)).active).toBeNull();
  await startDraft(office.lead, {}, morning);
  const { draft } = await read(office);
  expect(draft).toMatchObject({ version: 2, edition: 1 });
  expect(draft?.rules).toHaveLength(2);
  await discardDraft(office.lead, { edition: 1 }, morning);
  expect((await read(office)).draft).toBeNull();
});

describe("a version that is still to come", () => {
  const coming = async () => {
    const office = await aDraft();
    const from = addDays(morning.today, 7);
    expect(await activateDraft(office.lead, { edition: 3, from }, morning)).toMatchObject({ ok: true });
    const [version] = (await read(office)).versions;
    if (version === undefined) throw new Error("nothing is to come");
    return { office, from, versionId: version.id, rules: version.rules };
  };

  test("is a draft again when it is taken back, with all its rules", async () => {
    const { office, versionId, rules } = await coming();
    expect(await takeBackRules(office.lead, { versionId }, morning)).toMatchObject({ ok: true });
    expect(await read(office)).toMatchObject({ draft: { id: versionId, rules }, versions: [] });
  });

  test("is not taken back while somebody writes another draft, nor once it is in force", async () => {
    const { office, from, versionId } = await coming();
    await startDraft(office.lead, {}, morning);
    expect(await takeBackRules(office.lead, { versionId }, morning)).toMatchObject({ ok: false });
    await discardDraft(office.lead, { edition: 1 }, morning);
    const onItsDay = { ...morning, today: from };
    await expect(takeBackRules(office.lead, { versionId }, onItsDay)).rejects.toBeInstanceOf(NotFound);
    expect((await read(office)).versions).toMatchObject([{ id: versionId }]);
  });
});

test("a lead does not put a draft into force that he never saw, however often each was changed", async () => {
  const office = await aDraft();
  const seen = (await read(office)).draft?.id ?? "";
  await discardDraft(office.lead, { edition: 3 }, morning);
  await startDraft(office.lead, {}, morning);
  await saveRule(office.lead, wish(office.officerId, 1, { name: "Nooit gezien" }), morning);
  await saveRule(office.lead, wish(office.officerId, 2, { name: "Dit ook niet" }), morning);
  const stale = await activateDraft(office.lead, { edition: 3, draftId: seen }, morning);
  expect(stale).toMatchObject({ ok: false, problems: [{ code: "rules-changed" }] });
  expect((await read(office)).active).toBeNull();
});

test("two versions do not come into force on the same day to come; today's may be replaced", async () => {
  const office = await aDraft();
  const from = addDays(morning.today, 7);
  await activateDraft(office.lead, { edition: 3, from }, morning);
  await startDraft(office.lead, {}, morning);
  const second = await activateDraft(office.lead, { edition: 1, from }, morning);
  expect(second).toMatchObject({ ok: false, problems: [{ code: "day-taken", field: "from" }] });
  expect(await activateDraft(office.lead, { edition: 1 }, morning)).toMatchObject({ ok: true });
  await startDraft(office.lead, {}, morning);
  expect(await activateDraft(office.lead, { edition: 1 }, morning)).toMatchObject({ ok: true });
});
