import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import type { Ledger } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { StatementRefused } from "@/lib/db/statement.server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { fileReport } from "@/lib/reports/commands/file-report.server";
import type { ReportInput } from "@/lib/reports/input";
import type { FiledReport } from "@/lib/reports/open-report";
import type { Now } from "@/lib/shared/clock";
import { ok, type Result } from "@/lib/shared/result";
import { append } from "@/lib/timeline/append.server";
import { claimedPapers } from "../claim-papers.server";
import { askDraftPapers, type DraftPaperRow } from "../draft-papers.server";
import { limits } from "../limits";

interface Sending {
  /** Of the form. */
  readonly id: string;
  /** The papers that the form names. */
  readonly papers: readonly string[];
}

interface Filed {
  readonly report: FiledReport;
  readonly papersClaimed: number;
  /** Named by the form and not there any more; the report is filed without them. */
  readonly papersGone: number;
}

/** Files a report together with the papers that wait with its form: all of it in one statement, or nothing. */
export async function fileWithPapers(
  viewer: SchoolViewer,
  input: ReportInput,
  now: Now,
  sending: Sending,
): Promise<Result<Filed>> {
  const attempt = () => fileOnce(viewer, input, now, sending);
  try {
    return await attempt();
  } catch (error) {
    if (!wasTakenMeanwhile(error)) throw error;
    return attempt();
  }
}

async function fileOnce(
  viewer: SchoolViewer,
  input: ReportInput,
  now: Now,
  { id, papers: named }: Sending,
): Promise<Result<Filed>> {
  const papers = await askDraftPapers(viewer, named.slice(0, limits.filesPerReport));
  const alongside = (ledger: Ledger, report: FiledReport) => {
    for (const paper of papers) claim(ledger, report, paper);
  };
  const filed = await fileReport(viewer, input, now, { id, alongside });
  if (!filed.ok) return filed;
  await forgetClaimed(papers);
  return ok({ report: filed.value, papersClaimed: papers.length, papersGone: named.length - papers.length });
}

function claim(
  ledger: Ledger,
  { id: reportId, status }: FiledReport,
  { id, kind, format, waits }: DraftPaperRow,
): void {
  ledger.collect(claimedPapers, { id, reportId });
  append(ledger, reportId, { kind: "attached", status, data: { attachment: id, kind, format, waits } });
  record(ledger, { action: "attachment:add", object: { kind: "attachment", id }, reason: usualReason(ledger.viewer) });
}

/** They are of the report now. When this fails, the sweep finds them. */
async function forgetClaimed(papers: readonly DraftPaperRow[]): Promise<void> {
  if (papers.length === 0) return;
  await prisma.draftPaper.deleteMany({ where: { id: { in: papers.map(({ id }) => id) } } }).catch(() => undefined);
}

/** In another window, between looking and filing. */
function wasTakenMeanwhile(error: unknown): boolean {
  return error instanceof StatementRefused && error.code === "23502";
}
