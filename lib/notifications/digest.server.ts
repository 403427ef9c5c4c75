import "server-only";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { systemViewer } from "@/lib/identity/viewer";
import { startOfDay } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { isWorkingDay } from "@/lib/shared/working-days";
import { digestWriter, type WrittenDigest } from "./digest-parts.server";
import { messageIdOf } from "./message-id";
import { enqueue } from "./outbox.server";
import type { Stationery } from "./tell.server";
import { onlyWanted } from "./wanted-letters.server";

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
  readonly ruleOrganisationId: string | null;
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
      const wanted = await onlyWanted(letters, tx.client, now);
      const write = await digestWriter(wanted, stationery.origin, now);
      for (const some of Map.groupBy(wanted, ({ toAddress }) => toAddress).values())
        await putTogether(tx, some, write(some, "day"), stationery.mailFrom);
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
    const found = await waiting(tx, Prisma.sql`NOT is_for_day AND to_address = ${address} AND created_at < ${before}`);
    const letters = await onlyWanted(found, tx.client, now);
    if (letters.length < collapseFrom) return false;
    const write = await digestWriter(letters, stationery.origin, now);
    await putTogether(tx, letters, write(letters, "outage"), stationery.mailFrom);
    return true;
  });
}

/**
 * A letter of many that waits for a mail server tells its reader nothing that is not for him any more. It keeps its
 * Message-ID: a copy may have left.
 */
export function reviseDigest(digestId: string, stationery: Stationery, now: Now): Promise<void> {
  return transact(systemViewer("notifications"), now, async (tx) => {
    const told = await tx.client.letter.findMany({
      where: { digestId, reportId: { not: null }, refusedAt: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    const wanted = await onlyWanted(told, tx.client, now);
    if (wanted.length === told.length) return;
    const about = wanted.flatMap((letter) =>
      letter.reportId === null ? [] : [{ ...letter, reportId: letter.reportId }],
    );
    const write = await digestWriter(about, stationery.origin, now);
    const letter = write(about, about.some(({ isForDay }) => isForDay) ? "day" : "outage");
    const where = { eventId: digestId, sentAt: null };
    if (letter === null) await tx.client.letter.deleteMany({ where });
    else await tx.client.letter.updateMany({ where, data: letter });
  });
}

/** Letters about reports that have not left; what another worker is putting together is left to it. */
function waiting({ client }: Transaction, which: Prisma.Sql): Promise<WaitingLetter[]> {
  return client.$queryRaw`SELECT id, event_id AS "eventId", report_id AS "reportId", side,
      to_address AS "toAddress", created_at AS "createdAt", locale,
      rule_organisation_id AS "ruleOrganisationId" FROM letters
    WHERE report_id IS NOT NULL AND sent_at IS NULL AND refused_at IS NULL AND digest_id IS NULL AND ${which}
    ORDER BY to_address, created_at, id FOR UPDATE SKIP LOCKED`;
}

async function putTogether(
  tx: Transaction,
  letters: readonly WaitingLetter[],
  letter: WrittenDigest | null,
  mailFrom: string,
) {
  const [first] = letters;
  if (first === undefined || letter === null) return;
  const digestId = newId();
  const { toAddress } = first;
  const messageId = messageIdOf(digestId, toAddress, mailFrom);
  await tx.client.letter.create({ data: { eventId: digestId, toAddress, messageId, ...letter, createdAt: tx.now.at } });
  await tx.client.letter.updateMany({ where: { id: { in: letters.map(({ id }) => id) } }, data: { digestId } });
  enqueue(tx, "digest", { digestId });
}
