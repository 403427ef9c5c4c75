import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import type { StorySpan } from "@/lib/timeline/span";
import { presentReport } from "./present.server";
import { latestRecord, reportRecord } from "./report-record.server";
import type { ReportView } from "./views";

/** A report as this viewer may see it. Whoever shows it puts it on the access log. Absent and not yours are both NotFound. */
export async function readReport(viewer: Viewer, reference: string, span: StorySpan): Promise<ReportView> {
  const known = readReference(reference);
  if (known === null) throw new NotFound("report");
  const report = await prisma.report.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(viewer), { reference: known }] },
    select: span === "latest" ? latestRecord : reportRecord,
  });
  if (report === null) throw new NotFound("report");
  return presentReport(viewer, report, span);
}
