import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { DraftInput } from "../draft";
import type { ReportInput } from "../input";
import { prepareFiling } from "../prepare-filing.server";
import { saveDraft } from "./save-draft.server";

interface HandIn {
  readonly draft: DraftInput;
  /** The same words as a report: what could not be sent is not made ready either. */
  readonly report: ReportInput;
}

/** Makes a draft ready for a colleague who may send for that location. */
export async function handInDraft(
  viewer: Viewer,
  { draft, report }: HandIn,
  now: Now,
): Promise<Result<{ readonly id: string }>> {
  const purpose = { submissionId: draft.id, right: "report:prepare" } as const;
  const prepared = await prepareFiling(viewer, report, now, purpose);
  if (!prepared.ok) return prepared;
  const kept = await saveDraft(viewer, draft, now);
  if (kept.kind === "sent") return fail({ code: "already-filed", facts: { reference: kept.reference } });
  const { id, version } = kept;
  return transact(viewer, now, async (tx) => {
    const { count } = await tx.client.reportDraft.updateMany({
      where: { id, version },
      data: { handedInAt: now.at, locationId: prepared.value.location.id, version: version + 1 },
    });
    if (count === 0) return fail({ code: "draft-changed" });
    record(tx, { action: "draft:hand-in", object: { kind: "draft", id }, reason: usualReason(viewer) });
    return ok({ id });
  });
}
