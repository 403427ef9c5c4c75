import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import { scopeSql } from "@/lib/reports/report-scope.server";
import type { Now } from "@/lib/shared/clock";
import { firstIdAt, momentOfId } from "@/lib/shared/ids";
import type { NewsFacts } from "./news";

/** An event can reach the database so long after its id was made. */
const lateMilliseconds = 10_000;
/** Whoever was away longer loads the page anew anyway. */
const longestAwayMilliseconds = 24 * 60 * 60_000;
const mostNews = 100;

const columns = Prisma.sql`e.id, e.kind, e.actor_id AS "actorId", r.reference, r.organisation_id AS "organisationId",
  r.location_id AS "locationId", r.office_id AS "officeId", r.is_protected AS "isProtected"`;

export function askNews(ids: readonly string[]): Promise<readonly NewsFacts[]> {
  return ask<NewsFacts & Record<string, unknown>>(Prisma.sql`SELECT ${columns} FROM events e
    JOIN reports r ON r.id = e.report_id WHERE e.id = ANY(${[...ids]}::uuid[]) ORDER BY e.id`);
}

/** What happened after an event with reports that this viewer may read; a little of what came before it may be among it. */
export function askNewsSince(viewer: PersonViewer, since: string, now: Now): Promise<readonly NewsFacts[]> {
  const from = firstIdAt(
    new Date(Math.max(momentOfId(since).getTime() - lateMilliseconds, now.at.getTime() - longestAwayMilliseconds)),
  );
  return ask<NewsFacts & Record<string, unknown>>(Prisma.sql`SELECT ${columns} FROM events e
    JOIN (SELECT * FROM reports WHERE ${scopeSql(visibleReports(viewer))}) r ON r.id = e.report_id
    WHERE e.id > ${from}::uuid ORDER BY e.id LIMIT ${mostNews}`);
}
