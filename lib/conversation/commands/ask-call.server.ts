import "server-only";
import type { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { commit } from "@/lib/audit/transact.server";
import { translatorFor } from "@/lib/i18n/translator";
import type { Viewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { callInput } from "../inputs";
import { messageRow, messageRows } from "../store.server";
import { findTalk, type Said, saidOn } from "../talk.server";

/** "Bel mij terug": the school leaves a number and the times that suit, as words of the conversation. */
export async function askCall(viewer: Viewer, input: z.infer<typeof callInput>, now: Now): Promise<Result<Said>> {
  const report = await findTalk(viewer, input.reference, "message:send");
  if (viewer.kind !== "school") throw new NotAllowed("message:send");
  const { status } = report;
  if (status === "withdrawn") return fail({ code: "conversation-over" });
  const words = translatorFor(viewer.locale)("conversation.call.words", { phone: input.phone, times: input.times });
  const message = { id: newId(), reportId: report.id, side: viewer.kind, author: viewer, words, replyToId: null };
  await commit(viewer, now, (ledger) => {
    ledger.collect(messageRows, messageRow(message, now));
    announce(ledger, report.id, { kind: "call_asked", status, data: { message: message.id } });
    record(ledger, { action: "message:send", object: { kind: "report", id: report.id }, reason: usualReason(viewer) });
  });
  return ok(saidOn(report, viewer));
}
