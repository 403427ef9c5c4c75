import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { lookupHash } from "@/lib/db/seal.server";
import { ask } from "@/lib/db/statement.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import { scopeSql } from "@/lib/reports/report-scope.server";
import { countLimit } from "@/lib/shared/page";
import type { Status } from "@/lib/timeline/statuses";
import type { FoundSchool, SearchWish } from "./inbox-search";

export interface FoundRow {
  readonly reference: string;
  readonly type: string;
  readonly status: Status;
  readonly filedAt: Date;
  readonly isUrgent: boolean;
  readonly firstName: string;
  readonly prefix: string | null;
  readonly lastName: string;
  readonly locationName: string;
  readonly officerName: string | null;
}

/** So many are ranked: of a name that very many share the order says little anyway. */
const rankedMost = 500;
/** With so many that begin as was typed nobody mistyped. */
const enough = 5;

/** Open cases first, the nearest name first, then the latest. */
export function askFound(viewer: OfficeViewer, wish: SearchWish, most: number): Promise<readonly FoundRow[]> {
  return ask<FoundRow & Record<string, unknown>>(foundSql(viewer, wish, most));
}

export function foundSql(viewer: OfficeViewer, wish: SearchWish, most: number): Prisma.Sql {
  return Prisma.sql`WITH ${hitsSql(viewer, wish)}
    SELECT r.reference, r.type, r.status, r.filed_at AS "filedAt", r.is_urgent AS "isUrgent",
      s.first_name AS "firstName", s.prefix, s.last_name AS "lastName", l.name AS "locationName", a.name AS "officerName"
    FROM (SELECT id, max(nearness) AS nearness FROM hits GROUP BY id) hit JOIN reports r ON r.id = hit.id
      JOIN students s ON s.id = r.student_id JOIN locations l ON l.id = r.location_id
      LEFT JOIN accounts a ON a.id = r.officer_id
    ORDER BY hit.nearness DESC, r.closed_at IS NOT NULL, r.filed_at DESC, r.id DESC LIMIT ${most}`;
}

function hitsSql(viewer: OfficeViewer, wish: SearchWish): Prisma.Sql {
  const own = scopeSql(visibleReports(viewer));
  switch (wish.kind) {
    case "reference":
      return Prisma.sql`hits AS (SELECT id, 1 AS nearness FROM reports WHERE reference = ${wish.reference} AND ${own})`;
    case "number": {
      const hash = lookupHash("student-number", wish.number);
      return Prisma.sql`hits AS (SELECT id, 1 AS nearness FROM reports WHERE student_id IN (
        SELECT s.id FROM students s WHERE s.number_hash = ${hash}
        UNION ALL SELECT s.id FROM students s WHERE s.other_number_hash = ${hash}) AND ${own})`;
    }
    case "words":
      return byWords(own, wish);
  }
}

/** Names that begin as was typed; those that look like it only when there are few of these, because they take longer to find. */
function byWords(own: Prisma.Sql, { text, words }: Extract<SearchWish, { kind: "words" }>): Prisma.Sql {
  const named = (fits: (word: string) => Prisma.Sql) => Prisma.join(words.map(fits), " AND ");
  const nearness = Prisma.join(words.map(nearnessOf), " + ");
  const reportsOf = (students: Prisma.Sql) => Prisma.sql`SELECT reports.id, ${nearness} AS nearness
    FROM students s JOIN reports ON reports.student_id = s.id WHERE ${students} AND ${own} LIMIT ${rankedMost}`;
  return Prisma.sql`begun AS MATERIALIZED (${reportsOf(named(begins))}),
    alike AS MATERIALIZED (SELECT * FROM (${reportsOf(named(looksLike))}) near
      WHERE (SELECT count(*) FROM begun) < ${enough}),
    hits AS (SELECT * FROM begun UNION ALL SELECT * FROM alike
      UNION ALL SELECT id, 9 FROM reports WHERE folded(own_reference) = folded(${text}) AND own_reference IS NOT NULL AND ${own})`;
}

const folded = (word: string) => Prisma.sql`folded(${word})`;
const signsOfPatterns = /[\\%_]/g;

function begins(word: string): Prisma.Sql {
  const pattern = folded(`${word.replaceAll(signsOfPatterns, "\\$&")}%`);
  return Prisma.sql`(folded(s.last_name) LIKE ${pattern} OR folded(s.first_name) LIKE ${pattern})`;
}

/** Three letters of it stand there together, often enough: the threshold is the one of pg_trgm. */
function looksLike(word: string): Prisma.Sql {
  return Prisma.sql`(folded(s.last_name) % ${folded(word)} OR folded(s.first_name) % ${folded(word)})`;
}

function nearnessOf(word: string): Prisma.Sql {
  return Prisma.sql`greatest(similarity(folded(s.last_name), ${folded(word)}), similarity(folded(s.first_name), ${folded(word)}))`;
}

const schoolsMost = 5;

/** Locations by a part of their name or city that have open cases here, with how many. */
export async function askSchools(viewer: OfficeViewer, words: readonly string[]): Promise<readonly FoundSchool[]> {
  return ask<FoundSchool & Record<string, unknown>>(schoolsSql(viewer, words));
}

export function schoolsSql(viewer: OfficeViewer, words: readonly string[]): Prisma.Sql {
  const fits = (word: string) => Prisma.sql`(${folded(word)} <% folded(l.name) OR ${folded(word)} <% folded(l.city))`;
  return Prisma.sql`WITH near AS MATERIALIZED (SELECT l.id FROM locations l
      WHERE ${Prisma.join(words.map(fits), " AND ")} LIMIT ${rankedMost}),
    busy AS (SELECT location_id, least(count(*), ${countLimit + 1})::int AS "openCount" FROM reports
      WHERE ${scopeSql(visibleReports(viewer))} AND closed_at IS NULL AND location_id IN (SELECT id FROM near)
      GROUP BY location_id)
    SELECT l.sector::text AS sector, l.location_code AS "locationCode", l.name, l.city, b."openCount"
    FROM busy b JOIN locations l ON l.id = b.location_id
    ORDER BY b."openCount" DESC, l.name COLLATE "nl-x-icu", l.id LIMIT ${schoolsMost}`;
}
