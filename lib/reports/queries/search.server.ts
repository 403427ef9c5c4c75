import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";
import { presentLine, reportLine } from "../present-line.server";
import { hitsSql } from "../report-hits-sql.server";
import { scopeSql } from "../report-scope.server";
import { readSearch, type SearchWish } from "../report-search";
import type { ReportLine } from "../views";

/** So many are shown: whoever gets more types more. */
const foundMost = 50;

/**
 * Own reports, open and done, by the name of a student, a reference or the school's own reference; never by a number
 * of a student. Put on the access log with the number found; what was typed is kept nowhere.
 */
export async function searchReports(
  viewer: Viewer,
  now: Now,
  text: string,
): Promise<{ readonly rows: readonly ReportLine[]; readonly hasMore: boolean }> {
  const ids = await findIds(viewer, text.trim());
  const rows = await prisma.report.findMany({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(viewer), { id: { in: ids.slice(0, foundMost) } }] },
    select: reportLine,
  });
  const place = new Map(ids.map((id, at) => [id, at]));
  const found = rows.toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0));
  await recordRead(viewer, now, {
    action: "report:search",
    object: { kind: "report", count: found.length },
    reason: usualReason(viewer),
  });
  return { rows: found.map((row) => presentLine(viewer, row)), hasMore: ids.length > foundMost };
}

async function findIds(viewer: Viewer, text: string): Promise<readonly string[]> {
  return text === "" ? [] : (await ask<{ id: string }>(ownHitsSql(viewer, text))).map(({ id }) => id);
}

/** The ids of what is found: the nearest name first, then what is open, then the latest. */
export function ownHitsSql(viewer: Viewer, text: string): Prisma.Sql {
  const own = scopeSql(visibleReports(viewer));
  const sameReference = (typed: string) => Prisma.sql`own_reference = ${typed} AND ${own}`;
  const wish = wishOf(text);
  const hits =
    wish === null
      ? Prisma.sql`hits AS (SELECT id, 9 AS nearness FROM reports WHERE ${sameReference(text)})`
      : hitsSql(wish, own, sameReference);
  return Prisma.sql`WITH ${hits}
    SELECT r.id FROM (SELECT id, max(nearness) AS nearness FROM hits GROUP BY id) hit JOIN reports r ON r.id = hit.id
    ORDER BY hit.nearness DESC, r.closed_at IS NOT NULL, r.filed_at DESC, r.id DESC LIMIT ${foundMost + 1}`;
}

/** Null: only an own reference can be meant. Nine digits are one too: students are looked up by number elsewhere. */
function wishOf(text: string): SearchWish | null {
  const wish = readSearch(text);
  return wish?.kind === "number" ? null : wish;
}
