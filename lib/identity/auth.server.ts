import "server-only";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { settings } from "@/lib/config/env.server";

const sessionToken = z.object({ sid: z.string() });

/** What the browser holds: a name for the row in `sessions`, encrypted. It says nothing and opens nothing by itself. */
export async function sealSession(sid: string, maxAgeSeconds: number): Promise<string> {
  const [secret] = settings().sessionSecrets;
  if (secret === undefined) throw new Error("no session secret");
  return encode({ token: { sid }, secret, maxAge: maxAgeSeconds });
}

/** Null for anything that this desk did not make, or made under a secret that is gone. */
export async function openSession(sealed: string): Promise<string | null> {
  for (const secret of settings().sessionSecrets) {
    const sid = await openUnder(secret, sealed);
    if (sid !== null) return sid;
  }
  return null;
}

async function openUnder(secret: string, sealed: string): Promise<string | null> {
  try {
    const token = sessionToken.safeParse(await decode({ token: sealed, secret }));
    return token.success ? token.data.sid : null;
  } catch (error) {
    // Altered, foreign, expired or under another secret: the sender is a stranger, which is no fault of ours.
    if (error instanceof Error) return null;
    throw error;
  }
}
