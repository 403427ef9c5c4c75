import type { Translate } from "@/lib/i18n/translator";
import type { Now } from "@/lib/shared/clock";
import type { TimelineEvent } from "./events";
import { narrate } from "./narrate";
import type { NarrateLabels } from "./narrate-labels";
import type { NarrateReader } from "./narrator";
import { type NextFacts, whatIsNext } from "./next";
import type { Sentence } from "./sentence";
import { statuses } from "./statuses";

export interface StoryEntry {
  readonly event: TimelineEvent;
  /** Words that only the office reads; null when there are none, or not for this reader. */
  readonly note: string | null;
}

export interface StoryLine {
  readonly key: string;
  readonly sentence: Sentence;
  /** Null: what comes next has no moment yet. */
  readonly at: Date | null;
  readonly note: string | null;
}

interface Telling {
  readonly reader: NarrateReader;
  readonly now: Now;
  readonly t: Translate;
  readonly labels: NarrateLabels;
}

/** The whole story of a report, newest first: what comes next, as long as something does, then what happened. */
export function tellStory(
  report: NextFacts & { readonly timeline: readonly StoryEntry[] },
  { reader, now, t, labels }: Telling,
): readonly StoryLine[] {
  const past = tellPast(report.timeline, { reader, t, labels });
  if (!statuses[report.status].open) return past;
  return [{ key: "next", sentence: whatIsNext(report, now, reader, t), at: null, note: null }, ...past];
}

/** What happened, newest first. */
export function tellPast(
  timeline: readonly StoryEntry[],
  { reader, t, labels }: Omit<Telling, "now">,
): readonly StoryLine[] {
  const newestFirst = [...timeline].sort((one, other) => (one.event.id < other.event.id ? 1 : -1));
  return newestFirst.map(({ event, note }, index): StoryLine => {
    const sentence = narrate(event, reader, t, labels);
    const isNews = index === 0 && event.actor.side !== reader.side;
    return { key: event.id, sentence: isNews ? { ...sentence, tone: "new" } : sentence, at: event.at, note };
  });
}
