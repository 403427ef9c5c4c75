import "server-only";
import { buffer } from "node:stream/consumers";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { log } from "@/lib/config/log.server";
import { prisma } from "@/lib/db/client.server";
import { systemViewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import { touchReport } from "@/lib/reports/hold-report.server";
import type { Now } from "@/lib/shared/clock";
import { type Destroyed, destroy, destroyedColumns } from "./destroy.server";
import { FileDamaged } from "./file-cipher";
import { hasScanner, isScannerThere, scan, type Verdict } from "./scanner.server";
import { ObjectMissing } from "./storage/store";
import { sweepIfPossible } from "./sweep.server";
import { type StoredFile, takeOut } from "./vault.server";

const batchSize = 50;
/** So long a file rests about which the scanner had nothing to say. */
const restMinutes = 10;

/** Written in the same transaction as a refusal: whatever else rested on the paper. */
export type AlongsideRefusal = (tx: Transaction, paper: Destroyed) => Promise<void>;

/**
 * Scans what came while the scanner was away, oldest first; answers how many got a verdict. As long as it stays away
 * they wait: nobody opens what nobody looked at. A file that the scanner says nothing of lets the others pass.
 */
export async function scanWaiting(now: Now, alongside?: AlongsideRefusal): Promise<number> {
  if (!hasScanner()) return 0;
  const waiting = await prisma.attachment.findMany({
    where: { state: "waiting", OR: [{ scanTriedAt: null }, { scanTriedAt: { lt: minutesBefore(now, restMinutes) } }] },
    orderBy: [{ scanTriedAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    take: batchSize,
    select: { id: true, objectKey: true, fileKeySealed: true },
  });
  let done = 0;
  for (const paper of waiting) {
    const verdict = await verdictOn(paper);
    if (verdict === "unknown" && !(await isScannerThere())) return done;
    if (await conclude(paper, { verdict, alongside }, now)) done += 1;
  }
  return done;
}

function minutesBefore({ at }: Now, minutes: number): Date {
  return new Date(at.getTime() - minutes * 60_000);
}

interface Conclusion {
  readonly verdict: Verdict | null;
  readonly alongside: AlongsideRefusal | undefined;
}

/** False: nothing can be said of it yet, and the others go first. */
async function conclude(
  { id, objectKey }: WaitingPaper,
  { verdict, alongside }: Conclusion,
  now: Now,
): Promise<boolean> {
  if (verdict === null || verdict === "unknown") {
    await prisma.attachment.updateMany({ where: { id, state: "waiting" }, data: { scanTriedAt: now.at } });
    return false;
  }
  await transact(systemViewer("attachments"), now, (tx) =>
    verdict === "clean" ? release(tx, id) : refuse(tx, id, alongside),
  );
  if (verdict !== "clean") await sweepIfPossible(objectKey, now);
  return true;
}

type WaitingPaper = Pick<StoredFile, "objectKey" | "fileKeySealed"> & { readonly id: string };

/** Null: its bytes are gone or were touched. It goes on waiting, and those behind it do not wait for it. */
async function verdictOn(paper: WaitingPaper): Promise<Verdict | null> {
  try {
    return await scan(await buffer(takeOut(paper)));
  } catch (error) {
    if (!(error instanceof ObjectMissing || error instanceof FileDamaged)) throw error;
    log().error({ err: error, attachment: paper.id }, "a paper that waits for the scanner cannot be read");
    return null;
  }
}

async function refuse(tx: Transaction, id: string, alongside: AlongsideRefusal | undefined): Promise<void> {
  const paper = await tx.client.attachment.findUniqueOrThrow({ where: { id }, select: destroyedColumns });
  const isRefused = await destroy(tx, paper, "refused");
  if (isRefused) await alongside?.(tx, paper);
}

async function release(tx: Transaction, id: string): Promise<void> {
  const { count } = await tx.client.attachment.updateMany({
    where: { id, state: "waiting" },
    data: { state: "clean" },
  });
  // Another worker was first.
  if (count === 0) return;
  const { kind, format, report } = await tx.client.attachment.findUniqueOrThrow({
    where: { id },
    select: destroyedColumns,
  });
  await touchReport(tx, report.id);
  const data = { attachment: id, kind, format };
  announce(tx, report.id, { kind: "attachment_checked", status: report.status, data });
  record(tx, { action: "attachment:scan", object: { kind: "attachment", id }, reason: "system-attachments" });
}
