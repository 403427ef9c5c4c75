import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { readersAtOfficeOf, readersAtSchoolOf } from "./reach.server";

const columns = {
  id: true,
  reference: true,
  organisationId: true,
  locationId: true,
  officeId: true,
  isProtected: true,
  reporterId: true,
  officerId: true,
} as const satisfies Prisma.ReportSelect;

export type AnsweredReport = Prisma.ReportGetPayload<{ select: typeof columns }>;

/** A report for which this viewer answers, and at which he may bring in a colleague. */
export async function findAnswered(
  client: Pick<Prisma.TransactionClient, "report">,
  viewer: PersonViewer,
  reference: string,
): Promise<AnsweredReport> {
  const report = await client.report.findFirst({
    where: { AND: [visibleReports(viewer), { reference: readReference(reference) ?? "" }] },
    select: columns,
  });
  if (report === null) throw new NotFound("report");
  if (!can(viewer, "report:bring-in", report)) throw new NotAllowed("report:bring-in");
  return report;
}

/** Colleagues who may open the report, and have no part in it and do not follow it yet. */
export function colleaguesOutside(report: AnsweredReport, viewer: PersonViewer, now: Now): Prisma.AccountWhereInput {
  const isOfOffice = viewer.kind === "office";
  const concerned = isOfOffice ? report.officerId : report.reporterId;
  const reportId = report.id;
  return {
    AND: [
      isOfOffice ? readersAtOfficeOf(report, now) : readersAtSchoolOf(report, now),
      { id: { notIn: [viewer.accountId, ...(concerned === null ? [] : [concerned])] } },
      { watches: { none: { reportId, isMuted: false } }, followedReports: { none: { reportId } } },
    ],
  };
}
