import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import { presentResidence, residencesShown } from "@/lib/directory/present-residence.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { readReport } from "@/lib/reports/read-report.server";
import { seriesAround } from "@/lib/reports/series";
import { presentSeries, seriesRecord } from "@/lib/reports/series-rows.server";
import type { ReportView } from "@/lib/reports/views";
import { fromColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import type { StorySpan } from "@/lib/timeline/span";
import { type CaseDay, type CaseView, caseLineOf, homeOf, totalsOf } from "../case";
import { readReceipt } from "../receipt";
import { decision, ownOffer, presentOwnOffer } from "../records.server";
import { readSignals } from "../signals";
import { readTexts, usableTexts } from "../texts";

export interface OpenedCase {
  readonly report: ReportView;
  readonly around: CaseView;
}

/** A report with what stands around it, for the office that has it; the two are read side by side and logged as one. */
export async function openCase(
  viewer: OfficeViewer,
  now: Now,
  reference: string,
  span: StorySpan = "whole",
): Promise<OpenedCase> {
  const [report, around] = await Promise.all([readReport(viewer, reference, span), readAround(viewer, reference)]);
  const reason = usualReason(viewer);
  await recordRead(
    viewer,
    now,
    { action: "report:read", object: { kind: "report", id: report.id }, reason },
    { action: "case:list", object: { kind: "report", count: around.others.length }, reason },
  );
  return { report, around };
}

const lineRecord = { ...seriesRecord, days: { select: { day: true, hours: true } } } satisfies Prisma.ReportSelect;

/** What was withdrawn was never true. */
function daysOf({ status, days }: Prisma.ReportGetPayload<{ select: typeof lineRecord }>, isOwn: boolean) {
  if (status === "withdrawn") return [];
  return days.map(({ day, hours }): CaseDay => ({ day: fromColumn(day), hours: Number(hours), isOwn }));
}

/** The student's reports at this office and the router's receipts, around one report that this viewer may see. */
async function readAround(viewer: OfficeViewer, reference: string): Promise<CaseView> {
  const report = await prisma.report.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(viewer), { reference: readReference(reference) ?? "" }] },
    select: {
      id: true,
      organisationId: true,
      locationId: true,
      officeId: true,
      isProtected: true,
      assignments: { orderBy: { decidedAt: "desc" }, select: decision },
      transfers: { where: { answer: null }, take: 1, select: ownOffer },
      signals: { where: { settledAt: null }, select: { id: true, kind: true, on: true, data: true } },
      office: { select: { templates: usableTexts } },
      student: {
        select: {
          residences: residencesShown,
          reports: { where: visibleReports(viewer), orderBy: { firstDay: "desc" }, take: 100, select: lineRecord },
        },
      },
    },
  });
  if (report === null) throw new NotFound("report");
  const reports = report.student.reports.map(({ days: _days, ...one }) => presentSeries(one));
  const lines = reports.map(caseLineOf);
  return {
    others: lines.filter((line) => line.reference !== readReference(reference)),
    series: seriesAround(report.id, reports),
    totals: totalsOf(lines),
    days: report.student.reports.flatMap((one) => daysOf(one, one.id === report.id)),
    home: can(viewer, "residence:read", report)
      ? homeOf(report.isProtected, report.student.residences.map(presentResidence))
      : null,
    receipts: report.assignments.map(readReceipt),
    offer: presentOwnOffer(report),
    texts: readTexts(report.office?.templates ?? []),
    signals: readSignals(report.signals),
  };
}
