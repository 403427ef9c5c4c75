import type { Locale } from "@/lib/i18n/locale";
import { dayOf } from "@/lib/shared/calendar-date";
import type { TimelineEvent } from "@/lib/timeline/events";
import { interventionOf, interventionsForSchool, isIntervention } from "./interventions";

/** What an office did with a report in the words for the school, each once with how often, in the order of the first. */
export function actsForSchool(
  timeline: readonly { readonly event: TimelineEvent }[],
  locale: Locale,
): readonly (readonly [words: string, count: number])[] {
  const words = timeline.flatMap(({ event }) => (event.kind === "acted" ? wordsOf(event, locale) : []));
  return [...Map.groupBy(words, (text) => text)].map(([text, all]) => [text, all.length]);
}

/** Of a talk that lay ahead nobody recorded that it was held. */
function wordsOf({ at, data }: Extract<TimelineEvent, { kind: "acted" }>, locale: Locale): readonly string[] {
  const { intervention, on } = data;
  const planned = on > dayOf(at) && isIntervention(intervention) ? interventionOf(intervention).planned : undefined;
  const words = planned ?? interventionsForSchool[intervention];
  return words === undefined ? [] : [words[locale]];
}
