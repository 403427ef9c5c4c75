import { formatWeekday } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import { type CalendarDate, dayOf } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { lastDayInTime, workingDaysUsed } from "@/lib/shared/working-days";
import type { TimelineEvent } from "./events";
import type { Sentence } from "./sentence";
import type { Status } from "./statuses";

/** What must be known of a report to say what comes next; a view of a report has it all. */
export interface NextFacts {
  readonly status: Status;
  readonly outcome: "assigned" | "unroutable";
  /** Null: unroutable, or not for this reader to know. */
  readonly office: { readonly name: string } | null;
  readonly filedAt: Date;
  /** The end of the last day on which a first reaction is in time. */
  readonly dueAt: Date;
  readonly timeline: readonly { readonly event: TimelineEvent }[];
}

/** The promise of a reaction: from when until when, and which working day of the term it is; 0 when none has begun. */
export interface ReactionPromise {
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly used: number;
  readonly term: number;
  readonly isLate: boolean;
}

export type Next =
  | { readonly kind: "promise"; readonly promise: ReactionPromise }
  | { readonly kind: "unplaced" | "busy" | "noted" | "closed" | "withdrawn" };

/** What comes next for a report. A reopened report starts the clock of the next reaction (settled 36). */
export function nextOf(facts: NextFacts, now: Now): Next {
  const { status } = facts;
  if (status === "withdrawn" || status === "closed" || status === "noted") return { kind: status };
  if (facts.outcome === "unroutable") return { kind: "unplaced" };
  const startedAt = clockStart(facts);
  if (hasReacted(facts, startedAt)) return { kind: "busy" };
  const firstDay = lastDayInTime(startedAt, 1);
  const lastDay = dayOf(facts.dueAt);
  const term = workingDaysUsed(startedAt, lastDay, Number.POSITIVE_INFINITY);
  const used = workingDaysUsed(startedAt, now.today, term);
  return { kind: "promise", promise: { firstDay, lastDay, used, term, isLate: now.today > lastDay } };
}

function clockStart({ timeline, filedAt }: NextFacts): Date {
  return timeline.reduce(
    (start, { event }) => (event.kind === "reopened" && event.at > start ? event.at : start),
    filedAt,
  );
}

const reactions: ReadonlySet<TimelineEvent["kind"]> = new Set(["taken_up", "acted", "noted", "closed"]);

function hasReacted({ timeline }: NextFacts, since: Date): boolean {
  return timeline.some(({ event }) => reactions.has(event.kind) && event.at >= since);
}

interface Asker {
  readonly side: "school" | "office" | "desk";
  readonly locale: Locale;
}

/** The sentence of the promise: "Leerplicht Enschede reageert uiterlijk vrijdag 1 mei." */
export function whatIsNext(facts: NextFacts, now: Now, reader: Asker, t: Translate): Sentence {
  const next = nextOf(facts, now);
  const office = officeOf(facts, reader, t);
  switch (next.kind) {
    case "promise":
      return promiseSentence(next.promise, { office, today: now.today, reader, t });
    case "busy":
      return toCome(
        reader.side === "office" ? t("timeline.next.busyOffice") : t("timeline.next.busy", { office }),
        office,
      );
    case "noted":
      return toCome(reader.side === "office" ? t("timeline.next.notedOffice") : t("timeline.next.noted"));
    case "closed":
      return toCome(reader.side === "office" ? t("timeline.next.closedOffice") : t("timeline.next.closed"));
    case "unplaced":
      return toCome(reader.side === "desk" ? t("timeline.next.unplacedDesk") : t("timeline.next.unplaced"));
    case "withdrawn":
      return toCome(t("timeline.next.withdrawn"));
  }
}

function officeOf({ office }: NextFacts, { side }: Asker, t: Translate): string {
  if (side === "office") return t("timeline.next.ownOffice");
  return office?.name ?? t("timeline.next.someOffice");
}

/** Which working day it is; on the day of filing, which does not count, when the counting begins. */
export function dayOfPromise(promise: ReactionPromise, today: CalendarDate, locale: Locale, t: Translate): string {
  const { firstDay, used, term, isLate } = promise;
  if (isLate) return t("timeline.next.barLate", { term });
  if (used > 0) return t("timeline.next.bar", { used, term });
  return t("timeline.next.barToday", { term, day: formatWeekday(firstDay, today, locale) });
}

interface Words {
  readonly office: string;
  readonly today: CalendarDate;
  readonly reader: Asker;
  readonly t: Translate;
}

function promiseSentence({ lastDay, isLate }: ReactionPromise, { office, today, reader, t }: Words): Sentence {
  const words = { office, day: formatWeekday(lastDay, today, reader.locale) };
  if (!isLate) return toCome(t("timeline.next.promise", words), office);
  const advice = reader.side === "office" ? t("timeline.next.lateOffice") : t("timeline.next.lateAdvice");
  return { ...toCome(t("timeline.next.late", words), office), detail: advice };
}

function toCome(text: string, ...names: readonly string[]): Sentence {
  return { text, names, tone: "next", detail: null, said: null };
}
