import "server-only";
import type { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { commit } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed } from "@/lib/shared/problem";
import { ok, type Result } from "@/lib/shared/result";
import type { noteInput } from "../inputs";
import { noteRow, noteRows, spentDrafts } from "../store.server";
import { findTalk, type Said, saidOn } from "../talk.server";

/** Somebody of the office writes for colleagues. It is no event: the timeline, the mail and the API know nothing of it; their open pages do. */
export async function writeNote(viewer: Viewer, input: z.infer<typeof noteInput>, now: Now): Promise<Result<Said>> {
  const report = await findTalk(viewer, input.reference, "note:write");
  if (viewer.kind !== "office") throw new NotAllowed("note:write");
  const note = { id: newId(), reportId: report.id, author: viewer, words: input.words };
  await commit(viewer, now, (ledger) => {
    ledger.collect(noteRows, noteRow(note, now));
    ledger.collect(spentDrafts, { report_id: report.id, account_id: viewer.accountId, about: "note" });
    record(ledger, { action: "note:write", object: { kind: "report", id: report.id }, reason: usualReason(viewer) });
  });
  return ok(saidOn(report, viewer));
}
