import { makeLink } from "@/lib/attachments/commands/open-paper.server";
import { findViewer } from "@/lib/identity/viewer.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { seeOther } from "@/lib/web/see-other";

/** Asks for a paper: leads on to a link that opens it once. */
export async function POST(_request: Request, { params }: RouteContext<"/bijlagen/bestand/[id]">): Promise<Response> {
  const { id } = await params;
  const viewer = await findViewer();
  if (viewer === null) return seeOther("/inloggen");
  return seeOther(`/bijlagen/link/${await orNotFound(() => makeLink(viewer, id, now()))}`);
}
