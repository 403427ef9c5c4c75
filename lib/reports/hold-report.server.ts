import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { type ReportFacts, visibleReports } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import type { Status } from "@/lib/timeline/statuses";
import { scopeSql } from "./report-scope.server";

export interface HeldReport extends ReportFacts {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly status: Status;
}

/** A report of this viewer, that nobody else changes until the transaction ends. */
export async function holdReport({ client, viewer }: Transaction, reference: string): Promise<HeldReport> {
  const [report] = await client.$queryRaw<readonly HeldReport[]>(Prisma.sql`
    SELECT id, reference, version, status::text AS status, organisation_id AS "organisationId",
           location_id AS "locationId", office_id AS "officeId", is_protected AS "isProtected"
    FROM reports WHERE reference = ${readReference(reference) ?? ""} AND ${scopeSql(visibleReports(viewer))} FOR UPDATE`);
  if (report === undefined) throw new NotFound("report");
  return report;
}

/** As many of them as are this viewer's; held in one order, so that of two acts on many neither waits for the other. */
export async function holdReports({ client, viewer }: Transaction, references: readonly string[]): Promise<void> {
  await client.$queryRaw(Prisma.sql`SELECT id FROM reports
    WHERE reference = ANY(${[...references]}::text[]) AND ${scopeSql(visibleReports(viewer))} ORDER BY id FOR UPDATE`);
}

/** Something came along with the report: that is news for whoever asks what changed, and no new version of it. */
export async function touchReport({ client, now }: Transaction, reportId: string): Promise<void> {
  await client.report.update({ where: { id: reportId }, data: { changedAt: now.at }, select: { id: true } });
}

/** The same of several. */
export function touchReportsSql(ids: readonly string[], { at }: Now): Prisma.Sql {
  return Prisma.sql`UPDATE reports SET changed_at = ${at}::timestamptz WHERE id = ANY(${[...ids]}::uuid[])`;
}
