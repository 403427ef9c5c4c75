import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import { visibleReports } from "@/lib/policy/report-rules";

interface Leaving {
  readonly organisationId: string;
  readonly fromId: string;
  readonly toId: string;
}

/** The open reports of a school that somebody filed, prepared or followed. */
export function openReportsOf({ organisationId, fromId }: Omit<Leaving, "toId">) {
  return {
    organisationId,
    closedAt: null,
    OR: [
      { reporterId: fromId },
      { followers: { some: { accountId: fromId } } },
      { watches: { some: { accountId: fromId, isMuted: false } } },
    ],
  };
}

/** A colleague hears of them from now on. Answers how many there are. */
export async function handOnNews(tx: Transaction, { organisationId, fromId, toId }: Leaving): Promise<number> {
  const reports = await tx.client.report.findMany({
    where: openReportsOf({ organisationId, fromId }),
    select: { id: true },
  });
  await tx.client.watch.createMany({
    data: reports.map(({ id }) => ({ reportId: id, accountId: toId, isMuted: false, since: tx.now.at })),
    skipDuplicates: true,
  });
  return reports.length;
}

/** What somebody at an office follows, as far as who hands it on may read it, a colleague follows from now on too. */
export async function handOnFollowed(
  tx: Transaction,
  { fromId, toId }: Pick<Leaving, "fromId" | "toId">,
): Promise<void> {
  const watches = await tx.client.watch.findMany({
    where: { accountId: fromId, isMuted: false, report: { AND: [visibleReports(tx.viewer), { closedAt: null }] } },
    select: { reportId: true },
  });
  await tx.client.watch.createMany({
    data: watches.map(({ reportId }) => ({ reportId, accountId: toId, isMuted: false, since: tx.now.at })),
    skipDuplicates: true,
  });
}
