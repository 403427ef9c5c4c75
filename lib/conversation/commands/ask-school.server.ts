import "server-only";
import type { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { openOptional } from "@/lib/db/seal.server";
import type { Viewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import { holdReport, pauseForQuestion } from "@/lib/reports/question-clock.server";
import { addDays } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { statuses } from "@/lib/timeline/statuses";
import type { askInput } from "../inputs";
import { requestRow, requestRows } from "../store.server";
import { findTalk, type Said, saidOn } from "../talk.server";

const longestTermDays = 60;

/** An officer asks the school for something, with a last day to answer; while it waits, the office's clock stands still. */
export async function askSchool(viewer: Viewer, input: z.infer<typeof askInput>, now: Now): Promise<Result<Said>> {
  const report = await findTalk(viewer, input.reference, "request:ask");
  if (viewer.kind !== "office") throw new NotAllowed("request:ask");
  const { status } = report;
  const { kind, words, dueOn } = input;
  if (!statuses[status].open) return fail({ code: "move-not-possible", facts: { status } });
  if (dueOn < now.today) return fail({ code: "day-past", field: "dueOn" });
  if (dueOn > addDays(now.today, longestTermDays)) return fail({ code: "term-too-long", field: "dueOn" });
  const request = { id: newId(), reportId: report.id, kind, words, author: viewer, dueOn };
  return transact(viewer, now, async (tx) => {
    await holdReport(tx, report.id);
    if (await isAsked(tx, request)) return fail({ code: "asked-already" });
    await pauseForQuestion(tx, report.id, request);
    tx.collect(requestRows, requestRow(request, now));
    announce(tx, report.id, { kind: "asked", status, data: { request: request.id, what: kind, dueOn } });
    record(tx, { action: "request:ask", object: { kind: "report", id: report.id }, reason: usualReason(viewer) });
    return ok(saidOn(report, viewer));
  });
}

/** The school was asked the same in the same words, by a second press or a colleague, and has not answered yet. */
async function isAsked({ client }: Transaction, { reportId, kind, words }: Asked): Promise<boolean> {
  const waiting = await client.request.findMany({
    where: { reportId, kind, answeredAt: null, droppedAt: null },
    select: { wordsSealed: true },
  });
  return waiting.some(({ wordsSealed }) => openOptional(wordsSealed) === (words ?? null));
}

interface Asked extends Pick<z.infer<typeof askInput>, "kind" | "words"> {
  readonly reportId: string;
}
