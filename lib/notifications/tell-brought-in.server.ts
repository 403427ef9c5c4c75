import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Now } from "@/lib/shared/clock";
import { type Delivery, readChoices } from "./choices";
import type { Person } from "./concerned";
import { type EventNews, loadNews } from "./event-news.server";
import { bringingInLetter, type LetterReader } from "./letters";
import type { OutboxTopics } from "./outbox.server";
import { letterRow, type Stationery } from "./tell.server";
import { broughtIn } from "./views";

/** Tells somebody that a colleague brought him in at a report; nothing when he was taken out, or may not open it now. */
export async function tellOfBringingIn(
  { reportId, accountId, noticeId }: OutboxTopics["brought-in"],
  stationery: Stationery,
  now: Now,
): Promise<void> {
  const [watch, [news], delivery] = await Promise.all([
    prisma.watch.findFirst({ where: { reportId, accountId, askedById: { not: null } }, select: { isMuted: true } }),
    loadNews([{ reportId, eventId: null }], now),
    deliveryFor(accountId),
  ]);
  const reader = watch === null || news === undefined ? null : readerOf(news, accountId);
  if (reader === null || news === undefined) return;
  const notice = { accountId, reportId, eventId: noticeId, kind: broughtIn, createdAt: now.at };
  const letter = bringingInLetter(news.facts, reader, { now, origin: stationery.origin });
  const { email, side, locale } = reader;
  const about = { reportId, side, locale, isForDay: delivery === "daily" };
  const letters = [{ ...letterRow(noticeId, email, letter, stationery, now), ...about }];
  await prisma.$transaction([
    prisma.notice.createMany({ data: [notice], skipDuplicates: true }),
    prisma.letter.createMany({ data: letters, skipDuplicates: true }),
  ]);
}

/** A colleague asks something: that mail cannot be switched off, but may come once a day. */
async function deliveryFor(accountId: string): Promise<Delivery> {
  return readChoices(await prisma.notificationChoice.findMany({ where: { accountId } })).requests ?? "now";
}

/** Null: he may not open the report as somebody of either side. */
function readerOf({ concerned }: EventNews, accountId: string): (LetterReader & Pick<Person, "email">) | null {
  const among = (people: readonly Person[]) => people.find((person) => person.accountId === accountId);
  const atSchool = among(concerned.followers);
  if (atSchool !== undefined) return { ...atSchool, side: "school" };
  const atOffice = among(concerned.officeFollowers);
  return atOffice === undefined ? null : { ...atOffice, side: "office" };
}
