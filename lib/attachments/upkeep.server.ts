import "server-only";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { systemViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { destroy, destroyedColumns } from "./destroy.server";
import { dropDraftPaper } from "./drop-draft-paper.server";
import { type DueReason, dueSql } from "./due.server";
import { countDestroyed, openRun } from "./run.server";
import { sweep } from "./sweep.server";

const batchSize = 100;
/** The rest of a day with many follows in the next turn, ten minutes later. */
const reportsPerTurn = 1_000;
/** So long a paper waits with a form of which no draft is kept. */
const draftlessHours = 24;
/** Nobody takes longer to send ten megabytes. */
const uploadMinutes = 60;

/** Takes bytes out of the store that nobody claimed or claims any more, and links that nobody followed. */
export async function sweepUploads(now: Now): Promise<number> {
  await prisma.attachmentLink.deleteMany({ where: { expiresAt: { lt: now.at } } });
  const before = new Date(now.at.getTime() - uploadMinutes * 60_000);
  const left = await prisma.attachmentUpload.findMany({
    where: { startedAt: { lt: before } },
    orderBy: { startedAt: "asc" },
    take: batchSize,
  });
  for (const { objectKey } of left) await sweep(objectKey, now);
  await prisma.attachmentPart.deleteMany({ where: { startedAt: { lt: before } } });
  await prisma.attachmentSending.deleteMany({ where: { startedAt: { lt: before } } });
  return left.length;
}

/** Takes away what waited with a report that was sent, thrown away or forgotten; answers how many. */
export async function sweepDraftPapers(now: Now): Promise<number> {
  const before = new Date(now.at.getTime() - draftlessHours * 3_600_000);
  const left = await prisma.$queryRaw<readonly { id: string }[]>`
    SELECT id FROM draft_papers p
     WHERE uploaded_at < ${before}::timestamptz
       AND NOT EXISTS (SELECT FROM report_drafts d WHERE d.id = p.submission_id)
     ORDER BY uploaded_at LIMIT ${batchSize}::int`;
  for (const { id } of left) await transact(systemViewer("attachments"), now, (tx) => dropDraftPaper(tx, id));
  return left.length;
}

/** Destroys the papers that are not kept any more, unless the brake is on; answers how many. */
export async function destroyOld(now: Now): Promise<number> {
  const mayDestroy = await transact(systemViewer("attachments"), now, openRun);
  const count = mayDestroy ? await destroyAllDue(now) : 0;
  await sweepDraftPapers(now);
  await sweepUploads(now);
  return count;
}

async function destroyAllDue(now: Now): Promise<number> {
  const reports = await prisma.$queryRaw<readonly { id: string }[]>`
    SELECT DISTINCT report_id AS id FROM (${dueSql(now.today)}) due
     WHERE NOT is_held ORDER BY id LIMIT ${reportsPerTurn}::int`;
  let count = 0;
  for (const { id } of reports) {
    count += await transact(systemViewer("attachments"), now, (tx) => destroyDue(tx, id));
  }
  return count;
}

/**
 * Whoever opens the report again or holds its papers at this moment goes first, or finds its papers gone: the report is
 * held, and asked again.
 */
async function destroyDue(tx: Transaction, reportId: string): Promise<number> {
  const { client, now } = tx;
  await client.$queryRaw`SELECT id FROM reports WHERE id = ${reportId}::uuid FOR UPDATE`;
  const due = await client.$queryRaw<readonly { id: string; why: DueReason }[]>`
    SELECT id, why FROM (${dueSql(now.today)}) due WHERE report_id = ${reportId}::uuid AND NOT is_held`;
  const papers = await client.attachment.findMany({
    relationLoadStrategy: "join",
    where: { id: { in: due.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    select: destroyedColumns,
  });
  const why = new Map(due.map((one) => [one.id, one.why]));
  for (const paper of papers) {
    if (await destroy(tx, paper, why.get(paper.id) ?? "retention")) await countDestroyed(tx, paper.kind);
  }
  return papers.length;
}
