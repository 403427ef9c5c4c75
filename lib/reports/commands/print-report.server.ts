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

/**
 * Reports to put on paper, in the order in which they are asked: as their reader may see them, and each written down
 * as printed. When one of them is absent or not yours, nothing is printed.
 */
export async function printReports(
  viewer: Viewer,
  references: readonly string[],
  now: Now,
): Promise<readonly ReportView[]> {
  const asked = [...new Set(references.map((reference) => readReference(reference) ?? ""))];
  const rows = await prisma.report.findMany({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(viewer), { reference: { in: asked } }] },
    select: reportRecord,
  });
  if (rows.length === 0 || rows.length < asked.length) throw new NotFound("report");
  const reason = usualReason(viewer);
  const acts = rows.map(({ id }) => ({ action: "report:print" as const, object: { kind: "report", id }, reason }));
  await recordRead(viewer, now, ...acts);
  return rows
    .toSorted((one, other) => asked.indexOf(one.reference) - asked.indexOf(other.reference))
    .map((row) => presentReport(viewer, row));
}

export async function printReport(viewer: Viewer, reference: string, now: Now): Promise<ReportView> {
  const [report] = await printReports(viewer, [reference], now);
  if (report === undefined) throw new NotFound("report");
  return report;
}
