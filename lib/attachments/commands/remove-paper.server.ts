import "server-only";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { destroy, destroyedColumns } from "../destroy.server";
import { sweepIfPossible } from "../sweep.server";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const columns = {
  ...destroyedColumns,
  organisationId: true,
  report: {
    select: {
      id: true,
      reference: true,
      status: true,
      organisationId: true,
      locationId: true,
      officeId: true,
      isProtected: true,
      paperHolds: { where: { liftedAt: null }, select: { id: true } },
    },
  },
} as const;

/** Takes a paper back that the own organisation sent, such as one of another student; answers of which report. */
export async function removePaper(viewer: PersonViewer, id: string, now: Now): Promise<string> {
  if (!uuid.test(id)) throw new NotFound("attachment");
  const paper = await transact(viewer, now, async (tx) => {
    await holdReportOf(tx, id);
    const found = await tx.client.attachment.findFirst({
      where: { id, goneAt: null, report: visibleReports(viewer) },
      select: columns,
    });
    if (found === null) throw new NotFound("attachment");
    const facts = { ...found.report, senderId: found.organisationId, isHeld: found.report.paperHolds.length > 0 };
    if (!can(viewer, "attachment:remove", facts)) throw new NotAllowed("attachment:remove");
    await destroy(tx, found, "sender");
    return found;
  });
  await sweepIfPossible(paper.objectKey, now);
  return paper.report.reference;
}

/** Whoever says at this moment that its papers must stay goes first, or finds this one gone. */
async function holdReportOf({ client }: Transaction, paperId: string): Promise<void> {
  await client.$queryRaw`SELECT r.id FROM reports r JOIN attachments a ON a.report_id = r.id
    WHERE a.id = ${paperId}::uuid FOR UPDATE OF r`;
}
