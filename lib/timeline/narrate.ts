import { formatDay, formatHour } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";
import { calendarDate, dayOf } from "@/lib/shared/calendar-date";
import { isElsewhere } from "./elsewhere";
import type { EventData, TimelineEvent } from "./events";
import { narrateAppointment } from "./narrate-appointment";
import { narrateClock } from "./narrate-clock";
import type { NarrateLabels } from "./narrate-labels";
import { narratePaper } from "./narrate-paper";
import { narrateRoute } from "./narrate-route";
import { narrateSchool } from "./narrate-school";
import { narrateAsked, narrateSaid } from "./narrate-talk";
import { narrateTransfer } from "./narrate-transfer";
import { done, labelOf, type NarrateReader, type Narrator, whoIs } from "./narrator";
import type { Sentence } from "./sentence";

/**
 * An event in plain words, as this reader may read it. It expects an event that went through `redactEvent`: what is
 * blank there is not for this reader.
 */
export function narrate(event: TimelineEvent, reader: NarrateReader, t: Translate, labels: NarrateLabels): Sentence {
  const narrator: Narrator = { actor: event.actor, reader, t, labels };
  const who = whoIs(narrator);
  switch (event.kind) {
    case "filed":
    case "written_down":
    case "confirmed":
    case "confirm_reminded":
    case "corrected":
    case "withdrawn":
      return narrateSchool(event, narrator);
    case "routed":
    case "moved":
    case "unroutable":
    case "placed":
      return narrateRoute(event, narrator);
    case "assigned":
      return narrateAssigned(event.data, narrator);
    case "referred":
    case "transfer_offered":
    case "transfer_accepted":
    case "transfer_refused":
    case "transfer_lapsed":
    case "transfer_taken_back":
      return narrateTransfer(event, narrator);
    case "taken_up":
      return done(narrator, t("timeline.takenUp", who));
    case "acted":
      return narrateActed(event, narrator);
    case "clock_paused":
    case "clock_resumed":
    case "clock_extended":
    case "term_passed":
    case "no_reaction":
      return narrateClock(event, narrator);
    case "noted":
      return done(narrator, t("timeline.noted", who), { said: event.data.words });
    case "closed":
      return narrateClosed(event.data, narrator);
    case "undone":
      return done(narrator, t("timeline.undone", { ...who, what: event.data.what }));
    case "reopened":
      return done(narrator, t("timeline.reopened", who), { said: event.data.reason });
    default:
      return narrateExchange(event, narrator);
  }
}

type Exchange =
  | Parameters<typeof narrateSaid>[0]
  | Parameters<typeof narrateAsked>[0]
  | Parameters<typeof narratePaper>[0]
  | Parameters<typeof narrateAppointment>[0];

/** What passes between the two sides beside the report itself. */
function narrateExchange(event: Exchange, narrator: Narrator): Sentence {
  switch (event.kind) {
    case "attached":
    case "attachment_checked":
    case "attachment_refused":
    case "attachment_removed":
      return narratePaper(event, narrator);
    case "talk_ended":
    case "talk_moved":
      return narrateAppointment(event, narrator);
    case "messaged":
    case "call_asked":
    case "call_told":
      return narrateSaid(event, narrator);
    default:
      return narrateAsked(event, narrator);
  }
}

function narrateAssigned({ officer }: EventData<"assigned">, narrator: Narrator): Sentence {
  const { t, actor } = narrator;
  const who = whoIs(narrator);
  if (officer !== null)
    return done(narrator, t("timeline.assigned.officer", { ...who, officer }), { names: [officer] });
  // An actor without a name was hidden, and the officer with him.
  return done(narrator, actor.name === "" ? t("timeline.assigned.hidden", who) : t("timeline.assigned.shared", who));
}

function narrateActed({ data, at }: Extract<TimelineEvent, { kind: "acted" }>, narrator: Narrator): Sentence {
  const { t, reader } = narrator;
  const { intervention, words, time, place } = data;
  const what = actOf(data, dayOf(at), narrator);
  const isForSchool = reader.side === "school";
  if (isForSchool && isElsewhere(intervention)) return { ...done(narrator, `${what}.`), names: [] };
  const on = data.on === dayOf(at) ? null : formatDay(calendarDate.parse(data.on), reader.locale);
  const when = { day: on ?? "", when: on === null ? "same" : "other" };
  const hour = time === null ? "none" : formatHour(time, reader.locale);
  const where = { time: hour, place: place ?? "", hasPlace: place === null ? "no" : "yes" };
  const parts = { ...whoIs(narrator), what, ...when, ...where };
  const text = isForSchool ? t("timeline.acted.school", parts) : t("timeline.acted.office", parts);
  return done(narrator, text, { said: words });
}

/** The act in the words for this reader; the school hears of a talk that lay ahead that it was planned. */
function actOf({ intervention, on }: EventData<"acted">, recordedOn: string, { labels, reader }: Narrator): string {
  if (reader.side !== "school") return labelOf(labels.interventions, intervention, reader.locale);
  const isPlanned = on > recordedOn && intervention in labels.plannedForSchool;
  return labelOf(isPlanned ? labels.plannedForSchool : labels.interventionsForSchool, intervention, reader.locale);
}

function narrateClosed({ closeReason, closeNote, words }: EventData<"closed">, narrator: Narrator): Sentence {
  const { t, labels, reader } = narrator;
  const reason = labelOf(labels.closeReasons, closeReason, reader.locale);
  return done(narrator, t("timeline.closed", { ...whoIs(narrator), reason }), {
    detail: t("timeline.closedNote", { note: labelOf(labels.closeNotes, closeNote, reader.locale) }),
    said: words,
  });
}
