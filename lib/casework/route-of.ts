import type { TimelineEvent } from "@/lib/timeline/events";
import { interventionOf, isIntervention } from "./interventions";
import type { Route } from "./routes";

/** The route that the last act with one took; null: none yet. */
export function routeOf(timeline: readonly { readonly event: TimelineEvent }[]): Route | null {
  const acts = timeline.flatMap(({ event }) =>
    event.kind === "acted" && isIntervention(event.data.intervention)
      ? [interventionOf(event.data.intervention).route ?? null]
      : [],
  );
  return acts.findLast((route) => route !== null) ?? null;
}
