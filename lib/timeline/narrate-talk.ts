import { formatDay } from "@/lib/i18n/format";
import { calendarDate } from "@/lib/shared/calendar-date";
import type { TimelineEvent } from "./events";
import { done, labelOf, type Narrator, whoIs } from "./narrator";
import type { Sentence } from "./sentence";

type Said = Extract<TimelineEvent, { kind: "messaged" | "call_asked" | "call_told" }>;
type Asked = Extract<TimelineEvent, { kind: "asked" | "answered" | "ask_reminded" | "ask_reopened" | "ask_dropped" }>;

/** What one side said to the other; the words themselves stand in the conversation. */
export function narrateSaid(event: Said, narrator: Narrator): Sentence {
  const { t } = narrator;
  const who = whoIs(narrator);
  switch (event.kind) {
    case "messaged": {
      const detail = event.data.asksReopening ? t("timeline.talk.asksReopening") : null;
      return done(narrator, t("timeline.talk.messaged", who), { detail });
    }
    case "call_asked":
      return done(narrator, t("timeline.talk.callAsked", who));
    case "call_told":
      return done(narrator, t("timeline.talk.callTold", who));
  }
}

/** What the office asked the school, and what became of it. */
export function narrateAsked(event: Asked, narrator: Narrator): Sentence {
  const { t, labels, reader } = narrator;
  const what = labelOf(labels.requests, event.data.what, reader.locale);
  const words = { ...whoIs(narrator), what, side: reader.side };
  if (event.kind === "answered" || event.kind === "ask_dropped")
    return done(narrator, t(`timeline.talk.${event.kind}`, words));
  const day = formatDay(calendarDate.parse(event.data.dueOn), reader.locale);
  if (event.kind === "ask_reminded") {
    const text = event.data.isLate
      ? t("timeline.talk.late", { ...words, day })
      : t("timeline.talk.reminded", { ...words, day });
    return done(narrator, text);
  }
  const text = event.kind === "asked" ? t("timeline.talk.asked", words) : t("timeline.talk.ask_reopened", words);
  return done(narrator, text, { detail: t("timeline.talk.until", { day }) });
}
