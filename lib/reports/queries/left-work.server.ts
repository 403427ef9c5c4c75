import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { openReportsOf } from "@/lib/notifications/hand-on.server";
import { can } from "@/lib/policy/can";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";

/** What somebody of the own school would leave behind: how much, not what; and who could go on with it. */
export interface LeftWork {
  readonly draftCount: number;
  /** Open reports of which nobody else hears. */
  readonly reportCount: number;
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
}

/** Null: not for this viewer to move. */
export async function findLeftWork(viewer: PersonViewer, now: Now, accountId: string): Promise<LeftWork | null> {
  const { organisationId } = viewer;
  if (!can(viewer, "draft:move", { organisationId })) return null;
  const today = toColumn(now.today);
  const holds = { validFrom: { lte: today }, OR: [{ validUntil: null }, { validUntil: { gte: today } }] };
  const unheard = { watches: { none: { accountId: { not: accountId }, isMuted: false } } };
  const [draftCount, reportCount, colleagues] = await Promise.all([
    prisma.reportDraft.count({ where: { organisationId, ownerId: accountId, expiresOn: { gte: today } } }),
    prisma.report.count({ where: { AND: [openReportsOf({ organisationId, fromId: accountId }), unheard] } }),
    prisma.account.findMany({
      where: {
        id: { not: accountId },
        disabledAt: null,
        mandates: { some: { organisationId, role: { in: ["reporter", "preparer"] }, ...holds } },
      },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    }),
  ]);
  return { draftCount, reportCount, colleagues };
}
