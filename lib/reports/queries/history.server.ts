import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import { fromColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { studentName } from "@/lib/shared/student-name";
import { presentLine, reportLine } from "../present-line.server";
import { type HistoryYear, historyOf } from "../student-history";
import type { ReportLine } from "../views";

/** So many reports of one student are looked at; more than a school files in all his years. */
const lookedAtMost = 300;

export interface StudentHistory {
  readonly studentName: string;
  readonly group: string | null;
  readonly years: readonly HistoryYear[];
  /** The latest first. */
  readonly lines: readonly ReportLine[];
}

/** All that this viewer may see of the student of one report: put on the access log with their number. */
export async function findHistory(viewer: Viewer, now: Now, reference: string): Promise<StudentHistory> {
  const scope = visibleReports(viewer);
  const report = await prisma.report.findFirst({
    where: { AND: [scope, { reference: readReference(reference) ?? "" }] },
    select: { id: true, studentId: true, studentGroup: true, student: { select: reportLine.student.select } },
  });
  if (report === null) throw new NotFound("report");
  const rows = await prisma.report.findMany({
    relationLoadStrategy: "join",
    where: { AND: [scope, { studentId: report.studentId }] },
    orderBy: [{ firstDay: "desc" }, { id: "desc" }],
    take: lookedAtMost,
    select: {
      ...reportLine,
      lastDay: true,
      days: { select: { day: true, hours: true } },
      arrivals: { select: { day: true, minutes: true } },
    },
  });
  await recordRead(viewer, now, {
    action: "report:history",
    object: { kind: "report", id: report.id, count: rows.length },
    reason: usualReason(viewer),
  });
  const known = rows.map(({ firstDay, lastDay, days, arrivals, status }) => ({
    firstDay: fromColumn(firstDay),
    lastDay: lastDay === null ? null : fromColumn(lastDay),
    days: days.map(({ day, hours }) => ({ day: fromColumn(day), hours: Number(hours) })),
    arrivals: arrivals.map(({ day, minutes }) => ({ day: fromColumn(day), minutes })),
    isWithdrawn: status === "withdrawn",
  }));
  return {
    studentName: studentName(report.student),
    group: report.studentGroup,
    years: historyOf(known, now.today),
    lines: rows.map((row) => presentLine(viewer, row)),
  };
}
