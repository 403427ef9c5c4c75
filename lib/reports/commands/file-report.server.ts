import "server-only";
import type { Ledger } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import type { Result } from "@/lib/shared/result";
import type { ReportInput } from "../input";
import type { FiledReport } from "../open-report";
import { prepareFiling } from "../prepare-filing.server";
import { storeFiling } from "../store-filing.server";

export interface Submission {
  /** The same form or call sent twice carries the same id, and makes one report. */
  readonly id: string;
  /** What a door stores beside the report, in the same statement. */
  readonly alongside?: (ledger: Ledger, filed: FiledReport) => void;
  /** The student was found when it was checked, under the same eyes as everybody who asks for numbers. */
  readonly wasFound?: boolean;
}

/**
 * Files a report: the whole of it or nothing. Refuses what a school can mend as problems; a report that nobody is
 * competent for is filed as unroutable.
 */
export function fileReport(
  viewer: Viewer,
  input: ReportInput,
  now: Now,
  { id, alongside, wasFound }: Submission,
): Promise<Result<FiledReport>> {
  const prepare = () => prepareFiling(viewer, input, now, { submissionId: id, right: "report:file", wasFound });
  return storeFiling({ viewer, input, now, action: "report:file", prepare, alongside });
}
