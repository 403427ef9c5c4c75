import "server-only";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import { makeSheet } from "@/lib/attachments/commands/make-sheet.server";
import type { KindCode } from "@/lib/attachments/kinds";
import type { SentFile } from "@/lib/attachments/received.server";
import type { AddedPaper } from "@/lib/attachments/views";
import type { Transaction } from "@/lib/audit/transact.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import type { Result } from "@/lib/shared/result";
import { settle } from "../settle.server";
import { findTalk } from "../talk.server";

interface Answer {
  readonly reference: string;
  readonly request: string;
}

/**
 * Adds a paper that answers what the office asked, in one transaction with the answer. Of more papers the first is the
 * answer; the rest goes along. A paper for a question that is over is added all the same: who sends it, means it.
 */
export async function answerWithPaper(
  viewer: PersonViewer,
  { request, ...paper }: Answer & { readonly kind: KindCode; readonly file: SentFile },
  now: Now,
): Promise<Result<AddedPaper>> {
  return addPaper(
    viewer,
    { ...paper, alongside: await answering(viewer, { reference: paper.reference, request }) },
    now,
  );
}

/** The same with the sheet that the desk makes of the hours in the report. */
export async function answerWithSheet(
  viewer: PersonViewer,
  { request, ...sheet }: Answer & { readonly format: "pdf" | "csv" },
  now: Now,
): Promise<Result<AddedPaper>> {
  return makeSheet(
    viewer,
    { ...sheet, alongside: await answering(viewer, { reference: sheet.reference, request }) },
    now,
  );
}

async function answering(viewer: PersonViewer, { reference, request }: Answer) {
  const report = await findTalk(viewer, reference, "request:answer");
  return async (tx: Transaction, paper: AddedPaper): Promise<void> => {
    const data = { answeredAt: tx.now.at, answeredByName: viewer.name, answerPaperId: paper.id };
    await settle(tx, { report, request, kind: "answered", spentBy: null, data });
  };
}
