import type { TimelineEvent } from "./events";

/** When the school asked to be called, as long as nobody says that there was a call; null when it waits for no call. */
export function callAwaitedSince(timeline: readonly { readonly event: TimelineEvent }[]): Date | null {
  let since: Date | null = null;
  for (const { event } of timeline) {
    if (event.kind === "call_asked") since ??= event.at;
    if (event.kind === "acted" && event.data.intervention === "called") since = null;
    if (event.kind === "call_told" || event.kind === "closed" || event.kind === "withdrawn") since = null;
  }
  return since;
}
