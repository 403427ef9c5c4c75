import "server-only";
import { settings } from "@/lib/config/env.server";
import { addressOf } from "@/lib/config/settings";
import { lookupHash } from "@/lib/db/seal.server";

export const invitationHours = 72;

/**
 * Made from the id and a key that is not in the database: whoever has the tables cannot make it, and the worker can
 * write it into a mail without its being kept anywhere.
 */
export function invitationToken(invitationId: string): string {
  return lookupHash("invitation", invitationId);
}

export function invitationTokenHash(token: string): string {
  return lookupHash("token", `invitation:${token}`);
}

export function invitationLink(invitationId: string): string {
  return `${addressOf(settings())}/uitnodiging/${invitationToken(invitationId)}`;
}
