import "server-only";
import { prisma } from "@/lib/db/client.server";
import { openText } from "@/lib/db/seal.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { HalfSent } from "../views";

/** A file of which the viewer sent a part, and no more. Null: all of it came, or nothing is left of it. */
export async function findHalfSent(viewer: PersonViewer, uploadId: string): Promise<HalfSent | null> {
  const mine = { ownerId: viewer.accountId, uploadId };
  const [sending, parts] = await Promise.all([
    prisma.attachmentSending.findFirst({ where: mine, select: { nameSealed: true, byteCount: true } }),
    prisma.attachmentPart.aggregate({ where: mine, _sum: { byteCount: true } }),
  ]);
  const there = parts._sum.byteCount ?? 0;
  if (sending === null || there === 0) return null;
  return { name: openText(sending.nameSealed), percent: Math.floor((there / sending.byteCount) * 100) };
}
