import { beforeEach, describe, expect, test } from "vitest";
import { acknowledgeReport } from "@/lib/casework/commands/acknowledge-report.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { openCase } from "@/lib/casework/queries/open-case.server";
import { countInbox, findInbox, listInbox } from "@/lib/casework/queries.server";
import { prisma } from "@/lib/db/client.server";
import { recordStatements } from "@/lib/db/statement-count.server";
import { nowAt } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
const later = nowAt(new Date("2026-05-11T08:00:00Z"));

beforeEach(async () => {
  world = await aWorld();
});

/** Another student of the same school, who lives in the same place. */
const another = async (kind: "resident" | "protected" = "resident") => ({
  number: await aStudent({
    municipality: world.municipality,
    locationId: world.school.location.id,
    brin: world.brin,
    kind,
  }),
});

const references = (rows: readonly { readonly reference: string }[]) => rows.map(({ reference }) => reference);

describe("who sees what", () => {
  test("a protected student is in no list and no count of whoever is not named for such cases", async () => {
    const student = await another("protected");
    const { reference } = await aFiledReport(world, { student });
    expect((await listInbox(world.officer, thursday, { view: "team" })).rows).toEqual([]);
    expect((await countInbox(world.officer, thursday)).team).toBe(0);
    await expect(openCase(world.officer, thursday, reference)).rejects.toBeInstanceOf(NotFound);
    const named = officerOf(world.office.id, { protectedCases: true });
    const { rows } = await listInbox(named, thursday, { view: "team" });
    expect(rows).toMatchObject([{ reference, isProtected: true }]);
    expect((await countInbox(named, thursday)).team).toBe(1);
  });

  test("an analyst and an office administrator see nothing of the work, and count nothing", async () => {
    await aFiledReport(world);
    for (const role of ["analyst", "office_admin"] as const) {
      const viewer = officerOf(world.office.id, { role });
      const { page, counts } = await findInbox(viewer, thursday, { view: "team" });
      expect.soft(page.rows, role).toEqual([]);
      expect.soft(counts, role).toEqual({
        mine: 0,
        overdue: 0,
        urgent: 0,
        unassigned: 0,
        waits_school: 0,
        waits_other: 0,
        team: 0,
        offered: 0,
      });
    }
  });

  test("a case shows no report of the same student that lies with another office", async () => {
    const elsewhere = await aWorld();
    const first = await aFiledReport(world);
    const second = await aFiledReport(world, { firstDay: "2026-03-02", lastDay: "2026-03-06" });
    await prisma.report.update({ where: { reference: second.reference }, data: { officeId: elsewhere.office.id } });
    expect((await openCase(world.officer, thursday, first.reference)).around.others).toEqual([]);
  });
});

describe("lists and counts", () => {
  test("what waits longest stands first, and what was answered stands below all that waits", async () => {
    const answered = await aFiledReport(world);
    const urgent = await aFiledReport(world, { student: await another(), urgent: { reason: "Snel." } });
    await recordAction(world.officer, { reference: answered.reference, intervention: "called" }, thursday);
    const { rows } = await listInbox(world.officer, thursday, { view: "team" });
    expect(references(rows)).toEqual([urgent.reference, answered.reference]);
    expect(rows.map(({ hasReaction }) => hasReaction)).toEqual([false, true]);
  });

  test("each count is the length of its list", async () => {
    const taken = await aFiledReport(world);
    await aFiledReport(world, { student: await another(), urgent: { reason: "Snel." } });
    const noted = await aFiledReport(world, { student: await another() });
    await takeUp(world.officer, { reference: taken.reference }, thursday);
    await acknowledgeReport(world.officer, { reference: noted.reference }, thursday);
    await prisma.report.update({ where: { reference: taken.reference }, data: { officerId: null } });
    const counts = await countInbox(world.officer, later);
    expect(counts).toMatchObject({ overdue: 1, urgent: 1, team: 2 });
    for (const view of ["mine", "overdue", "urgent", "unassigned", "team"] as const) {
      const { rows } = await listInbox(world.officer, later, { view });
      expect.soft(rows.length, view).toBe(counts[view]);
    }
    const done = await listInbox(world.officer, later, { view: "done" });
    expect(references(done.rows)).toEqual([noted.reference]);
  });

  test("without a wish one begins at the own list, or at the team's when that is empty", async () => {
    const { reference } = await aFiledReport(world);
    await prisma.report.update({ where: { reference }, data: { officerId: null } });
    expect((await findInbox(world.officer, thursday, { view: null })).view).toBe("team");
    await takeUp(world.officer, { reference }, thursday);
    expect((await findInbox(world.officer, thursday, { view: null })).view).toBe("mine");
    const clerk = officerOf(world.office.id, { role: "office_clerk", accountId: world.officer.accountId });
    expect((await findInbox(clerk, thursday, { view: "mine" })).view).toBe("team");
  });

  test("pages by key show every report once, also where many are due at the same moment", async () => {
    const model = await aFiledReport(world);
    const stored = await prisma.report.findUniqueOrThrow({ where: { reference: model.reference } });
    const copies = Array.from({ length: 119 }, (_, index) => ({
      ...stored,
      id: crypto.randomUUID(),
      submissionId: crypto.randomUUID(),
      reference: `V-2026-COPY${String(index).padStart(3, "0")}`,
      firstReactionAt: index < 60 ? null : new Date(stored.filedAt.getTime() + (index % 7) * 1000),
    }));
    await prisma.report.createMany({ data: copies });
    for (const view of ["team", "done"] as const) {
      if (view === "done")
        await prisma.report.updateMany({
          where: { officeId: world.office.id },
          data: { status: "noted", closedAt: thursday.at },
        });
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listInbox(world.officer, thursday, { view, cursor });
        seen.push(...references(page.rows));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect.soft(seen.length, view).toBe(120);
      expect.soft(new Set(seen).size, view).toBe(120);
    }
  });

  test("an inbox costs at most three statements, however many lists and lines it has", async () => {
    await aFiledReport(world);
    for (const view of ["team", null] as const) {
      const { statements } = await recordStatements(() => findInbox(world.officer, thursday, { view }));
      expect.soft(statements.length, String(view)).toBeLessThanOrEqual(3);
    }
  });

  test("a list stands on the access log with the number of its lines", async () => {
    await aFiledReport(world);
    await listInbox(world.officer, thursday, { view: "team" });
    const entry = await prisma.auditEntry.findFirst({
      where: { action: "inbox:list", actorId: world.officer.accountId },
    });
    expect(entry).toMatchObject({ objectCount: 1, reason: "own-office" });
  });
});

describe("a case", () => {
  test("brings the student's other reports with their totals, and why this one came here", async () => {
    const first = await aFiledReport(world, {
      firstDay: "2026-03-02",
      lastDay: "2026-03-06",
      hours: [{ day: "2026-03-02", hours: 5 }],
    });
    const second = await aFiledReport(world, { hours: [{ day: "2026-04-13", hours: 4 }] });
    await closeReport(
      world.officer,
      { reference: first.reference, closeReason: "back_to_school", closeNote: "student_seen" },
      thursday,
    );
    const { around } = await openCase(world.officer, thursday, second.reference);
    expect(around.others).toMatchObject([{ reference: first.reference, hoursTotal: 5, status: "closed" }]);
    expect(around.totals).toEqual({ reportCount: 2, openCount: 1, hours: 9, arrivalCount: 0 });
    expect(around.receipts).toHaveLength(1);
    expect(around.receipts[0]?.because).toContain("lives-there");
    expect(around.receipts[0]?.steps.some(({ decided }) => decided)).toBe(true);
  });

  test("shows other offices' officers nothing", async () => {
    const { reference } = await aFiledReport(world);
    const stranger = officerOf((await aWorld()).office.id);
    await expect(openCase(stranger, thursday, reference)).rejects.toBeInstanceOf(NotFound);
  });
});
