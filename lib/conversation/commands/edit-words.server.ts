import "server-only";
import type { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import { sealText } from "@/lib/db/seal.server";
import type { Viewer } from "@/lib/identity/viewer";
import { isPerson } from "@/lib/identity/viewer";
import { spread } from "@/lib/notifications/spread.server";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { editableMilliseconds } from "../editing";
import type { editInput } from "../inputs";
import { findTalk, type Said, saidOn } from "../talk.server";

type Edit = z.infer<typeof editInput>;

/** The author puts a message right, within five minutes; the other side sees that it was changed, also on an open page. What was withdrawn is over. */
export async function editMessage(viewer: Viewer, input: Edit, now: Now): Promise<Result<Said>> {
  const report = await findTalk(viewer, input.reference, "message:send");
  if (report.status === "withdrawn") return fail({ code: "conversation-over" });
  const own = ownRecent(viewer, now, "message:send");
  return transact(viewer, now, async (tx) => {
    const { count } = await tx.client.message.updateMany({
      where: { id: input.id, reportId: report.id, authorId: own.authorId, sentAt: own.since },
      data: { wordsSealed: sealText(input.words), editedAt: now.at },
    });
    if (count === 0) return fail({ code: "edit-too-late" });
    await spread({ edited: [input.id] }, tx.client);
    record(tx, { action: "message:edit", object: { kind: "report", id: report.id }, reason: usualReason(viewer) });
    return ok(saidOn(report, viewer));
  });
}

/** The same for a note of the office. */
export async function editNote(viewer: Viewer, input: Edit, now: Now): Promise<Result<Said>> {
  const report = await findTalk(viewer, input.reference, "note:write");
  const own = ownRecent(viewer, now, "note:write");
  return transact(viewer, now, async (tx) => {
    const { count } = await tx.client.officeNote.updateMany({
      where: { id: input.id, reportId: report.id, authorId: own.authorId, writtenAt: own.since },
      data: { wordsSealed: sealText(input.words), editedAt: now.at },
    });
    if (count === 0) return fail({ code: "edit-too-late" });
    await spread({ notes: [input.id] }, tx.client);
    record(tx, { action: "note:edit", object: { kind: "report", id: report.id }, reason: usualReason(viewer) });
    return ok(saidOn(report, viewer));
  });
}

function ownRecent(viewer: Viewer, now: Now, action: string) {
  if (!isPerson(viewer)) throw new NotAllowed(action);
  return { authorId: viewer.accountId, since: { gte: new Date(now.at.getTime() - editableMilliseconds) } };
}
