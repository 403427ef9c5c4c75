import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { openText } from "@/lib/db/seal.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";
import { type Said, saidKey } from "../said";

/** What was written, asked and sent along with these reports, for a page on which it stands among what happened. */
export async function listSaid(viewer: PersonViewer, reportIds: readonly string[], now: Now): Promise<Said> {
  const reports = await prisma.report.findMany({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(viewer), { id: { in: [...reportIds] } }] },
    select: {
      id: true,
      messages: { select: { id: true, wordsSealed: true } },
      requests: { select: { id: true, wordsSealed: true, answerSealed: true } },
      attachments: { where: { state: { in: ["clean", "waiting"] } }, select: { id: true, nameSealed: true } },
    },
  });
  const reason = usualReason(viewer);
  const acts = reports.map(({ id }) => ({
    action: "conversation:read" as const,
    object: { kind: "report", id },
    reason,
  }));
  if (acts.length > 0) await recordRead(viewer, now, ...acts);
  const sealed = reports.flatMap(({ messages, requests, attachments }) => [
    ...messages.map(({ id, wordsSealed }) => [saidKey.message(id), wordsSealed] as const),
    ...requests.map(({ id, wordsSealed }) => [saidKey.question(id), wordsSealed] as const),
    ...requests.map(({ id, answerSealed }) => [saidKey.answer(id), answerSealed] as const),
    ...attachments.map(({ id, nameSealed }) => [saidKey.paper(id), nameSealed] as const),
  ]);
  return new Map(sealed.flatMap(([key, words]) => (words === null ? [] : [[key, openText(words)]])));
}
