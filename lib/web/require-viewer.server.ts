import "server-only";
import { redirect } from "next/navigation";
import type { SignIn } from "@/lib/identity/sign-in-state";
import type { PersonViewer } from "@/lib/identity/viewer";
import { findSignIn } from "@/lib/identity/viewer.server";
import { within } from "./deadline";
import { formPatienceMilliseconds } from "./form-refusal.server";

/** For pages: whoever is not signed in signs in first, and comes back to `path`. */
export async function pageViewer(path: string): Promise<PersonViewer> {
  return (await pageSignIn(path)).viewer;
}

export async function pageSignIn(path: string): Promise<SignIn> {
  const signIn = await within(formPatienceMilliseconds, findSignIn());
  if (signIn === null) redirect(path === "/" ? "/inloggen" : `/inloggen?${new URLSearchParams({ terug: path })}`);
  return signIn;
}
