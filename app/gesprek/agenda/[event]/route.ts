import { writeTalkEntry } from "@/lib/casework/queries/talk-entry.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";

type Context = RouteContext<"/gesprek/agenda/[event]">;

/** A planned talk for one's own calendar, for both sides. The name of the file says which report, and nothing more. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { event: eventId } = await params;
  const reference = onlyText(new URL(request.url).searchParams.get("melding") ?? undefined) ?? "";
  const viewer = await pageViewer("/");
  const entry = await orNotFound(() => writeTalkEntry(viewer, now(), { reference, eventId }));
  return new Response(entry, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="afspraak-${reference}.ics"`,
      "Cache-Control": "no-store",
    },
  });
}
