import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { spans } from "../input";
import { mostReports, spanOf } from "../read-case-file.server";
import type { DossierChoices, SpanChoice } from "../views";

/** What a dossier of this report could hold, in numbers. */
export async function findDossierChoices(viewer: OfficeViewer, now: Now, reference: string): Promise<DossierChoices> {
  const visible = visibleReports(viewer);
  const report = await prisma.report.findFirst({
    where: { AND: [visible, { reference: readReference(reference) ?? "" }] },
    select: {
      id: true,
      reference: true,
      studentId: true,
      organisationId: true,
      locationId: true,
      officeId: true,
      isProtected: true,
    },
  });
  if (report === null || !can(viewer, "dossier:take", report)) throw new NotFound("report");
  const counted: SpanChoice[] = [];
  for (const span of spans) {
    const inSpan = { AND: [visible, { studentId: report.studentId }, spanOf(span, report.id)] };
    const [reports, papers] = await Promise.all([
      prisma.report.count({ where: inSpan }),
      prisma.attachment.count({ where: { state: "clean", report: inSpan } }),
    ]);
    if (reports > (counted.at(-1)?.reports ?? 0)) counted.push({ span, reports, papers });
  }
  const most = counted.at(-1)?.reports ?? 0;
  await recordRead(viewer, now, {
    action: "case:list",
    object: { kind: "report", count: most },
    reason: usualReason(viewer),
  });
  return {
    reference: report.reference,
    isProtected: report.isProtected,
    spans: counted,
    mostReports: most > mostReports ? mostReports : null,
  };
}
