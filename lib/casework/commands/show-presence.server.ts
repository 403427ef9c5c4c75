import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import { scopeSql } from "@/lib/reports/report-scope.server";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";

/** Whoever is not heard of for so long has gone. */
const goneAfterMilliseconds = 40_000;

/**
 * Says that this viewer has a case open, and answers which colleagues have it open too. No access log: the case itself
 * stands on it, and this tells nothing of a student.
 */
export async function showPresence(
  viewer: Viewer,
  { reference }: { readonly reference: string },
  now: Now,
): Promise<readonly string[]> {
  const { officeId, accountId } = requireOffice(viewer);
  const since = new Date(now.at.getTime() - goneAfterMilliseconds);
  const [found] = await ask<{ seen: boolean; names: readonly string[] }>(Prisma.sql`WITH ${ownCase(viewer, reference)},
    own AS (INSERT INTO case_presences (report_id, account_id, seen_at) SELECT id, ${accountId}::uuid, ${now.at} FROM seen
      ON CONFLICT (report_id, account_id) DO UPDATE SET seen_at = EXCLUDED.seen_at),
    gone AS (DELETE FROM case_presences WHERE seen_at < ${since} AND account_id <> ${accountId}::uuid)
    SELECT EXISTS (SELECT FROM seen) AS seen, (SELECT coalesce(jsonb_agg(a.name ORDER BY a.name COLLATE "nl-x-icu", a.id), '[]')
      FROM case_presences p JOIN seen ON seen.id = p.report_id JOIN accounts a ON a.id = p.account_id
      WHERE p.account_id <> ${accountId}::uuid AND p.seen_at >= ${since}
        AND EXISTS (SELECT FROM mandates m WHERE m.account_id = a.id AND m.organisation_id = ${officeId}::uuid)) AS names`);
  if (!found?.seen) throw new NotFound("report");
  return found.names;
}

/** The page was left: colleagues need not wait until that is noticed. */
export async function endPresence(viewer: Viewer, { reference }: { readonly reference: string }): Promise<void> {
  const { accountId } = requireOffice(viewer);
  await ask(Prisma.sql`WITH ${ownCase(viewer, reference)}
    DELETE FROM case_presences WHERE report_id = (SELECT id FROM seen) AND account_id = ${accountId}::uuid`);
}

function ownCase(viewer: Viewer, reference: string): Prisma.Sql {
  return Prisma.sql`seen AS MATERIALIZED (SELECT id FROM reports
    WHERE reference = ${readReference(reference) ?? ""} AND ${scopeSql(visibleReports(viewer))})`;
}

function requireOffice(viewer: Viewer) {
  if (viewer.kind !== "office") throw new NotAllowed("report:read");
  return viewer;
}
