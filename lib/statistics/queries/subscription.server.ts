import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { type Chart, charts } from "@/lib/statistics/address";
import { movedAlong } from "@/lib/statistics/rhythms";
import { type Selection, selection } from "@/lib/statistics/selection";

/** What a mail leads to: the view of one's own subscription, of the newest period. Its figures are asked anew. */
export async function findSubscribedView(
  viewer: PersonViewer,
  id: string,
  now: Now,
): Promise<{ readonly selection: Selection; readonly chart: Chart }> {
  if (!can(viewer, "figures:read", {})) throw new NotFound("figures");
  const { accountId, organisationId } = viewer;
  const found = await prisma.figureSubscription.findFirst({
    where: { id, accountId, organisationId },
    select: { view: { select: { selection: true, chart: true } } },
  });
  const read = selection.safeParse(found?.view.selection);
  if (!read.success) throw new NotFound("view");
  const chart = charts.find((known) => known === found?.view.chart) ?? "none";
  return { selection: movedAlong(read.data, now.today), chart };
}
