import "server-only";
import { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import { calendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { type Dataset, datasetCodes, datasets } from "./datasets";
import { attemptsMost, type Wishes, wishes } from "./delivery";
import type { Period } from "./netting";

/** A delivery that this worker makes. Whoever else takes it over has another attempt, and this one then stores nothing. */
export interface Claim {
  readonly id: string;
  readonly attempt: number;
  readonly dataset: Dataset;
  readonly regionNumber: number;
  readonly period: Period;
  readonly version: number;
  readonly wishes: Wishes | null;
  /** The delivery that it is laid beside; a balance goes on from it. Null: there is none. */
  readonly previousId: string | null;
  readonly cursor: string | null;
}

const leaseSeconds = 300;

const claimRow = z.object({
  id: z.uuid(),
  attempt: z.int(),
  dataset: z.enum(datasetCodes),
  regionNumber: z.int(),
  from: calendarDate,
  until: calendarDate,
  version: z.int(),
  wishes: wishes.nullable(),
  previousId: z.uuid().nullable(),
  cursor: z.uuid().nullable(),
});

/**
 * Takes the delivery that waits longest, also one that a worker began and left; null: there is nothing to make. Which
 * one it follows, in its newest version, is chosen when it is first begun.
 */
export async function claimDelivery(now: Now): Promise<Claim | null> {
  await giveUp(now);
  const rows = await prisma.$queryRaw<unknown[]>`UPDATE deliveries d SET status = 'running',
      attempt_count = attempt_count + 1, leased_until = ${now.at}::timestamptz + make_interval(secs => ${leaseSeconds}),
      previous_id = CASE WHEN d.cursor IS NULL THEN (SELECT p.id FROM deliveries p
        WHERE p.dataset = d.dataset AND p.region_number = d.region_number AND p.status = 'ready'
          AND CASE WHEN d.dataset = ANY(${following("month-before")}::text[]) THEN p.period_until_on = d.period_from_on - 1
            ELSE d.dataset = ANY(${following("newest")}::text[])
              AND (p.period_until_on, p.version) < (d.period_until_on, d.version) END
        ORDER BY p.period_until_on DESC, p.version DESC LIMIT 1) ELSE d.previous_id END
    WHERE d.id = (SELECT w.id FROM deliveries w WHERE w.status IN ('planned', 'running')
        AND (w.leased_until IS NULL OR w.leased_until < ${now.at}::timestamptz)
      ORDER BY w.requested_by_id IS NULL, w.period_until_on, w.planned_at, w.id FOR UPDATE SKIP LOCKED LIMIT 1)
    RETURNING d.id, d.attempt_count AS attempt, d.dataset, d.region_number AS "regionNumber",
      d.period_from_on::text AS "from", d.period_until_on::text AS "until", d.version, d.wishes,
      d.previous_id AS "previousId", d.cursor`;
  if (rows[0] === undefined) return null;
  const { from, until, ...claim } = claimRow.parse(rows[0]);
  return { ...claim, period: { from, until } };
}

function following(which: "month-before" | "newest"): Dataset[] {
  return datasetCodes.filter((code) => datasets[code].follows === which);
}

/** What failed time after time is not tried for ever; the page says so. */
async function giveUp(now: Now): Promise<void> {
  await prisma.delivery.updateMany({
    where: { status: "running", attemptCount: { gte: attemptsMost }, leasedUntil: { lt: now.at } },
    data: { status: "failed", leasedUntil: null },
  });
}

class TakenOver extends Error {
  override readonly name = "TakenOver";
}

/** Only the newest attempt at a delivery that is not ready yet writes anything. */
export function mine({ id, attempt }: Pick<Claim, "id" | "attempt">) {
  return { id, attemptCount: attempt, status: "running" };
}

/** Notes how far the work is and keeps it a while longer; throws when another worker has taken it over. */
export async function goOn(
  claim: Pick<Claim, "id" | "attempt">,
  done: Prisma.DeliveryUpdateManyMutationInput = {},
): Promise<void> {
  const { count } = await prisma.delivery.updateMany({
    where: mine(claim),
    data: { ...done, leasedUntil: leaseFromNow() },
  });
  if (count === 0) throw new TakenOver(claim.id);
}

/** The same, with what is written at once when the work is still ours: `mine` holds the delivery then, or nothing. */
export async function goOnWith(
  { id, attempt }: Pick<Claim, "id" | "attempt">,
  done: Prisma.Sql,
  written: Prisma.Sql,
): Promise<void> {
  const rows = await ask(Prisma.sql`WITH mine AS (UPDATE deliveries SET leased_until = ${leaseFromNow()}, ${done}
      WHERE id = ${id}::uuid AND attempt_count = ${attempt} AND status = 'running' RETURNING id),
    written AS (${written})
    SELECT id FROM mine`);
  if (rows.length === 0) throw new TakenOver(id);
}

function leaseFromNow(): Date {
  return new Date(Date.now() + leaseSeconds * 1000);
}
