import "server-only";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { systemViewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import { overTerm, reactionPromised } from "@/lib/reports/clock-sql.server";
import { addDays, type CalendarDate, startOfDay } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { Status } from "@/lib/timeline/statuses";
import { reminderMoments } from "./reminders";

const batchSize = 100;
/** A desk that stood still tells of what passed in these days, and not of all that ever did. */
const daysBack = 7;

/**
 * Tells the school, once for each promise, that the promised day went by without a reaction, on the morning of a
 * working day; answers how many. A clock that stood still on that day breaks no promise. The day for
 * closing is another promise: that somebody reacted is true then.
 */
export async function tellPassedTerms(now: Now): Promise<number> {
  if (reminderMoments(now) === null) return 0;
  for (let told = 0; ; ) {
    const found = await transact(systemViewer("terms"), now, tellSome);
    told += found;
    if (found < batchSize) return told;
  }
}

interface Passed {
  readonly id: string;
  readonly status: Status;
  readonly due: CalendarDate;
}

async function tellSome(tx: Transaction): Promise<number> {
  // Of several workers one tells; the next begins when what the first wrote can be seen.
  await tx.client.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('passed_terms'))`;
  const passed = await passedTerms(tx);
  for (const { id, status, due } of passed) {
    announce(tx, id, { kind: "term_passed", status, data: { due } });
    record(tx, { action: "terms:tell", object: { kind: "report", id }, reason: "term-over" });
  }
  return passed.length;
}

/** What is being answered just now is left alone. */
function passedTerms({ client, now }: Transaction): Promise<Passed[]> {
  const since = startOfDay(addDays(now.today, -daysBack));
  const due = Prisma.sql`(${reactionPromised} AT TIME ZONE 'Europe/Amsterdam')::date::text`;
  return client.$queryRaw`SELECT r.id, r.status::text AS status, ${due} AS due
    FROM offices o JOIN reports r ON r.office_id = o.id
    WHERE r.closed_at IS NULL AND ${overTerm} >= ${since} AND ${overTerm} < ${now.at} AND ${overTerm} = ${reactionPromised}
      AND NOT EXISTS (SELECT FROM events e WHERE e.report_id = r.id AND e.kind = 'term_passed' AND e.data ->> 'due' = ${due})
    ORDER BY r.id LIMIT ${batchSize} FOR UPDATE OF r SKIP LOCKED`;
}
