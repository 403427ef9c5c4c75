import "server-only";
import { randomBytes, timingSafeEqual } from "node:crypto";
import { record } from "@/lib/audit/record.server";
import { commit, type RowWriter } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { lookupHash } from "@/lib/db/seal.server";
import { attemptKey, takeAttempt } from "@/lib/identity/attempts.server";
import type { SystemViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import { writeSecret } from "../secrets";
import { replyDays } from "../submission";

const lifetimeSeconds = 900;

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Null: all that the client has. */
  readonly scopes: readonly string[] | null;
  /** From which network the question comes. */
  readonly network: string;
}

export interface IssuedToken {
  readonly token: string;
  readonly lifetimeSeconds: number;
  readonly scopes: readonly string[];
}

/**
 * Gives a token for the right secret. An unknown client and a wrong secret get the same answer, and each wrong one a
 * longer wait; the right secret never waits, so that a stranger cannot lock a client out.
 */
export async function issueToken(viewer: SystemViewer, asked: Credentials, now: Now): Promise<Result<IssuedToken>> {
  const client = await findClient(asked.clientId);
  if (client === null || !isSame(client.secretHash, lookupHash("token", asked.clientSecret))) return refuse(asked, now);
  if (asked.scopes?.some((scope) => !client.scopes.includes(scope))) return fail({ code: "scope-unknown" });
  const token = writeSecret("vzt_", randomBytes(32));
  await storeToken(viewer, client.id, token, now);
  return ok({ token, lifetimeSeconds, scopes: client.scopes });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const nobody = "00000000-0000-0000-0000-000000000000";

function findClient(clientId: string) {
  return prisma.apiClient.findFirst({
    where: { id: uuid.test(clientId) ? clientId : nobody, revokedAt: null },
    select: { id: true, secretHash: true, scopes: true },
  });
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

async function refuse({ clientId, network }: Credentials, now: Now): Promise<Result<never>> {
  const keys = [
    attemptKey("pair", "client", clientId.slice(0, 100), network),
    attemptKey("network", "client", network),
  ];
  const seconds = await takeAttempt(keys, now.at);
  return seconds > 0 ? fail({ code: "rate-limited", facts: { seconds } }) : fail({ code: "client-refused" });
}

/** With each new token the old ones go, and the replies that nobody may ask for again. */
async function storeToken(viewer: SystemViewer, clientId: string, token: string, now: Now): Promise<void> {
  const expiresAt = new Date(now.at.getTime() + lifetimeSeconds * 1000);
  await commit(viewer, now, (ledger) => {
    ledger.collect(tokenRows, {
      token_hash: lookupHash("token", token),
      client_id: clientId,
      expires_at: expiresAt.toISOString(),
    });
    ledger.collect(endedTokens, { before: now.at });
    ledger.collect(forgottenReplies, { clientId, before: new Date(now.at.getTime() - replyDays * 86_400_000) });
    record(ledger, { action: "token:issue", object: { kind: "client", id: clientId }, reason: "own-secret" });
  });
}

const tokenRows: RowWriter<{ token_hash: string; client_id: string; expires_at: string }> = {
  insert: (rows) =>
    Prisma.sql`INSERT INTO api_tokens SELECT * FROM jsonb_populate_recordset(NULL::api_tokens, ${JSON.stringify(rows)}::jsonb)`,
};

const endedTokens: RowWriter<{ before: Date }> = {
  insert: ([sweep]) => Prisma.sql`DELETE FROM api_tokens WHERE expires_at <= ${sweep?.before}`,
};

const forgottenReplies: RowWriter<{ clientId: string; before: Date }> = {
  insert: ([sweep]) =>
    Prisma.sql`DELETE FROM idempotency_keys WHERE client_id = ${sweep?.clientId}::uuid AND created_at <= ${sweep?.before}`,
};
