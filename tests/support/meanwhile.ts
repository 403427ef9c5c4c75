import { expect, vi } from "vitest";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";

/**
 * Does one thing and keeps it to itself until the other stands waiting behind it: what happens when two people do
 * something at one moment.
 */
export async function meanwhile<Value>(
  first: (client: Prisma.TransactionClient) => Promise<unknown>,
  second: () => Promise<Value>,
  /** What the first does once the other waits. */
  then: (client: Prisma.TransactionClient) => Promise<unknown> = async () => undefined,
): Promise<Value> {
  const { began } = await prisma.$transaction(async (client) => {
    await first(client);
    const began = second();
    began.catch(() => undefined);
    await untilSomebodyWaits(client);
    await then(client);
    return { began };
  });
  return began;
}

/** Until another one stands behind what this transaction holds. */
export async function untilSomebodyWaits(client: Prisma.TransactionClient): Promise<void> {
  await vi.waitFor(async () => expect(await somebodyWaits(client)).toBe(true), { timeout: 4_000 });
}

async function somebodyWaits(client: Prisma.TransactionClient): Promise<boolean> {
  const waiting = await client.$queryRaw<readonly unknown[]>`
    SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))`;
  return waiting.length > 0;
}
