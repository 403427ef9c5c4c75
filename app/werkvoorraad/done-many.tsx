import { BulkNotice } from "@/components/inbox/bulk-notice";
import { findBulkResult } from "@/lib/casework/queries/bulk-result.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";

interface DoneManyProps {
  readonly viewer: OfficeViewer;
  readonly now: Now;
  readonly act: string;
  /** The list that one is in, as its address has it. */
  readonly back: string;
}

/** What became of the act that one comes from; nothing when it was forgotten. */
export async function DoneMany({ viewer, now, act, back }: DoneManyProps) {
  const result = await findBulkResult(viewer, now, act);
  return result === null ? null : <BulkNotice result={result} back={back} />;
}
