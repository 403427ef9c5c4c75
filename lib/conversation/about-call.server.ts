import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { commit } from "@/lib/audit/transact.server";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import type { Viewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { messageRow, messageRows } from "./store.server";
import { findTalk, type Said, saidOn } from "./talk.server";

interface AboutCall {
  readonly reference: string;
  readonly kind: "call_asked" | "call_told";
  readonly words: (t: Translate) => string;
}

/** What a school says of the telephone, as words of the conversation with an event of their own. */
export async function sayAboutCall(viewer: Viewer, said: AboutCall, now: Now): Promise<Result<Said>> {
  const { reference, kind } = said;
  const report = await findTalk(viewer, reference, "message:send");
  if (viewer.kind !== "school") throw new NotAllowed("message:send");
  const { status } = report;
  if (status === "withdrawn") return fail({ code: "conversation-over" });
  const words = said.words(translatorFor(viewer.locale));
  const message = { id: newId(), reportId: report.id, side: viewer.kind, author: viewer, words, replyToId: null };
  await commit(viewer, now, (ledger) => {
    ledger.collect(messageRows, messageRow(message, now));
    announce(ledger, report.id, { kind, status, data: { message: message.id } });
    record(ledger, { action: "message:send", object: { kind: "report", id: report.id }, reason: usualReason(viewer) });
  });
  return ok(saidOn(report, viewer));
}
