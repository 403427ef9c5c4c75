import "server-only";
import { randomBytes } from "node:crypto";
import { record } from "@/lib/audit/record.server";
import type { Transaction } from "@/lib/audit/transact.server";
import { lookupHash } from "@/lib/db/seal.server";
import { newId } from "@/lib/shared/ids";
import type { Device } from "../device";
import type { Role } from "../roles";
import { sessionTermsOf } from "../session-policy";

export interface NewSession {
  /** Known to the browser alone; the database holds its hash. */
  readonly sid: string;
  readonly expiresAt: Date;
  readonly computer: Device["computer"];
}

interface Start {
  readonly accountId: string;
  readonly mandate: { readonly id: string; readonly role: Role };
  readonly factors: 1 | 2;
  readonly device: Device;
}

/** Opens a session of 256 random bits. */
export async function startSession(
  tx: Transaction,
  { accountId, mandate, factors, device }: Start,
): Promise<NewSession> {
  const sid = randomBytes(32).toString("base64url");
  const { at } = tx.now;
  const { absoluteMinutes } = sessionTermsOf(mandate.role, device.computer);
  const expiresAt = new Date(at.getTime() + absoluteMinutes * 60_000);
  // Sessions that ran out have no other moment at which they are missed.
  await tx.client.session.deleteMany({ where: { accountId, expiresAt: { lte: at } } });
  await tx.client.session.create({
    data: {
      id: newId(),
      tokenHash: lookupHash("session", sid),
      accountId,
      mandateId: mandate.id,
      factors,
      authenticatedAt: at,
      lastInputAt: at,
      expiresAt,
      device: device.browser,
      sharedComputer: device.computer === "shared",
    },
  });
  record(tx, { action: "session:start", object: { kind: "account", id: accountId }, reason: "sign-in" });
  return { sid, expiresAt, computer: device.computer };
}

/** Ends every session of this account; one may be kept. */
export async function endSessions(tx: Transaction, accountId: string, keep?: string): Promise<number> {
  const ended = await tx.client.session.deleteMany({
    where: { accountId, ...(keep === undefined ? {} : { id: { not: keep } }) },
  });
  return ended.count;
}
