import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import type { KindCode } from "@/lib/attachments/kinds";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { prisma } from "@/lib/db/client.server";
import { type Now, nowAt } from "@/lib/shared/clock";
import { aText, inChunks } from "./papers";
import { aFiledReport, aWorld, thursday, type World } from "./world";

export const momentAt = (text: string) => nowAt(new Date(text));

export const daysAfter = (days: number): Now => nowAt(new Date(thursday.at.getTime() + days * 86_400_000));

/** A report with one paper of each of these kinds, that was closed on the day on which it was filed. */
export async function aClosedReport(...kinds: readonly KindCode[]) {
  const world = await aWorld();
  const { reference, id } = await aFiledReport(world);
  const papers: string[] = [];
  for (const kind of kinds) papers.push(await aPaperOf(world, reference, kind));
  await close(world, reference);
  return { world, reference, reportId: id, papers };
}

export async function aPaperOf(world: World, reference: string, kind: KindCode): Promise<string> {
  const file = { name: "a.txt", bytes: inChunks(aText(100)) };
  const added = await addPaper(world.reporter, { reference, kind, file }, thursday);
  if (!added.ok) throw new Error(`the paper was refused: ${added.problems[0]?.code}`);
  return added.value.id;
}

export async function close({ officer }: World, reference: string, now = thursday): Promise<void> {
  const closing = { reference, closeReason: "back_to_school", closeNote: "student_seen" } as const;
  const closed = await closeReport(officer, closing, now);
  if (!closed.ok) throw new Error(`not closed: ${closed.problems[0]?.code}`);
}

/** What is left of a paper: its bytes, its key, its name. */
export async function remainsOf(id: string) {
  const { objectKey, nameSealed, fileKeySealed, state } = await prisma.attachment.findUniqueOrThrow({ where: { id } });
  return {
    state,
    hasName: nameSealed !== "",
    hasKey: fileKeySealed !== "",
    hasBytes: (await prisma.attachmentPiece.count({ where: { objectKey } })) > 0,
  };
}

export const whole = { state: "clean", hasName: true, hasKey: true, hasBytes: true };
export const gone = { state: "removed", hasName: false, hasKey: false, hasBytes: false };
