import "server-only";
import type { RowWriter } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { lookupHash } from "@/lib/db/seal.server";
import { StatementRefused } from "@/lib/db/statement.server";
import type { ClientViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import { replyDays } from "./submission";

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export interface StoredReply {
  readonly bodyHash: string;
  readonly status: number;
  readonly response: unknown;
}

/** One call that creates: its key, and by what its body is known again. */
export interface KeyedCall {
  readonly key: string;
  readonly bodyHash: string;
}

/** Keyed, because a body holds a student's number and little else that is secret. */
export function bodyHash(path: string, text: string): string {
  return lookupHash("token", `body:${path}\n${text}`);
}

/** Of a call with a file: where it goes, what it is, and the fingerprint of its bytes. */
export function paperHash(paper: { readonly reference: string; readonly kind: string }, sha256: string): string {
  return bodyHash(`/reports/${paper.reference}/attachments`, `${paper.kind} ${sha256}`);
}

export function replyRow(viewer: ClientViewer, { key, bodyHash }: KeyedCall, reply: Reply, now: Now) {
  return {
    client_id: viewer.clientId,
    key,
    body_hash: bodyHash,
    status: reply.status,
    // As text, because jsonb would put the fields in another order.
    response: JSON.stringify(reply.body),
    created_at: now.at.toISOString(),
  };
}

export const replyRows: RowWriter<ReturnType<typeof replyRow>> = {
  insert: (rows) =>
    Prisma.sql`INSERT INTO idempotency_keys SELECT * FROM jsonb_populate_recordset(NULL::idempotency_keys, ${JSON.stringify(rows)}::jsonb)`,
};

/** The same call gets the same reply; another call under a used key is refused. */
export function repeat(call: KeyedCall, earlier: StoredReply): Result<Reply> {
  if (earlier.bodyHash !== call.bodyHash) return fail({ code: "idempotency-key-reused" });
  return ok({ status: earlier.status, body: JSON.parse(String(earlier.response)) });
}

/** What a call that ran beside this one under the same key was answered; null when it is not done. */
export async function replyOfTwin(viewer: ClientViewer, call: KeyedCall, now: Now): Promise<Result<Reply> | null> {
  const since = new Date(now.at.getTime() - replyDays * 86_400_000);
  const earlier = await prisma.idempotencyKey.findFirst({
    where: { clientId: viewer.clientId, key: call.key, createdAt: { gt: since } },
    select: { bodyHash: true, status: true, response: true },
  });
  return earlier === null ? null : repeat(call, earlier);
}

/** Whether a failure says that another call with this key was there first, or is still at it. */
export function keyClash(error: unknown): "stored" | "running" | null {
  if (!(error instanceof StatementRefused)) return null;
  if (error.constraint === "idempotency_keys_pkey") return "stored";
  return error.code === "55P03" ? "running" : null;
}
