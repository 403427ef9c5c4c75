import "server-only";
import { z } from "zod";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { lastDayOfDraft } from "../draft-terms";

export const draftsMove = z.strictObject({
  accountId: z.uuid(),
  to: z.uuid({ error: "colleague-missing" }),
});
type DraftsMove = z.output<typeof draftsMove>;

/** Gives all that somebody began at this school, and did not send, to a colleague: unread, in one act. */
export function moveDrafts(
  viewer: PersonViewer,
  { accountId, to }: DraftsMove,
  now: Now,
): Promise<Result<{ readonly accountId: string; readonly count: number }>> {
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
    const { count } = await tx.client.reportDraft.updateMany({
      where: { organisationId, ownerId: accountId },
      // Whoever gets them has the whole term for them.
      data: { ownerId: to, version: { increment: 1 }, expiresOn: toColumn(lastDayOfDraft(now.today)) },
    });
    record(tx, { action: "draft:move", object: { kind: "draft", count }, reason: "administration" });
    return ok({ accountId, count });
  });
}
