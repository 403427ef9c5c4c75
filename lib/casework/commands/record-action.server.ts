import "server-only";
import type { z } from "zod";
import type { Viewer } from "@/lib/identity/viewer";
import { changeReport } from "@/lib/reports/change-report.server";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { Problem } from "@/lib/shared/problem";
import { fail, ok } from "@/lib/shared/result";
import type { Status } from "@/lib/timeline/statuses";
import { reacted } from "../clock.server";
import type { recordActionInput } from "../inputs";
import { isConfidential } from "../interventions";
import { isOver } from "../is-over";
import { noteOf } from "../note-of";

type RecordedAction = z.infer<typeof recordActionInput>;

/**
 * An officer notes what was done with a report that is not closed, on a day up to today. Whoever acts on a report that
 * nobody had taken up has it in progress: the school would not understand a call about a report that lies untouched.
 */
export function recordAction(viewer: Viewer, input: RecordedAction, now: Now) {
  const { reference, version = null, intervention, words = null } = input;
  return changeReport(viewer, now, { reference, version, action: "report:record", move: null }, async (report, tx) => {
    const on = input.on ?? now.today;
    const problem = refusalOf(report.status, input, on, now);
    if (problem !== null) return fail(problem);
    const status = report.status === "registered" ? "in_progress" : report.status;
    const isTakenUp = report.officerId === null && viewer.kind === "office";
    return ok({
      columns: { status, ...(await reacted(tx, report)), ...(isTakenUp ? { officerId: viewer.accountId } : {}) },
      event: { kind: "acted", status, data: { intervention, on, words }, ...noteOf(input) },
    });
  });
}

function refusalOf(status: Status, input: RecordedAction, on: CalendarDate, now: Now): Problem | null {
  if (isOver(status)) return { code: "move-not-possible", facts: { status } };
  if (on > now.today) return { code: "day-in-future", field: "on" };
  return isConfidential(input.intervention) ? spokenAnyway(input) : null;
}

/** Of acts of other bodies only the fact and the date are kept (settled 11). */
function spokenAnyway({ words, note }: RecordedAction): Problem | null {
  if (words !== undefined) return { code: "only-the-fact", field: "words" };
  return note === undefined ? null : { code: "only-the-fact", field: "note" };
}
