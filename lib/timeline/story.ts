import type { Translate } from "@/lib/i18n/translator";
import { type CalendarDate, calendarDate, dayOf } from "@/lib/shared/calendar-date";
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
  /** What was said in it, on a page where no conversation stands beside the story. */
  readonly said?: string | null;
}

export interface StoryLine {
  readonly key: string;
  readonly sentence: Sentence;
  /** Null: what comes next has no moment yet. */
  readonly at: Date | null;
  readonly note: string | null;
  /** Came since the reader was here before. */
  readonly isNew: boolean;
  /** Where on the page of the report it can be read or opened. Null: the line says all there is. */
  readonly see: Place | null;
}

interface Place {
  readonly kind: "message" | "request" | "papers";
  readonly href: `#${string}`;
}

interface Telling {
  readonly reader: NarrateReader;
  readonly now: Now;
  readonly t: Translate;
  readonly labels: NarrateLabels;
  /** What others did after this moment is new to the reader; absent: nobody knows when he was here. */
  readonly newSince?: Date;
}

/** The whole story of a report, newest first: what comes next, as long as something does, then what happened. */
export function tellStory(
  report: NextFacts & { readonly timeline: readonly StoryEntry[] },
  { now, ...telling }: Telling,
): readonly StoryLine[] {
  const past = tellPast(report.timeline, telling);
  const { reader, t } = telling;
  if (!statuses[report.status].open) return past;
  return [
    { key: "next", sentence: whatIsNext(report, now, reader, t), at: null, note: null, isNew: false, see: null },
    ...past,
  ];
}

/** What happened, newest first. */
export function tellPast(
  timeline: readonly StoryEntry[],
  { reader, t, labels, newSince }: Omit<Telling, "now">,
): readonly StoryLine[] {
  const newestFirst = [...timeline].sort((one, other) => (one.event.id < other.event.id ? 1 : -1));
  return newestFirst.map(({ event, note, said = null }, index): StoryLine => {
    const told = narrate(event, reader, t, labels);
    const sentence = { ...told, said: told.said ?? said };
    const isNew = newSince !== undefined && event.at > newSince && event.actor.id !== reader.accountId;
    const standsOut = isNew || (index === 0 && event.actor.side !== reader.side);
    const shown: Sentence = standsOut ? { ...sentence, tone: "new" } : sentence;
    return { key: event.id, sentence: shown, at: event.at, note, isNew, see: placeOf(event) };
  });
}

function placeOf(event: TimelineEvent): Place | null {
  switch (event.kind) {
    case "messaged":
    case "call_asked":
    case "call_told":
      return { kind: "message", href: `#bericht-${event.data.message}` };
    case "asked":
    case "answered":
    case "ask_reminded":
    case "ask_reopened":
      return { kind: "request", href: "#vragen" };
    case "attached":
    case "attachment_checked":
      return { kind: "papers", href: "#bijlagen" };
    default:
      return null;
  }
}

export interface StoryPart {
  /** The first day of the month, or of the only month there is. */
  readonly month: CalendarDate;
  readonly lines: readonly StoryLine[];
}

/** A story of more lines than this is long: what is not recent is told by the month. */
const longFrom = 15;
const recentLines = 10;

/** The recent part of a long story, in which all that is new stands, and the rest by the month, newest first. */
export function groupStory(lines: readonly StoryLine[]): {
  readonly recent: readonly StoryLine[];
  readonly earlier: readonly StoryPart[];
} {
  if (lines.length <= longFrom) return { recent: lines, earlier: [] };
  const recentCount = Math.max(recentLines, lines.findLastIndex(({ isNew }) => isNew) + 1);
  const byMonth = Map.groupBy(lines.slice(recentCount), ({ at }) => (at === null ? "" : dayOf(at).slice(0, 7)));
  const earlier = [...byMonth].map(([month, some]) => ({ month: calendarDate.parse(`${month}-01`), lines: some }));
  return { recent: lines.slice(0, recentCount), earlier };
}
