import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";
import { calendarDate, dayOf } from "@/lib/shared/calendar-date";
import { correctedFields } from "./corrected-fields";
import type { EventData, TimelineEvent } from "./events";
import { narrateClock } from "./narrate-clock";
import type { NarrateLabels } from "./narrate-labels";
import { narratePaper } from "./narrate-paper";
import { narrateMoved, narratePlaced, narrateRouted, narrateUnroutable } from "./narrate-route";
import { narrateTalk } from "./narrate-talk";
import { narrateTransfer } from "./narrate-transfer";
import { done, labelOf, listOf, type NarrateReader, type Narrator, whoIs } from "./narrator";
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
      return narrateFiled(event.data, narrator);
    case "written_down":
      return narrateWrittenDown(event.data, narrator);
    case "confirmed":
      return done(narrator, t("timeline.confirmed", who));
    case "routed":
      return narrateRouted(event.data, narrator);
    case "moved":
      return narrateMoved(event.data, narrator);
    case "unroutable":
      return narrateUnroutable(event.data, narrator);
    case "placed":
      return narratePlaced(event.data, narrator);
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
    case "no_reaction":
      return narrateClock(event, narrator);
    case "noted":
      return done(narrator, t("timeline.noted", who), { said: event.data.words });
    case "closed":
      return narrateClosed(event.data, narrator);
    case "reopened":
      return done(narrator, t("timeline.reopened", who), { said: event.data.reason });
    case "corrected":
      return narrateCorrected(event.data, narrator);
    case "messaged":
    case "asked":
    case "answered":
    case "ask_reminded":
    case "ask_dropped":
      return narrateTalk(event, narrator);
    case "withdrawn":
      return done(narrator, t("timeline.withdrawn", who), { said: event.data.reason });
    case "attached":
    case "attachment_refused":
    case "attachment_removed":
      return narratePaper(event, narrator);
  }
}

function narrateFiled({ type, followUpTo }: EventData<"filed">, narrator: Narrator): Sentence {
  const { t, labels, reader } = narrator;
  const words = { ...whoIs(narrator), type: labelOf(labels.absenceTypes, type, reader.locale) };
  return followUpTo === null
    ? done(narrator, t("timeline.filed", words))
    : done(narrator, t("timeline.filedAgain", { ...words, reference: followUpTo }));
}

function narrateWrittenDown({ type, caller }: EventData<"written_down">, narrator: Narrator): Sentence {
  const { t, labels, reader } = narrator;
  const words = { ...whoIs(narrator), caller, type: labelOf(labels.absenceTypes, type, reader.locale) };
  return done(narrator, t("timeline.writtenDown", words), {
    detail: reader.side === "school" ? t("timeline.writtenDownAsk") : null,
  });
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
  const { t, labels, reader } = narrator;
  const { intervention, words } = data;
  const isForSchool = reader.side === "school";
  const what = labelOf(isForSchool ? labels.interventionsForSchool : labels.interventions, intervention, reader.locale);
  if (isForSchool && labels.elsewhere.has(intervention)) return { ...done(narrator, `${what}.`), names: [] };
  const on = data.on === dayOf(at) ? null : formatDay(calendarDate.parse(data.on), reader.locale);
  const parts = { ...whoIs(narrator), what, day: on ?? "", when: on === null ? "same" : "other" };
  const text = isForSchool ? t("timeline.acted.school", parts) : t("timeline.acted.office", parts);
  return done(narrator, text, { said: words });
}

function narrateClosed({ closeReason, closeNote, words }: EventData<"closed">, narrator: Narrator): Sentence {
  const { t, labels, reader } = narrator;
  const reason = labelOf(labels.closeReasons, closeReason, reader.locale);
  return done(narrator, t("timeline.closed", { ...whoIs(narrator), reason }), {
    detail: t("timeline.closedNote", { note: labelOf(labels.closeNotes, closeNote, reader.locale) }),
    said: words,
  });
}

function narrateCorrected({ fields, lastDay }: EventData<"corrected">, narrator: Narrator): Sentence {
  const { t, reader } = narrator;
  const who = whoIs(narrator);
  const day = lastDay === null ? null : formatDay(calendarDate.parse(lastDay), reader.locale);
  if (day !== null && fields.length === 1) return done(narrator, t("timeline.corrected.back", { ...who, day }));
  const names = [...new Set(fields.map((field) => labelOf(correctedFields, field, reader.locale)))];
  return done(narrator, t("timeline.corrected.fields", { ...who, fields: listOf(names, reader.locale) }), {
    detail: day === null ? null : t("timeline.corrected.lastDay", { day }),
  });
}
