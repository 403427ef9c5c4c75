import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { NotFound } from "@/lib/shared/problem";
import { charts } from "@/lib/statistics/address";
import { isRhythm } from "@/lib/statistics/rhythms";
import { selection } from "@/lib/statistics/selection";
import type { KeptView } from "@/lib/statistics/views";

/** The views that one keeps, and those that colleagues share. What was kept gives no right: opening it asks anew. */
export async function listSavedViews(viewer: PersonViewer): Promise<readonly KeptView[]> {
  if (!can(viewer, "figures:read", {})) throw new NotFound("figures");
  const { accountId, organisationId } = viewer;
  const rows = await prisma.savedView.findMany({
    where: { organisationId, OR: [{ accountId }, { isShared: true }] },
    orderBy: { name: "asc" },
    include: { subscriptions: { where: { accountId }, select: { rhythm: true } } },
  });
  return rows.flatMap(({ id, name, isShared, chart, ...row }) => {
    // What a later release does not offer any more is left out.
    const read = selection.safeParse(row.selection);
    if (!read.success) return [];
    const drawn = charts.find((known) => known === chart) ?? "none";
    const rhythm = row.subscriptions[0]?.rhythm ?? "";
    return [
      {
        rhythm: isRhythm(rhythm) ? rhythm : null,
        id,
        name,
        isShared,
        isOwn: row.accountId === accountId,
        chart: drawn,
        selection: read.data,
      },
    ];
  });
}
