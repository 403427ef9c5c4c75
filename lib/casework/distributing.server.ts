import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { OfficeViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { scopeSql } from "@/lib/reports/report-scope.server";
import { NotAllowed } from "@/lib/shared/problem";
import { ownOffice } from "./inbox";

export function requireDistributing(viewer: Viewer): OfficeViewer {
  if (!mayDistribute(viewer)) throw new NotAllowed("report:assign");
  return viewer;
}

export function mayDistribute(viewer: Viewer): viewer is OfficeViewer {
  return viewer.kind === "office" && can(viewer, "report:assign", ownOffice(viewer));
}

export interface WaitingOne {
  readonly id: string;
  readonly reference: string;
  readonly isProtected: boolean;
}

type Client = Pick<Prisma.TransactionClient, "$queryRaw">;

/** Of these reports what is still in nobody's hands, held until the transaction ends. */
export function holdWaiting(
  client: Client,
  viewer: OfficeViewer,
  references: readonly string[],
): Promise<readonly WaitingOne[]> {
  // Held in the order in which every act on many holds them, and given in the order in which they came.
  return client.$queryRaw<WaitingOne[]>(Prisma.sql`SELECT id, reference, is_protected AS "isProtected" FROM (
      SELECT * FROM reports WHERE reference = ANY(${[...references]}::text[]) AND ${scopeSql(visibleReports(viewer))}
        AND officer_id IS NULL AND closed_at IS NULL
      ORDER BY id FOR UPDATE) AS held
    ORDER BY filed_at, id`);
}
