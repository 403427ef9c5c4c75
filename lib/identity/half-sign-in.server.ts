import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { openText, sealText } from "@/lib/db/seal.server";
import type { SignInAccount } from "./account-lookup.server";

export const halfSignInMinutes = 10;

const halfSignIn = z.object({
  accountId: z.uuid(),
  /** Of the password that was given, so that a change of password ends it. */
  passwordMark: z.string(),
  computer: z.enum(["own", "shared"]),
  until: z.iso.datetime(),
});
export type HalfSignIn = z.output<typeof halfSignIn>;

/** Somebody knew the password; the code must follow within ten minutes. Not a session: it opens no page but that one. */
export function sealHalfSignIn(account: SignInAccount, computer: HalfSignIn["computer"], at: Date): string {
  const until = new Date(at.getTime() + halfSignInMinutes * 60_000).toISOString();
  const half: HalfSignIn = { accountId: account.id, passwordMark: passwordMark(account), computer, until };
  return sealText(JSON.stringify(half));
}

export function openHalfSignIn(sealed: string, at: Date): HalfSignIn | null {
  try {
    const half = halfSignIn.parse(JSON.parse(openText(sealed)));
    return new Date(half.until) > at ? half : null;
  } catch (error) {
    // Altered, cut off or sealed under a key that is gone: sign in from the beginning.
    if (error instanceof Error) return null;
    throw error;
  }
}

export function passwordMark(account: Pick<SignInAccount, "passwordHash">): string {
  return createHash("sha256")
    .update(account.passwordHash ?? "")
    .digest("base64url");
}
