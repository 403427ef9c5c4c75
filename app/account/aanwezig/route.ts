import { type SignIn, sessionLeft } from "@/lib/identity/sign-in-state";
import { findSignIn, lookAtSignIn } from "@/lib/identity/viewer.server";
import { now } from "@/lib/shared/clock";
import { isFromOwnPage } from "@/lib/web/same-site";

const headers = { "Cache-Control": "no-store" };

/** A page tells that somebody types in it; to be seen is what keeps a session alive. 401: it has ended already. */
export async function POST(request: Request): Promise<Response> {
  return isFromOwnPage(request.headers) ? standing(await findSignIn()) : new Response(null, { status: 403 });
}

/** How long the session lasts; asking does not lengthen it. */
export async function GET(request: Request): Promise<Response> {
  return isFromOwnPage(request.headers) ? standing(await lookAtSignIn()) : new Response(null, { status: 403 });
}

function standing(signIn: SignIn | null): Response {
  if (signIn === null) return new Response(null, { status: 401, headers });
  return Response.json(sessionLeft(signIn, now().at), { headers });
}
