import { findQuietViewer } from "@/lib/identity/viewer.server";
import { findProgress } from "@/lib/reports/queries/imports.server";
import { now } from "@/lib/shared/clock";
import { orNull } from "@/lib/web/or-not-found.server";
import { onlyId } from "@/lib/web/search-params";

const headers = { "Cache-Control": "no-store" };

/** How far the work is, for a page that looks on by itself. Null: it is done, or nobody may see it any more. */
export async function GET(_request: Request, { params }: RouteContext<"/meldingen/importeren/[id]/stand">) {
  const [found, { id: asked }] = await Promise.all([findQuietViewer(), params]);
  const id = onlyId(asked);
  if (found === null || id === undefined) return Response.json(null, { headers });
  return Response.json(await orNull(() => findProgress(found.viewer, now(), id)), { headers });
}
