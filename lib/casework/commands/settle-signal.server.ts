import "server-only";
import type { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { ok, type Result } from "@/lib/shared/result";
import { eventActor } from "@/lib/timeline/actor";
import type { settleSignalInput } from "../inputs";

/** An officer has seen what the register says, and it need not be shown again. Seen twice is seen once. */
export function settleSignal(
  viewer: Viewer,
  { reference, kind }: z.infer<typeof settleSignalInput>,
  now: Now,
): Promise<Result<{ readonly reference: string; readonly version: number }>> {
  return transact(viewer, now, async (tx) => {
    const report = await tx.client.report.findFirst({
      where: { AND: [visibleReports(viewer), { reference: readReference(reference) ?? "" }] },
      select: {
        id: true,
        reference: true,
        version: true,
        organisationId: true,
        locationId: true,
        officeId: true,
        isProtected: true,
      },
    });
    if (report === null) throw new NotFound("report");
    if (!can(viewer, "report:record", report)) throw new NotAllowed("report:record");
    await tx.client.caseSignal.updateMany({
      where: { reportId: report.id, kind, settledAt: null },
      data: { settledAt: now.at, settledBy: eventActor(viewer).name },
    });
    record(tx, { action: "signal:settle", object: { kind: "report", id: report.id }, reason: usualReason(viewer) });
    return ok({ reference: report.reference, version: report.version });
  });
}
