import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import type { ChangeableReport } from "@/lib/reports/change-report.server";
import { reacted } from "./clock.server";

/**
 * Whoever acts on a report that nobody had taken up has it in progress: the school would not understand a call about a
 * report that lies untouched.
 */
export async function actedColumns(tx: Transaction, report: ChangeableReport) {
  const status = report.status === "registered" ? "in_progress" : report.status;
  const isTakenUp = report.officerId === null && tx.viewer.kind === "office";
  const columns = { ...(await reacted(tx, report)), ...(isTakenUp ? { officerId: tx.viewer.accountId } : {}), status };
  return { status, columns };
}
