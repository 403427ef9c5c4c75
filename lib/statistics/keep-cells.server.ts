import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { type Breakdown, breakdownCodes } from "./breakdowns";
import { type Level, levelCodes } from "./levels";
import { sumsSql } from "./sums-sql.server";
import { inTurn } from "./turn.server";

/** So many places and periods are summed up in one transaction: about as many facts for each level. */
const batchSizes: Readonly<Record<Level, number>> = {
  location: 200,
  school: 100,
  municipality: 50,
  office: 26,
  region: 13,
  country: 1,
};

/** The facts of these places, by the index of their level; the place of dirt is text. */
const factsOf: Readonly<Record<Level, (places: readonly string[]) => Prisma.Sql>> = {
  country: () => Prisma.sql`true`,
  region: (places) => Prisma.sql`f.region_number = d.place::int AND f.region_number = ANY(${places}::int[])`,
  municipality: (places) => Prisma.sql`f.municipality_code = d.place AND f.municipality_code = ANY(${places}::text[])`,
  school: (places) => Prisma.sql`f.organisation_id = d.place::uuid AND f.organisation_id = ANY(${places}::uuid[])`,
  location: (places) => Prisma.sql`f.location_id = d.place::uuid AND f.location_id = ANY(${places}::uuid[])`,
  office: (places) => Prisma.sql`f.office_id = d.place::uuid AND f.office_id = ANY(${places}::uuid[])`,
};

const columnOf: Readonly<Record<Breakdown | "all", Prisma.Sql>> = {
  all: Prisma.sql`''`,
  type: Prisma.sql`f.type`,
  age: Prisma.sql`f.age_band`,
  sector: Prisma.sql`f.sector`,
  outcome: Prisma.sql`f.outcome`,
};

/** Sums up again what facts of changed; answers how many places and periods. */
export async function keepCells(): Promise<number> {
  let kept = 0;
  for (const level of levelCodes) {
    for (;;) {
      const count = (await inTurn((client) => keepSome(client, level))) ?? 0;
      kept += count;
      if (count < batchSizes[level]) break;
    }
  }
  return kept;
}

interface Dirt {
  readonly place: string;
  readonly schoolYear: string;
  readonly period: string;
}

async function keepSome(client: Prisma.TransactionClient, level: Level): Promise<number> {
  const dirt = await client.$queryRaw<Dirt[]>`DELETE FROM figure_dirt WHERE (level, place, school_year, period) IN
      (SELECT level, place, school_year, period FROM figure_dirt WHERE level = ${level}
        ORDER BY place, school_year, period LIMIT ${batchSizes[level]})
    RETURNING place, school_year AS "schoolYear", period`;
  if (dirt.length === 0) return 0;
  await client.$executeRaw`DELETE FROM figure_cells c USING ${dirtSql(dirt)}
    WHERE c.level = ${level} AND c.place = d.place AND c.period = d.period`;
  for (const breakdown of ["all", ...breakdownCodes] as const) await sumUp(client, { level, breakdown, dirt });
  return dirt.length;
}

interface Sum {
  readonly level: Level;
  readonly breakdown: Breakdown | "all";
  readonly dirt: readonly Dirt[];
}

async function sumUp(client: Prisma.TransactionClient, { level, breakdown, dirt }: Sum): Promise<void> {
  const places = dirt.map(({ place }) => place);
  const years = dirt.map(({ schoolYear }) => schoolYear);
  await client.$executeRaw`INSERT INTO figure_cells
    SELECT ${level}, d.place, d.period, ${breakdown}, b.code, ${sumsSql}
    FROM ${dirtSql(dirt)} JOIN figure_facts f ON f.school_year = d.school_year AND ${factsOf[level](places)}
      AND f.school_year = ANY(${years}::text[]) AND (d.period = d.school_year OR f.month = d.period)
      CROSS JOIN LATERAL (VALUES (${columnOf[breakdown]})) b(code)
    WHERE NOT f.is_withdrawn GROUP BY d.place, d.period, b.code`;
}

function dirtSql(dirt: readonly Dirt[]): Prisma.Sql {
  const [places, years, periods] = [
    dirt.map(({ place }) => place),
    dirt.map(({ schoolYear }) => schoolYear),
    dirt.map(({ period }) => period),
  ];
  return Prisma.sql`unnest(${places}::text[], ${years}::text[], ${periods}::text[]) AS d(place, school_year, period)`;
}
