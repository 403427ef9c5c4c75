import "server-only";
import type { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { commit } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { sendInput } from "../inputs";
import { messageRow, messageRows, spentDrafts } from "../store.server";
import { findTalk, type Said, saidOn } from "../talk.server";

/**
 * One side writes to the other. A closed report can still be talked about and stays closed; the school may ask to open
 * it again. What was withdrawn is over.
 */
export async function sendMessage(viewer: Viewer, input: z.infer<typeof sendInput>, now: Now): Promise<Result<Said>> {
  const report = await findTalk(viewer, input.reference, "message:send");
  if (viewer.kind !== "school" && viewer.kind !== "office") throw new NotAllowed("message:send");
  const { status } = report;
  if (status === "withdrawn") return fail({ code: "conversation-over" });
  const replyToId = input.replyTo ?? null;
  if (replyToId !== null && !(await isOfReport(replyToId, report.id))) {
    return fail({ code: "message-gone", field: "replyTo" });
  }
  const message = {
    id: newId(),
    reportId: report.id,
    side: viewer.kind,
    author: viewer,
    words: input.words,
    replyToId,
  };
  const asksReopening = input.asksReopening && viewer.kind === "school" && status === "closed";
  await commit(viewer, now, (ledger) => {
    ledger.collect(messageRows, messageRow(message, now));
    ledger.collect(spentDrafts, { report_id: report.id, account_id: viewer.accountId, about: "message" });
    announce(ledger, report.id, { kind: "messaged", status, data: { message: message.id, asksReopening } });
    record(ledger, {
      action: "message:send",
      object: { kind: "report", id: report.id },
      reason: usualReason(viewer),
    });
  });
  return ok(saidOn(report, viewer));
}

async function isOfReport(id: string, reportId: string): Promise<boolean> {
  return (await prisma.message.count({ where: { id, reportId } })) > 0;
}
