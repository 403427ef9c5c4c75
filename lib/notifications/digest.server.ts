import "server-only";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { localeOf } from "@/lib/i18n/locale";
import { systemViewer } from "@/lib/identity/viewer";
import { startOfDay } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { isWorkingDay } from "@/lib/shared/working-days";
import { type DigestReader, type DigestReason, digestLetter } from "./digest-letter";
import type { DigestPart } from "./digest-part";
import { loadParts } from "./digest-parts.server";
import { withoutGoneReaders } from "./gone-readers.server";
import { messageIdOf } from "./message-id";
import { enqueue } from "./outbox.server";
import type { Stationery } from "./tell.server";

const hourMilliseconds = 60 * 60_000;
/** The letter of the day leaves from this hour on. */
const digestHour = 7;
/** A letter that waited so long is old news, and so many of them are one letter. */
const outageMilliseconds = hourMilliseconds;
const collapseFrom = 4;
/** So many addresses are served in one transaction. */
const addressesMost = 25;

interface WaitingLetter {
  readonly id: string;
  readonly eventId: string;
  readonly reportId: string;
  readonly side: string | null;
  readonly toAddress: string;
  readonly createdAt: Date;
  readonly locale: string;
}

export function isOldNews(createdAt: Date, now: Now): boolean {
  return now.at.getTime() - createdAt.getTime() > outageMilliseconds;
}

/** On each working day, from seven o'clock on: one letter to whoever wants one letter a day. Answers how many. */
export async function sendDigests(stationery: Stationery, now: Now): Promise<number> {
  const since = new Date(startOfDay(now.today).getTime() + digestHour * hourMilliseconds);
  if (now.at < since || !isWorkingDay(now.today)) return 0;
  for (let sent = 0; ; ) {
    const count = await transact(systemViewer("notifications"), now, async (tx) => {
      const letters = await waiting(
        tx,
        Prisma.sql`is_for_day AND to_address IN (SELECT DISTINCT to_address FROM letters
          WHERE is_for_day AND digest_id IS NULL AND created_at < ${since} ORDER BY to_address LIMIT ${addressesMost})
          AND created_at < ${since}`,
      );
      const wanted = await withoutGoneReaders(letters, tx.client, now);
      const partOf = await loadParts(wanted, stationery.origin, now);
      const readerAt = await findReaders(tx, wanted);
      for (const some of Map.groupBy(wanted, ({ toAddress }) => toAddress).values())
        await putTogether(tx, some, { reason: "day", stationery, partOf, readerAt });
      return new Set(letters.map(({ toAddress }) => toAddress)).size;
    });
    sent += count;
    if (count < addressesMost) return sent;
  }
}

/** After an outage: when many letters to one address are old by now, one letter tells of them all. */
export async function collapseOldNews(address: string, stationery: Stationery, now: Now): Promise<boolean> {
  const before = new Date(now.at.getTime() - outageMilliseconds);
  return transact(systemViewer("notifications"), now, async (tx) => {
    const letters = await waiting(
      tx,
      Prisma.sql`NOT is_for_day AND to_address = ${address} AND created_at < ${before}`,
    );
    if (letters.length < collapseFrom) return false;
    const partOf = await loadParts(letters, stationery.origin, now);
    const readerAt = await findReaders(tx, letters);
    await putTogether(tx, letters, { reason: "outage", stationery, partOf, readerAt });
    return true;
  });
}

/** Letters about reports that have not left; what another worker is putting together is left to it. */
function waiting({ client }: Transaction, which: Prisma.Sql): Promise<WaitingLetter[]> {
  return client.$queryRaw`SELECT id, event_id AS "eventId", report_id AS "reportId", side,
      to_address AS "toAddress", created_at AS "createdAt", locale FROM letters
    WHERE report_id IS NOT NULL AND sent_at IS NULL AND refused_at IS NULL AND digest_id IS NULL AND ${which}
    ORDER BY to_address, created_at, id FOR UPDATE SKIP LOCKED`;
}

/** Who has an account chooses himself; of another address nobody knows who reads it. */
async function findReaders(
  { client }: Transaction,
  letters: readonly WaitingLetter[],
): Promise<(address: string) => DigestReader> {
  const addresses = new Set(letters.map(({ toAddress }) => toAddress));
  const accounts = await client.account.findMany({ where: { email: { in: [...addresses] } }, select: { email: true } });
  const known = new Set(accounts.map(({ email }) => email));
  return (address) => (known.has(address) ? "person" : "mailbox");
}

interface Putting {
  readonly reason: DigestReason;
  readonly stationery: Stationery;
  readonly partOf: (ofOne: readonly WaitingLetter[]) => DigestPart | null;
  readonly readerAt: (address: string) => DigestReader;
}

async function putTogether(
  tx: Transaction,
  letters: readonly WaitingLetter[],
  { reason, stationery, partOf, readerAt }: Putting,
) {
  const [first] = letters;
  if (first === undefined) return;
  const digestId = newId();
  const locale = localeOf(first.locale);
  const parts = [...Map.groupBy(letters, ({ reportId }) => reportId).values()].flatMap((ofOne) => partOf(ofOne) ?? []);
  const { toAddress } = first;
  const reader = readerAt(toAddress);
  const letter = digestLetter({ locale, reader, reason, parts, origin: stationery.origin });
  const messageId = messageIdOf(digestId, toAddress, stationery.mailFrom);
  await tx.client.letter.create({
    data: { eventId: digestId, toAddress, messageId, locale, ...letter, createdAt: tx.now.at },
  });
  await tx.client.letter.updateMany({ where: { id: { in: letters.map(({ id }) => id) } }, data: { digestId } });
  enqueue(tx, "digest", { digestId });
}
