import "server-only";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { ok, type Result } from "@/lib/shared/result";
import type { ReportInput } from "../input";
import type { FiledReport } from "../open-report";
import { prepareFiling } from "../prepare-filing.server";
import type { Threshold } from "../threshold";

/** What filing would answer: where the report would go, and what deserves attention. */
export type CheckedReport = Pick<FiledReport, "regime" | "assignment" | "dueAt" | "warnings"> & {
  /** Null: a type without a threshold. */
  readonly threshold: Threshold | null;
};

/** Everything that filing does but the writing, for the page that is read before sending. */
export async function checkReport(
  viewer: Viewer,
  input: ReportInput,
  now: Now,
  submission: { readonly id: string },
): Promise<Result<CheckedReport>> {
  if (viewer.kind !== "school") throw new NotAllowed("report:file");
  const prepared = await prepareFiling(viewer, input, now, { submissionId: submission.id, right: "report:prepare" });
  if (!prepared.ok) return prepared;
  const { regime, assignment, dueAt, warnings } = prepared.value.filed;
  return ok({ regime, assignment, dueAt, warnings, threshold: prepared.value.threshold });
}
