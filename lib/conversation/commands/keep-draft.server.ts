import "server-only";
import type { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import { sealText } from "@/lib/db/seal.server";
import { isPerson, type Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import type { draftInput } from "../inputs";
import { findTalk } from "../talk.server";

/** Keeps what somebody is typing, for himself; an empty box keeps nothing. */
export async function keepDraft(viewer: Viewer, input: z.infer<typeof draftInput>, now: Now): Promise<void> {
  const report = await findTalk(viewer, input.reference, "message:send");
  if (!isPerson(viewer)) throw new NotAllowed("message:send");
  const key = { reportId: report.id, accountId: viewer.accountId };
  if (input.words === undefined) {
    await prisma.messageDraft.deleteMany({ where: key });
    return;
  }
  const kept = { wordsSealed: sealText(input.words), savedAt: now.at };
  await prisma.messageDraft.upsert({
    where: { reportId_accountId: key },
    create: { ...key, ...kept },
    update: kept,
  });
}
