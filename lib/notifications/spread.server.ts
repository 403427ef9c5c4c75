import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import { inBatches } from "@/lib/shared/batches";

const returnedMark = "mail:";
/** A notice of the database holds 8,000 bytes. */
const mostInOne = 150;

/** What the processes that serve pages are told of: ids of events, and of letters that came back. */
export interface Spread {
  readonly events: readonly string[];
  readonly returned: readonly string[];
}

/** Tells every process that serves pages what is new, once the change itself is stored. */
export async function spread({ events, returned }: Spread, client: Prisma.TransactionClient = prisma): Promise<void> {
  const told = [...events, ...returned.map((id) => `${returnedMark}${id}`)];
  for (const some of inBatches(told, (id) => id, mostInOne)) {
    await client.$executeRaw`SELECT pg_notify('desk_news', ${some.join(",")})`;
  }
}

/** What a notice said. */
export function readSpread(payload: string): Spread {
  const ids = payload.split(",").filter((id) => id !== "");
  return {
    events: ids.filter((id) => !id.startsWith(returnedMark)),
    returned: ids.flatMap((id) => (id.startsWith(returnedMark) ? [id.slice(returnedMark.length)] : [])),
  };
}
