import { signOut } from "@/lib/identity/commands/sessions.server";
import { dropSession } from "@/lib/identity/cookies.server";
import { findViewer } from "@/lib/identity/viewer.server";
import { now } from "@/lib/shared/clock";
import { isFromOwnPage } from "@/lib/web/same-site";

/** Ends the session, and has the browser forget the pages that it still holds. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request.headers)) return new Response(null, { status: 403 });
  const viewer = await findViewer();
  if (viewer !== null) await signOut(viewer, now());
  await dropSession();
  return new Response(null, {
    status: 303,
    headers: {
      Location: "/inloggen?uitgelogd=1",
      "Clear-Site-Data": '"cache", "storage"',
      "Cache-Control": "no-store",
    },
  });
}
