import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { commit } from "@/lib/audit/transact.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { messageRow, messageRows } from "../store.server";
import { findTalk, type Said, saidOn } from "../talk.server";

interface Reply {
  readonly reference: string;
  readonly words: string;
}

/** What somebody answered by mail, said as if it had been typed at the report, and marked as mail. */
export async function receiveReply(viewer: PersonViewer, { reference, words }: Reply, now: Now): Promise<Result<Said>> {
  const report = await findTalk(viewer, reference, "message:send");
  if (viewer.kind === "desk") throw new NotAllowed("message:send");
  const { status } = report;
  if (status === "withdrawn") return fail({ code: "conversation-over" });
  const message = { id: newId(), reportId: report.id, side: viewer.kind, author: viewer, words, replyToId: null };
  await commit(viewer, now, (ledger) => {
    ledger.collect(messageRows, { ...messageRow(message, now), origin: "mail" });
    announce(ledger, report.id, { kind: "messaged", status, data: { message: message.id, asksReopening: false } });
    record(ledger, { action: "message:send", object: { kind: "report", id: report.id }, reason: usualReason(viewer) });
  });
  return ok(saidOn(report, viewer));
}
