import "server-only";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { inBatches } from "@/lib/shared/batches";

const returnedMark = "mail:";
const editedMark = "edit:";
const noteMark = "note:";
/** A notice of the database holds 8,000 bytes. */
const mostInOne = 150;

/** What the processes that serve pages are told of: ids of events, of letters that came back, of messages that were put right, and of notes. */
export interface Spread {
  readonly events: readonly string[];
  readonly returned: readonly string[];
  readonly edited: readonly string[];
  /** Of an office for colleagues, new or put right. */
  readonly notes: readonly string[];
}

/** Tells every process that serves pages what is new, once the change itself is stored. */
export async function spread(
  { events = [], returned = [], edited = [], notes = [] }: Partial<Spread>,
  client: Prisma.TransactionClient = prisma,
): Promise<void> {
  const told = [
    ...events,
    ...returned.map((id) => `${returnedMark}${id}`),
    ...edited.map((id) => `${editedMark}${id}`),
    ...notes.map((id) => `${noteMark}${id}`),
  ];
  for (const some of inBatches(told, (id) => id, mostInOne)) {
    await client.$executeRaw`SELECT pg_notify('desk_news', ${some.join(",")})`;
  }
}

/** The same within the statement that stores a note, of its `id`. */
export const spreadNote = Prisma.sql`pg_notify('desk_news', ${noteMark} || id)`;

/** What a notice said. */
export function readSpread(payload: string): Spread {
  const ids = payload.split(",").filter((id) => id !== "");
  const after = (mark: string) => ids.flatMap((id) => (id.startsWith(mark) ? [id.slice(mark.length)] : []));
  return {
    events: ids.filter((id) => !id.includes(":")),
    returned: after(returnedMark),
    edited: after(editedMark),
    notes: after(noteMark),
  };
}
