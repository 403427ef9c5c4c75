import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { FigureEnding } from "@/lib/db/generated/client";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { dayOf } from "@/lib/shared/calendar-date";
import { NotFound } from "@/lib/shared/problem";
import { charts } from "@/lib/statistics/address";
import { type EndedSubscription, endingReasons } from "@/lib/statistics/endings";
import { ownEndings } from "@/lib/statistics/own-endings";
import { titleOfKept } from "@/lib/statistics/title-of-kept.server";

/** What somebody followed and what ended by itself, the newest first. */
export async function listEndings(viewer: PersonViewer): Promise<readonly EndedSubscription[]> {
  if (!can(viewer, "figures:read", {})) throw new NotFound("figures");
  const rows = await prisma.figureEnding.findMany({
    where: ownEndings(viewer),
    orderBy: [{ endedAt: "desc" }, { id: "desc" }],
  });
  const elsewhere = rows.map(({ organisationId }) => organisationId).filter((id) => id !== viewer.organisationId);
  const named = await prisma.organisation.findMany({
    where: { id: { in: elsewhere } },
    select: { id: true, name: true },
  });
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return Promise.all(rows.map((row) => viewOf(row, names.get(row.organisationId) ?? null)));
}

async function viewOf(row: FigureEnding, elsewhere: string | null): Promise<EndedSubscription> {
  const kept = await titleOfKept(row.selection);
  const chart = charts.find((known) => known === row.chart) ?? "none";
  return {
    id: row.id,
    reason: endingReasons.find((known) => known === row.reason) ?? "not-offered",
    endedOn: dayOf(row.endedAt),
    elsewhere,
    view: kept === null ? null : { ...kept, chart },
  };
}
