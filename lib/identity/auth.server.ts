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

const mostOpened = 2_000;
const opened = new Map<string, string>();

/**
 * Null for anything that this desk did not make, or made under a secret that is gone. What was opened once is known
 * again, the latest of them: deriving the key anew is work at each request, and whether a session still holds is not
 * said here but by its row.
 */
export async function openSession(sealed: string): Promise<string | null> {
  const known = opened.get(sealed);
  if (known !== undefined) return known;
  for (const secret of settings().sessionSecrets) {
    const sid = await openUnder(secret, sealed);
    if (sid !== null) return remember(sealed, sid);
  }
  return null;
}

function remember(sealed: string, sid: string): string {
  const [oldest] = opened.size < mostOpened ? [] : opened.keys();
  if (oldest !== undefined) opened.delete(oldest);
  opened.set(sealed, sid);
  return sid;
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
