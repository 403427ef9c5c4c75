import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { dayOf } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { factsWith, ownFacts } from "@/lib/statistics/own-sums.server";
import type { Selection } from "@/lib/statistics/selection";
import { type CaseBehind, mostCases } from "@/lib/statistics/views";

/** The reports behind one row of the own figures, the newest first. */
export async function listCasesBehind(
  viewer: Viewer,
  { wish, row }: { readonly wish: Selection; readonly row: string },
  now: Now,
): Promise<readonly CaseBehind[]> {
  if (wish.about !== "own" || !can(viewer, "figures:read-own", {})) throw new NotFound("cases");
  const counted = await ask<{ id: string }>(Prisma.sql`SELECT id FROM figure_facts
    WHERE ${ownFacts(viewer, wish)} AND ${factsWith(viewer, wish.rows, row === "-" ? "" : row)}
    ORDER BY filed_on DESC, id DESC LIMIT ${mostCases}`);
  // A report may have gone to another office since it was counted.
  const reports = await prisma.report.findMany({
    where: { AND: [visibleReports(viewer), { id: { in: counted.map(({ id }) => id) } }] },
    orderBy: [{ filedAt: "desc" }, { id: "desc" }],
    select: { reference: true, type: true, filedAt: true, status: true, studentGroup: true },
  });
  await recordRead(viewer, now, {
    action: "report:list",
    object: { kind: "report", count: reports.length },
    reason: usualReason(viewer),
  });
  return reports.map(({ filedAt, ...report }) => ({ ...report, filedOn: dayOf(filedAt) }));
}
