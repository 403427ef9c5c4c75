import "server-only";
import { prisma } from "@/lib/db/client.server";
import { defaultLocale, type Locale, localeOf } from "@/lib/i18n/locale";
import type { Now } from "@/lib/shared/clock";
import { isTold } from "@/lib/timeline/redact";
import { listAdministrators } from "./also-concerned.server";
import { allDaily, type Choices, deliveryOf, readChoices } from "./choices";
import { type EventNews, loadNews } from "./event-news.server";
import type { Letter } from "./letter-html";
import { type LetterFacts, type LetterReader, letterAbout } from "./letters";
import { messageIdOf } from "./message-id";
import {
  deliveryLetter,
  endedFiguresLetter,
  figuresLetter,
  invitationLetter,
  ruleFaultLetter,
  stoppedPapersLetter,
  termLetter,
} from "./other-letters";
import type { OutboxTopics } from "./outbox.server";
import { validToday } from "./reach.server";
import { type Addressee, recipientsOf } from "./recipients";

export interface Stationery {
  /** Where the desk is found: the begin of each link. */
  readonly origin: string;
  readonly mailFrom: string;
  /** Whether mail can come in here; else what people want to say they say at the desk. */
  readonly takesAnswers?: boolean;
}

type Happened = OutboxTopics["report-event"];

/** Writes the notices and letters about one event. Done again it changes nothing: one per event and person. */
export function tellOfEvent(happened: Happened, stationery: Stationery, now: Now): Promise<void> {
  return tellOfEvents([happened], stationery, now);
}

/** The same for many events, at the price of one. */
export async function tellOfEvents(happened: readonly Happened[], stationery: Stationery, now: Now): Promise<void> {
  const ofMany = new Set(happened.flatMap(({ eventId, isOfMany }) => (isOfMany ? [eventId] : [])));
  const told = (await loadNews(happened, now)).map((news) => {
    const { kind, id } = news.event;
    const all = recipientsOf(kind, news.concerned, news.doer);
    const concerned = all.filter((one) => isTold(kind, one, news.facts.isProtected));
    const isOfMany = ofMany.has(id);
    return { news, isOfMany, to: isOfMany ? concerned.filter((one) => hearsOfEach(one, news)) : concerned };
  });
  const choices = await loadChoices(told.flatMap(({ to }) => to));
  const notices = told.flatMap(({ news, to }) => noticesOf(news, to, now));
  const letters = told.flatMap(({ news, isOfMany, to }) =>
    to.flatMap((one) => {
      const isUrgent = news.isUrgent && one.side === "office";
      const delivery = one.hasMail ? deliveryOf(news.event.kind, choices(one), { isUrgent }) : "off";
      // A pile that was handed on in one act is one letter of the day, and not sixty at this moment.
      const isForDay = delivery === "daily" || isOfMany;
      return delivery === "off" ? [] : [eventLetter(news, { one, isForDay }, stationery, now)];
    }),
  );
  await prisma.$transaction([
    prisma.notice.createMany({ data: notices, skipDuplicates: true }),
    prisma.letter.createMany({ data: letters, skipDuplicates: true }),
  ]);
}

/** Whoever gets a pile hears of the first of it; everybody else of each. */
function hearsOfEach({ accountId }: Addressee, { event: { kind }, concerned: { officer } }: EventNews): boolean {
  return kind !== "assigned" || accountId === null || accountId !== officer?.accountId;
}

function noticesOf({ reportId, event: { id: eventId, kind } }: EventNews, to: readonly Addressee[], { at }: Now) {
  return to.flatMap(({ accountId, hasNotice }) =>
    accountId !== null && hasNotice ? [{ accountId, reportId, eventId, kind, createdAt: at }] : [],
  );
}

interface Destined {
  readonly one: Addressee;
  readonly isForDay: boolean;
}

function eventLetter(
  { event, reportId, facts, concerned: { officer } }: EventNews,
  { one, isForDay }: Destined,
  stationery: Stationery,
  now: Now,
) {
  const { side, locale, ruleOrganisationId } = one;
  const isAnswerable = (stationery.takesAnswers ?? false) && one.mayAnswer && isOpenForWords(facts);
  const hasIt = one.accountId !== null && one.accountId === officer?.accountId;
  const reader = { side, locale, hasIt, ground: groundOf(one) };
  const letter = letterAbout(event, facts, reader, { now, ...stationery, isAnswerable });
  const about = { reportId, side, locale, isForDay, isAnswerable, ruleOrganisationId };
  return { ...letterRow(event.id, one.email, letter, stationery, now), ...about };
}

function groundOf({ ruleOrganisationId, standsIn }: Addressee): LetterReader["ground"] {
  if (ruleOrganisationId !== null) return "rule";
  return standsIn ? "deputy" : undefined;
}

/** There is somebody to talk with, and the conversation is not over. */
const isOpenForWords = ({ outcome, status }: LetterFacts) => outcome === "assigned" && status !== "withdrawn";

/** What each of them, or for a mailbox its school or office, chose to hear by mail. */
async function loadChoices(to: readonly Addressee[]): Promise<(one: Addressee) => Choices> {
  const accountIds = [
    ...new Set(to.flatMap(({ accountId, hasMail }) => (hasMail && accountId !== null ? [accountId] : []))),
  ];
  const rows =
    accountIds.length === 0
      ? []
      : await prisma.notificationChoice.findMany({ where: { accountId: { in: accountIds } } });
  const byAccount = Map.groupBy(rows, ({ accountId }) => accountId);
  return ({ accountId, isDaily }) => {
    if (accountId === null) return isDaily ? allDaily : {};
    return readChoices(byAccount.get(accountId) ?? []);
  };
}

/** Writes the letter of an invitation that still works, once. */
export async function tellOfInvitation(
  { invitationId }: Pick<OutboxTopics["invitation"], "invitationId">,
  stationery: Stationery,
  now: Now,
): Promise<void> {
  const invitation = await prisma.invitation.findFirst({
    where: { id: invitationId, usedAt: null, expiresAt: { gt: now.at } },
    select: { expiresAt: true, createdAt: true, account: { select: { email: true, locale: true } } },
  });
  if (invitation === null) return;
  const hours = Math.round((invitation.expiresAt.getTime() - invitation.createdAt.getTime()) / 3_600_000);
  const write = (locale: Locale) => invitationLetter({ locale, hours });
  await writeTo([invitation.account], { about: invitationId, write }, stationery, now);
}

/** Writes to everybody who keeps the rules of this office. Once for each notice. */
export async function tellOfRuleFault(
  { officeId, noticeId }: OutboxTopics["rule-fault"],
  stationery: Stationery,
  now: Now,
): Promise<void> {
  const readers = await findHolders(officeId, "team_lead", now);
  const write = (locale: Locale) => ruleFaultLetter(locale, stationery.origin);
  await writeTo(readers, { about: noticeId, write }, stationery, now);
}

/** Writes to the functional administrators that nothing was destroyed, because far too much was due. */
export async function tellOfStoppedPapers(
  { noticeId }: OutboxTopics["papers-stopped"],
  stationery: Stationery,
  now: Now,
): Promise<void> {
  const write = (locale: Locale) => stoppedPapersLetter(locale, stationery.origin);
  await writeTo(await listAdministrators(now), { about: noticeId, write }, stationery, now);
}

/** Reminds somebody of what is near or over its term: numbers and a link, once for each reminder. */
export async function tellOfTerms(
  { reminderId }: OutboxTopics["term-reminder"],
  stationery: Stationery,
  now: Now,
): Promise<void> {
  const reminder = await prisma.termReminder.findUnique({
    where: { id: reminderId },
    select: { soonCount: true, overCount: true, escalatedCount: true, account: { select: reached } },
  });
  if (reminder === null || reminder.account.disabledAt !== null) return;
  const { account, ...counts } = reminder;
  const write = (locale: Locale) => termLetter(counts, locale, stationery.origin);
  await writeTo([account], { about: reminderId, write }, stationery, now);
}

const reached = { email: true, locale: true, disabledAt: true } as const;

/** Writes to the coordinators of a regional point that something lies ready. */
export async function tellOfDelivery(
  { deliveryId, officeId, ...facts }: OutboxTopics["delivery-ready"],
  stationery: Stationery,
  now: Now,
): Promise<void> {
  const readers = await findHolders(officeId, "coordinator", now);
  const write = (locale: Locale) => deliveryLetter(facts, locale, stationery.origin);
  await writeTo(readers, { about: deliveryId, write }, stationery, now);
}

/** Writes to somebody that the figures he asked for are there; none of them stands in the letter. */
export async function tellOfFigures(
  { sendingId, accountId, ...facts }: OutboxTopics["figures-ready"],
  stationery: Stationery,
  now: Now,
): Promise<void> {
  const account = await prisma.account.findUnique({ where: { id: accountId }, select: reached });
  if (account === null || account.disabledAt !== null) return;
  const write = (locale: Locale) => figuresLetter(facts, locale, stationery.origin);
  await writeTo([account], { about: sendingId, write }, stationery, now);
}

/** Writes to somebody that a view which he heard of is not there any more, so that he does not go on waiting for it. */
export async function tellOfEndedFigures(
  { sendingId, accountId, title }: OutboxTopics["figures-ended"],
  stationery: Stationery,
  now: Now,
): Promise<void> {
  const account = await prisma.account.findUnique({ where: { id: accountId }, select: reached });
  if (account === null || account.disabledAt !== null) return;
  const write = (locale: Locale) => endedFiguresLetter(title, locale, stationery.origin);
  await writeTo([account], { about: sendingId, write }, stationery, now);
}

interface Reader {
  readonly email: string;
  readonly locale: string;
}

/** Who holds this role at the office today; where nobody does, the office itself; nobody when it is gone. */
async function findHolders(officeId: string, role: "team_lead" | "coordinator", now: Now): Promise<readonly Reader[]> {
  const where = { AND: [validToday(now), { role, account: { disabledAt: null } }] };
  const holder = { account: { select: { email: true, locale: true } } } as const;
  const office = await prisma.office.findUnique({
    where: { id: officeId },
    select: { email: true, organisation: { select: { mandates: { where, select: holder } } } },
  });
  if (office === null) return [];
  const holders = office.organisation.mandates.map(({ account }) => account);
  return holders.length > 0 ? holders : [{ email: office.email, locale: defaultLocale }];
}

interface Told {
  /** The event, invitation or notice of which the letter tells: one letter of it to each reader. */
  readonly about: string;
  readonly write: (locale: Locale) => Letter;
}

async function writeTo(readers: readonly Reader[], { about, write }: Told, stationery: Stationery, now: Now) {
  const data = readers.map(({ email, locale }) => letterRow(about, email, write(localeOf(locale)), stationery, now));
  await prisma.letter.createMany({ data, skipDuplicates: true });
}

export function letterRow(eventId: string, toAddress: string, letter: Letter, { mailFrom }: Stationery, now: Now) {
  return { eventId, toAddress, messageId: messageIdOf(eventId, toAddress, mailFrom), ...letter, createdAt: now.at };
}
