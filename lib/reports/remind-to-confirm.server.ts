import "server-only";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { systemViewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import { startOfDay } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { isWorkingDay, workingDaysBefore } from "@/lib/shared/working-days";
import type { Status } from "@/lib/timeline/statuses";

/** So many working days a school has before it is reminded. */
const patienceDays = 3;
const batchSize = 100;

/**
 * Reminds schools, once and on a working day, of what an office wrote down for them and they have not confirmed; answers
 * how many reports. What is closed by then needs no word any more.
 */
export async function remindToConfirm(now: Now): Promise<number> {
  if (!isWorkingDay(now.today)) return 0;
  for (let reminded = 0; ; ) {
    const found = await transact(systemViewer("notifications"), now, remindSome);
    reminded += found;
    if (found < batchSize) return reminded;
  }
}

async function remindSome(tx: Transaction): Promise<number> {
  // Of several workers one reminds; the next begins when what the first wrote can be seen.
  await tx.client.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('confirm_reminders'))`;
  const due = await unconfirmed(tx);
  for (const { id, status } of due) {
    announce(tx, id, { kind: "confirm_reminded", status, data: {} });
    record(tx, { action: "report:remind", object: { kind: "report", id }, reason: "term-over" });
  }
  return due.length;
}

function unconfirmed({ client, now }: Transaction): Promise<{ readonly id: string; readonly status: Status }[]> {
  const patient = startOfDay(workingDaysBefore(now.today, patienceDays));
  return client.$queryRaw`SELECT r.id, r.status::text AS status FROM reports r
    WHERE r.written_down_by_id IS NOT NULL AND r.confirmed_at IS NULL AND r.closed_at IS NULL
      AND r.filed_at < ${patient} AND NOT EXISTS (SELECT FROM events e
        WHERE e.report_id = r.id AND e.kind = 'confirm_reminded')
    ORDER BY r.id LIMIT ${batchSize}`;
}
