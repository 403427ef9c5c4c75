import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { lookupHash } from "@/lib/db/seal.server";
import { ask } from "@/lib/db/statement.server";
import { sealClientViewer } from "@/lib/identity/seal-viewer";
import { type ClientViewer, type Scope, scopes } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { clientId, officeId, organisationId } from "@/lib/shared/ids";
import type { StoredReply } from "./idempotency.server";
import { isSecret } from "./secrets";
import { replyDays } from "./submission";

/** Who calls, and what this key was answered before; null when it is a new one or none was given. */
export interface Caller {
  readonly viewer: ClientViewer;
  readonly earlier: StoredReply | null;
}

interface CallerRow {
  readonly clientId: string;
  readonly name: string;
  readonly scopes: string[];
  readonly organisationId: string;
  readonly organisationName: string;
  readonly kind: string;
  readonly bodyHash: string | null;
  readonly status: number | null;
  readonly response: unknown;
}

/** The client of a token, with its organisation and the reply to this key, in one trip. Null: no valid token. */
export async function findCaller(token: string, key: string | null, now: Now): Promise<Caller | null> {
  // A token that was never ours costs no trip.
  if (!isSecret("vzt_", token)) return null;
  const [row] = await ask<CallerRow>(Prisma.sql`
    SELECT c.id AS "clientId", c.name, c.scopes, o.id AS "organisationId", o.name AS "organisationName", o.kind::text,
      k.body_hash AS "bodyHash", k.status, k.response
    FROM api_tokens t
    JOIN api_clients c ON c.id = t.client_id AND c.revoked_at IS NULL
    JOIN organisations o ON o.id = c.organisation_id
    LEFT JOIN idempotency_keys k ON k.client_id = c.id AND k.key = ${key}
      AND k.created_at > ${now.at}::timestamptz - make_interval(days => ${replyDays}::int)
    WHERE t.token_hash = ${lookupHash("token", token)} AND t.expires_at > ${now.at}`);
  return row === undefined ? null : { viewer: toViewer(row), earlier: toReply(row) };
}

function toViewer(row: CallerRow): ClientViewer {
  const side = row.kind === "school" ? "school" : "office";
  return sealClientViewer({
    kind: "client",
    clientId: clientId(row.clientId),
    name: row.name,
    side,
    organisationId: organisationId(row.organisationId),
    organisationName: row.organisationName,
    // An office shares its key with its organisation.
    officeId: side === "office" ? officeId(row.organisationId) : null,
    scopes: row.scopes.filter(isScope),
  });
}

function toReply({ bodyHash, status, response }: CallerRow): StoredReply | null {
  return bodyHash === null || status === null ? null : { bodyHash, status, response };
}

export function isScope(value: string): value is Scope {
  return scopes.some((scope) => scope === value);
}
