import "server-only";
import { dropDraftPapersAgain, endPapersAgain } from "@/lib/attachments/erase-again.server";
import { sweepIfPossible } from "@/lib/attachments/sweep.server";
import { takeOverSql } from "@/lib/audit/erase.server";
import type { Erasure, ErasureKind } from "@/lib/audit/erasures";
import { dropNotesAgain } from "@/lib/conversation/erase-again.server";
import { askIn, type Connection } from "@/lib/db/bulk.server";
import { dropDraftsAgain, dropImportsAgain } from "@/lib/reports/erase-again.server";
import type { Now } from "@/lib/shared/clock";

const atATime = 1_000;

interface ErasedAgain {
  /** Of what the journal names, what was there. */
  readonly count: number;
  /** Bytes that nobody can read any more, and that still lie in the store. */
  readonly objectKeys: readonly string[];
}

/** Of a desk whose journal is not there. */
export const nothingErased: ErasedAgain = { count: 0, objectKeys: [] };

/** Erases what this journal names, as far as it is there, and takes the journal over. */
export async function eraseAgain(connection: Connection, erasures: readonly Erasure[], now: Now): Promise<ErasedAgain> {
  let count = 0;
  const objectKeys: string[] = [];
  for (let from = 0; from < erasures.length; from += atATime) {
    const some = erasures.slice(from, from + atATime);
    const ids = (...kinds: readonly ErasureKind[]) =>
      some.filter(({ kind }) => kinds.includes(kind)).map(({ object }) => object);
    const papers = await endPapersAgain(
      connection,
      some.filter((one) => one.kind === "paper"),
      now,
    );
    const draftPapers = await dropDraftPapersAgain(connection, ids("draft-paper", "paper"));
    objectKeys.push(...papers, ...draftPapers);
    count += papers.length + draftPapers.length;
    count += await dropDraftsAgain(
      connection,
      some.filter(({ kind }) => kind === "draft"),
    );
    count += await dropImportsAgain(connection, ids("import"));
    count += await dropNotesAgain(connection, ids("note"));
    await askIn(connection, takeOverSql(some));
  }
  return { count, objectKeys };
}

/** What cannot be taken out of the store now, the worker takes. */
export async function sweepErased({ objectKeys }: ErasedAgain, now: Now): Promise<void> {
  for (const key of objectKeys) await sweepIfPossible(key, now);
}
