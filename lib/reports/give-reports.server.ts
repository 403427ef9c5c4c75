import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";

/** So many ids go in one statement. */
const chunkSize = 500;

/** Puts many reports in the hands of one officer, or of nobody. The caller holds them and tells of each. */
export async function giveReports(tx: Transaction, ids: readonly string[], officerId: string | null): Promise<void> {
  for (let from = 0; from < ids.length; from += chunkSize) {
    await tx.client.report.updateMany({
      where: { id: { in: ids.slice(from, from + chunkSize) } },
      data: { officerId, version: { increment: 1 }, changedAt: tx.now.at },
    });
  }
}

/** Says that something befell these reports, so that whoever looks at an older version is told. */
export async function touchReports(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.client.report.updateMany({
    where: { id: { in: [...ids] } },
    data: { version: { increment: 1 }, changedAt: tx.now.at },
  });
}

interface ReportAsRead {
  readonly id: string;
  readonly version: number;
  readonly officeId: string;
}

interface NewPlace {
  readonly officeId: string;
  readonly municipalityCode: string;
  readonly officerId: string | null;
}

/** Puts an open report at another office, only as it was read; false: somebody changed or offered it meanwhile. */
export async function moveReport(tx: Transaction, read: ReportAsRead, to: NewPlace): Promise<boolean> {
  const { id, version, officeId } = read;
  const { count } = await tx.client.report.updateMany({
    where: { id, version, officeId, closedAt: null, transfers: { none: { answer: null } } },
    data: { ...to, version: { increment: 1 }, changedAt: tx.now.at },
  });
  return count === 1;
}
