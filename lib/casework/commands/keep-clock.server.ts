import "server-only";
import type { z } from "zod";
import type { Viewer } from "@/lib/identity/viewer";
import { type ChangeableReport, changeReport } from "@/lib/reports/change-report.server";
import { startOfClock } from "@/lib/reports/clock";
import { beginPause, endPauses, type Waiting } from "@/lib/reports/clock-pauses.server";
import { loadOfficeCalendar } from "@/lib/reports/office-terms.server";
import { isConfidentialParty } from "@/lib/reports/waiting";
import { type CalendarDate, dayOf, endOfDay } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { Problem } from "@/lib/shared/problem";
import { fail, ok } from "@/lib/shared/result";
import { addWorkingDays } from "@/lib/shared/working-days";
import { statuses } from "@/lib/timeline/statuses";
import type { extendInput, pauseInput, resumeInput } from "../inputs";
import { noteOf } from "../note-of";

type Pausing = z.infer<typeof pauseInput>;

/** The office waits for somebody, and its clock stands still until that is over. */
export function pauseClock(viewer: Viewer, input: Pausing, now: Now) {
  const { reference, version = null, waitsFor, until = null, words = null } = input;
  return changeReport(viewer, now, { reference, version, action: "report:record", move: null }, async (report, tx) => {
    const problem = refusalOf(report, input, now);
    if (problem !== null) return fail(problem);
    const waiting: Waiting =
      waitsFor === "school" ? { reason: "school", questionId: null } : { reason: "third_party", party: waitsFor };
    const party = waitsFor === "school" ? null : waitsFor;
    return ok({
      columns: await beginPause(tx, report, { ...waiting, expectedOn: until }),
      event: {
        kind: "clock_paused",
        status: report.status,
        data: { reason: waiting.reason, party, until, words },
        ...noteOf(input),
      },
    });
  });
}

function refusalOf(report: ChangeableReport, { waitsFor, until, words, note }: Pausing, now: Now): Problem | null {
  if (!statuses[report.status].open) return { code: "move-not-possible", facts: { status: report.status } };
  if (until !== undefined && until < now.today) return { code: "day-past", field: "until" };
  if (!isConfidentialParty(waitsFor)) return null;
  if (words !== undefined) return { code: "only-the-fact", field: "words" };
  return note === undefined ? null : { code: "only-the-fact", field: "note" };
}

/** What the office waited for is there: the clock goes on, and what was promised comes as many days later. */
export function resumeClock(viewer: Viewer, input: z.infer<typeof resumeInput>, now: Now) {
  const { reference, version = null } = input;
  return changeReport(viewer, now, { reference, version, action: "report:record", move: null }, async (report, tx) => {
    if (report.pausedAt === null) return fail({ code: "clock-runs" });
    const columns = await endPauses(tx, report);
    const due = promisedDay({ ...report, ...columns });
    return ok({ columns, event: { kind: "clock_resumed", status: report.status, data: { due } } });
  });
}

/** More time for the promise that runs, once and with a reason that the school reads. */
export function extendClock(viewer: Viewer, input: z.infer<typeof extendInput>, now: Now) {
  const { reference, version = null, days, reason } = input;
  return changeReport(viewer, now, { reference, version, action: "report:record", move: null }, async (report, tx) => {
    const last = promisedDay(report);
    if (!statuses[report.status].open || last === null) return fail({ code: "nothing-promised" });
    if (report.extendedAt !== null) return fail({ code: "extended-already" });
    if (report.pausedAt === null && last < now.today) return fail({ code: "promise-over" });
    const { own } = await loadOfficeCalendar(tx.client, report.officeId, startOfClock(report));
    const due = addWorkingDays(last, days, own);
    const column = report.firstReactionAt === null ? "dueAt" : "nextDueAt";
    return ok({
      columns: { [column]: endOfDay(due), extendedAt: now.at },
      event: { kind: "clock_extended", status: report.status, data: { due, reason } },
    });
  });
}

type Promised = Pick<ChangeableReport, "firstReactionAt" | "dueAt" | "nextDueAt">;

/** The last day of the promise that runs; null when nothing more is promised. */
function promisedDay({ firstReactionAt, dueAt, nextDueAt }: Promised): CalendarDate | null {
  const due = firstReactionAt === null ? dueAt : nextDueAt;
  return due === null ? null : dayOf(due);
}
