import { proveDestruction } from "@/lib/attachments/commands/prove-destruction.server";
import { findViewer } from "@/lib/identity/viewer.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { proofResponse } from "@/lib/web/paper-download.server";
import { seeOther } from "@/lib/web/see-other";

/** What proves how the papers of a report ended. By a post, as all that stands on the access log. */
export async function POST(
  _request: Request,
  { params }: RouteContext<"/bijlagen/bewijs/[reference]">,
): Promise<Response> {
  const { reference } = await params;
  const viewer = await findViewer();
  if (viewer === null) return seeOther("/inloggen");
  return proofResponse(reference, await orNotFound(() => proveDestruction(viewer, reference, now())));
}
