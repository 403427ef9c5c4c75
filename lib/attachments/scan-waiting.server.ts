import "server-only";
import { buffer } from "node:stream/consumers";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { systemViewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import { touchReport } from "@/lib/reports/hold-report.server";
import type { Now } from "@/lib/shared/clock";
import { hasScanner, scan } from "./scanner.server";
import { takeOut, throwAway } from "./vault.server";

const batchSize = 50;

/**
 * Scans what came while the scanner was away, oldest first; answers how many got a verdict. As long as it stays away
 * they wait: nobody opens what nobody looked at.
 */
export async function scanWaiting(now: Now): Promise<number> {
  if (!hasScanner()) return 0;
  const waiting = await prisma.attachment.findMany({
    where: { state: "waiting" },
    orderBy: { id: "asc" },
    take: batchSize,
    select: { id: true, objectKey: true, fileKeySealed: true },
  });
  let done = 0;
  for (const paper of waiting) {
    const verdict = await scan(await buffer(takeOut(paper)));
    if (verdict === "unknown") return done;
    await transact(systemViewer("attachments"), now, (tx) => settle(tx, paper.id, verdict));
    if (verdict === "harmful") await throwAway(paper.objectKey);
    done += 1;
  }
  return done;
}

async function settle(tx: Transaction, id: string, verdict: "clean" | "harmful"): Promise<void> {
  const [state, goneAt] = verdict === "clean" ? (["clean", null] as const) : (["refused", tx.now.at] as const);
  const { count } = await tx.client.attachment.updateMany({ where: { id, state: "waiting" }, data: { state, goneAt } });
  // Another worker was first.
  if (count === 0) return;
  const { kind, format, report } = await tx.client.attachment.findUniqueOrThrow({
    where: { id },
    select: { kind: true, format: true, report: { select: { id: true, status: true } } },
  });
  await touchReport(tx, report.id);
  const event = verdict === "clean" ? "attachment_checked" : "attachment_refused";
  announce(tx, report.id, { kind: event, status: report.status, data: { attachment: id, kind, format } });
  record(tx, { action: "attachment:scan", object: { kind: "attachment", id }, reason: "system-attachments" });
}
