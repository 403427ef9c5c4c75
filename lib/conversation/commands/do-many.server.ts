import "server-only";
import type { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { noteErasure } from "@/lib/audit/erase.server";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { type BulkInput, changedList, type undoInput, type WrittenOne, writtenList } from "@/lib/casework/bulk";
import { type ActToUndo, holdToUndo, keepPart, noteLeft } from "@/lib/casework/bulk-acts.server";
import { changeInParts, chosenReferences, partsOf } from "@/lib/casework/bulk-change.server";
import { ownOffice, readsInbox } from "@/lib/casework/inbox";
import type { OfficeViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { undoReports } from "@/lib/reports/undo-many.server";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { fail, ok, type Result } from "@/lib/shared/result";
import { noteRow, noteRows } from "../store.server";
import { talkColumns } from "../talk.server";

export interface DoneMany {
  readonly act: string;
  /** The list that one comes back to, as the address of the inbox has it. */
  readonly back: string;
}

/**
 * Takes up, gives away, notes or closes many reports in one act. It may come in parts, which count as one act; what is
 * refused is kept beside what was done, and the rest goes on.
 */
export async function doMany(viewer: Viewer, input: BulkInput, now: Now): Promise<Result<DoneMany>> {
  const own = requireReader(viewer);
  if (input.list === undefined && input.references.length === 0) return fail({ code: "nothing-chosen" });
  if (input.kind === "note") await noteInParts(own, input, now);
  else await changeInParts(own, input, now);
  return ok({ act: input.act, back: input.back });
}

async function noteInParts(viewer: OfficeViewer, input: Extract<BulkInput, { kind: "note" }>, now: Now): Promise<void> {
  for (const references of partsOf(await chosenReferences(viewer, now, input))) {
    await transact(viewer, now, async (tx) => {
      const { done, refused } = await noteMany(tx, viewer, { references, words: input.note });
      await keepPart(tx, viewer, { id: input.act, kind: "note", done, refused });
    });
  }
}

async function noteMany(
  tx: Transaction,
  viewer: OfficeViewer,
  { references, words }: { readonly references: readonly string[]; readonly words: string },
) {
  const known = references.map((given) => readReference(given) ?? "");
  const reports = await tx.client.report.findMany({
    where: { AND: [visibleReports(viewer), { reference: { in: known } }] },
    select: talkColumns,
  });
  const done: WrittenOne[] = [];
  for (const report of reports.filter((one) => can(viewer, "note:write", one))) {
    const note = { id: newId(), reportId: report.id, author: viewer, words };
    tx.collect(noteRows, noteRow(note, tx.now));
    record(tx, { action: "note:write", object: { kind: "report", id: report.id }, reason: usualReason(viewer) });
    done.push({ reference: report.reference, note: note.id });
  }
  const noted = new Set(done.map(({ reference }) => reference));
  const refused = known.filter((reference) => !noted.has(reference));
  return { done, refused: refused.map((reference) => ({ reference, code: "report-elsewhere" })) };
}

/** Takes back the own last act: each report as it was, said on its timeline; what changed since stays. */
export async function undoMany(
  viewer: Viewer,
  { act: id, back }: z.infer<typeof undoInput>,
  now: Now,
): Promise<Result<DoneMany>> {
  const own = requireReader(viewer);
  return transact(viewer, now, async (tx) => {
    const held = await holdToUndo(tx, own, id);
    if (!held.ok) return held;
    await noteLeft(tx, id, await undo(tx, own, held.value));
    return ok({ act: id, back });
  });
}

const undoing = {
  take: { action: "report:take", what: "taken_up" },
  assign: { action: "report:assign", what: "assigned" },
  close: { action: "report:close", what: "closed" },
} as const;

/** Answers the references of what stays as it is now. */
async function undo(tx: Transaction, viewer: OfficeViewer, { kind, done }: ActToUndo): Promise<readonly string[]> {
  if (kind === "note") return unwrite(tx, viewer, writtenList.parse(done));
  const { action, what } = undoing[kind];
  if (!can(viewer, action, ownOffice(viewer))) throw new NotAllowed(action);
  const changed = changedList.parse(done);
  const undone = new Set(await undoReports(tx, changed, what));
  return changed.filter(({ reference }) => !undone.has(reference)).map(({ reference }) => reference);
}

/** A note that its writer changed since stays, and so does one at a report that is no longer his to see. */
async function unwrite(tx: Transaction, viewer: OfficeViewer, written: readonly WrittenOne[]) {
  const own = {
    id: { in: written.map(({ note }) => note) },
    authorId: viewer.accountId,
    editedAt: null,
    report: visibleReports(viewer),
  };
  const found = await tx.client.officeNote.findMany({ where: own, select: { id: true, reportId: true } });
  await tx.client.officeNote.deleteMany({ where: { id: { in: found.map(({ id }) => id) } } });
  for (const { id, reportId } of found) {
    noteErasure(tx, { kind: "note", object: id });
    record(tx, { action: "note:undo", object: { kind: "report", id: reportId }, reason: usualReason(viewer) });
  }
  const gone = new Set(found.map(({ id }) => id));
  return written.filter(({ note }) => !gone.has(note)).map(({ reference }) => reference);
}

function requireReader(viewer: Viewer): OfficeViewer {
  if (viewer.kind !== "office" || !readsInbox(viewer)) throw new NotAllowed("report:read");
  return viewer;
}
