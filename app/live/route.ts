import { followNews, listNews } from "@/lib/conversation/queries/news.server";
import { findQuietViewer } from "@/lib/identity/viewer.server";
import { now } from "@/lib/shared/clock";
import { TooSlow } from "@/lib/web/api-failure";
import { isDatabaseAway } from "@/lib/web/database-away";
import { within } from "@/lib/web/deadline";
import { onlyId } from "@/lib/web/search-params";

/** Who sits there is known quickly, or asked again later. */
const patienceMilliseconds = 2_500;

/**
 * That something happened with a report, for pages that are open: as a stream, or, with `wijze=kort`, once. An answer in
 * JSON says that there is no stream and why; it is no failure, so that no browser complains of it.
 */
export async function GET(request: Request): Promise<Response> {
  try {
    return await tellNews(request);
  } catch (error) {
    if (error instanceof TooSlow || isDatabaseAway(error)) return answer({ state: "busy" });
    throw error;
  }
}

async function tellNews(request: Request): Promise<Response> {
  const found = await within(patienceMilliseconds, findQuietViewer());
  if (found === null) return answer({ state: "signed-out" });
  const { viewer, again } = found;
  const query = new URL(request.url).searchParams;
  const since = onlyId(query.get("sinds") ?? undefined) ?? null;
  if (query.get("wijze") === "kort") {
    return answer({ state: "news", news: since === null ? [] : await listNews(viewer, since, now()) });
  }
  const stream = followNews(viewer, { since, again, gone: request.signal, now: now() });
  if (stream === null) return answer({ state: "busy" });
  return new Response(stream, {
    // Not compressed on the way: a frame that waits for its neighbours comes too late.
    headers: { "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store, no-transform" },
  });
}

function answer(body: object): Response {
  return Response.json(body, { headers: { "Cache-Control": "no-store" } });
}
