import "server-only";
import { prisma } from "./client.server";
import type { Prisma } from "./generated/client";

/** What is counted over the whole country takes seconds, not the time of a page; nobody waits for it at a screen. */
const patience = { maxWait: 10_000, timeout: 120_000 } as const;

/** Works in one transaction that has the time, and the memory to sort in, of work in the background. */
export function patiently<Value>(work: (client: Prisma.TransactionClient) => Promise<Value>): Promise<Value> {
  return prisma.$transaction(async (client) => {
    await client.$executeRaw`SELECT set_config('statement_timeout', '110s', true), set_config('work_mem', '64MB', true)`;
    return work(client);
  }, patience);
}
