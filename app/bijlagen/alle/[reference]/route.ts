import { zipPapers } from "@/lib/attachments/commands/zip-papers.server";
import { findViewer } from "@/lib/identity/viewer.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { packageResponse } from "@/lib/web/paper-download.server";
import { seeOther } from "@/lib/web/see-other";

/** All papers of a case. By a post, so that no address can be passed on that opens them. */
export async function POST(
  _request: Request,
  { params }: RouteContext<"/bijlagen/alle/[reference]">,
): Promise<Response> {
  const { reference } = await params;
  const viewer = await findViewer();
  if (viewer === null) return seeOther("/inloggen");
  return packageResponse(reference, await orNotFound(() => zipPapers(viewer, reference, now())));
}
