import { findSignIn } from "@/lib/identity/viewer.server";
import { isFromOwnPage } from "@/lib/web/same-site";

/** A page tells that somebody types in it; to be seen is what keeps a session alive. 401: it has ended already. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request.headers)) return new Response(null, { status: 403 });
  const signIn = await findSignIn();
  return new Response(null, { status: signIn === null ? 401 : 204, headers: { "Cache-Control": "no-store" } });
}
