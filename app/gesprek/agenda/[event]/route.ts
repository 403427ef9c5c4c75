import { writeTalkEntry } from "@/lib/casework/queries/talk-entry.server";
import { now } from "@/lib/shared/clock";
import { madeFileAnswer } from "@/lib/web/file-answer.server";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";

type Context = RouteContext<"/gesprek/agenda/[event]">;

/** A planned talk for one's own calendar, for both sides. The name of the file says which report, and nothing more. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { event: eventId } = await params;
  const asked = onlyText(new URL(request.url).searchParams.get("melding") ?? undefined) ?? "";
  const viewer = await pageViewer("/");
  const { reference, entry } = await orNotFound(() => writeTalkEntry(viewer, now(), { reference: asked, eventId }));
  const name = `afspraak-${reference}.ics`;
  return madeFileAnswer({ name, mediaType: "text/calendar; charset=utf-8", bytes: Buffer.from(entry) });
}
