import { formatDay, formatWeekday } from "@/lib/i18n/format";
import type { Label, Locale } from "@/lib/i18n/locale";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import { calendarDate, dayOf } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { EventKind } from "@/lib/timeline/events";
import { type NextFacts, whatIsNext } from "@/lib/timeline/next";
import { openStatuses, statuses } from "@/lib/timeline/statuses";
import { answerAwaitedBy } from "./awaited-answer";
import { type Letter, toLetter } from "./letter-html";
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
}

interface Sending {
  readonly now: Now;
  /** Where the desk is found: the begin of each link. */
  readonly origin: string;
  /** Its reader may say something by answering the letter. */
  readonly isAnswerable: boolean;
}

/** The letter about one event, for one reader. */
export function letterAbout(
  kind: EventKind,
  facts: LetterFacts,
  reader: LetterReader,
  { now, origin, isAnswerable }: Sending,
): Letter {
  const t = translatorFor(reader.locale);
  const known = knownTo(reader, facts, kind);
  const { reference, ownReference } = known;
  const about = { reference, own: ownReference ?? "", hasOwn: ownReference === null ? "no" : "yes" };
  return toLetter({
    language: reader.locale,
    subject: t(`notifications.subject.${kind}`, { ...about, side: reader.side }),
    opening: [t(`notifications.what.${kind}`, { side: reader.side }), ...nextSteps(kind, known, now, reader)],
    facts: factLines(known, reader, t),
    link: { text: t("notifications.letter.open"), href: `${origin}${reportPath(reader.side, reference)}` },
    closing: [
      t("notifications.letter.noNames"),
      t(isAnswerable ? "notifications.letter.canReply" : "notifications.letter.noReply"),
    ],
  });
}

/** Who has a report now, and what comes next and by when: one line of a letter that tells of many. */
export function standingLine(facts: LetterFacts, reader: LetterReader, now: Now): string {
  const t = translatorFor(reader.locale);
  const known = facts.isProtected && reader.side === "school" ? withoutPlace(facts) : facts;
  const next = nextStep(known, now, reader, t);
  const { office, officer } = known;
  if (office === null) return next;
  const who = { office: office.name, officer: officer?.name ?? "", hasOfficer: officer === null ? "no" : "yes" };
  return t("notifications.digest.standing", { ...who, next });
}

function nextSteps(kind: EventKind, known: LetterFacts, now: Now, reader: LetterReader): readonly string[] {
  const t = translatorFor(reader.locale);
  if (!isBetweenOffices(kind, reader)) return [nextStep(known, now, reader, t)];
  const offer = known.timeline.at(-1)?.event;
  if (offer?.kind !== "transfer_offered") return [];
  return [
    t("notifications.letter.offerBy", {
      day: formatWeekday(calendarDate.parse(offer.data.dueOn), now.today, reader.locale),
    }),
  ];
}

/** To an office that does not have the report, what comes next would be told of the wrong office. */
function isBetweenOffices(kind: EventKind, { side }: LetterReader): boolean {
  return side === "office" && kind.startsWith("transfer_");
}

/** What comes next; when something is asked of the school, that is its answer. */
function nextStep(facts: LetterFacts, now: Now, reader: LetterReader, t: Translate): string {
  const answerBy = reader.side === "school" ? answerAwaitedBy(facts.timeline) : null;
  if (answerBy !== null && openStatuses.includes(facts.status)) {
    return t("notifications.letter.answerBy", { day: formatWeekday(answerBy, now.today, reader.locale) });
  }
  const { text, detail } = whatIsNext(facts, now, reader, t);
  return detail === null ? text : `${text} ${detail}`;
}

/** The school of a student with a protected address gets no office and no officer (settled 12). */
function knownTo(reader: LetterReader, facts: LetterFacts, kind: EventKind): LetterFacts {
  // A letter between offices goes to a mailbox that also those read who are not named for protected cases.
  return facts.isProtected && (reader.side === "school" || isBetweenOffices(kind, reader))
    ? withoutPlace(facts)
    : facts;
}

function withoutPlace(facts: LetterFacts): LetterFacts {
  return { ...facts, outcome: "assigned", office: null, officer: null };
}

type Fact = readonly [name: string, value: string];

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

/** To who keeps the rules of an office: that one of them names somebody who is gone. It names nobody itself. */
export function ruleFaultLetter(locale: Locale, origin: string): Letter {
  const t = translatorFor(locale);
  return toLetter({
    language: locale,
    subject: t("notifications.ruleFault.subject"),
    opening: [t("notifications.ruleFault.opening"), t("notifications.ruleFault.meanwhile")],
    facts: [],
    link: { text: t("notifications.ruleFault.open"), href: `${origin}/routering/regels` },
    closing: [t("notifications.ruleFault.once"), t("notifications.letter.noReply")],
  });
}

interface TermCounts {
  readonly soonCount: number;
  readonly overCount: number;
  readonly escalatedCount: number;
}

/** What is near or over its term, in numbers: which reports they are, the desk says after signing in. */
export function termLetter(
  { soonCount, overCount, escalatedCount }: TermCounts,
  locale: Locale,
  origin: string,
): Letter {
  const t = translatorFor(locale);
  const line = (name: string, count: number): readonly Fact[] => (count === 0 ? [] : [[name, String(count)]]);
  return toLetter({
    language: locale,
    subject: t("notifications.terms.subject", { over: overCount + escalatedCount, soon: soonCount }),
    opening: [t("notifications.terms.opening")],
    facts: [
      ...line(t("notifications.terms.over"), overCount),
      ...line(t("notifications.terms.soon"), soonCount),
      ...line(t("notifications.terms.escalated"), escalatedCount),
    ],
    link: { text: t("notifications.terms.open"), href: `${origin}/werkvoorraad?lijst=overdue` },
    closing: [t("notifications.terms.daily"), t("notifications.letter.noReply")],
  });
}

interface DeliveryFacts {
  readonly title: string;
  readonly newCount: number;
  readonly backCount: number;
}

/** To the coordinators of a regional point: how many, and never who (settled 9). */
export function deliveryLetter({ title, newCount, backCount }: DeliveryFacts, locale: Locale, origin: string): Letter {
  const t = translatorFor(locale);
  return toLetter({
    language: locale,
    subject: t("notifications.delivery.subject", { title }),
    opening: [
      t("notifications.delivery.opening", { title }),
      ...(newCount + backCount > 0 ? [t("notifications.delivery.counts", { newCount, backCount })] : []),
    ],
    facts: [],
    link: { text: t("notifications.delivery.open"), href: `${origin}/beveiligd/leveringen` },
    closing: [t("notifications.letter.noNames"), t("notifications.letter.noReply")],
  });
}

interface FiguresFacts {
  readonly subscriptionId: string;
  readonly title: Label;
  readonly rhythm: Label;
}

/** To who wants to hear of a view: what it counts, and never how many. */
export function figuresLetter({ subscriptionId, title, rhythm }: FiguresFacts, locale: Locale, origin: string): Letter {
  const t = translatorFor(locale);
  const href = `${origin}/beveiligd/cijfers/abonnement/${subscriptionId}`;
  return toLetter({
    language: locale,
    subject: t("notifications.figures.subject"),
    opening: [t("notifications.figures.opening"), title[locale]],
    facts: [[t("notifications.figures.workbook"), `${href}?vorm=xlsx`]],
    link: { text: t("notifications.figures.open"), href },
    closing: [
      t("notifications.figures.rhythm", { rhythm: rhythm[locale].toLowerCase() }),
      t("notifications.letter.noReply"),
    ],
  });
}

/** To whoever heard of a view that is not there any more: nobody has to guess why no mail comes. */
export function endedFiguresLetter(title: Label | null, locale: Locale, origin: string): Letter {
  const t = translatorFor(locale);
  return toLetter({
    language: locale,
    subject: t("notifications.figuresEnded.subject"),
    opening: [t("notifications.figuresEnded.opening"), ...(title === null ? [] : [title[locale]])],
    facts: [],
    link: { text: t("notifications.figuresEnded.open"), href: `${origin}/beveiligd/cijfers` },
    closing: [t("notifications.figuresEnded.what"), t("notifications.letter.noReply")],
  });
}

/** Stands in a stored letter for the link that lets somebody in; filled in only while the mail leaves. */
export const invitationMark = "https://invitation-link.invalid/";

interface InvitationFacts {
  readonly locale: Locale;
  /** How many hours the link works. */
  readonly hours: number;
}

/** The letter with the link of an invitation, with a mark where the link must come. */
export function invitationLetter({ locale, hours }: InvitationFacts): Letter {
  const t = translatorFor(locale);
  return toLetter({
    language: locale,
    subject: t("notifications.invitation.subject"),
    opening: [t("notifications.invitation.opening"), t("notifications.invitation.term", { hours })],
    facts: [],
    link: { text: t("notifications.invitation.open"), href: invitationMark },
    closing: [t("notifications.invitation.unexpected"), t("notifications.letter.noReply")],
  });
}

export function fillIn<Words extends Pick<Letter, "text" | "html">>(letter: Words, link: () => string): Words {
  return {
    ...letter,
    text: letter.text.replaceAll(invitationMark, link),
    html: letter.html.replaceAll(invitationMark, link),
  };
}
