import "server-only";
import { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { noteErasure } from "@/lib/audit/erase.server";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { draftVersion } from "../draft";

export const draftChoice = z.strictObject({ id: z.uuid(), version: draftVersion.min(1) });
type DraftChoice = z.output<typeof draftChoice>;

/** Throws a draft away, as it stands on the screen. Words that came in since are told of, not lost. */
export function discardDraft(viewer: Viewer, { id, version }: DraftChoice, now: Now): Promise<Result<null>> {
  return transact(viewer, now, async (tx) => {
    const draft = await tx.client.reportDraft.findUnique({ where: { id } });
    if (draft === null || !can(viewer, "draft:change", { ...draft, handedInFor: draft.locationId })) {
      throw new NotFound("draft");
    }
    const { count } = await tx.client.reportDraft.deleteMany({ where: { id, version } });
    if (count === 0) return fail({ code: "draft-changed" });
    noteErasure(tx, { kind: "draft", object: id });
    record(tx, { action: "draft:discard", object: { kind: "draft", id }, reason: usualReason(viewer) });
    return ok(null);
  });
}
