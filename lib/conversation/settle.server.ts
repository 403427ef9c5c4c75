import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import type { Transaction } from "@/lib/audit/transact.server";
import { announce } from "@/lib/notifications/announce.server";
import { resumeAfterQuestion } from "@/lib/reports/question-clock.server";
import { statuses } from "@/lib/timeline/statuses";
import { freeDrafts } from "./drafts-of-question.server";
import type { Talk } from "./talk.server";

interface Settling {
  readonly report: Pick<Talk, "id" | "status">;
  readonly request: string;
  readonly kind: "answered" | "ask_dropped";
  /** Whose words became the answer. Null: nobody's. */
  readonly spentBy: string | null;
  readonly data:
    | { readonly droppedAt: Date }
    | ({ readonly answeredAt: Date; readonly answeredByName: string } & Answer);
}

type Answer = { readonly answerSealed: string } | { readonly answerPaperId: string };

const acts = { answered: "request:answer", ask_dropped: "request:drop" } as const;

/** Ends a question that still waits. False: it, or its report, was over already, and stays as it was. */
export async function settle(tx: Transaction, { report, request, kind, spentBy, data }: Settling): Promise<boolean> {
  if (!statuses[report.status].open) return false;
  const [settled] = await tx.client.request.updateManyAndReturn({
    where: { id: request, reportId: report.id, answeredAt: null, droppedAt: null },
    data,
    select: { kind: true },
  });
  if (settled === undefined) return false;
  await freeDrafts(tx, { reportId: report.id, request, spentBy });
  await resumeAfterQuestion(tx, report.id, request);
  announce(tx, report.id, { kind, status: report.status, data: { request, what: settled.kind } });
  record(tx, { action: acts[kind], object: { kind: "report", id: report.id }, reason: usualReason(tx.viewer) });
  return true;
}
