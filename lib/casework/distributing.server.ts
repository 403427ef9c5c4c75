import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { OfficeViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { scopeSql } from "@/lib/reports/report-scope.server";
import { NotAllowed } from "@/lib/shared/problem";
import type { HeldReport } from "./hand-over-plan.server";
import { ownOffice } from "./inbox";

export function requireDistributing(viewer: Viewer): OfficeViewer {
  if (!mayDistribute(viewer)) throw new NotAllowed("report:assign");
  return viewer;
}

export function mayDistribute(viewer: Viewer): viewer is OfficeViewer {
  return viewer.kind === "office" && can(viewer, "report:assign", ownOffice(viewer));
}

type Client = Pick<Prisma.TransactionClient, "$queryRaw">;

/** Of these reports what is still in nobody's hands, held until the transaction ends. */
export function holdWaiting(
  client: Client,
  viewer: OfficeViewer,
  references: readonly string[],
): Promise<readonly HeldReport[]> {
  return client.$queryRaw<HeldReport[]>(Prisma.sql`SELECT id, status::text AS status, is_protected AS "isProtected"
    FROM reports WHERE reference = ANY(${[...references]}::text[]) AND ${scopeSql(visibleReports(viewer))}
      AND officer_id IS NULL AND closed_at IS NULL
    ORDER BY filed_at, id FOR UPDATE`);
}

/** What this viewer gave to somebody at that moment, as far as nothing happened to it since. */
export function givenAt(viewer: OfficeViewer, at: Date): Prisma.Sql {
  return Prisma.sql`${scopeSql(visibleReports(viewer))} AND changed_at = ${at}::timestamptz
    AND officer_id IS NOT NULL AND closed_at IS NULL
    AND EXISTS (SELECT FROM events e WHERE e.report_id = reports.id AND e.kind = 'assigned'
      AND e.actor_id = ${viewer.accountId}::uuid AND e.at = ${at}::timestamptz)`;
}

export function holdGiven(client: Client, viewer: OfficeViewer, at: Date): Promise<readonly HeldReport[]> {
  return client.$queryRaw<HeldReport[]>(Prisma.sql`SELECT id, status::text AS status, is_protected AS "isProtected"
    FROM reports WHERE ${givenAt(viewer, at)} ORDER BY id FOR UPDATE`);
}
