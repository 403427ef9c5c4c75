import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import type { Transaction } from "@/lib/audit/transact.server";
import { announce } from "@/lib/notifications/announce.server";
import { touchReport } from "@/lib/reports/hold-report.server";
import type { Status } from "@/lib/timeline/statuses";
import type { WhyGone } from "./proof";

/** Long before any sweep: these bytes are to go. */
const longAgo = new Date(0);

export interface Destroyed {
  readonly id: string;
  readonly kind: string;
  readonly format: string;
  readonly objectKey: string;
  readonly report: { readonly id: string; readonly status: Status };
}

export const destroyedColumns = {
  id: true,
  kind: true,
  format: true,
  objectKey: true,
  report: { select: { id: true, status: true } },
} as const;

/**
 * Ends a paper: its key and its name go with this transaction, so that the bytes cannot be read from then on, and the
 * bytes become an upload that nobody claims. What stays is the line that says that there was one, and that proves how
 * it ended. False: somebody was first.
 */
export async function destroy(tx: Transaction, paper: Destroyed, why: WhyGone): Promise<boolean> {
  const { id, kind, format, objectKey, report } = paper;
  const state = why === "refused" ? "refused" : "removed";
  const { count } = await tx.client.attachment.updateMany({
    where: { id, goneAt: null },
    data: { state, goneAt: tx.now.at, goneReason: why, nameSealed: "", fileKeySealed: "" },
  });
  if (count === 0) return false;
  await letGo(tx, objectKey);
  await touchReport(tx, report.id);
  const event = why === "refused" ? "attachment_refused" : "attachment_removed";
  announce(tx, report.id, { kind: event, status: report.status, data: { attachment: id, kind, format } });
  const reason = why === "sender" || why === "refused" ? usualReason(tx.viewer) : why;
  record(tx, { action: "attachment:destroy", object: { kind: "attachment", id }, reason });
  return true;
}

/** From now on nobody claims these bytes; the next sweep takes them. */
export async function letGo({ client }: Transaction, objectKey: string): Promise<void> {
  await client.attachmentUpload.create({ data: { objectKey, startedAt: longAgo } });
}
