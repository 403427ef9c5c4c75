import "server-only";
import { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { ok, type Result } from "@/lib/shared/result";
import { ownNotices } from "./notice-scope";
import { idShape, reportPath } from "./views";

export const markReadInput = z.strictObject({});

/** Marks all notices that this viewer can see as read. */
export async function markNoticesRead(
  viewer: PersonViewer,
  _input: z.infer<typeof markReadInput>,
  now: Now,
): Promise<Result<null>> {
  await prisma.notice.updateMany({ where: { ...ownNotices(viewer), readAt: null }, data: { readAt: now.at } });
  return ok(null);
}

/** Marks one notice as read and answers where its report is read. */
export async function openNotice(viewer: PersonViewer, id: string, now: Now): Promise<string> {
  if (!idShape.test(id)) throw new NotFound("notice");
  const notice = await prisma.notice.findFirst({
    where: { AND: [ownNotices(viewer), { id }] },
    select: { report: { select: { reference: true } } },
  });
  if (notice === null) throw new NotFound("notice");
  await prisma.notice.updateMany({ where: { id, readAt: null }, data: { readAt: now.at } });
  return reportPath(viewer.kind, notice.report.reference);
}
