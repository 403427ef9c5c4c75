import "server-only";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { systemViewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import { addDays, type CalendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { isWorkingDay } from "@/lib/shared/working-days";
import { type Status, statuses } from "@/lib/timeline/statuses";

const batchSize = 100;
/** Drafts are kept this long (settled 26). */
const draftDays = 14;

/**
 * Reminds a school of what it was asked: once on the last working day before the term ends, and once when it is over;
 * answers how many. Of a report that was closed meanwhile nothing is asked any more.
 */
export async function remindSchools(now: Now): Promise<number> {
  for (let reminded = 0; ; ) {
    const found = await transact(systemViewer("notifications"), now, remindSome);
    reminded += found;
    if (found < batchSize) return reminded;
  }
}

interface DueRequest {
  readonly id: string;
  readonly reportId: string;
  readonly status: Status;
  readonly kind: string;
  readonly dueOn: CalendarDate;
}

async function remindSome(tx: Transaction): Promise<number> {
  const due = await dueRequests(tx);
  await tx.client.request.updateMany({
    where: { id: { in: due.map(({ id }) => id) } },
    data: { remindedAt: tx.now.at },
  });
  for (const { id, reportId, status, kind, dueOn } of due) {
    if (!statuses[status].open) continue;
    const isLate = dueOn < tx.now.today;
    announce(tx, reportId, { kind: "ask_reminded", status, data: { request: id, what: kind, dueOn, isLate } });
    record(tx, { action: "request:remind", object: { kind: "report", id: reportId }, reason: "term-over" });
  }
  return due.length;
}

/** What is being answered just now is left alone. */
function dueRequests({ client, now }: Transaction): Promise<DueRequest[]> {
  return client.$queryRaw`SELECT q.id, r.id AS "reportId", r.status::text AS status, q.kind, q.due_on::text AS "dueOn"
    FROM requests q JOIN reports r ON r.id = q.report_id
    WHERE q.answered_at IS NULL AND q.dropped_at IS NULL AND (
      (q.reminded_at IS NULL AND q.due_on <= ${nextWorkingDay(now.today)}::date AND q.asked_at < ${now.at}::timestamptz - interval '1 day')
      OR (q.due_on < ${now.today}::date
        AND (q.reminded_at IS NULL OR (q.reminded_at AT TIME ZONE 'Europe/Amsterdam')::date <= q.due_on)))
    ORDER BY q.id LIMIT ${batchSize} FOR UPDATE OF q SKIP LOCKED`;
}

function nextWorkingDay(today: CalendarDate): CalendarDate {
  let day = addDays(today, 1);
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** Forgets what somebody began to type and never sent; answers how many. */
export async function forgetOldDrafts(now: Now): Promise<number> {
  const before = new Date(now.at.getTime() - draftDays * 24 * 60 * 60 * 1000);
  return (await prisma.messageDraft.deleteMany({ where: { savedAt: { lt: before } } })).count;
}
