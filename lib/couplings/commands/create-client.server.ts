import "server-only";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { record } from "@/lib/audit/record.server";
import { commit, type RowWriter } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { lookupHash } from "@/lib/db/seal.server";
import { type Scope, scopes, type Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { writeSecret } from "../secrets";

export const clientInput = z.strictObject({
  organisation: z.string().trim().min(1).max(20),
  scopes: z.array(z.enum(scopes, { error: "scope-unknown" })).min(1, { error: "scope-missing" }),
});

const ofBoth: readonly Scope[] = ["reports:read", "attachments:write", "changes:read", "figures:read"];

/** What a system of such an organisation can ever use: a school files, an office handles, a region has deliveries. */
function fittingScopes(kind: "school" | "office", officeKind: string | undefined): readonly Scope[] {
  if (kind === "school") return ["reports:file", ...ofBoth];
  return officeKind === "regional" ? ["reports:handle", ...ofBoth, "deliveries:read"] : ["reports:handle", ...ofBoth];
}

export interface NewClient {
  readonly clientId: string;
  /** Known now and never again; the desk keeps a hash. */
  readonly clientSecret: string;
}

/** Lets a system of a school or an office in. */
export async function createClient(
  viewer: Viewer,
  input: z.infer<typeof clientInput>,
  now: Now,
): Promise<Result<NewClient>> {
  if (!can(viewer, "clients:manage", {})) throw new NotAllowed("clients:manage");
  const organisation = await prisma.organisation.findUnique({
    where: { code: input.organisation },
    select: { id: true, name: true, kind: true, office: { select: { kind: true } } },
  });
  if (organisation === null) return fail({ code: "organisation-unknown", field: "organisation" });
  if (organisation.kind === "desk") return fail({ code: "organisation-has-no-clients", field: "organisation" });
  const fitting = fittingScopes(organisation.kind, organisation.office?.kind);
  const scope = input.scopes.find((asked) => !fitting.includes(asked));
  if (scope !== undefined) {
    return fail({ code: "scope-not-fitting", field: "scopes", facts: { scope, fitting: fitting.join(" ") } });
  }
  const client = { clientId: newId(), clientSecret: writeSecret("vzl_", randomBytes(32)) };
  await commit(viewer, now, (ledger) => {
    ledger.collect(clientRows, {
      id: client.clientId,
      organisation_id: organisation.id,
      name: organisation.name,
      secret_hash: lookupHash("token", client.clientSecret),
      scopes: [...new Set(input.scopes)],
      created_at: now.at.toISOString(),
      revoked_at: null,
    });
    record(ledger, { action: "client:create", object: { kind: "client", id: client.clientId }, reason: "own-duty" });
  });
  return ok(client);
}

interface ClientRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly name: string;
  readonly secret_hash: string;
  readonly scopes: readonly string[];
  readonly created_at: string;
  readonly revoked_at: string | null;
}

const clientRows: RowWriter<ClientRow> = {
  insert: (rows) =>
    Prisma.sql`INSERT INTO api_clients SELECT * FROM jsonb_populate_recordset(NULL::api_clients, ${JSON.stringify(rows)}::jsonb)`,
};
