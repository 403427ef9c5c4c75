import "server-only";
import type { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { releaseRunInput } from "../inputs";

/** Lets today's destroying go on although it is far more than usual. Tomorrow the brake measures anew. */
export function releaseRun(
  viewer: PersonViewer,
  { day, due }: z.infer<typeof releaseRunInput>,
  now: Now,
): Promise<Result<null>> {
  if (!can(viewer, "retention:release", {})) throw new NotAllowed("retention:release");
  return transact(viewer, now, async (tx) => {
    const { client } = tx;
    const counts = await client.paperRunCount.aggregate({ where: { day: toColumn(day) }, _sum: { dueCount: true } });
    if (day !== now.today || counts._sum.dueCount !== due) return fail({ code: "run-changed" });
    const { count } = await client.paperRun.updateMany({
      where: { day: toColumn(day), stoppedAt: { not: null }, releasedAt: null },
      data: { releasedAt: now.at, releasedById: viewer.accountId, releasedByName: viewer.name },
    });
    if (count === 0) return fail({ code: "run-not-stopped" });
    record(tx, {
      action: "retention:release",
      object: { kind: "attachment", count: due },
      reason: usualReason(viewer),
    });
    return ok(null);
  });
}
