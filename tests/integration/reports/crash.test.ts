import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { aReportInput, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;

beforeAll(async () => {
  world = await aWorld();
});

interface Death {
  /** Around which statement; 0 means that it lives. */
  readonly killAt: number;
  readonly moment: "before" | "after";
}

/** Lets another process file a report and die; answers what it said, or null when it died. */
async function fileAndDie({ killAt, moment }: Death) {
  const number = await aStudent({
    municipality: world.municipality,
    locationId: world.school.location.id,
    brin: world.brin,
  });
  const submissionId = randomUUID();
  const input = { ...aReportInput(world), student: { number } };
  const order = JSON.stringify({ viewer: world.reporter, input, submissionId, killAt, moment, today: thursday.at });
  const run = spawnSync(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "tests/support/filing-victim.ts", order],
    { encoding: "utf8", env: process.env },
  );
  const answer: { sent: number; ok: boolean } | null =
    run.signal === "SIGKILL" ? null : JSON.parse(run.stdout || run.stderr);
  return { answer, parts: await partsOf(submissionId) };
}

/** How much of the report is there: all of its parts, or none. */
async function partsOf(submissionId: string) {
  const report = await prisma.report.findUnique({ where: { submissionId }, select: { id: true } });
  if (report === null) return "nothing";
  const reportId = report.id;
  const [assignments, events, audits, messages] = await Promise.all([
    prisma.assignment.count({ where: { reportId } }),
    prisma.event.count({ where: { reportId } }),
    prisma.auditEntry.count({ where: { objectId: reportId, action: "report:file" } }),
    prisma.outboxMessage.count({ where: { payload: { path: ["reportId"], equals: reportId } } }),
  ]);
  return { assignments, events, audits, messages };
}

const whole = { assignments: 1, events: 2, audits: 1, messages: 2 };

test("a process that dies around any statement of filing leaves the whole report or nothing", async () => {
  const living = await fileAndDie({ killAt: 0, moment: "before" });
  expect(living).toEqual({ answer: { sent: expect.any(Number), ok: true }, parts: whole });
  const statements = living.answer?.sent ?? 0;
  expect(statements).toBeGreaterThanOrEqual(2);
  for (let killAt = 1; killAt <= statements; killAt += 1) {
    for (const moment of ["before", "after"] as const) {
      const { answer, parts } = await fileAndDie({ killAt, moment });
      expect(answer).toBeNull();
      expect([whole, "nothing"]).toContainEqual(parts);
    }
  }
}, 120_000);

test("no report anywhere lacks one of its parts, and no part lacks its report", async () => {
  const [halves] = await prisma.$queryRaw<{ reports: number; assignments: number; events: number }[]>`SELECT
    (SELECT count(*)::int FROM reports r WHERE NOT EXISTS (SELECT 1 FROM assignments a WHERE a.report_id = r.id)
      OR NOT EXISTS (SELECT 1 FROM events e WHERE e.report_id = r.id)) AS reports,
    (SELECT count(*)::int FROM assignments a WHERE NOT EXISTS (SELECT 1 FROM reports r WHERE r.id = a.report_id)) AS assignments,
    (SELECT count(*)::int FROM events e WHERE NOT EXISTS (SELECT 1 FROM reports r WHERE r.id = e.report_id)) AS events`;
  expect(halves).toEqual({ reports: 0, assignments: 0, events: 0 });
});
