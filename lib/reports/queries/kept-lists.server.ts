import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { KeptListView } from "../kept-lists";

/** What one keeps of the list in this function, by name. */
export function listKeptLists(viewer: PersonViewer): Promise<readonly KeptListView[]> {
  const { accountId, organisationId } = viewer;
  return prisma.keptList.findMany({
    where: { accountId, organisationId },
    orderBy: { name: "asc" },
    select: { id: true, name: true, query: true },
  });
}
