import "server-only";
import DataLoader from "dataloader";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { now } from "@/lib/shared/clock";
import { NotSignedIn } from "@/lib/shared/problem";
import { openSession } from "./auth.server";
import { readSession } from "./cookies.server";
import { lookUpSession, lookUpSessions } from "./session-lookup.server";
import type { SignIn } from "./sign-in-state";
import type { PersonViewer } from "./viewer";

/** Once per request, however often it is asked; never longer. */
export const findSignIn = cache(async (): Promise<SignIn | null> => {
  const sealed = readSession(await cookies());
  if (sealed === null) return null;
  const sid = await openSession(sealed);
  if (sid === null) return null;
  const fetchedAhead = (await headers()).has("next-router-prefetch");
  return lookUpSession(sid, now(), fetchedAhead ? "background" : "input");
});

/** Who has the page open that asks this by itself: it keeps no session alive. The answer can be asked again later. */
export async function findQuietViewer(): Promise<QuietViewer | null> {
  const sealed = readSession(await cookies());
  const sid = sealed === null ? null : await openSession(sealed);
  if (sid === null) return null;
  const again = async () => (await quietLookups.load(sid))?.viewer ?? null;
  const viewer = await again();
  return viewer === null ? null : { viewer, again };
}

/** Hundreds of open pages ask at one moment, and go in one trip. Nothing is remembered. */
const quietLookups = new DataLoader((sids: readonly string[]) => lookUpSessions(sids, now()), {
  cache: false,
  maxBatchSize: 500,
});

interface QuietViewer {
  readonly viewer: PersonViewer;
  /** Null: the session has ended, or whoever had it may no longer sign in. */
  readonly again: () => Promise<PersonViewer | null>;
}

/** How the session stands, without a sign that anybody sits there. */
export async function lookAtSignIn(): Promise<SignIn | null> {
  const sealed = readSession(await cookies());
  const sid = sealed === null ? null : await openSession(sealed);
  return sid === null ? null : lookUpSession(sid, now(), "background");
}

export async function requireSignIn(): Promise<SignIn> {
  const signIn = await findSignIn();
  if (signIn === null) throw new NotSignedIn();
  return signIn;
}

export async function findViewer(): Promise<PersonViewer | null> {
  return (await findSignIn())?.viewer ?? null;
}

export async function requireViewer(): Promise<PersonViewer> {
  return (await requireSignIn()).viewer;
}
