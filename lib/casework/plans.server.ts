import "server-only";
import type { z } from "zod";
import type { Transaction } from "@/lib/audit/transact.server";
import type { ChangeableReport, Plan } from "@/lib/reports/change-report.server";
import type { Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { isOver } from "@/lib/timeline/statuses";
import { clockStopped, reacted } from "./clock.server";
import type { Handler } from "./handlers.server";
import type { closeInput } from "./inputs";
import { noteOf } from "./note-of";

/** What becomes of a report that somebody takes up, alone or with others. */
export async function planTakingUp(report: ChangeableReport, tx: Transaction): Promise<Result<Plan>> {
  // What is closed is reopened, with a reason (settled, table of statuses).
  if (report.status === "closed") return fail({ code: "move-not-possible", facts: { status: report.status } });
  const status = "in_progress";
  return ok({
    columns: {
      status,
      closedAt: null,
      ...(await reacted(tx, report)),
      ...(tx.viewer.kind === "office" ? { officerId: tx.viewer.accountId } : {}),
    },
    event: { kind: "taken_up", status, data: {} },
  });
}

type Closing = Pick<z.infer<typeof closeInput>, "closeReason" | "closeNote" | "words" | "note">;

export async function planClosing(report: ChangeableReport, tx: Transaction, input: Closing): Promise<Result<Plan>> {
  const status = "closed";
  const { closeReason, closeNote, words = null } = input;
  return ok({
    columns: { status, closeReason, closeNote, closedAt: tx.now.at, ...(await clockStopped(tx, report)) },
    event: { kind: "closed", status, data: { closeReason, closeNote, words }, ...noteOf(input) },
  });
}

interface Assigning {
  /** Absent: back to the shared inbox. */
  readonly officerId?: string | undefined;
  /** Null: nobody is meant, or nobody of this office who may have this report. */
  readonly officer: Handler | null;
}

type Assignable = Pick<ChangeableReport, "status" | "officerId">;

export function planAssigning(report: Assignable, assigning: Assigning): Result<Plan> {
  const problem = refusedAssigning(report, assigning);
  if (problem !== null) return fail(problem);
  const { officer } = assigning;
  return ok({
    columns: { officerId: officer?.id ?? null },
    event: { kind: "assigned", status: report.status, data: { officer: officer?.name ?? null } },
  });
}

function refusedAssigning(report: Assignable, { officerId, officer }: Assigning): Problem | null {
  if (isOver(report.status)) return { code: "move-not-possible", facts: { status: report.status } };
  if (officerId !== undefined && officer === null) return { code: "officer-unknown", field: "officerId" };
  return report.officerId === (officer?.id ?? null) ? { code: "nothing-changed", field: "officerId" } : null;
}
