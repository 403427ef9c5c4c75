import { notFound } from "next/navigation";
import { casePath } from "@/lib/casework/inbox-address";
import { printWarning } from "@/lib/casework/queries/invitation.server";
import { now } from "@/lib/shared/clock";
import { readReference } from "@/lib/shared/reference";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId } from "@/lib/web/search-params";

type Context = RouteContext<"/werkvoorraad/[reference]/waarschuwing/[event]">;

/** The letter that warns parents. The name of the file says which report, and nothing of the student. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { reference, event } = await params;
  const eventId = onlyId(event);
  if (eventId === undefined) notFound();
  const viewer = await pageViewer(casePath(reference));
  const templateId = onlyId(new URL(request.url).searchParams.get("sjabloon") ?? undefined);
  const letter = await orNotFound(() => printWarning(viewer, now(), { reference, eventId, templateId }));
  return new Response(letter, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="waarschuwing-${readReference(reference) ?? ""}.pdf"`,
      "cache-control": "no-store",
    },
  });
}
