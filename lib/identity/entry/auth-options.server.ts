import "server-only";
import { randomBytes } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { record } from "@/lib/audit/record.server";
import { commit } from "@/lib/audit/transact.server";
import { settings } from "@/lib/config/env.server";
import { prisma } from "@/lib/db/client.server";
import { lookupHash } from "@/lib/db/seal.server";
import { now } from "@/lib/shared/clock";
import { openSession, sealSession } from "../auth.server";
import type { Device } from "../device";
import { safeReturnPath } from "../return-path";
import { cookiesOf } from "../session-cookie";
import { lookUpSession } from "../session-lookup.server";
import { systemViewer } from "../viewer";
import { signIn } from "./sign-in.server";

const credentials = z.object({
  email: z.string().max(254),
  password: z.string().max(1000),
  code: z.string().max(40).optional(),
});
const token = z.object({ sid: z.string() });

/** The longest that any session may last; its row says when it really ends. */
const longestSeconds = 600 * 60;

/**
 * next-auth as the library's own addresses know it. It signs in through the same function as our form, under the same
 * throttle, and its token names a row of ours: nothing is decided here.
 */
export function authOptions(device: Device): NextAuthOptions {
  const { publicUrl, sessionSecrets } = settings();
  const { session: cookie } = cookiesOf(publicUrl);
  return {
    secret: sessionSecrets[0] ?? randomBytes(32).toString("hex"),
    pages: { signIn: "/inloggen", signOut: "/account", error: "/inloggen", verifyRequest: "/inloggen" },
    session: { strategy: "jwt", maxAge: longestSeconds },
    useSecureCookies: cookie.secure,
    cookies: {
      sessionToken: {
        name: cookie.name,
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: cookie.secure },
      },
    },
    jwt: {
      encode: async ({ token: claims }) => sealSession(token.parse(claims).sid, longestSeconds),
      decode: async ({ token: sealed }) => {
        const sid = sealed === undefined ? null : await openSession(sealed);
        return sid === null ? null : { sid };
      },
    },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
        authorize: async (given) => authorize(given, device),
      }),
    ],
    callbacks: {
      // What `authorize` answers is here once, as `user`; its id is the name of the session.
      jwt: ({ token: claims, user }) => (user === undefined ? claims : { sid: user.id }),
      session: async ({ token: claims, session }) => ({ expires: session.expires, ...(await personOf(claims)) }),
      redirect: ({ url, baseUrl }) => safeReturnPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
    },
    events: {
      signOut: async ({ token: claims }) => endByToken(claims),
    },
  };
}

async function authorize(given: unknown, device: Device): Promise<{ id: string } | null> {
  const read = credentials.safeParse(given);
  if (!read.success) return null;
  const { email, password, code } = read.data;
  const outcome = await signIn({ email, password, ...(code === undefined ? {} : { code }) }, device, now());
  return outcome.kind === "signed-in" ? { id: outcome.session.sid } : null;
}

async function personOf(claims: unknown): Promise<{ user?: { name: string } }> {
  const read = token.safeParse(claims);
  const found = read.success ? await lookUpSession(read.data.sid, now(), "background") : null;
  return found === null ? {} : { user: { name: found.viewer.name } };
}

async function endByToken(claims: unknown): Promise<void> {
  const read = token.safeParse(claims);
  if (!read.success) return;
  await prisma.session.deleteMany({ where: { tokenHash: lookupHash("session", read.data.sid) } });
  await commit(systemViewer("sign-in"), now(), (ledger) =>
    record(ledger, { action: "session:end", object: { kind: "session" }, reason: "own-account" }),
  );
}
