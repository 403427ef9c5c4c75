import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { acknowledgeReport } from "@/lib/casework/commands/acknowledge-report.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { prisma } from "@/lib/db/client.server";
import { closeReasonCodes } from "@/lib/reports/codes";
import { fileReport } from "@/lib/reports/commands/file-report.server";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { addDays, type CalendarDate, startOfDay, weekdayOf } from "@/lib/shared/calendar-date";
import { type Now, nowAt } from "@/lib/shared/clock";
import { keepFigures } from "@/lib/statistics/keep-figures.server";
import { withClient } from "@/prisma/roles";
import { chanceFrom } from "@/prisma/seed/random";
import { testOwnerUrl } from "@/tests/support/database";
import { aReportInput, aStudent, aWorld, type World } from "@/tests/support/world";

const chance = chanceFrom(8);
const firstDay = "2026-01-12" as CalendarDate;
let worlds: World[];
const filed: { world: World; reference: string }[] = [];

const at = (day: CalendarDate, hour = 10): Now => nowAt(new Date(startOfDay(day).getTime() + hour * 3_600_000));

beforeAll(async () => {
  worlds = [await aWorld(), await aWorld()];
  for (const world of worlds) {
    for (let more = 0; more < 4; more++) {
      await aStudent({ municipality: world.municipality, brin: world.brin, locationId: world.school.location.id });
    }
  }
});

async function fileOne(day: CalendarDate): Promise<void> {
  const world = chance.pick(worlds);
  const { municipality, brin, school } = world;
  const studentNumber = chance.happens(0.5)
    ? world.studentNumber
    : await aStudent({ municipality, brin, locationId: school.location.id, birthDate: "2009-05-05" });
  const first = addDays(day, -chance.between(3, 8));
  const hours = chance.happens(0.5);
  const input = aReportInput(
    { ...world, studentNumber },
    {
      firstDay: first,
      lastDay: addDays(first, 1),
      type: hours ? "sixteen_hours_in_four_weeks" : "other_absence",
      ...(hours
        ? {
            hours: [
              { day: first, hours: 9 },
              { day: addDays(first, 1), hours: 8 },
            ],
          }
        : {}),
      separate: true,
    },
  );
  const outcome = await fileReport(world.reporter, input, at(day), { id: randomUUID() });
  if (outcome.ok) filed.push({ world, reference: outcome.value.reference });
}

async function changeOne(day: CalendarDate): Promise<void> {
  if (filed.length === 0) return;
  const { world, reference } = chance.pick(filed);
  const now = at(day, 14);
  const acts = [
    () => takeUp(world.officer, { reference }, now),
    () => acknowledgeReport(world.officer, { reference }, now),
    () =>
      closeReport(
        world.officer,
        { reference, closeReason: chance.pick(closeReasonCodes), closeNote: "student_seen" },
        now,
      ),
    () => withdrawReport(world.reporter, { reference, reason: "Per ongeluk." }, now),
  ];
  // A move that the report no longer allows is refused, as it should be.
  await chance.pick(acts)();
}

/** Counted anew from the reports themselves, without any of the kept tables. */
async function countedAnew(now: Now) {
  return prisma.$queryRaw<Record<string, unknown>[]>`
    WITH counted AS (SELECT r.*, to_char(r.filed_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM') AS month FROM reports r
        WHERE r.status <> 'withdrawn'),
      placed AS (SELECT c.*, v.level, v.place, p.period, b.breakdown, b.code FROM counted c
        CROSS JOIN LATERAL (SELECT a.municipality_code AS code FROM assignments a WHERE a.report_id = c.id
          ORDER BY a.decided_at DESC LIMIT 1) a
        CROSS JOIN LATERAL (VALUES ('location', c.location_id::text), ('school', c.organisation_id::text),
          ('office', c.office_id::text), ('municipality', a.code), ('region', '12'), ('country', 'NL')) v(level, place)
        CROSS JOIN LATERAL (VALUES (c.month), ('2025-2026')) p(period)
        CROSS JOIN LATERAL (VALUES ('all', ''), ('type', c.type), ('outcome', CASE c.status WHEN 'closed'
          THEN c.close_reason WHEN 'noted' THEN 'noted' ELSE 'open' END)) b(breakdown, code))
    SELECT level, place, period, breakdown, code, count(*)::int AS "reportCount",
      count(DISTINCT student_id)::int AS "pupilCount",
      count(*) FILTER (WHERE first_reaction_at IS NOT NULL OR due_at < ${now.at})::int AS "dueCount",
      count(*) FILTER (WHERE first_reaction_at <= due_at)::int AS "answeredInTimeCount",
      count(*) FILTER (WHERE status IN ('registered', 'in_progress'))::int AS "openCount"
    FROM placed WHERE place IS NOT NULL GROUP BY level, place, period, breakdown, code
    ORDER BY level, place, period, breakdown, code`;
}

const kept = () =>
  prisma.$queryRaw<Record<string, unknown>[]>`
    SELECT level, place, period, breakdown, code, report_count AS "reportCount", pupil_count AS "pupilCount",
      due_count AS "dueCount", answered_in_time_count AS "answeredInTimeCount", open_count AS "openCount"
    FROM figure_cells WHERE breakdown IN ('all', 'type', 'outcome') ORDER BY level, place, period, breakdown, code`;

test("kept sums equal the raw reports after random changes, each time", async () => {
  let day = firstDay;
  for (let round = 0; round < 5; round++) {
    for (let step = 0; step < 14; step++) {
      if (weekdayOf(day) <= 5) await (chance.happens(0.6) ? fileOne(day) : changeOne(day));
      day = addDays(day, 1);
    }
    const now = at(day);
    await keepFigures(now);
    expect(await kept()).toEqual(await countedAnew(now));
  }
  expect((await kept()).length).toBeGreaterThan(40);
});

test("a report that is deleted leaves every figure as it was", async () => {
  const now = at(addDays(firstDay, 100));
  await keepFigures(now);
  const before = await kept();
  const { id } = await prisma.figureFact.findFirstOrThrow({ where: { isWithdrawn: false } });
  await withClient(testOwnerUrl(), async (client) => {
    for (const table of ["report_days", "assignments", "notices", "events"]) {
      await client.query(`DELETE FROM ${table} WHERE report_id = $1`, [id]);
    }
    await client.query("UPDATE reports SET follow_up_to_id = NULL WHERE follow_up_to_id = $1", [id]);
    await client.query("DELETE FROM reports WHERE id = $1", [id]);
  });
  await keepFigures(now);
  expect(await kept()).toEqual(before);
});

test("done again, nothing changes and nothing is left to sum up", async () => {
  const now = at(addDays(firstDay, 101));
  await keepFigures(now);
  const before = await kept();
  await keepFigures(now);
  expect(await kept()).toEqual(before);
  expect(await prisma.figureDirt.count()).toBe(0);
});
