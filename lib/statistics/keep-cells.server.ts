import "server-only";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { systemViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { type Breakdown, breakdownCodes } from "./breakdowns";
import { type Level, levelCodes } from "./levels";
import { sumsSql } from "./sums-sql.server";
import { isMyTurn } from "./turn.server";

/** So many places and periods are summed up in one transaction. */
const batchSize = 200;

/** The facts of a place; the place of dirt is text. */
const factsOf: Readonly<Record<Level, Prisma.Sql>> = {
  country: Prisma.sql`true`,
  region: Prisma.sql`f.region_number = d.place::int`,
  municipality: Prisma.sql`f.municipality_code = d.place`,
  school: Prisma.sql`f.organisation_id = d.place::uuid`,
  location: Prisma.sql`f.location_id = d.place::uuid`,
  office: Prisma.sql`f.office_id = d.place::uuid`,
};

const columnOf: Readonly<Record<Breakdown | "all", Prisma.Sql>> = {
  all: Prisma.sql`''`,
  type: Prisma.sql`f.type`,
  age: Prisma.sql`f.age_band`,
  sector: Prisma.sql`f.sector`,
  outcome: Prisma.sql`f.outcome`,
};

/** Sums up again what facts of changed; answers how many places and periods. */
export async function keepCells(now: Now): Promise<number> {
  let kept = 0;
  for (const level of levelCodes) {
    for (;;) {
      const count = await transact(systemViewer("statistics"), now, (tx) => keepSome(tx, level));
      kept += count;
      if (count < batchSize) break;
    }
  }
  return kept;
}

interface Dirt {
  readonly place: string;
  readonly schoolYear: string;
  readonly period: string;
}

async function keepSome(tx: Transaction, level: Level): Promise<number> {
  if (!(await isMyTurn(tx))) return 0;
  const dirt = await tx.client.$queryRaw<Dirt[]>`DELETE FROM figure_dirt WHERE (level, place, school_year, period) IN
      (SELECT level, place, school_year, period FROM figure_dirt WHERE level = ${level} LIMIT ${batchSize})
    RETURNING place, school_year AS "schoolYear", period`;
  if (dirt.length === 0) return 0;
  await tx.client.$executeRaw`DELETE FROM figure_cells c USING ${dirtSql(dirt)}
    WHERE c.level = ${level} AND c.place = d.place AND c.period = d.period`;
  for (const breakdown of ["all", ...breakdownCodes] as const) {
    await tx.client.$executeRaw`INSERT INTO figure_cells
      SELECT ${level}, d.place, d.period, ${breakdown}, b.code, ${sumsSql}
      FROM ${dirtSql(dirt)} JOIN figure_facts f ON f.school_year = d.school_year AND ${factsOf[level]}
        AND (d.period = d.school_year OR f.month = d.period) CROSS JOIN LATERAL (VALUES (${columnOf[breakdown]})) b(code)
      WHERE NOT f.is_withdrawn GROUP BY d.place, d.period, b.code`;
  }
  return dirt.length;
}

function dirtSql(dirt: readonly Dirt[]): Prisma.Sql {
  const [places, years, periods] = [
    dirt.map(({ place }) => place),
    dirt.map(({ schoolYear }) => schoolYear),
    dirt.map(({ period }) => period),
  ];
  return Prisma.sql`unnest(${places}::text[], ${years}::text[], ${periods}::text[]) AS d(place, school_year, period)`;
}
