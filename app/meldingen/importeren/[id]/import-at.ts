import { notFound } from "next/navigation";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";

/** What a page of an import shows; somebody else's is no page. */
export async function importAt<Found>(asked: string, find: (viewer: SchoolViewer, id: string) => Promise<Found>) {
  const id = onlyId(asked);
  if (id === undefined) notFound();
  const viewer = await pageViewer(`/meldingen/importeren/${id}`);
  if (viewer.kind !== "school") notFound();
  const [found, shell] = await Promise.all([orNotFound(() => find(viewer, id)), shellProps(viewer, "/meldingen")]);
  return { viewer, found, shell };
}
