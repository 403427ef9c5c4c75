import { openLink } from "@/lib/attachments/commands/open-paper.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { paperResponse } from "@/lib/web/paper-download.server";
import { pageViewer } from "@/lib/web/require-viewer.server";

export async function GET(_request: Request, { params }: RouteContext<"/bijlagen/link/[token]">): Promise<Response> {
  const { token } = await params;
  const viewer = await pageViewer("/");
  return paperResponse(await orNotFound(() => openLink(viewer, token, now())));
}
