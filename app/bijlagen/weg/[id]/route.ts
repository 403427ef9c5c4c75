import { removePaper } from "@/lib/attachments/commands/remove-paper.server";
import { findViewer } from "@/lib/identity/viewer.server";
import { reportPath } from "@/lib/notifications/views";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { seeOther } from "@/lib/web/see-other";

/** Takes a paper back, and leads to its report. */
export async function POST(_request: Request, { params }: RouteContext<"/bijlagen/weg/[id]">): Promise<Response> {
  const { id } = await params;
  const viewer = await findViewer();
  if (viewer === null) return seeOther("/inloggen");
  const reference = await orNotFound(() => removePaper(viewer, id, now()));
  return seeOther(`${reportPath(viewer.kind, reference)}?bijlage=weg#bijlagen`);
}
