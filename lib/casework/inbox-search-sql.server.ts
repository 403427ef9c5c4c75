import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import { folded, hitsSql, rankedMost } from "@/lib/reports/report-hits-sql.server";
import { scopeSql } from "@/lib/reports/report-scope.server";
import type { SearchWish } from "@/lib/reports/report-search";
import { countLimit } from "@/lib/shared/page";
import type { Status } from "@/lib/timeline/statuses";
import type { FoundSchool } from "./inbox-search";

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

/** Open cases first, the nearest name first, then the latest. */
export function askFound(viewer: OfficeViewer, wish: SearchWish, most: number): Promise<readonly FoundRow[]> {
  return ask<FoundRow & Record<string, unknown>>(foundSql(viewer, wish, most));
}

export function foundSql(viewer: OfficeViewer, wish: SearchWish, most: number): Prisma.Sql {
  const own = scopeSql(visibleReports(viewer));
  const sameReference = (text: string) =>
    Prisma.sql`folded(own_reference) = ${folded(text)} AND own_reference IS NOT NULL AND ${own}`;
  return Prisma.sql`WITH ${hitsSql(wish, own, sameReference)}
    SELECT r.reference, r.type, r.status, r.filed_at AS "filedAt", r.is_urgent AS "isUrgent",
      s.first_name AS "firstName", s.prefix, s.last_name AS "lastName", l.name AS "locationName", a.name AS "officerName"
    FROM (SELECT id, max(nearness) AS nearness FROM hits GROUP BY id) hit JOIN reports r ON r.id = hit.id
      JOIN students s ON s.id = r.student_id JOIN locations l ON l.id = r.location_id
      LEFT JOIN accounts a ON a.id = r.officer_id
    ORDER BY hit.nearness DESC, r.closed_at IS NOT NULL, r.filed_at DESC, r.id DESC LIMIT ${most}`;
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
