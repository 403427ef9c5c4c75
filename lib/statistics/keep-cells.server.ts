import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { type Breakdown, breakdownCodes } from "./breakdowns";
import { familyLevel, familyOf } from "./family";
import { type Level, levelCodes } from "./levels";
import { sumsSql } from "./sums-sql.server";
import { inTurn } from "./turn.server";

/** So many places of one school year are summed up in one transaction: about as many facts for each level. */
const batchSizes: Readonly<Record<Level, number>> = {
  location: 4_000,
  school: 2_000,
  municipality: 400,
  office: 400,
  region: 40,
  country: 1,
};

/** Where a fact stands for its place, and how the places of that level, which dirt has as text, are compared with it. */
const placeOf: Readonly<Record<Level, { readonly column: Prisma.Sql; readonly type: Prisma.Sql }>> = {
  country: { column: Prisma.sql`'NL'::text`, type: Prisma.sql`text[]` },
  region: { column: Prisma.sql`f.region_number`, type: Prisma.sql`int[]` },
  municipality: { column: Prisma.sql`f.municipality_code`, type: Prisma.sql`text[]` },
  school: { column: Prisma.sql`f.organisation_id`, type: Prisma.sql`uuid[]` },
  location: { column: Prisma.sql`f.location_id`, type: Prisma.sql`uuid[]` },
  office: { column: Prisma.sql`f.office_id`, type: Prisma.sql`uuid[]` },
};

const codeOf: Readonly<Record<Breakdown | "all", Prisma.Sql>> = {
  all: Prisma.sql`''::text`,
  type: Prisma.sql`f.type`,
  age: Prisma.sql`f.age_band`,
  sector: Prisma.sql`f.sector`,
  outcome: Prisma.sql`f.outcome`,
  open_for: Prisma.sql`f.open_for`,
};

/** Sums up again what facts of changed; answers how many places and periods. */
export async function keepCells(): Promise<number> {
  let kept = 0;
  for (const level of levelCodes) {
    for (;;) {
      const count = (await inTurn((client) => keepSome(client, level))) ?? 0;
      kept += count;
      if (count === 0) break;
    }
  }
  return kept;
}

/** Places and periods of one level and school year, of which the sums are not right any more. */
interface Dirt {
  readonly level: Level;
  readonly schoolYear: string;
  readonly rows: readonly { readonly place: string; readonly period: string }[];
}

async function keepSome(client: Prisma.TransactionClient, level: Level): Promise<number> {
  const dirt = await takeDirt(client, level);
  if (dirt === null) return 0;
  await markFamilies(client, dirt);
  await client.$executeRaw`DELETE FROM figure_cells c USING unnest(${dirt.rows.map(({ place }) => place)}::text[],
    ${dirt.rows.map(({ period }) => period)}::text[]) AS d(place, period)
    WHERE c.level = ${level} AND c.place = d.place AND c.period = d.period`;
  for (const breakdown of ["all", ...breakdownCodes] as const) {
    await sumUp(client, { dirt, breakdown, span: "month" });
    await sumUp(client, { dirt, breakdown, span: "school_year" });
  }
  return dirt.rows.length;
}

async function takeDirt(client: Prisma.TransactionClient, level: Level): Promise<Dirt | null> {
  const [first] = await client.$queryRaw<{ schoolYear: string }[]>`
    SELECT school_year AS "schoolYear" FROM figure_dirt WHERE level = ${level} ORDER BY school_year LIMIT 1`;
  if (first === undefined) return null;
  const { schoolYear } = first;
  const rows = await client.$queryRaw<Dirt["rows"][number][]>`DELETE FROM figure_dirt
    WHERE level = ${level} AND school_year = ${schoolYear} AND place IN (SELECT DISTINCT place FROM figure_dirt
      WHERE level = ${level} AND school_year = ${schoolYear} ORDER BY place LIMIT ${batchSizes[level]})
    RETURNING place, period`;
  return { level, schoolYear, rows };
}

/** What these sums give away together must be found again. */
async function markFamilies(client: Prisma.TransactionClient, { level, schoolYear, rows }: Dirt): Promise<void> {
  const families = [...new Set(rows.flatMap(({ place }) => familyOf(level, place) ?? []))];
  await client.$executeRaw`INSERT INTO figure_dirt (level, place, school_year, period)
    SELECT ${familyLevel}, f, ${schoolYear}, ${schoolYear} FROM unnest(${families}::text[]) f ON CONFLICT DO NOTHING`;
}

interface Sum {
  readonly dirt: Dirt;
  readonly breakdown: Breakdown | "all";
  readonly span: "month" | "school_year";
}

const spans = { month: Prisma.sql`f.month`, school_year: Prisma.sql`f.school_year` } as const;

/** One pass over the facts of the year for all places together: a pass for each place took many times as long. */
async function sumUp(client: Prisma.TransactionClient, { dirt, breakdown, span }: Sum): Promise<void> {
  const { level, schoolYear } = dirt;
  const rows = dirt.rows.filter(({ period }) => (period === schoolYear) === (span === "school_year"));
  if (rows.length === 0) return;
  const { column, type } = placeOf[level];
  const [period, code] = [spans[span], codeOf[breakdown]];
  await client.$executeRaw`INSERT INTO figure_cells (level, place, period, breakdown, code, report_count, pupil_count,
      follow_up_count, timed_count, filed_in_time_count, due_count, answered_in_time_count, open_count, sheet_count,
      asked_count, settled_count, again_count, reaction_days_median, reaction_days_slow)
    SELECT ${level}, (${column})::text, ${period}, ${breakdown}, ${code}, ${sumsSql}
    FROM figure_facts f JOIN unnest(${rows.map((row) => row.place)}::${type}, ${rows.map((row) => row.period)}::text[])
      AS d(place, period) ON d.place = ${column} AND d.period = ${period}
    WHERE f.school_year = ${schoolYear} AND NOT f.is_withdrawn GROUP BY ${column}, ${period}, ${code}`;
}
