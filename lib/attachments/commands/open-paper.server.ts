import "server-only";
import { randomBytes } from "node:crypto";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { lookupHash, openText } from "@/lib/db/seal.server";
import type { ClientViewer, PersonViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { type Asked, findPaper, type PaperRow } from "../find-paper.server";
import { isFormat } from "../formats";
import { takeOut } from "../vault.server";
import type { OpenedPaper } from "../views";

const linkSeconds = 60;

/** A link that opens one paper, once, within a minute, in this session, while the report stays as it is (trust E6). */
export function makeLink(viewer: PersonViewer, paperId: string, now: Now): Promise<string> {
  return transact(viewer, now, async (tx) => {
    const paper = await findPaper(tx, { id: paperId });
    const token = randomBytes(32).toString("base64url");
    await tx.client.attachmentLink.create({
      data: {
        tokenHash: lookupHash("token", token),
        attachmentId: paper.id,
        sessionId: viewer.sessionId,
        reportVersion: paper.report.version,
        expiresAt: new Date(now.at.getTime() + linkSeconds * 1000),
      },
    });
    return token;
  });
}

/**
 * Takes the link and opens the paper, in one transaction: whoever may not read the report at this very moment, comes
 * from another session or comes again finds nothing.
 */
export async function openLink(viewer: PersonViewer, token: string, now: Now): Promise<OpenedPaper> {
  const paper = await transact(viewer, now, async (tx) => {
    const tokenHash = lookupHash("token", token);
    const link = await tx.client.attachmentLink.findUnique({ where: { tokenHash } });
    if (link === null || link.sessionId !== viewer.sessionId || link.expiresAt <= now.at) throw new NotFound("link");
    const { count } = await tx.client.attachmentLink.deleteMany({ where: { tokenHash } });
    if (count === 0) throw new NotFound("link");
    return openNow(tx, { id: link.attachmentId, report: { version: link.reportVersion } });
  });
  return opened(paper);
}

/** A coupled system shows its token at each call and needs no link. */
export async function openPaper(
  viewer: ClientViewer,
  { reference, id }: { readonly reference: string; readonly id: string },
  now: Now,
): Promise<OpenedPaper> {
  return opened(await transact(viewer, now, (tx) => openNow(tx, { id, report: { reference } })));
}

async function openNow(tx: Transaction, asked: Asked): Promise<PaperRow> {
  const paper = await findPaper(tx, asked);
  record(tx, {
    action: "attachment:open",
    object: { kind: "attachment", id: paper.id },
    reason: usualReason(tx.viewer),
  });
  return paper;
}

function opened(paper: PaperRow): OpenedPaper {
  return {
    name: openText(paper.nameSealed),
    format: isFormat(paper.format) ? paper.format : "txt",
    byteCount: paper.byteCount,
    bytes: takeOut(paper),
  };
}
