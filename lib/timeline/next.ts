import { formatHour, formatWeekday } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import { type CalendarDate, dayOf } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { type Appointment, nextAppointment } from "./appointments";
import { callAwaitedSince } from "./call-awaited";
import type { TimelineEvent } from "./events";
import { type PromiseClock, promiseOf, type ReactionPromise, type Standstill, standstillOf } from "./promise";
import type { Sentence } from "./sentence";
import { type Status, statuses } from "./statuses";

/** What must be known of a report to say what comes next; a view of a report has it all. */
export interface NextFacts {
  readonly status: Status;
  readonly outcome: "assigned" | "unroutable";
  /** Null: unroutable, or not for this reader to know. */
  readonly office: { readonly name: string } | null;
  readonly filedAt: Date;
  /** The end of the last day on which a first reaction is in time. */
  readonly dueAt: Date;
  readonly clock: PromiseClock;
  readonly timeline: readonly { readonly event: TimelineEvent }[];
}

type When = Pick<Appointment, "on" | "time">;

export type Next =
  /** A first reaction, one after a reopening, or the next one. */
  | { readonly kind: "promise"; readonly promise: ReactionPromise; readonly of: "reaction" | "next" }
  /** Nothing is promised, and the office waits for somebody. */
  | { readonly kind: "still"; readonly still: Standstill }
  | ({ readonly kind: "talk" } & When)
  | { readonly kind: "unplaced" | "busy" | "noted" | "closed" | "withdrawn" };

/** What comes next for a report. A reopened report starts the clock of the next reaction (settled 36). */
export function nextOf(facts: NextFacts, now: Now): Next {
  const { status } = facts;
  if (status === "withdrawn" || status === "closed" || status === "noted") return { kind: status };
  if (facts.outcome === "unroutable") return { kind: "unplaced" };
  const startedAt = clockStart(facts);
  const { clock, dueAt } = facts;
  if (!hasReacted(facts, startedAt)) {
    return { kind: "promise", promise: promiseOf(startedAt, dueAt, clock, now), of: "reaction" };
  }
  if (clock.nextDueAt === null) return unpromised(facts, now);
  const promise = promiseOf(clock.fromAt ?? startedAt, clock.nextDueAt, clock, now);
  return { kind: "promise", promise, of: "next" };
}

function unpromised({ clock: { pausedAt, pauses }, timeline }: NextFacts, now: Now): Next {
  if (pausedAt !== null) return { kind: "still", still: standstillOf(pausedAt, pauses) };
  const talk = nextAppointment(timeline, now.today);
  return talk === null ? { kind: "busy" } : { kind: "talk", on: talk.on, time: talk.time };
}

function clockStart({ timeline, filedAt }: NextFacts): Date {
  return timeline.reduce(
    (start, { event }) => (event.kind === "reopened" && event.at > start ? event.at : start),
    filedAt,
  );
}

const reactions: ReadonlySet<TimelineEvent["kind"]> = new Set([
  "taken_up",
  "acted",
  "talk_ended",
  "talk_moved",
  "noted",
  "closed",
]);

function hasReacted({ timeline }: NextFacts, since: Date): boolean {
  const undone = new Set(timeline.flatMap(({ event }) => (event.kind === "undone" ? [event.data.event] : [])));
  return timeline.some(({ event }) => reactions.has(event.kind) && event.at >= since && !undone.has(event.id));
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
      return promiseSentence(next, { office, today: now.today, reader, t });
    case "still":
      return stillSentence(next.still, { office, today: now.today, reader, t });
    case "talk":
      return toCome(t("timeline.next.talk", whenOf(next, now.today, reader.locale)));
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

function whenOf({ on, time }: When, today: CalendarDate, locale: Locale) {
  const hour = time === null ? "" : formatHour(time, locale);
  return { day: formatWeekday(on, today, locale), hasTime: time === null ? "no" : "yes", time: hour };
}

/** The call that the school waits for; null: it waits for none. */
export function callToCome(facts: NextFacts, now: Now, { side, locale }: Asker, t: Translate): string | null {
  const since = statuses[facts.status].open ? callAwaitedSince(facts.timeline) : null;
  if (since === null) return null;
  return t("timeline.next.call", { side, day: formatWeekday(dayOf(since), now.today, locale) });
}

/** What is to come besides what comes next, for who reads nothing but mail: a call, an appointment, and the day of the end. */
export function laterSteps(facts: NextFacts, now: Now, reader: Asker, t: Translate): readonly string[] {
  if (!statuses[facts.status].open) return [];
  const { locale } = reader;
  const call = callToCome(facts, now, reader, t);
  const talk = nextOf(facts, now).kind === "talk" ? null : nextAppointment(facts.timeline, now.today);
  const { closeDueAt } = facts.clock;
  return [
    ...(call === null ? [] : [call]),
    ...(talk === null ? [] : [t("timeline.next.talkToo", whenOf(talk, now.today, locale))]),
    ...(closeDueAt === null
      ? []
      : [t("timeline.next.doneBy", { day: formatWeekday(dayOf(closeDueAt), now.today, locale) })]),
  ];
}

function officeOf({ office }: NextFacts, { side }: Asker, t: Translate): string {
  if (side === "office") return t("timeline.next.ownOffice");
  return office?.name ?? t("timeline.next.someOffice");
}

type Promised = Extract<Next, { kind: "promise" }>;

interface Words {
  readonly office: string;
  readonly today: CalendarDate;
  readonly reader: Asker;
  readonly t: Translate;
}

function promiseSentence({ promise, of }: Promised, { office, today, reader, t }: Words): Sentence {
  const { lastDay, isLate, still } = promise;
  const words = { office, day: formatWeekday(lastDay, today, reader.locale), of };
  if (still !== null) return stillSentence(still, { office, today, reader, t });
  if (!isLate) return toCome(t("timeline.next.promise", words), office);
  const advice = reader.side === "office" ? t("timeline.next.lateOffice") : t("timeline.next.lateAdvice");
  return { ...toCome(t("timeline.next.late", words), office), detail: advice };
}

/** For whom the office waits; that another body is busy says enough for the school. */
function stillSentence(still: Standstill, { office, today, reader, t }: Words): Sentence {
  const day = formatWeekday(still.since, today, reader.locale);
  const waits = still.reasons.includes("school") ? "school" : "other";
  const expected = still.expectedOn === null ? null : formatWeekday(still.expectedOn, today, reader.locale);
  return {
    ...toCome(t("timeline.next.still", { office, day, waits, side: reader.side }), office),
    detail: expected === null ? null : t("timeline.next.stillUntil", { day: expected }),
  };
}

function toCome(text: string, ...names: readonly string[]): Sentence {
  return { text, names, tone: "next", detail: null, said: null };
}
