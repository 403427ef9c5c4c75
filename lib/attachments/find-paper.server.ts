import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import type { Prisma } from "@/lib/db/generated/client";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { NotFound } from "@/lib/shared/problem";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const columns = {
  id: true,
  nameSealed: true,
  kind: true,
  format: true,
  byteCount: true,
  objectKey: true,
  fileKeySealed: true,
  report: {
    select: {
      reference: true,
      version: true,
      organisationId: true,
      locationId: true,
      officeId: true,
      isProtected: true,
    },
  },
} satisfies Prisma.AttachmentSelect;

export type PaperRow = Prisma.AttachmentGetPayload<{ select: typeof columns }>;

export interface Asked {
  readonly id: string;
  readonly report?: Prisma.ReportWhereInput;
}

/** Only what was checked and is still there, of a report that this viewer may read at this moment. */
export async function findPaper({ client, viewer }: Transaction, { id, report = {} }: Asked): Promise<PaperRow> {
  if (!uuid.test(id)) throw new NotFound("attachment");
  const paper = await client.attachment.findFirst({
    relationLoadStrategy: "join",
    where: { id, state: "clean", report: { AND: [visibleReports(viewer), report] } },
    select: columns,
  });
  if (paper === null || !can(viewer, "attachment:open", paper.report)) throw new NotFound("attachment");
  return paper;
}
