import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { fileReport } from "@/lib/reports/commands/file-report.server";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { addDays, type CalendarDate, startOfDay, weekdayOf } from "@/lib/shared/calendar-date";
import { type Now, nowAt } from "@/lib/shared/clock";
import { keepFigures } from "@/lib/statistics/keep-figures.server";
import { measureCodes, shapeOf } from "@/lib/statistics/measures";
import { findFigures, listPresets } from "@/lib/statistics/queries.server";
import { type Selection, selection } from "@/lib/statistics/selection";
import type { Shown } from "@/lib/statistics/shown";
import { chanceFrom } from "@/prisma/seed/random";
import { officerOf } from "@/tests/support/viewers";
import { aReportInput, aStudent, aWorld, type World } from "@/tests/support/world";

const chance = chanceFrom(88);
const at = (day: CalendarDate, hour = 10): Now => nowAt(new Date(startOfDay(day).getTime() + hour * 3_600_000));
const firstDay = "2026-01-12" as CalendarDate;
const now = at("2026-06-02" as CalendarDate);
const year = "2025-2026";

let worlds: World[];

beforeAll(async () => {
  await prisma.region.create({ data: { number: 12, name: "Twente" } });
  worlds = [await aWorld(), await aWorld()];
  let day = firstDay;
  for (let filed = 0; filed < 70; filed++) {
    while (weekdayOf(day) > 5) day = addDays(day, 1);
    await fileOne(day);
    if (chance.happens(0.6)) day = addDays(day, 1);
  }
  await keepFigures(now);
});

const numbers = new Map<World, string[]>();

async function someStudent(world: World): Promise<string> {
  const known = numbers.get(world) ?? [];
  if (known.length > 3 && chance.happens(0.5)) return chance.pick(known);
  const { municipality, brin, school } = world;
  const birthDate = chance.pick(["2014-02-01", "2011-03-02", "2009-05-05"]);
  const made = await aStudent({ municipality, brin, locationId: school.location.id, birthDate });
  numbers.set(world, [...known, made]);
  return made;
}

async function fileOne(day: CalendarDate): Promise<void> {
  const world = chance.happens(0.6) ? worlds[0] : worlds[1];
  if (world === undefined) return;
  const first = addDays(day, -chance.between(3, 12));
  const days = [first, addDays(first, 1)];
  const isHours = chance.happens(0.5);
  const given = {
    ...{ firstDay: first, lastDay: addDays(first, 1), separate: true },
    ...(isHours ? { type: "sixteen_hours_in_four_weeks", hours: days.map((one) => ({ day: one, hours: 9 })) } : {}),
  };
  const input = aReportInput({ ...world, studentNumber: await someStudent(world) }, given);
  const outcome = await fileReport(world.reporter, input, at(day), { id: randomUUID() });
  if (!outcome.ok) return;
  const { reference } = outcome.value;
  const later = at(addDays(day, chance.between(1, 9)), 14);
  if (chance.happens(0.6)) await takeUp(world.officer, { reference }, later);
  else if (chance.happens(0.2)) await withdrawReport(world.reporter, { reference, reason: "Per ongeluk." }, later);
}

/** A report as the tables of the desk have it, without any kept figure. */
interface Row {
  readonly [key: string]: string | number | boolean | Date | null;
}

/** What figures count and cannot be read from one column is asked of the kept fact: how late a report was. */
function readRows(): Promise<Row[]> {
  return prisma.$queryRaw<Row[]>`
    SELECT r.id::text, r.student_id::text AS student, r.organisation_id::text AS school, r.location_id::text AS location,
      r.office_id::text AS office, r.type, l.sector::text AS sector, a.municipality_code AS municipality,
      m.region_number::text AS region, 'NL' AS country,
      to_char(r.filed_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM') AS month,
      CASE r.status WHEN 'closed' THEN r.close_reason WHEN 'noted' THEN 'noted' ELSE 'open' END AS outcome,
      CASE WHEN r.status IN ('closed', 'noted') THEN 'over' WHEN age < 7 THEN 'up_to_week'
        WHEN age < 28 THEN 'up_to_4_weeks' WHEN age < 84 THEN 'up_to_12_weeks' ELSE 'longer' END AS open_for,
      CASE WHEN years < 12 THEN 'under_12' WHEN years < 16 THEN 'from_12' WHEN years < 18 THEN 'from_16'
        WHEN years < 23 THEN 'from_18' ELSE 'from_23' END AS age,
      r.follow_up_to_id IS NOT NULL AS "followUpCount", r.status IN ('registered', 'in_progress') AS "openCount",
      f.is_filed_in_time IS NOT NULL AS "timedCount", f.is_filed_in_time AS "filedInTimeCount",
      r.first_reaction_at IS NOT NULL OR r.due_at < ${now.at} AS "dueCount",
      r.first_reaction_at <= r.due_at AS "answeredInTimeCount", f.reaction_days AS days,
      EXISTS (SELECT FROM attachments x WHERE x.report_id = r.id) AS "sheetCount",
      EXISTS (SELECT FROM requests x WHERE x.report_id = r.id) AS "askedCount", age > 84 AS "settledCount",
      age > 84 AND EXISTS (SELECT FROM reports n WHERE n.student_id = r.student_id
        AND n.organisation_id = r.organisation_id AND n.status <> 'withdrawn' AND n.filed_at > r.filed_at
        AND n.filed_at <= r.filed_at + interval '84 days') AS "againCount"
    FROM reports r JOIN locations l ON l.id = r.location_id JOIN figure_facts f ON f.id = r.id
      JOIN students s ON s.id = r.student_id
      CROSS JOIN LATERAL (SELECT (r.filed_at AT TIME ZONE 'Europe/Amsterdam')::date AS filed) d
      CROSS JOIN LATERAL (SELECT ${now.today}::date - d.filed AS age,
        extract(year FROM age(d.filed, s.birth_date_on))::int AS years) o
      LEFT JOIN LATERAL (SELECT municipality_code FROM assignments WHERE report_id = r.id
        ORDER BY decided_at DESC LIMIT 1) a ON true
      LEFT JOIN municipalities m ON m.code = a.municipality_code
    WHERE r.status <> 'withdrawn'`;
}

const bases = () =>
  prisma.$queryRaw<{ level: string; place: string; count: number }[]>`
    SELECT v.level, v.place, count(DISTINCT e.student_id)::int AS count FROM enrolments e
      JOIN locations l ON l.id = e.location_id JOIN residences h ON h.student_id = e.student_id
      JOIN municipalities m ON m.code = h.municipality_code
      CROSS JOIN LATERAL (VALUES ('location', l.id::text), ('school', l.organisation_id::text),
        ('municipality', m.code), ('region', m.region_number::text), ('country', 'NL')) v(level, place)
    WHERE e.first_day_on <= '2025-10-01' AND coalesce(e.last_day_on, 'infinity') >= '2025-10-01'
    GROUP BY v.level, v.place`;

const fives = (count: number) => Math.round(count / 5) * 5;
const percent = (part: number, base: number) => Math.min(100, Math.round((part / base) * 100));

interface Cell {
  readonly rows: readonly Row[];
  readonly enrolled: number | null;
  readonly isOwn: boolean;
}

/** What a cell must say, counted with nothing of lib/statistics but which columns a measure is made of. */
function expected(measure: Selection["measures"][number], { rows, enrolled, isOwn }: Cell): Shown {
  const shape = shapeOf(measure);
  const count = (of: string) => {
    if (of === "reportCount") return rows.length;
    if (of === "pupilCount") return new Set(rows.map((row) => row["student"])).size;
    return rows.filter((row) => row[of] === true).length;
  };
  const round = isOwn ? (value: number) => value : fives;
  if (shape.kind === "count") return { kind: "number", value: round(count(shape.of)) };
  if (shape.kind === "share") return share(count(shape.of), count(shape.base), isOwn);
  if (shape.kind === "days")
    return daysAt(shape.of === "reactionDaysMedian" ? 0.5 : 0.9, count(shape.base), { rows, isOwn });
  if (enrolled === null || enrolled === 0) return { kind: "none" };
  if (!isOwn && enrolled < 20) return { kind: "thin" };
  return { kind: "number", value: Math.round((round(count(shape.of)) / round(enrolled)) * 10_000) / 10 };
}

function share(part: number, base: number, isOwn: boolean): Shown {
  if (base === 0) return { kind: "none" };
  if (isOwn) return base < 20 ? { kind: "ratio", part, base } : { kind: "percent", value: percent(part, base) };
  return base < 20 ? { kind: "thin" } : { kind: "percent", value: percent(fives(part), fives(base)) };
}

function daysAt(share: number, base: number, { rows, isOwn }: Pick<Cell, "rows" | "isOwn">): Shown {
  if (!isOwn && base < 20) return { kind: "thin" };
  const days = rows.flatMap(({ days: own }) => (typeof own === "number" ? [own] : [])).toSorted((a, b) => a - b);
  const value = days[Math.ceil(days.length * share) - 1];
  return value === undefined ? { kind: "none" } : { kind: "days", value };
}

const isKept = (wish: Selection) => wish.about === "others";

/** The reports of which a view is made. */
function scopeOf(viewer: Viewer, wish: Selection, all: readonly Row[]): readonly Row[] {
  const { place } = wish;
  if (place !== null) return all.filter((row) => row[place.level] === place.code);
  if (viewer.kind === "school") return all.filter((row) => row["school"] === viewer.organisationId);
  return all.filter((row) => viewer.kind === "office" && row["office"] === viewer.officeId);
}

type Base = Awaited<ReturnType<typeof bases>>[number];
interface Independent {
  readonly all: readonly Row[];
  readonly enrolled: readonly Base[];
}

/** Compares each cell of a view that tells a figure; answers how many did. */
async function compare(viewer: Viewer, wish: Selection, { all, enrolled }: Independent): Promise<number> {
  const { table } = await findFigures(viewer, wish, now);
  const scope = scopeOf(viewer, wish, all);
  let told = 0;
  table.rows.forEach((row, line) => {
    const rows = row.isTotal ? scope : reportsOf(wish, row.code, { all, scope });
    const base = enrolledOf(viewer, wish, { code: row.code, isTotal: row.isTotal, enrolled });
    table.columns.forEach(({ code }, at) => {
      const shown = table.cells[line]?.[at];
      if (shown === undefined || shown.kind === "small" || shown.kind === "hidden") return;
      const cell = { rows: inColumn(wish, code, rows), enrolled: base, isOwn: !isKept(wish) };
      expect(shown, `${JSON.stringify(wish)}: ${row.code}, ${code}`).toEqual(expected(measureAt(wish, code), cell));
      told += 1;
    });
  });
  return told;
}

/** Schools stand in a region, and all their reports count, of whoever lives elsewhere too. */
function reportsOf(wish: Selection, code: string, { all, scope }: { all: readonly Row[]; scope: readonly Row[] }) {
  const isPlace = isKept(wish) && ["region", "municipality", "school", "location"].includes(wish.rows);
  return (isPlace ? all : scope).filter((row) => row[wish.rows] === code);
}

function inColumn({ columns }: Selection, code: string, rows: readonly Row[]): readonly Row[] {
  return columns === "measures" || code === "all" ? rows : rows.filter((row) => row[columns] === code);
}

function measureAt({ columns, measures }: Selection, code: string): Selection["measures"][number] {
  const measure = columns === "measures" ? measureCodes.find((known) => known === code) : measures[0];
  return measure ?? "reports";
}

interface Line {
  readonly code: string;
  readonly isTotal: boolean;
  readonly enrolled: readonly Base[];
}

function enrolledOf(viewer: Viewer, wish: Selection, { code, isTotal, enrolled }: Line): number | null {
  const of = (level: string, place: string) =>
    enrolled.find((base) => base.level === level && base.place === place)?.count ?? null;
  const own = viewer.kind === "school" ? { level: "school", code: viewer.organisationId } : null;
  const home = wish.place ?? own;
  if (isTotal || wish.rows === "month") return home === null ? null : of(home.level, home.code);
  const mayCompare = isKept(wish) || (viewer.kind === "school" && wish.rows === "location");
  return mayCompare ? of(wish.rows, code) : null;
}

describe("every figure equals a count that nothing of the figures was used for", () => {
  const independent = async () => ({ all: await readRows(), enrolled: await bases() });

  test("in each ready-made view of each role", async () => {
    const found = await independent();
    const [world] = worlds;
    if (world === undefined) throw new Error("no world");
    const roles = ["coordinator", "analyst", "office_admin"] as const;
    const viewers = [
      ...worlds.flatMap(({ reporter, officer }) => [reporter, officer]),
      ...roles.map((role) => officerOf(world.office.id, { role })),
    ];
    for (const viewer of viewers) {
      let told = 0;
      for (const { selection: wish } of await listPresets(viewer, now)) told += await compare(viewer, wish, found);
      expect(told).toBeGreaterThan(20);
    }
  });

  test("of each measure by each kind of row, of oneself and of others", async () => {
    const found = await independent();
    const [world] = worlds;
    if (world === undefined) throw new Error("no world");
    const region = { level: "region", code: "12" } as const;
    const country = { level: "country", code: "NL" } as const;
    const school = { level: "school", code: world.school.id } as const;
    const rows = ["month", "type", "age", "sector", "outcome", "open_for"] as const;
    const tables: readonly Partial<Selection>[] = [
      ...rows.flatMap((kind) => [
        { about: "own", rows: kind } as const,
        ...[region, country, school].map((place) => ({ about: "others", place, rows: kind }) as const),
      ]),
      { about: "others", place: region, rows: "municipality" },
      { about: "others", place: region, rows: "school" },
      { about: "others", place: country, rows: "region" },
      { about: "others", place: school, rows: "location" },
    ];
    let told = 0;
    for (const given of tables) {
      for (const measures of [measureCodes.slice(0, 6), measureCodes.slice(6)]) {
        told += await compare(world.officer, selection.parse({ period: year, ...given, measures }), found);
      }
    }
    expect(told).toBeGreaterThan(200);
  });
});
