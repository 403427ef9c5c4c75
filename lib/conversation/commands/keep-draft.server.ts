import "server-only";
import type { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import { sealText } from "@/lib/db/seal.server";
import { isPerson, type Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { addToMessage } from "../drafts-of-question.server";
import type { draftInput } from "../inputs";
import { findTalk } from "../talk.server";

const rights = { message: "message:send", note: "note:write" } as const;

/** Keeps what somebody is typing, for himself; an empty box keeps nothing. */
export async function keepDraft(viewer: Viewer, input: z.infer<typeof draftInput>, now: Now): Promise<void> {
  const { about } = input;
  const right = about === "message" || about === "note" ? rights[about] : "request:answer";
  const report = await findTalk(viewer, input.reference, right);
  if (!isPerson(viewer)) throw new NotAllowed(right);
  const key = { reportId: report.id, accountId: viewer.accountId, about };
  if (input.words === undefined) {
    await prisma.messageDraft.deleteMany({ where: key });
    return;
  }
  if (right === "request:answer" && !(await isOpen(report.id, about))) {
    await addToMessage(prisma, { ...key, words: input.words, savedAt: now.at });
    return;
  }
  const kept = { wordsSealed: sealText(input.words), savedAt: now.at };
  await prisma.messageDraft.upsert({
    where: { reportId_accountId_about: key },
    create: { ...key, ...kept },
    update: kept,
  });
}

/** The question was answered or dropped while somebody was typing: his words are for a message then. */
async function isOpen(reportId: string, request: string): Promise<boolean> {
  const open = await prisma.request.count({ where: { id: request, reportId, answeredAt: null, droppedAt: null } });
  return open > 0;
}
