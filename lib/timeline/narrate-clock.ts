import { formatDay, formatWeekday } from "@/lib/i18n/format";
import { calendarDate, dayOf } from "@/lib/shared/calendar-date";
import type { TimelineEvent } from "./events";
import { done, labelOf, type Narrator, whoIs } from "./narrator";
import type { Sentence } from "./sentence";

type ClockEvent = Extract<
  TimelineEvent,
  { kind: "clock_paused" | "clock_resumed" | "clock_extended" | "term_passed" | "no_reaction" }
>;

/** What befell the promise of a reaction: it stood still, went on, was given more time, or was asked after. */
export function narrateClock(event: ClockEvent, narrator: Narrator): Sentence {
  const { t, reader } = narrator;
  const who = whoIs(narrator);
  const told = (day: string) => formatWeekday(calendarDate.parse(day), dayOf(event.at), reader.locale);
  switch (event.kind) {
    case "clock_paused":
      return narratePaused(event, narrator);
    case "clock_resumed": {
      const { due } = event.data;
      const detail = due === null ? null : t("timeline.clock.newDay", { day: told(due) });
      return done(narrator, t("timeline.clock.resumed", who), { detail });
    }
    case "clock_extended":
      return done(narrator, t("timeline.clock.extended", { ...who, day: told(event.data.due) }), {
        said: event.data.reason,
      });
    case "term_passed":
      return done(narrator, t("timeline.clock.termPassed", { day: told(event.data.due) }));
    case "no_reaction":
      return done(narrator, t("timeline.clock.noReaction", { ...who, day: told(event.data.due) }));
  }
}

function narratePaused({ data }: Extract<ClockEvent, { kind: "clock_paused" }>, narrator: Narrator): Sentence {
  const { t, reader, labels } = narrator;
  const party = data.party === null ? t("timeline.clock.someBody") : labelOf(labels.parties, data.party, reader.locale);
  const parts = { ...whoIs(narrator), party, side: reader.side };
  const text = data.reason === "school" ? t("timeline.clock.waitsForSchool", parts) : t("timeline.clock.waits", parts);
  const day = data.until === null ? null : formatDay(calendarDate.parse(data.until), reader.locale);
  return done(narrator, text, {
    detail: day === null ? null : t("timeline.clock.expected", { day }),
    said: data.words,
  });
}
