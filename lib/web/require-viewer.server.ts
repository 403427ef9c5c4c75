import "server-only";
import { redirect } from "next/navigation";
import type { PersonViewer } from "@/lib/identity/viewer";
import { findViewer } from "@/lib/identity/viewer.server";
import { within } from "./deadline";
import { formPatienceMilliseconds } from "./form-refusal.server";

/** For pages: whoever is not signed in signs in first, and comes back to `path`. */
export async function pageViewer(path: string): Promise<PersonViewer> {
  const viewer = await within(formPatienceMilliseconds, findViewer());
  if (viewer === null) redirect(path === "/" ? "/inloggen" : `/inloggen?${new URLSearchParams({ terug: path })}`);
  return viewer;
}
