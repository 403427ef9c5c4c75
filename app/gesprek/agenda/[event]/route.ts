import { notFound } from "next/navigation";
import { interventions } from "@/lib/casework/interventions";
import { talkCalendar } from "@/lib/casework/talk-calendar";
import { plannedTalks } from "@/lib/casework/talks";
import { translatorFor } from "@/lib/i18n/translator";
import { reportPath } from "@/lib/notifications/views";
import { findReport } from "@/lib/reports/queries.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";

type Context = RouteContext<"/gesprek/agenda/[event]">;

/** A planned talk for one's own calendar, for both sides. The name of the file says which report, and nothing more. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { event } = await params;
  const { origin, searchParams } = new URL(request.url);
  const viewer = await pageViewer("/");
  const moment = now();
  const report = await orNotFound(() =>
    findReport(viewer, moment, onlyText(searchParams.get("melding") ?? undefined) ?? ""),
  );
  const talk = plannedTalks(report.timeline, moment.today).find(({ eventId }) => eventId === event);
  if (talk === undefined) notFound();
  const { reference } = report;
  const what = interventions[talk.intervention].office[viewer.locale];
  const summary = translatorFor(viewer.locale)("conversation.talks.summary", { what, reference });
  const link = `${origin}${reportPath(viewer.kind, reference)}`;
  return new Response(talkCalendar({ talk, summary, link, madeAt: moment.at }), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="afspraak-${reference}.ics"`,
      "Cache-Control": "no-store",
    },
  });
}
