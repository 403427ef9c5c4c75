import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { acknowledgeReport } from "@/lib/casework/commands/acknowledge-report.server";
import { assignReport } from "@/lib/casework/commands/assign-report.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { reopenReport } from "@/lib/casework/commands/reopen-report.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { closeInput } from "@/lib/casework/inputs";
import { findColleagues } from "@/lib/casework/queries.server";
import { prisma } from "@/lib/db/client.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { findReport } from "@/lib/reports/queries.server";
import { nowAt } from "@/lib/shared/clock";
import { parseInput } from "@/lib/shared/parse-input";
import { NotAllowed } from "@/lib/shared/problem";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let reference: string;
const nextWeek = nowAt(new Date("2026-04-30T07:15:00Z"));
const closing = { closeReason: "back_to_school", closeNote: "student_seen" } as const;

beforeEach(async () => {
  world = await aWorld();
  reference = (await aFiledReport(world)).reference;
});

const stored = () => prisma.report.findUniqueOrThrow({ where: { reference } });
const eventCount = async () => prisma.event.count({ where: { reportId: (await stored()).id } });

async function aColleague(role: "officer" | "team_lead" = "officer"): Promise<OfficeViewer> {
  const account = await anAccount(world.office.id, role);
  return officerOf(world.office.id, { ...account, organisationName: world.office.name, role });
}

describe("refusals", () => {
  test("of two officers who take a report up at the same moment one gets it, and the other hears who", async () => {
    const rival = await aColleague();
    const outcomes = await Promise.all(
      [world.officer, rival].map((viewer) => takeUp(viewer, { reference, version: 1 }, thursday)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = outcomes[0]?.ok ? world.officer : rival;
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      problems: [{ code: "report-changed", facts: { status: "in_progress", who: winner.name } }],
    });
    expect(await stored()).toMatchObject({ officerId: winner.accountId, version: 2 });
  });

  test("a screen that shows an older version changes nothing", async () => {
    await takeUp(world.officer, { reference, version: 1 }, thursday);
    const before = await eventCount();
    const outcome = await closeReport(await aColleague(), { reference, version: 1, ...closing }, thursday);
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: "report-changed" }] });
    expect(await stored()).toMatchObject({ status: "in_progress", version: 2 });
    expect(await eventCount()).toBe(before);
  });

  test("a closed report is not noted, recorded on or assigned before it is reopened", async () => {
    await closeReport(world.officer, { reference, ...closing }, thursday);
    const colleague = await aColleague();
    const lead = await aColleague("team_lead");
    const attempts = [
      acknowledgeReport(world.officer, { reference }, thursday),
      recordAction(world.officer, { reference, intervention: "called" }, thursday),
      closeReport(world.officer, { reference, ...closing }, thursday),
      assignReport(lead, { reference, officerId: colleague.accountId }, thursday),
    ];
    for (const outcome of await Promise.all(attempts)) {
      expect.soft(outcome).toMatchObject({ ok: false, problems: [{ code: "move-not-possible" }] });
    }
  });

  test("what the school withdrew stays withdrawn", async () => {
    await withdrawReport(world.reporter, { reference, reason: "Was wel op school." }, thursday);
    const outcome = await takeUp(world.officer, { reference }, thursday);
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: "move-not-possible" }] });
  });

  test("a report goes to nobody of another office, nobody who has left and nobody without the work", async () => {
    const lead = await aColleague("team_lead");
    const elsewhere = await aWorld();
    const clerk = await anAccount(world.office.id, "office_clerk");
    const gone = await anAccount(world.office.id, "officer");
    await prisma.mandate.updateMany({
      where: { accountId: gone.accountId },
      data: { validUntil: new Date("2026-04-22T00:00:00Z") },
    });
    for (const officerId of [elsewhere.officer.accountId, clerk.accountId, gone.accountId, randomUUID()]) {
      const outcome = await assignReport(lead, { reference, officerId }, thursday);
      expect.soft(outcome).toEqual({ ok: false, problems: [{ code: "officer-unknown", field: "officerId" }] });
    }
    expect((await stored()).officerId).toBe(world.officer.accountId);
  });

  test("giving a report to whoever has it already is no event", async () => {
    const lead = await aColleague("team_lead");
    const before = await eventCount();
    const outcome = await assignReport(lead, { reference, officerId: world.officer.accountId }, thursday);
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: "nothing-changed" }] });
    expect(await eventCount()).toBe(before);
  });

  test("an officer assigns nothing, and a clerk takes nothing up", async () => {
    const officer = await aColleague();
    await expect(assignReport(officer, { reference }, thursday)).rejects.toBeInstanceOf(NotAllowed);
    expect(await findColleagues(officer, thursday, false)).toEqual([]);
    const clerk = officerOf(world.office.id, { role: "office_clerk" });
    await expect(takeUp(clerk, { reference }, thursday)).rejects.toBeInstanceOf(NotAllowed);
  });

  test.each(["halt", "official_report", "child_protection"] as const)(
    "of %s only the fact and the day are kept",
    async (intervention) => {
      for (const field of ["words", "note"] as const) {
        const input = { reference, intervention, [field]: "Verdacht van iets." };
        const outcome = await recordAction(world.officer, input, thursday);
        expect.soft(outcome).toEqual({ ok: false, problems: [{ code: "only-the-fact", field }] });
      }
      expect(await recordAction(world.officer, { reference, intervention }, thursday)).toMatchObject({ ok: true });
    },
  );

  test("nothing was done tomorrow", async () => {
    const on = nowAt(new Date("2026-04-24T07:00:00Z")).today;
    const outcome = await recordAction(world.officer, { reference, intervention: "called", on }, thursday);
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: "day-in-future", field: "on" }] });
  });

  test("closing needs one of the seven reasons and one of the three notes", () => {
    const codes = (given: Record<string, string>) => {
      const parsed = parseInput(closeInput, { reference, ...given });
      return parsed.ok ? [] : parsed.problems.map(({ code, field }) => `${field}: ${code}`);
    };
    expect(codes({})).toEqual(["closeReason: close-reason-missing", "closeNote: close-note-missing"]);
    expect(codes({ closeReason: "fed_up", closeNote: "student_seen" })).toEqual(["closeReason: close-reason-missing"]);
    expect(codes(closing)).toEqual([]);
  });
});

describe("acts", () => {
  test("the first act stops the term, whichever it is, and later ones leave that moment alone", async () => {
    await recordAction(world.officer, { reference, intervention: "called" }, thursday);
    await takeUp(world.officer, { reference }, nextWeek);
    expect((await stored()).firstReactionAt).toEqual(thursday.at);
  });

  test("taking up makes the officer its handler", async () => {
    const colleague = await aColleague();
    await takeUp(colleague, { reference }, thursday);
    expect(await stored()).toMatchObject({ status: "in_progress", officerId: colleague.accountId });
  });

  test("the office reads its note, the school only the words that were meant for it", async () => {
    const spoken = { words: "Moeder gebeld.", note: "Zegt dat vader weg is." };
    await recordAction(world.officer, { reference, intervention: "called", ...spoken }, thursday);
    const [office, school] = await Promise.all([
      findReport(world.officer, thursday, reference),
      findReport(world.reporter, thursday, reference),
    ]);
    expect(office.timeline.at(-1)).toMatchObject({ note: spoken.note, event: { data: { words: spoken.words } } });
    expect(school.timeline.at(-1)).toMatchObject({ note: null, event: { data: { words: spoken.words } } });
    expect(JSON.stringify(school)).not.toContain(spoken.note);
  });

  test("an act of another body is kept without any words", async () => {
    await recordAction(world.officer, { reference, intervention: "halt" }, thursday);
    const row = await prisma.event.findFirst({ where: { kind: "acted" }, orderBy: { id: "desc" } });
    expect(row?.noteSealed).toBeNull();
  });

  test("a report is assigned to a colleague and back to the shared inbox, and says so", async () => {
    const lead = await aColleague("team_lead");
    const colleague = await aColleague();
    await assignReport(lead, { reference, officerId: colleague.accountId }, thursday);
    expect((await stored()).officerId).toBe(colleague.accountId);
    await assignReport(lead, { reference }, thursday);
    expect((await stored()).officerId).toBeNull();
    const names = (await findColleagues(lead, thursday, false)).map(({ id }) => id);
    expect(names).toContain(colleague.accountId);
  });

  test("reopening gives a new term, which can be missed and kept like the first", async () => {
    await closeReport(world.officer, { reference, ...closing }, thursday);
    const { dueAt } = await stored();
    await reopenReport(world.officer, { reference, reason: "Toch weer weg." }, nextWeek);
    const reopened = await stored();
    expect(reopened).toMatchObject({ status: "in_progress", closeReason: null, closeNote: null, closedAt: null });
    expect(reopened.firstReactionAt).toBeNull();
    expect(reopened.dueAt.getTime()).toBeGreaterThan(dueAt.getTime());
    await recordAction(world.officer, { reference, intervention: "called" }, nextWeek);
    expect((await stored()).firstReactionAt).toEqual(nextWeek.at);
  });
});
