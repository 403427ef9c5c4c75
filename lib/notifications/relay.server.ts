import "server-only";
import type { PgBoss } from "pg-boss";
import { prisma } from "@/lib/db/client.server";
import type { Pace } from "./pace";
import { spread } from "./spread.server";

const batchSize = 100;

/** What a job carries: an id and nothing else. */
export interface OutboxJob {
  readonly outboxId: string;
}

/** Full: as many as are taken at a time, so that there may be more. */
export type Handed = "none" | "some" | "full";

/**
 * Hands waiting messages to the queue; answers how many. Several workers take different rows. The job has the id of the
 * message, so that one which was handed over just before a crash is not handed over twice.
 */
export async function relayWaiting(boss: PgBoss, pace: Pace): Promise<Handed> {
  return prisma.$transaction(async (client) => {
    const waiting = await client.$queryRaw<{ id: string; event: string | null }[]>`
      SELECT id, payload ->> 'eventId' AS event FROM outbox_messages WHERE relayed_at IS NULL
      ORDER BY created_at LIMIT ${batchSize} FOR UPDATE SKIP LOCKED`;
    if (waiting.length === 0) return "none";
    const ids = waiting.map(({ id }) => id);
    await boss.insert(
      "outbox",
      ids.map((id) => ({ ...jobOptions(pace), id, data: { outboxId: id } })),
    );
    await client.outboxMessage.updateMany({ where: { id: { in: ids } }, data: { relayedAt: new Date() } });
    // Here and not where they are written: notifying holds up all others that commit at that moment, and this is once
    // for a whole batch.
    await spread({ events: waiting.flatMap(({ event }) => event ?? []) }, client);
    return waiting.length === batchSize ? "full" : "some";
  });
}

function jobOptions({ leaseSeconds, retryDelaySeconds, retryDelaySecondsMost, retryLimit }: Pace) {
  return {
    expireInSeconds: leaseSeconds,
    retryLimit,
    retryDelay: retryDelaySeconds,
    retryBackoff: true,
    retryDelayMax: retryDelaySecondsMost,
  };
}
