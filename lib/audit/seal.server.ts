import "server-only";
import { createHash } from "node:crypto";
import { prisma } from "@/lib/db/client.server";
import { isUniqueViolation } from "@/lib/db/unique.server";
import type { Now } from "@/lib/shared/clock";
import { beginning, type SealedEntry, sealText } from "./chain";

/** An entry is in the log at most this long after its id was made: a transaction may take fifteen seconds. */
const settledAfterMilliseconds = 60_000;
const entriesPerSeal = 10_000;

/**
 * Puts a seal over the entries since the last one, so that one that is changed, added or taken away afterwards is
 * found. Answers how many entries it sealed. Two who seal at once: the second does nothing.
 */
export async function sealEntries(now: Now): Promise<number> {
  const last = await prisma.auditSeal.findFirst({ orderBy: { sequence: "desc" } });
  const settled = firstIdOf(now.at.getTime() - settledAfterMilliseconds);
  const entries = await entriesAfter(last?.lastEntryId ?? null, { lt: settled });
  const newest = entries.at(-1);
  if (newest === undefined) return 0;
  const previousHash = last?.hash ?? beginning;
  const seal = {
    sequence: (last?.sequence ?? 0) + 1,
    sealedAt: now.at,
    lastEntryId: newest.id,
    entryCount: entries.length,
    previousHash,
    hash: hashOf(previousHash, entries),
  };
  try {
    await prisma.auditSeal.create({ data: seal });
    return entries.length;
  } catch (error) {
    if (isUniqueViolation(error)) return 0;
    throw error;
  }
}

/** The first seal that does not fit its entries; null when the whole log is as it was sealed. */
export async function findBrokenSeal(): Promise<number | null> {
  let previous: { hash: string; lastEntryId: string } | null = null;
  for (const seal of await prisma.auditSeal.findMany({ orderBy: { sequence: "asc" } })) {
    const previousHash: string = previous?.hash ?? beginning;
    const entries = await entriesAfter(previous?.lastEntryId ?? null, { lte: seal.lastEntryId });
    const fits = seal.previousHash === previousHash && seal.entryCount === entries.length;
    if (!fits || seal.hash !== hashOf(previousHash, entries)) return seal.sequence;
    previous = seal;
  }
  return null;
}

/** The lowest id that can be made at this moment: an id begins with its time (RFC 9562, version 7). */
function firstIdOf(milliseconds: number): string {
  const time = milliseconds.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

async function entriesAfter(
  id: string | null,
  until: { readonly lt: string } | { readonly lte: string },
): Promise<readonly SealedEntry[]> {
  const entries = await prisma.auditEntry.findMany({
    where: { id: { ...until, ...(id === null ? {} : { gt: id }) } },
    orderBy: { id: "asc" },
    take: entriesPerSeal,
  });
  return entries.map((entry) => ({ ...entry, at: entry.at.toISOString() }));
}

function hashOf(previousHash: string, entries: readonly SealedEntry[]): string {
  return createHash("sha256").update(sealText(previousHash, entries)).digest("hex");
}
