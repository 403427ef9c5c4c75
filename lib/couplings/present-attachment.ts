import type { z } from "zod";
import type { AddedPaper, PapersView } from "@/lib/attachments/views";
import type { addedAttachmentAnswer, attachmentsAnswer } from "./attachment-answers";
import { apiPath } from "./operations";

export function presentAdded(
  reference: string,
  { id, name, state, isAlreadyThere }: AddedPaper,
): z.infer<typeof addedAttachmentAnswer> {
  return { id, name, state, alreadyThere: isAlreadyThere, links: linksTo(reference, id) };
}

export function presentPapers(reference: string, { papers, room }: PapersView): z.infer<typeof attachmentsAnswer> {
  return {
    reference,
    room,
    attachments: papers.map(({ mayRemove: _, ...paper }) => ({
      ...paper,
      uploadedAt: paper.uploadedAt.toISOString(),
      links: linksTo(reference, paper.id),
    })),
  };
}

function linksTo(reference: string, id: string) {
  const report = `${apiPath}/reports/${reference}`;
  return { self: `${report}/attachments/${id}`, report };
}
