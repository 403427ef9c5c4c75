import { notFound, redirect } from "next/navigation";
import { takeFile } from "@/lib/deliveries/commands/take-file.server";
import { now } from "@/lib/shared/clock";
import { fileAnswer } from "@/lib/web/file-answer.server";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId } from "@/lib/web/search-params";

/** Hands out a file; of many persons only to whoever showed shortly ago who he is. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/beveiligd/leveringen/[id]/bestand/[name]">,
): Promise<Response> {
  const { id: given, name } = await params;
  const id = onlyId(given);
  if (id === undefined) notFound();
  const page = `/beveiligd/leveringen/${id}`;
  const viewer = await pageViewer(page);
  const taken = await orNotFound(() => takeFile(viewer, { id, name }, now()));
  if (taken.ok) return fileAnswer({ ...taken.value, name: taken.value.title });
  redirect(`/inloggen/opnieuw?${new URLSearchParams({ terug: `${page}?klaar=ingelogd` })}`);
}
