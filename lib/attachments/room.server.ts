import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { NotAllowed, type Problem } from "@/lib/shared/problem";
import { limits } from "./limits";
import { limitOf } from "./outcome";

/** Whoever of an organisation adds a paper waits for the other to be done: two at once do not both take the last room. */
export async function holdRoom({ client, viewer }: Transaction): Promise<void> {
  await client.$executeRaw(
    Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('papers'), hashtext(${organisationOf(viewer)}))`,
  );
}

/** Why no more papers may come, with the report or from this sender; null: there is room. */
export async function refusalOfRoom({ client, viewer, now }: Transaction, filesThere: number): Promise<Problem | null> {
  const organisationId = organisationOf(viewer);
  const { uploaderId } = senderOf(viewer);
  const since = new Date(now.at.getTime() - 86_400_000);
  const [kept, waiting, today, waitingToday] = await Promise.all([
    client.attachment.aggregate({ where: { organisationId, goneAt: null }, _sum: { byteCount: true } }),
    client.draftPaper.aggregate({ where: { organisationId }, _sum: { byteCount: true } }),
    client.attachment.count({ where: { organisationId, uploaderId, uploadedAt: { gt: since } } }),
    uploaderId === null
      ? 0
      : client.draftPaper.count({ where: { organisationId, ownerId: uploaderId, uploadedAt: { gt: since } } }),
  ]);
  if (filesThere >= limits.filesPerReport) return fullOf("papers-full");
  if (today + waitingToday >= limits.filesPerSenderPerDay) return fullOf("papers-too-many");
  const bytes = (kept._sum.byteCount ?? 0) + (waiting._sum.byteCount ?? 0);
  return bytes >= limits.bytesPerOrganisation ? { code: "papers-no-room" } : null;
}

function fullOf(code: "papers-full" | "papers-too-many"): Problem {
  return { code, facts: { limit: limitOf(code) } };
}

function organisationOf(viewer: Transaction["viewer"]): string {
  if (viewer.kind === "system") throw new NotAllowed("attachment:add");
  return viewer.organisationId;
}

/** A coupled system is known by its organisation: nobody of it has an account there. */
export function senderOf(viewer: Transaction["viewer"]) {
  const organisationId = organisationOf(viewer);
  const uploaderId = viewer.kind === "client" || viewer.kind === "system" ? null : viewer.accountId;
  return { organisationId, uploaderId };
}
