import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { acknowledgeReport } from "@/lib/casework/commands/acknowledge-report.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { prisma } from "@/lib/db/client.server";
import { beginFollowUp } from "@/lib/reports/commands/begin-follow-up.server";
import { correctReport } from "@/lib/reports/commands/correct-report.server";
import { printReport } from "@/lib/reports/commands/print-report.server";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { correctionInput } from "@/lib/reports/correction";
import { findReport } from "@/lib/reports/queries.server";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { truncateAll } from "@/tests/support/database";
import { reporterOf } from "@/tests/support/viewers";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let reference: string;

beforeEach(async () => {
  await truncateAll();
  world = await aWorld();
  reference = (await aFiledReport(world, { lastDay: undefined })).reference;
});

const reason = "De leerling was er wel.";

function correct(changes: object, version: number | null = 1, viewer = world.reporter) {
  return correctReport(viewer, { reference, version, changes: correctionInput.parse(changes) }, thursday);
}

function stored() {
  return prisma.report.findUniqueOrThrow({ where: { reference }, include: { events: { orderBy: { id: "asc" } } } });
}

describe("withdrawing", () => {
  test("is not for a reader, and for nobody of another school", async () => {
    const reader = reporterOf(world.school.id, { role: "reader" });
    const { reporter: stranger } = await aWorld();
    await expect(withdrawReport(reader, { reference, reason }, thursday)).rejects.toThrow(NotAllowed);
    await expect(withdrawReport(stranger, { reference, reason }, thursday)).rejects.toThrow(NotFound);
    expect((await stored()).status).toBe("registered");
  });

  test("is not possible when the office closed the report", async () => {
    const closing = { reference, closeReason: "back_to_school", closeNote: "student_seen" } as const;
    await closeReport(world.officer, closing, thursday);
    const result = await withdrawReport(world.reporter, { reference, reason }, thursday);
    expect(result).toMatchObject({ ok: false, problems: [{ code: "move-not-possible", facts: { status: "closed" } }] });
  });

  test("by any colleague is final and stands on the timeline with its reason", async () => {
    const colleague = reporterOf(world.school.id, { name: "Collega" });
    expect((await withdrawReport(colleague, { reference, version: 1, reason }, thursday)).ok).toBe(true);
    const report = await stored();
    expect(report.status).toBe("withdrawn");
    expect(report.events.at(-1)).toMatchObject({ kind: "withdrawn", data: { reason } });
    expect((await withdrawReport(world.reporter, { reference, reason }, thursday)).ok).toBe(false);
  });

  test("of a report that the office only noted is still possible", async () => {
    await acknowledgeReport(world.officer, { reference }, thursday);
    expect((await withdrawReport(world.reporter, { reference, reason }, thursday)).ok).toBe(true);
  });
});

describe("correcting", () => {
  test("from an old screen is refused, and says what happened meanwhile", async () => {
    await acknowledgeReport(world.officer, { reference }, thursday);
    const result = await correct({ lastDay: "2026-04-20" });
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: "report-changed", facts: { status: "noted", who: world.officer.name } }],
    });
    expect((await stored()).lastDay).toBeNull();
  });

  test.each([
    ["a last day before the first", { lastDay: "2026-04-12" }, "last-day-before-first"],
    ["a last day that lies ahead", { lastDay: "2026-04-24" }, "day-in-future"],
    ["hours on a day outside the period", { hours: [{ day: "2026-04-01", lessons: [1] }] }, "day-outside-period"],
    ["late arrivals, which this type does not ask", { arrivals: [{ day: "2026-04-14", minutes: 5 }] }, "not-asked"],
  ])("refuses %s", async (_name, changes, code) => {
    expect(await correct(changes)).toMatchObject({ ok: false, problems: [{ code }] });
    expect((await stored()).version).toBe(1);
  });

  test("'back at school' sets the last day, and the timeline tells it", async () => {
    expect((await correct({ lastDay: "2026-04-22" })).ok).toBe(true);
    const report = await stored();
    expect(report.lastDay?.toISOString()).toContain("2026-04-22");
    expect(report.events.at(-1)).toMatchObject({
      kind: "corrected",
      data: { fields: ["lastDay"], lastDay: "2026-04-22" },
    });
  });

  test("names the fields on the timeline, never their words", async () => {
    await correct({
      reason: "Geheim woord",
      schoolActions: ["home_visit"],
      hours: [{ day: "2026-04-14", lessons: [1, 2] }],
    });
    const report = await stored();
    expect(report.events.at(-1)?.data).toEqual({ fields: ["hours", "reason", "schoolActions"], lastDay: null });
    expect(JSON.stringify(report)).not.toContain("Geheim");
    expect(Number(report.hoursTotal)).toBe(2);
  });

  const told = {
    lastDay: "2026-04-17",
    hours: [
      { day: "2026-04-13", hours: 2.5 },
      { day: "2026-04-14", lessons: [2, 1] },
      { day: "2026-04-15", wholeDay: true },
    ],
    reason: "Bleef thuis",
    explanation: "Zei niets.",
    schoolActions: ["home_visit", "care_team"],
    schoolActionsNote: "Gebeld",
    contact: { name: "Els", function: "Mentor", email: "els@school.example", phone: "0612345678" },
    parentPhone: "0687654321",
    ownReference: "K-1",
  };

  test("with what the report says already is refused, field by field and all at once", async () => {
    ({ reference } = await aFiledReport(world, { separate: true, ...told }));
    const again = { ...told, reasonCode: "motivation", hours: told.hours.toReversed() };
    const oneByOne = Object.entries(again).map(([field, value]) => ({ [field]: value }));
    for (const changes of [again, { schoolActions: told.schoolActions.toReversed() }, ...oneByOne]) {
      expect(await correct(changes)).toEqual({ ok: false, problems: [{ code: "nothing-changed" }] });
    }
    expect(await stored()).toMatchObject({ version: 1, events: [{ kind: "filed" }, { kind: "routed" }] });
  });

  test("names only the fields that became something else", async () => {
    ({ reference } = await aFiledReport(world, { separate: true, ...told }));
    expect((await correct({ ...told, reasonCode: "truancy", parentPhone: "0611111111" })).ok).toBe(true);
    expect((await correct({ contact: { ...told.contact, function: "" } }, 2)).ok).toBe(true);
    expect((await correct({ hours: told.hours.slice(1) }, 3)).ok).toBe(true);
    const { events } = await stored();
    expect(events.slice(2).map(({ data }) => data)).toEqual([
      { fields: ["reasonCode", "parentPhone"], lastDay: null },
      { fields: ["contact"], lastDay: null },
      { fields: ["hours"], lastDay: null },
    ]);
  });

  test("late arrivals with the same ones is refused too, and with others is done", async () => {
    const arrivals = [
      { day: "2026-04-14", minutes: 5 },
      { day: "2026-04-15", minutes: 10 },
    ];
    const late = { separate: true, type: "late_arrival", firstDay: undefined, lastDay: undefined, arrivals };
    ({ reference } = await aFiledReport(world, late));
    expect(await correct({ arrivals })).toMatchObject({ ok: false, problems: [{ code: "nothing-changed" }] });
    expect((await correct({ arrivals: arrivals.slice(1) })).ok).toBe(true);
  });

  test("of two who press at the same moment, one is told", async () => {
    const answers = await Promise.all([correct({ lastDay: "2026-04-21" }), correct({ lastDay: "2026-04-22" })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await stored()).version).toBe(2);
  });
});

describe("a follow-up", () => {
  test("takes over the student without showing the number, and is written down", async () => {
    const followUp = await beginFollowUp(world.reporter, reference, thursday);
    expect(followUp).toMatchObject({ reference, studentNumber: world.studentNumber, student: { group: "3B" } });
    expect(await prisma.auditEntry.count({ where: { action: "report:follow-up" } })).toBe(1);
  });

  test("is nothing for another school, for a reader, or after withdrawing", async () => {
    const { reporter: stranger } = await aWorld();
    await expect(beginFollowUp(stranger, reference, thursday)).rejects.toThrow(NotFound);
    const reader = reporterOf(world.school.id, { role: "reader" });
    await expect(beginFollowUp(reader, reference, thursday)).rejects.toThrow(NotAllowed);
    await withdrawReport(world.reporter, { reference, reason }, thursday);
    await expect(beginFollowUp(world.reporter, reference, thursday)).rejects.toThrow(NotFound);
  });
});

describe("reading", () => {
  test("a print is written down as a print, with the report as it is read on the screen", async () => {
    const printed = await printReport(world.reporter, reference, thursday);
    expect(printed).toEqual(await findReport(world.reporter, thursday, reference));
    expect(await prisma.auditEntry.count({ where: { action: "report:print" } })).toBe(1);
    await expect(printReport(reporterOf(randomUUID()), reference, thursday)).rejects.toThrow(NotFound);
  });
});
