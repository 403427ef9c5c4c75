import { notFound } from "next/navigation";
import { takeFile } from "@/lib/deliveries/commands/take-file.server";
import { findViewer } from "@/lib/identity/viewer.server";
import { now } from "@/lib/shared/clock";
import { fileAnswer } from "@/lib/web/file-answer.server";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { isFromOwnPage } from "@/lib/web/same-site";
import { onlyId } from "@/lib/web/search-params";
import { seeOther } from "@/lib/web/see-other";

/** Hands out a file and notes who took it, so by a post: a link could be followed without anybody wanting to. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/beveiligd/leveringen/[id]/bestand/[name]">,
): Promise<Response> {
  if (!isFromOwnPage(request.headers)) return new Response(null, { status: 403 });
  const { id: given, name } = await params;
  const id = onlyId(given);
  if (id === undefined) notFound();
  const page = `/beveiligd/leveringen/${id}`;
  const viewer = await findViewer();
  if (viewer === null) return seeOther(`/inloggen?${new URLSearchParams({ terug: page })}`);
  const taken = await orNotFound(() => takeFile(viewer, { id, name }, now()));
  if (taken.ok) return fileAnswer({ ...taken.value, name: taken.value.title });
  return seeOther(`/inloggen/opnieuw?${new URLSearchParams({ terug: `${page}?klaar=ingelogd` })}`);
}
