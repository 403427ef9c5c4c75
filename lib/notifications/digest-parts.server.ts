import "server-only";
import { prisma } from "@/lib/db/client.server";
import { type Locale, localeOf } from "@/lib/i18n/locale";
import type { Now } from "@/lib/shared/clock";
import { type DigestReader, type DigestReason, digestLetter } from "./digest-letter";
import { type DigestPart, digestPart } from "./digest-part";
import { type EventNews, loadNews } from "./event-news.server";
import type { Letter } from "./letter-html";
import type { LetterReader } from "./letters";

interface AboutReport {
  readonly reportId: string;
  readonly eventId: string;
  readonly toAddress: string;
  readonly side: string | null;
  readonly locale: string;
  readonly createdAt: Date;
}

export type WrittenDigest = Letter & { readonly locale: Locale };

/**
 * Writes one letter of many: given what one reader hears of, among all these. Null: of nothing. What must be known of all
 * of them is asked once.
 */
export async function digestWriter(
  letters: readonly AboutReport[],
  origin: string,
  now: Now,
): Promise<(ofReader: readonly AboutReport[], reason: DigestReason) => WrittenDigest | null> {
  const [partOf, readerAt] = await Promise.all([loadParts(letters, origin, now), findReaders(letters)]);
  return (ofReader, reason) => {
    const [first] = ofReader;
    if (first === undefined) return null;
    const locale = localeOf(first.locale);
    const byReport = Map.groupBy(ofReader, ({ reportId }) => reportId);
    const parts = [...byReport.values()].flatMap((ofOne) => partOf(ofOne) ?? []);
    return { locale, ...digestLetter({ locale, reader: readerAt(first.toAddress), reason, parts, origin }) };
  };
}

/** Who has an account chooses himself; of another address nobody knows who reads it. */
async function findReaders(letters: readonly AboutReport[]): Promise<(address: string) => DigestReader> {
  const addresses = new Set(letters.map(({ toAddress }) => toAddress));
  const accounts = await prisma.account.findMany({ where: { email: { in: [...addresses] } }, select: { email: true } });
  const known = new Set(accounts.map(({ email }) => email));
  return (address) => (known.has(address) ? "person" : "mailbox");
}

/**
 * What a letter of many tells of each report, as the report stands now: asked with the letters about one report to one
 * reader. Null: the report is gone.
 */
async function loadParts(
  letters: readonly AboutReport[],
  origin: string,
  now: Now,
): Promise<(ofOne: readonly AboutReport[]) => DigestPart | null> {
  const reportIds = [...new Set(letters.map(({ reportId }) => reportId))];
  const newest = reportIds.map((reportId) => ({ reportId, eventId: null }));
  const byReport = new Map((await loadNews(newest, now)).map((news) => [news.reportId, news]));
  return (ofOne) => {
    const last = ofOne.at(-1);
    const news = last === undefined ? undefined : byReport.get(last.reportId);
    if (last === undefined || news === undefined) return null;
    const toldAt = new Map(ofOne.map(({ eventId, createdAt }) => [eventId, createdAt]));
    const happened = news.facts.timeline.flatMap(({ event }) => {
      const at = toldAt.get(event.id);
      return at === undefined ? [] : [{ event, toldAt: at }];
    });
    const events = new Set(news.facts.timeline.map(({ event }) => event.id));
    const asked = ofOne.flatMap(({ eventId, createdAt }) =>
      events.has(eventId) ? [] : [{ event: null, toldAt: createdAt }],
    );
    const side = sideOf(last.side, last.toAddress, news.concerned);
    const hasIt = news.concerned.officer?.email === last.toAddress;
    const reader: LetterReader = { side: side ?? "office", locale: localeOf(last.locale), hasIt };
    return digestPart(
      { facts: news.facts, happened: [...asked, ...happened], reader, isTheirs: side !== null },
      now,
      origin,
    );
  };
}

/** Null: of an office that has the report no more. */
function sideOf(side: string | null, address: string, concerned: EventNews["concerned"]) {
  if (side === "school" || side === "desk") return side;
  const { officer, officeEmail, officeFollowers, officeCopies } = concerned;
  const others = [...officeFollowers, ...officeCopies].map(({ email }) => email);
  const atOffice = [officer?.email, officeEmail, ...others];
  return atOffice.some((one) => one?.toLowerCase() === address) ? "office" : null;
}
