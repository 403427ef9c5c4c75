import type { Locale } from "@/lib/i18n/locale";
import { dayOf } from "@/lib/shared/calendar-date";
import type { TimelineEvent } from "@/lib/timeline/events";
import { interventionOf, interventionsForSchool, isIntervention } from "./interventions";
import { wasHeld } from "./talk-outcomes";

type Timeline = readonly { readonly event: TimelineEvent }[];

/** What an office did with a report in the words for the school, each once with how often, in the order of the first. */
export function actsForSchool(
  timeline: Timeline,
  locale: Locale,
): readonly (readonly [words: string, count: number])[] {
  const outcomes = new Map(
    timeline.flatMap(({ event }) =>
      event.kind === "talk_ended" ? [[event.data.talk, event.data.outcome] as const] : [],
    ),
  );
  const words = timeline.flatMap(({ event }) => {
    const outcome = outcomes.get(event.id);
    if (event.kind !== "acted" || outcome === "cancelled") return [];
    return wordsOf(event, { isHeld: outcome !== undefined && wasHeld(outcome), locale });
  });
  return [...Map.groupBy(words, (text) => text)].map(([text, all]) => [text, all.length]);
}

type Acted = Extract<TimelineEvent, { kind: "acted" }>;

/** A talk that lay ahead was planned, until somebody recorded that it was held. */
function wordsOf({ at, data }: Acted, { isHeld, locale }: { readonly isHeld: boolean; readonly locale: Locale }) {
  const { intervention, on } = data;
  const isPlanned = on > dayOf(at) && !isHeld && isIntervention(intervention);
  const planned = isPlanned ? interventionOf(intervention).planned : undefined;
  const words = planned ?? interventionsForSchool[intervention];
  return words === undefined ? [] : [words[locale]];
}
