import "server-only";
import { type AuditAct, usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import type { Problem } from "@/lib/shared/problem";
import { fail, type Result } from "@/lib/shared/result";

interface Refusal {
  readonly problems: readonly Problem[];
  /** Where the paper was to go. */
  readonly objectOf: (tx: Transaction) => AuditAct["object"] | Promise<AuditAct["object"]>;
}

/** Whoever sends a virus hears so, and it stands on the access log; others never see that there was a file. */
export async function refuse(viewer: Viewer, { problems, objectOf }: Refusal, now: Now): Promise<Result<never>> {
  if (problems.some(({ code }) => code === "file-virus")) {
    await transact(viewer, now, async (tx) => {
      const object = await objectOf(tx);
      record(tx, { action: "attachment:stopped", object, reason: usualReason(viewer), result: "refused" });
    });
  }
  return fail(...problems);
}
