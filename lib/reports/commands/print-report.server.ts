import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { presentReport } from "../present.server";
import { reportRecord } from "../report-record.server";
import type { ReportView } from "../views";

/** A report to put on paper: as its reader may see it, and written down as printed. */
export async function printReport(viewer: Viewer, reference: string, now: Now): Promise<ReportView> {
  const report = await prisma.report.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(viewer), { reference: readReference(reference) ?? "" }] },
    select: reportRecord,
  });
  if (report === null) throw new NotFound("report");
  await recordRead(viewer, now, {
    action: "report:print",
    object: { kind: "report", id: report.id },
    reason: usualReason(viewer),
  });
  return presentReport(viewer, report);
}
