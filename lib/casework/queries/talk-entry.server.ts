import "server-only";
import { settings } from "@/lib/config/env.server";
import { addressOf } from "@/lib/config/settings";
import { translatorFor } from "@/lib/i18n/translator";
import type { PersonViewer } from "@/lib/identity/viewer";
import { senderOf } from "@/lib/notifications/sender";
import { reportPath } from "@/lib/notifications/views";
import { findReport } from "@/lib/reports/queries.server";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { talkCalendar } from "@/lib/timeline/talk-calendar";
import { interventions } from "../interventions";
import { calendarTalks } from "../talks";

interface AskedTalk {
  readonly reference: string;
  readonly eventId: string;
}

interface WrittenTalk {
  /** As the report bears it, whatever was asked. */
  readonly reference: string;
  readonly entry: string;
}

/** A talk that lies ahead, or was called off, for one's own calendar; of the report it says the reference alone. */
export async function writeTalkEntry(viewer: PersonViewer, now: Now, asked: AskedTalk): Promise<WrittenTalk> {
  const { reference, timeline } = await findReport(viewer, now, asked.reference);
  const talk = calendarTalks(timeline, now.today).find(({ eventId }) => eventId === asked.eventId);
  if (talk === undefined) throw new NotFound("talk");
  const what = interventions[talk.intervention].office[viewer.locale];
  const summary = translatorFor(viewer.locale)("conversation.talks.summary", { what, reference });
  const link = `${addressOf(settings())}${reportPath(viewer.kind, reference)}`;
  return {
    reference,
    entry: talkCalendar({ talk, summary, link, organizer: senderOf(settings().mailFrom), madeAt: now.at }),
  };
}
