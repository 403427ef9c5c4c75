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
  const [taken] = await client.$queryRaw<readonly { today: number; bytes: number }[]>(Prisma.sql`
    SELECT sum(of_today)::int AS today, sum(bytes)::float8 AS bytes FROM (
      SELECT count(*) FILTER (WHERE uploader_id IS NOT DISTINCT FROM ${uploaderId}::uuid AND uploaded_at > ${since}::timestamptz) AS of_today,
             coalesce(sum(byte_count) FILTER (WHERE gone_at IS NULL), 0) AS bytes
        FROM attachments WHERE organisation_id = ${organisationId}::uuid
      UNION ALL
      SELECT count(*) FILTER (WHERE owner_id = ${uploaderId}::uuid AND uploaded_at > ${since}::timestamptz),
             coalesce(sum(byte_count), 0)
        FROM draft_papers WHERE organisation_id = ${organisationId}::uuid) AS papers`);
  const { today, bytes } = taken ?? { today: 0, bytes: 0 };
  if (filesThere >= limits.filesPerReport) return fullOf("papers-full");
  if (today >= limits.filesPerSenderPerDay) return fullOf("papers-too-many");
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
