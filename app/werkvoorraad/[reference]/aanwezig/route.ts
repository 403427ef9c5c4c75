import { endPresence, showPresence } from "@/lib/casework/commands/show-presence.server";
import { findQuietViewer } from "@/lib/identity/viewer.server";
import { now } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { isFromOwnPage } from "@/lib/web/same-site";

/** An open page of a case says that it is there, and hears who else is; it does not keep a session alive. */
export async function POST(request: Request, { params }: RouteContext<"/werkvoorraad/[reference]/aanwezig">) {
  if (!isFromOwnPage(request.headers)) return new Response(null, { status: 403 });
  const [found, { reference }] = await Promise.all([findQuietViewer(), params]);
  if (found === null) return answer({ others: [] });
  try {
    if (new URL(request.url).searchParams.get("weg") !== "ja") {
      return answer({ others: await showPresence(found.viewer, { reference }, now()) });
    }
    await endPresence(found.viewer, { reference });
    return answer({ others: [] });
  } catch (error) {
    // The case went elsewhere, or its reader did: there is nobody to see, and the page says the rest when it is used.
    if (error instanceof NotFound || error instanceof NotAllowed) return answer({ others: [] });
    throw error;
  }
}

function answer(body: { readonly others: readonly string[] }): Response {
  return Response.json(body, { headers: { "Cache-Control": "no-store" } });
}
