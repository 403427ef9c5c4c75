import "server-only";
import type { PgBoss } from "pg-boss";
import { prisma } from "@/lib/db/client.server";
import type { Pace } from "./pace";

const batchSize = 100;

/** What a job carries: an id and nothing else. */
export interface OutboxJob {
  readonly outboxId: string;
}

/**
 * Hands waiting messages to the queue; answers whether there may be more. Several workers take different rows. The
 * job has the id of the message, so that one which was handed over just before a crash is not handed over twice.
 */
export async function relayWaiting(boss: PgBoss, pace: Pace): Promise<boolean> {
  return prisma.$transaction(async (client) => {
    const waiting = await client.$queryRaw<{ id: string }[]>`
      SELECT id FROM outbox_messages WHERE relayed_at IS NULL
      ORDER BY created_at LIMIT ${batchSize} FOR UPDATE SKIP LOCKED`;
    if (waiting.length === 0) return false;
    const ids = waiting.map(({ id }) => id);
    await boss.insert(
      "outbox",
      ids.map((id) => ({ ...jobOptions(pace), id, data: { outboxId: id } })),
    );
    await client.outboxMessage.updateMany({ where: { id: { in: ids } }, data: { relayedAt: new Date() } });
    return waiting.length === batchSize;
  });
}

function jobOptions({ leaseSeconds, retryDelaySeconds, retryLimit }: Pace) {
  return {
    expireInSeconds: leaseSeconds,
    retryLimit,
    retryDelay: retryDelaySeconds,
    retryBackoff: true,
    retryDelayMax: 4 * 60 * 60,
  };
}
