import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { colleaguesOutside, findAnswered } from "../look-along.server";
import type { Named } from "../views";

/** Colleagues whom this viewer may bring in at a report; asked when somebody wants to, and not with each page. */
export async function listColleagues(viewer: PersonViewer, reference: string, now: Now): Promise<readonly Named[]> {
  const report = await findAnswered(prisma, viewer, reference);
  return prisma.account.findMany({
    where: colleaguesOutside(report, viewer, now),
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 500,
    select: { id: true, name: true },
  });
}
