import { formatDay, formatWeekday } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import { calendarDate, dayOf } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { appointmentOf } from "@/lib/timeline/appointments";
import type { TimelineEvent } from "@/lib/timeline/events";
import { isToldOutside, narrateOutside } from "@/lib/timeline/narrate-outside";
import { laterSteps, type NextFacts, whatIsNext } from "@/lib/timeline/next";
import { openStatuses, statuses } from "@/lib/timeline/statuses";
import { talkCalendar } from "@/lib/timeline/talk-calendar";
import { answerAwaitedBy } from "./awaited-answer";
import { type Letter, toLetter } from "./letter-html";
import { senderOf } from "./sender";
import { reportPath } from "./views";

/** All that a letter about a report may say, and nothing else (settled 9): no student, no days, no reasons, no outcome. */
export interface LetterFacts extends NextFacts {
  readonly reference: string;
  readonly ownReference: string | null;
  readonly group: string | null;
  readonly locationName: string;
  readonly officer: { readonly name: string } | null;
  readonly isProtected: boolean;
}

export interface LetterReader {
  readonly side: "school" | "office" | "desk";
  readonly locale: Locale;
  /** The report is in the reader's own hands. */
  readonly hasIt?: boolean;
  /** By what he hears of it who has no part in it: a rule of his school or office, or a colleague who is away. */
  readonly ground?: "rule" | "deputy" | undefined;
}

interface Sending {
  readonly now: Now;
  /** Where the desk is found: the begin of each link. */
  readonly origin: string;
  /** As whom the desk writes. */
  readonly mailFrom: string;
  /** Its reader may say something by answering the letter. */
  readonly isAnswerable: boolean;
}

/** The letter about one event, for one reader. */
export function letterAbout(
  event: TimelineEvent,
  facts: LetterFacts,
  reader: LetterReader,
  { now, origin, mailFrom, isAnswerable }: Sending,
): Letter {
  const t = translatorFor(reader.locale);
  const { kind } = event;
  const known = knownTo(reader, facts, kind);
  const { reference, ownReference } = known;
  const about = { reference, own: ownReference ?? "", hasOwn: ownReference === null ? "no" : "yes" };
  const addressed = {
    side: addressedAs(kind, reader),
    from: fromWhom(event, reader),
    isOff: isCalledOff(event) ? "yes" : "no",
  };
  const href = `${origin}${reportPath(reader.side, reference)}`;
  const calendar = calendarEntry(event, known, { link: href, organizer: senderOf(mailFrom) }, t);
  return toLetter({
    language: reader.locale,
    subject: t(`notifications.subject.${kind}`, { ...about, ...addressed }),
    opening: [
      whatHappened(event, facts, reader, t),
      ...nextSteps(event, known, { now, reader, t }),
      ...(calendar === null ? [] : [t("notifications.letter.calendar", addressed)]),
    ],
    facts: factLines(known, reader, t),
    link: { text: t("notifications.letter.open"), href },
    closing: [
      ...whyTold(kind, reader, t),
      t("notifications.letter.noNames"),
      t(isAnswerable ? howToReply(kind, reader, known) : "notifications.letter.noReply"),
    ],
    calendar,
  });
}

/** Who sent no report wonders at its first mail why it came; who has no part in it, at each. */
function whyTold(kind: TimelineEvent["kind"], { side, ground }: LetterReader, t: Translate) {
  const isFirst = side === "school" && (kind === "routed" || kind === "unroutable");
  return ground !== undefined || isFirst ? [t("notifications.letter.why", { side, ground: ground ?? "part" })] : [];
}

/** When the appointment of this event is, and which report it is about; where and of what kind, the desk says. */
function calendarEntry(
  event: TimelineEvent,
  { reference, timeline }: LetterFacts,
  from: { readonly link: string; readonly organizer: string },
  t: Translate,
) {
  const talk = appointmentOf(timeline);
  if (talk === null) return null;
  const summary = t("notifications.letter.talk", { reference });
  return talkCalendar({ talk, summary, ...from, madeAt: event.at });
}

/** A question is answered where it stands: words by mail are with the report, and do not set the clock going again. */
function howToReply(kind: TimelineEvent["kind"], { side }: LetterReader, facts: LetterFacts) {
  const asks = kind === "asked" || kind === "ask_reminded" || kind === "ask_reopened";
  const isQuestion = side === "school" && (asks || answerDue(facts) !== null);
  return isQuestion ? "notifications.letter.answerThere" : "notifications.letter.canReply";
}

/** The letter to somebody whom a colleague brought in. Who did, the desk says; an answer to it would go to the other side. */
export function bringingInLetter(
  facts: LetterFacts,
  reader: LetterReader,
  { now, origin }: Pick<Sending, "now" | "origin">,
): Letter {
  const t = translatorFor(reader.locale);
  const known = placeKnownTo(reader, facts);
  const { reference, ownReference } = known;
  const own = { own: ownReference ?? "", hasOwn: ownReference === null ? "no" : "yes" };
  return toLetter({
    language: reader.locale,
    subject: t("notifications.broughtIn.subject", { reference, ...own }),
    opening: [t("notifications.broughtIn.what"), nextStep(known, now, reader, t)],
    facts: factLines(known, reader, t),
    link: { text: t("notifications.letter.open"), href: `${origin}${reportPath(reader.side, reference)}` },
    closing: [t("notifications.broughtIn.stop"), t("notifications.letter.noNames"), t("notifications.letter.noReply")],
  });
}

/** Who has a report now, and what comes next and by when: one line of a letter that tells of many. */
export function standingLine(facts: LetterFacts, reader: LetterReader, now: Now): string {
  const t = translatorFor(reader.locale);
  const known = placeKnownTo(reader, facts);
  const next = nextStep(known, now, reader, t);
  const { office, officer } = known;
  if (office === null) return next;
  const who = { office: office.name, officer: officer?.name ?? "", hasOfficer: officer === null ? "no" : "yes" };
  return t("notifications.digest.standing", { ...who, next });
}

interface Telling {
  readonly now: Now;
  readonly reader: LetterReader;
  readonly t: Translate;
}

/** In the words of the timeline where these may leave the desk; else only that something happened. */
export function whatHappened(event: TimelineEvent, { isProtected }: LetterFacts, reader: LetterReader, t: Translate) {
  const { side, locale } = reader;
  if (asksReopening(event)) return t("notifications.what.messaged", { side });
  return isToldOutside(event)
    ? narrateOutside(event, { reader: { side, locale, accountId: null }, isProtected, t })
    : t(`notifications.what.${event.kind}`, {
        side: addressedAs(event.kind, reader),
        isOff: isCalledOff(event) ? "yes" : "no",
      });
}

/** Who a message is from: it is for its reader only when the other side wrote it. */
function fromWhom(event: TimelineEvent, { side }: LetterReader): "asking" | "own" | "other" {
  if (asksReopening(event)) return "asking";
  return event.actor.side === side ? "own" : "other";
}

const isCalledOff = (event: TimelineEvent) => event.kind === "talk_ended" && event.data.outcome === "cancelled";

const asksReopening = (event: TimelineEvent) => event.kind === "messaged" && event.data.asksReopening;

/** That a report has another officer is told otherwise to who is that officer than to who is not any more. */
function addressedAs(kind: TimelineEvent["kind"], { side, hasIt }: Pick<LetterReader, "side" | "hasIt">) {
  return kind === "assigned" && side === "office" && hasIt !== true ? "colleague" : side;
}

function nextSteps(event: TimelineEvent, known: LetterFacts, { now, reader, t }: Telling): readonly string[] {
  if (!isBetweenOffices(event.kind, reader)) return [nextStep(known, now, reader, t)];
  if (event.kind !== "transfer_offered") return [];
  return [
    t("notifications.letter.offerBy", {
      day: formatWeekday(calendarDate.parse(event.data.dueOn), now.today, reader.locale),
    }),
  ];
}

/** To an office that does not have the report, what comes next would be told of the wrong office. */
function isBetweenOffices(kind: TimelineEvent["kind"], { side }: LetterReader): boolean {
  return side === "office" && kind.startsWith("transfer_");
}

/** The day on which an answer of the school must be there; null: nothing is asked of it, or the report is over. */
export const answerDue = ({ timeline, status }: LetterFacts) =>
  openStatuses.includes(status) ? answerAwaitedBy(timeline) : null;

/** What comes next; when something is asked of the school, that is its answer. */
function nextStep(facts: LetterFacts, now: Now, reader: LetterReader, t: Translate): string {
  const answerBy = reader.side === "school" ? answerDue(facts) : null;
  if (answerBy !== null) {
    return t("notifications.letter.answerBy", { day: formatWeekday(answerBy, now.today, reader.locale) });
  }
  const { text, detail } = whatIsNext(facts, now, reader, t);
  return [text, ...(detail === null ? [] : [detail]), ...laterSteps(facts, now, reader, t)].join(" ");
}

function knownTo(reader: LetterReader, facts: LetterFacts, kind: TimelineEvent["kind"]): LetterFacts {
  // A letter between offices goes to a mailbox that also those read who are not named for protected cases.
  return facts.isProtected && isBetweenOffices(kind, reader) ? withoutPlace(facts) : placeKnownTo(reader, facts);
}

/** The school of a student with a protected address gets no office and no officer (settled 12). */
function placeKnownTo({ side }: LetterReader, facts: LetterFacts): LetterFacts {
  return facts.isProtected && side === "school" ? withoutPlace(facts) : facts;
}

function withoutPlace(facts: LetterFacts): LetterFacts {
  return { ...facts, outcome: "assigned", office: null, officer: null };
}

export type Fact = readonly [name: string, value: string];

function factLines(facts: LetterFacts, { side, locale }: LetterReader, t: Translate): readonly Fact[] {
  const value = (name: string, text: string | null | undefined): readonly Fact[] => (text ? [[name, text]] : []);
  const isSchool = side === "school";
  return [
    ...value(t("notifications.fact.reference"), facts.reference),
    ...value(t("notifications.fact.ownReference", { side }), side === "desk" ? null : facts.ownReference),
    ...value(t("notifications.fact.group"), isSchool ? facts.group : null),
    ...value(t("notifications.fact.filedOn"), formatDay(dayOf(facts.filedAt), locale)),
    ...value(t("notifications.fact.location"), facts.locationName),
    ...value(t("notifications.fact.office"), facts.office?.name),
    ...value(t("notifications.fact.officer"), facts.officer?.name),
    ...value(t("notifications.fact.status"), statuses[facts.status].label[locale]),
  ];
}
