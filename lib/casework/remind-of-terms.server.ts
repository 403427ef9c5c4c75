import "server-only";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { systemViewer } from "@/lib/identity/viewer";
import { enqueue } from "@/lib/notifications/outbox.server";
import { overTerm } from "@/lib/reports/clock-sql.server";
import { knownOn } from "@/lib/reports/office-terms.server";
import { worksAt } from "@/lib/routing/office-people.server";
import { addDays, fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { type Reminded, reminderMoments, remindersOf, type TermPile } from "./reminders";

/** What was sent is kept for so long, to see that nobody is reminded twice on one day. */
const keptDays = 30;
/** No office is closed for longer. */
const nearDays = 60;

/**
 * Reminds everybody, once each working day, of what is near or over its term in his hands. Done again on the same day
 * it reminds nobody twice; answers how many were reminded.
 */
export async function remindOfTerms(now: Now): Promise<number> {
  if (reminderMoments(now) === null) return 0;
  return transact(systemViewer("terms"), now, async (tx) => {
    // Of several workers one reminds; the others find that it was done.
    await tx.client.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('term_reminders'))`;
    const isDone = await tx.client.termReminder.findFirst({
      where: { day: toColumn(now.today) },
      select: { id: true },
    });
    if (isDone !== null) return 0;
    let count = 0;
    for (const [officeId, ofOffice] of await askPiles(tx)) count += await remindOffice(tx, officeId, ofOffice);
    await tx.client.termReminder.deleteMany({ where: { day: { lt: toColumn(addDays(now.today, -keptDays)) } } });
    if (count > 0) record(tx, { action: "terms:remind", object: { kind: "account", count }, reason: "term-near" });
    return count;
  });
}

type PileRow = TermPile & { readonly officeId: string };

async function askPiles(tx: Transaction) {
  const { at } = tx.now;
  const open = await openOffices(tx);
  const rows = await tx.client.$queryRaw<PileRow[]>`SELECT o."officeId", p.*
    FROM jsonb_to_recordset(${JSON.stringify(open)}::jsonb)
      AS o("officeId" uuid, "soonUntil" timestamptz, "escalatedBefore" timestamptz)
    CROSS JOIN LATERAL (SELECT officer_id AS "officerId", is_protected AS "isProtected",
        count(*) FILTER (WHERE ${overTerm} >= ${at})::int AS soon,
        count(*) FILTER (WHERE ${overTerm} < ${at})::int AS over,
        count(*) FILTER (WHERE ${overTerm} < o."escalatedBefore")::int AS escalated
      FROM reports WHERE office_id = o."officeId" AND closed_at IS NULL AND ${overTerm} <= o."soonUntil"
      GROUP BY officer_id, is_protected) p ORDER BY o."officeId"`;
  return Map.groupBy(rows, ({ officeId }) => officeId);
}

/** Who works today, each with the moments by its own free days. */
async function openOffices({ client, now }: Transaction) {
  const near = { gte: toColumn(addDays(now.today, -nearDays)), lte: toColumn(addDays(now.today, nearDays)) };
  const offices = await client.office.findMany({
    select: { id: true, freeDays: { where: { ...knownOn(now.at), day: near }, select: { day: true } } },
  });
  return offices.flatMap(({ id: officeId, freeDays }) => {
    const moments = reminderMoments(now, new Set(freeDays.map(({ day }) => fromColumn(day))));
    return moments === null ? [] : [{ officeId, ...moments }];
  });
}

async function remindOffice(tx: Transaction, officeId: string, piles: readonly TermPile[]): Promise<number> {
  const team = await loadReminded(tx, officeId);
  const reminders = remindersOf(piles, team, tx.now.today);
  const made = await tx.client.termReminder.createManyAndReturn({
    data: reminders.map((reminder) => ({ ...reminder, officeId, day: toColumn(tx.now.today) })),
    select: { id: true },
  });
  for (const { id } of made) enqueue(tx, "term-reminder", { reminderId: id });
  return made.length;
}

async function loadReminded({ client, now }: Transaction, officeId: string): Promise<readonly Reminded[]> {
  const mandate = worksAt(officeId, now.today);
  const accounts = await client.account.findMany({
    where: { disabledAt: null, mandates: { some: mandate } },
    select: {
      id: true,
      mandates: { where: mandate, select: { role: true, protectedCases: true } },
      leaves: { where: { officeId }, select: { firstDay: true, lastDay: true, deputyId: true } },
    },
  });
  return accounts.map(({ id, mandates, leaves }) => ({
    id,
    leads: mandates.some(({ role }) => role === "team_lead"),
    protectedCases: mandates.some(({ protectedCases }) => protectedCases),
    leaves: leaves.map(({ firstDay, lastDay, deputyId }) => ({
      firstDay: fromColumn(firstDay),
      lastDay: lastDay === null ? null : fromColumn(lastDay),
      deputyId,
    })),
  }));
}
