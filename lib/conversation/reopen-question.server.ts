import "server-only";
import { record } from "@/lib/audit/record.server";
import type { Transaction } from "@/lib/audit/transact.server";
import { announce } from "@/lib/notifications/announce.server";
import { pauseForQuestion } from "@/lib/reports/question-clock.server";
import { fromColumn } from "@/lib/shared/calendar-date";
import { statuses } from "@/lib/timeline/statuses";

interface RefusedPaper {
  readonly id: string;
  readonly report: { readonly id: string };
}

/**
 * The scanner refused a paper that had answered something: the office has no answer. The question stands open again,
 * and the clock stands still as it did before; of a report that is over nothing is asked any more.
 */
export async function reopenQuestions(tx: Transaction, { id: answerPaperId, report }: RefusedPaper): Promise<void> {
  const answered = await tx.client.request.findMany({
    where: { reportId: report.id, answerPaperId },
    select: { id: true, kind: true, dueOn: true, report: { select: { status: true } } },
  });
  for (const { id, kind, dueOn: lastDay, report: of } of answered.filter((one) => statuses[one.report.status].open)) {
    const dueOn = fromColumn(lastDay);
    await tx.client.request.update({
      where: { id },
      data: { answeredAt: null, answeredByName: null, answerPaperId: null },
    });
    await pauseForQuestion(tx, report.id, { id, dueOn });
    announce(tx, report.id, { kind: "ask_reopened", status: of.status, data: { request: id, what: kind, dueOn } });
    record(tx, {
      action: "request:reopen",
      object: { kind: "report", id: report.id },
      reason: "system-attachments",
    });
  }
}
