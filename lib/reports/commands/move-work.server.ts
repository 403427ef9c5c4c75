import "server-only";
import { z } from "zod";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { handOnNews } from "@/lib/notifications/hand-on.server";
import { can } from "@/lib/policy/can";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { lastDayOfDraft } from "../draft-terms";

export const workMove = z.strictObject({
  accountId: z.uuid(),
  to: z.uuid({ error: "colleague-missing" }),
});
type WorkMove = z.output<typeof workMove>;

/**
 * Gives a colleague what somebody leaves behind at this school, unread and in one act: what was begun and not sent, and
 * the news of all reports that are still open.
 */
export function moveWork(
  viewer: PersonViewer,
  { accountId, to }: WorkMove,
  now: Now,
): Promise<Result<{ readonly accountId: string; readonly draftCount: number; readonly reportCount: number }>> {
  const { organisationId } = viewer;
  if (!can(viewer, "draft:move", { organisationId })) throw new NotAllowed("draft:move");
  return transact(viewer, now, async (tx) => {
    const today = toColumn(now.today);
    const colleague = await tx.client.mandate.findFirst({
      where: {
        accountId: to,
        organisationId,
        role: { in: ["reporter", "preparer"] },
        validFrom: { lte: today },
        OR: [{ validUntil: null }, { validUntil: { gte: today } }],
        account: { disabledAt: null },
      },
    });
    if (colleague === null || to === accountId) return fail({ code: "colleague-unknown", field: "to" });
    const { count: draftCount } = await tx.client.reportDraft.updateMany({
      where: { organisationId, ownerId: accountId },
      // Whoever gets them has the whole term for them.
      data: { ownerId: to, version: { increment: 1 }, expiresOn: toColumn(lastDayOfDraft(now.today)) },
    });
    const reportCount = await handOnNews(tx, { organisationId, fromId: accountId, toId: to });
    record(tx, { action: "draft:move", object: { kind: "draft", count: draftCount }, reason: "administration" });
    record(tx, {
      action: "followers:hand-on",
      object: { kind: "organisation", id: organisationId, count: reportCount },
      reason: "administration",
    });
    return ok({ accountId, draftCount, reportCount });
  });
}
