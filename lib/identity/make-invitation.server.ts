import "server-only";
import { auditActor } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import type { Transaction } from "@/lib/audit/transact.server";
import { enqueue } from "@/lib/notifications/outbox.server";
import { newId } from "@/lib/shared/ids";
import { invitationHours, invitationToken, invitationTokenHash } from "./invitation-link.server";

/** A link that works once, for three days, and is sent by mail; links made earlier for this account end. */
export async function makeInvitation(tx: Transaction, accountId: string): Promise<string> {
  const id = newId();
  const { at } = tx.now;
  await tx.client.invitation.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: at } });
  await tx.client.invitation.create({
    data: {
      id,
      tokenHash: invitationTokenHash(invitationToken(id)),
      accountId,
      expiresAt: new Date(at.getTime() + invitationHours * 3_600_000),
      createdBy: signatureOf(tx),
      createdAt: at,
    },
  });
  record(tx, { action: "account:invite", object: { kind: "account", id: accountId }, reason: "administration" });
  enqueue(tx, "invitation", { invitationId: id, accountId });
  return id;
}

/** Who did this, for the columns that keep it: the id of a person, or the name of a part of the desk. */
export function signatureOf({ viewer }: Pick<Transaction, "viewer">): string {
  const actor = auditActor(viewer);
  return actor.id ?? actor.role;
}
