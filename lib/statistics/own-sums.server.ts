import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import { isOfSchool, visibleReports } from "@/lib/policy/report-rules";
import { scopeSql } from "@/lib/reports/report-scope.server";
import type { Breakdown } from "./breakdowns";
import type { GroupedSums } from "./grid";
import { isMonth, yearOfPeriod } from "./period";
import type { RowKind, Selection } from "./selection";
import { sumsSql } from "./sums-sql.server";

const columnOf: Readonly<Record<RowKind, Prisma.Sql>> = {
  month: Prisma.sql`month`,
  type: Prisma.sql`type`,
  age: Prisma.sql`age_band`,
  sector: Prisma.sql`sector`,
  outcome: Prisma.sql`outcome`,
  open_for: Prisma.sql`open_for`,
  region: Prisma.sql`coalesce(region_number::text, '')`,
  municipality: Prisma.sql`coalesce(municipality_code, '')`,
  school: Prisma.sql`organisation_id::text`,
  location: Prisma.sql`location_id::text`,
};

const places: ReadonlySet<RowKind> = new Set(["region", "municipality"]);

/** Where a student with a protected address lives is not for the school, not as a count either (settled 12). */
function columnFor(viewer: Viewer, kind: RowKind): Prisma.Sql {
  const column = columnOf[kind];
  return isOfSchool(viewer) && places.has(kind)
    ? Prisma.sql`CASE WHEN is_protected THEN '' ELSE ${column} END`
    : column;
}

/** What of the own organisation is counted. */
export function ownFacts(viewer: Viewer, { period, only }: Pick<Selection, "period" | "only">): Prisma.Sql {
  const conditions = [
    scopeSql(visibleReports(viewer)),
    Prisma.sql`school_year = ${yearOfPeriod(period)} AND NOT is_withdrawn`,
    ...(isMonth(period) ? [Prisma.sql`month = ${period}`] : []),
    ...[...Map.groupBy(only, ({ breakdown }) => breakdown)].map(
      ([breakdown, kinds]) =>
        Prisma.sql`${columnFor(viewer, breakdown)} = ANY(${kinds.map(({ code }) => code)}::text[])`,
    ),
  ];
  return Prisma.join(conditions, " AND ");
}

/** The facts of one row or of one breakdown value. */
export function factsWith(viewer: Viewer, kind: RowKind, code: string): Prisma.Sql {
  return Prisma.sql`${columnFor(viewer, kind)} = ${code}`;
}

/** Sums of the own reports, straight from the facts: exact, within what the viewer may open. */
export function askOwnSums(viewer: Viewer, wish: Selection): Promise<readonly GroupedSums[]> {
  const column: Breakdown | null = wish.columns === "measures" ? null : wish.columns;
  const columnSql = column === null ? Prisma.sql`''` : columnFor(viewer, column);
  const sets =
    column === null ? Prisma.sql`(row_key), ()` : Prisma.sql`(row_key, column_key), (row_key), (column_key), ()`;
  return ask<GroupedSums & Record<string, unknown>>(Prisma.sql`
    SELECT CASE WHEN GROUPING(row_key) = 1 THEN '' WHEN row_key = '' THEN '-' ELSE row_key END AS "row",
      ${column === null ? Prisma.sql`''` : Prisma.sql`coalesce(column_key, '')`} AS "column", ${sumsSql}
    FROM (SELECT *, ${columnFor(viewer, wish.rows)} AS row_key, ${columnSql} AS column_key
      FROM figure_facts WHERE ${ownFacts(viewer, wish)}) f
    GROUP BY GROUPING SETS (${sets})`);
}
