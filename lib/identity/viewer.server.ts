import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { now } from "@/lib/shared/clock";
import { NotSignedIn } from "@/lib/shared/problem";
import { openSession } from "./auth.server";
import { readSession } from "./cookies.server";
import { lookUpSession } from "./session-lookup.server";
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
