import "server-only";
import type { ErasedPaper } from "@/lib/audit/erasures";
import { record } from "@/lib/audit/record.server";
import { commitIn } from "@/lib/audit/transact.server";
import { askIn, type Connection } from "@/lib/db/bulk.server";
import { systemViewer } from "@/lib/identity/viewer";
import { touchReportsSql } from "@/lib/reports/hold-report.server";
import type { Now } from "@/lib/shared/clock";
import { append } from "@/lib/timeline/append.server";
import { type EndedPaper, endSql, goneEvent } from "./destroy.server";
import { dropSql, letGoUnkeptSql } from "./drop-draft-paper.server";

/**
 * Ends papers again that a backup brought back, with the moment and the reason of the first time, which a proof may have
 * named already. The timeline says it again, for the backup lost that too; nobody is written to once more. Gives the keys
 * of bytes for the sweep.
 */
export async function endPapersAgain(
  connection: Connection,
  papers: readonly ErasedPaper[],
  now: Now,
): Promise<readonly string[]> {
  const ends = papers.map(({ object, at, reason }) => ({ id: object, at, why: reason }));
  const ended = await askIn<EndedPaper & Record<string, unknown>>(connection, endSql(ends));
  await askIn(connection, touchReportsSql([...new Set(ended.map(({ reportId }) => reportId))], now));
  await commitIn(connection, systemViewer("attachments"), now, (ledger) => {
    for (const paper of ended) {
      append(ledger, paper.reportId, goneEvent(paper));
      record(ledger, {
        action: "attachment:destroy",
        object: { kind: "attachment", id: paper.id },
        reason: "erased-before-restore",
      });
    }
  });
  return ended.map(({ objectKey }) => objectKey);
}

/** The same for papers that waited with a report, also for those that a report took over and lost since the backup. */
export async function dropDraftPapersAgain(connection: Connection, ids: readonly string[]): Promise<readonly string[]> {
  const dropped = await askIn<{ objectKey: string }>(connection, dropSql(ids));
  const keys = dropped.map(({ objectKey }) => objectKey);
  const unkept = await askIn<{ objectKey: string }>(connection, letGoUnkeptSql(keys));
  return unkept.map(({ objectKey }) => objectKey);
}
