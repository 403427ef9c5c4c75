import "server-only";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import type { KindCode } from "@/lib/attachments/kinds";
import type { SentFile } from "@/lib/attachments/received.server";
import type { AddedPaper } from "@/lib/attachments/views";
import type { Ledger } from "@/lib/audit/transact.server";
import { isUniqueViolation } from "@/lib/db/unique.server";
import type { ClientViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import { type KeyedCall, paperHash, type Reply, replyOfTwin, replyRow, replyRows } from "../idempotency.server";
import { presentAdded } from "../present-attachment";

interface Call {
  readonly key: string;
  readonly reference: string;
  readonly kind: KindCode;
  readonly file: SentFile;
}

/** Adds a paper for a coupled system; the reply is stored with the claim, so that the same call again adds nothing. */
export async function addPaperOnce(viewer: ClientViewer, call: Call, now: Now): Promise<Result<Reply>> {
  const { key, reference, kind, file } = call;
  const sent: { keyed: KeyedCall | null } = { keyed: null };
  const replyOf = (paper: AddedPaper): Reply => ({
    status: paper.isAlreadyThere ? 200 : 201,
    body: presentAdded(reference, paper),
  });
  // Also of a file that was there already: its key is taken, and is no key for another file.
  const alongside = (ledger: Ledger, paper: AddedPaper, sentSha256: string) => {
    sent.keyed = { key, bodyHash: paperHash(call, sentSha256) };
    ledger.collect(replyRows, replyRow(viewer, sent.keyed, replyOf(paper), now));
  };
  try {
    const added = await addPaper(viewer, { reference, kind, file, alongside }, now);
    if (!added.ok) return added;
    return ok(replyOf(added.value));
  } catch (error) {
    if (!isUniqueViolation(error) || sent.keyed === null) throw error;
    return (await replyOfTwin(viewer, sent.keyed, now)) ?? fail({ code: "idempotency-key-in-use" });
  }
}
