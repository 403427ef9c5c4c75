import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import type { OfficeViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { type BulkKind, bulkKinds, bulkMost, type RefusedOne, undoMinutes } from "./bulk";

interface Part {
  readonly id: string;
  readonly kind: BulkKind;
  /** Reports with what is needed to undo it, without words about a student. */
  readonly done: readonly object[];
  readonly refused: readonly RefusedOne[];
}

const rememberedMilliseconds = 24 * 60 * 60_000;

/** Before its reports, as undoing it does: a part that is sent again meanwhile would hold what the other waits for. */
export async function holdAct(tx: Transaction, id: string): Promise<void> {
  await tx.client.$queryRaw(Prisma.sql`SELECT FROM bulk_acts WHERE id = ${id}::uuid FOR UPDATE`);
}

/** Keeps a part of an act beside the parts that came before; all of them together are no more than one act may be. */
export async function keepPart(
  tx: Transaction,
  viewer: OfficeViewer,
  { id, kind, done, refused }: Part,
): Promise<void> {
  const { officeId, accountId } = viewer;
  const kept = await tx.client.$executeRaw(Prisma.sql`
    INSERT INTO bulk_acts (id, office_id, account_id, kind, started_at, done, refused)
    VALUES (${id}::uuid, ${officeId}::uuid, ${accountId}::uuid, ${kind}, ${tx.now.at},
      ${JSON.stringify(done)}::jsonb, ${JSON.stringify(refused)}::jsonb)
    ON CONFLICT (id) DO UPDATE SET done = bulk_acts.done || EXCLUDED.done, refused = bulk_acts.refused || EXCLUDED.refused
      WHERE bulk_acts.account_id = EXCLUDED.account_id AND bulk_acts.office_id = EXCLUDED.office_id
        AND bulk_acts.kind = EXCLUDED.kind AND bulk_acts.undone_at IS NULL
        AND jsonb_array_length(bulk_acts.done || EXCLUDED.done) <= ${bulkMost}
        AND jsonb_array_length(bulk_acts.refused || EXCLUDED.refused) <= ${bulkMost}`);
  if (kept === 0) throw new NotFound("bulk-act");
}

/** What is older than a day is undone no more, and forgotten; answers how many acts. */
export async function forgetBulkActs(now: Now): Promise<number> {
  const before = new Date(now.at.getTime() - rememberedMilliseconds);
  return (await prisma.bulkAct.deleteMany({ where: { startedAt: { lt: before } } })).count;
}

export function mayUndo(act: { readonly startedAt: Date; readonly undoneAt: Date | null }, now: Now): boolean {
  return act.undoneAt === null && now.at.getTime() - act.startedAt.getTime() <= undoMinutes * 60_000;
}

export interface ActToUndo {
  readonly id: string;
  readonly kind: BulkKind;
  readonly done: unknown;
}

/** The own act, that from now on nobody else undoes: of two presses the second hears that it was done. */
export async function holdToUndo(tx: Transaction, viewer: OfficeViewer, id: string): Promise<Result<ActToUndo>> {
  const { officeId, accountId } = viewer;
  const act = await tx.client.bulkAct.findFirst({ where: { id, officeId, accountId } });
  const kind = bulkKinds.find((known) => known === act?.kind);
  if (act === null || kind === undefined) throw new NotFound("bulk-act");
  if (act.undoneAt !== null) return fail({ code: "already-undone" });
  if (!mayUndo(act, tx.now)) return fail({ code: "undo-too-late" });
  // Read again as it is closed: a part that came in the meantime is undone too.
  const [closed] = await tx.client.bulkAct.updateManyAndReturn({
    where: { id, undoneAt: null },
    data: { undoneAt: tx.now.at },
    select: { done: true },
  });
  return closed === undefined ? fail({ code: "already-undone" }) : ok({ id, kind, done: closed.done });
}

/** What could not be put back, because somebody changed it since. */
export async function noteLeft(tx: Transaction, id: string, left: readonly string[]): Promise<void> {
  const refused = left.map((reference) => ({ reference, code: "report-changed" }));
  await tx.client.bulkAct.update({ where: { id }, data: { refused }, select: { id: true } });
}
