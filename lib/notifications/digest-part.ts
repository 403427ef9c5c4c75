import { type Translate, translatorFor } from "@/lib/i18n/translator";
import type { Now } from "@/lib/shared/clock";
import type { TimelineEvent } from "@/lib/timeline/events";
import { nextOf } from "@/lib/timeline/next";
import { answerDue, type LetterFacts, type LetterReader, standingLine, whatHappened } from "./letters";
import { reportPath } from "./views";

/** What happened with one report, in a letter that tells of many. */
export interface DigestPart {
  readonly reference: string;
  /** Which report it is. It names no student. */
  readonly heading: string;
  /** The oldest first. */
  readonly lines: readonly DigestLine[];
  /** Who has it now, and what comes next. Null: that is not this reader's. */
  readonly standing: string | null;
  /** Where this reader reads it. */
  readonly href: string;
  readonly urgency: Urgency;
}

/** What happened once, or several times with nothing else between. */
export interface DigestLine {
  readonly text: string;
  readonly firstAt: Date;
  readonly at: Date;
  readonly times: number;
}

/** 0: something is asked of its reader. 1: a reaction that was promised is late. */
type Urgency = 0 | 1 | 2;

/** `event` is null: a colleague brought in the reader. */
export interface Happened {
  readonly event: TimelineEvent | null;
  readonly toldAt: Date;
}

interface Part {
  readonly facts: LetterFacts;
  /** The oldest first; `toldAt`, as the moment of an event may be that of a talk, which mail does not tell. */
  readonly happened: readonly Happened[];
  readonly reader: LetterReader;
  /** The report is still with the reader's side. */
  readonly isTheirs: boolean;
}

export function digestPart({ facts, happened, reader, isTheirs }: Part, now: Now, origin: string): DigestPart {
  const t = translatorFor(reader.locale);
  return {
    reference: facts.reference,
    heading: headingOf(facts, reader, t),
    lines: onceEach(
      happened.map(({ event, toldAt }) => ({
        at: toldAt,
        text: event === null ? t("notifications.broughtIn.what") : whatHappened(event, facts, reader, t),
      })),
    ),
    standing: isTheirs ? standingLine(facts, reader, now) : null,
    href: `${origin}${reportPath(reader.side, facts.reference)}`,
    urgency: isTheirs ? urgencyOf(facts, reader, now) : 2,
  };
}

/** Four messages in a row are one line that says so. */
function onceEach(all: readonly { readonly at: Date; readonly text: string }[]): readonly DigestLine[] {
  const lines: DigestLine[] = [];
  for (const { at, text } of all) {
    const last = lines.at(-1);
    if (last?.text === text) lines.splice(-1, 1, { ...last, at, times: last.times + 1 });
    else lines.push({ text, firstAt: at, at, times: 1 });
  }
  return lines;
}

/** Whatever asks something comes first, then what is late; else where something happened last. */
export function byUrgency(one: DigestPart, other: DigestPart): number {
  return one.urgency - other.urgency || newestIn(other) - newestIn(one);
}

function newestIn({ lines }: DigestPart): number {
  return lines.at(-1)?.at.getTime() ?? 0;
}

function headingOf({ reference, ownReference, group }: LetterFacts, { side }: LetterReader, t: Translate): string {
  const own = side === "desk" ? null : ownReference;
  const ofGroup = side === "school" ? group : null;
  return [
    t("notifications.digest.report", { reference }),
    ...(own === null ? [] : [t("notifications.digest.ownReference", { side, own })]),
    ...(ofGroup === null ? [] : [t("notifications.digest.group", { group: ofGroup })]),
  ].join(", ");
}

function urgencyOf(facts: LetterFacts, { side }: LetterReader, now: Now): Urgency {
  const next = nextOf(facts, now);
  if (side === "school" && answerDue(facts) !== null) return 0;
  if (side === "desk" && next.kind === "unplaced") return 0;
  return next.kind === "promise" && next.promise.isLate ? 1 : 2;
}
