import "server-only";
import type { z } from "zod";
import type { Viewer } from "@/lib/identity/viewer";
import { type ChangeableReport, changeReport } from "@/lib/reports/change-report.server";
import { type CalendarDate, dayOf } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { Problem } from "@/lib/shared/problem";
import { fail, ok } from "@/lib/shared/result";
import { isElsewhere } from "@/lib/timeline/elsewhere";
import { isOver } from "@/lib/timeline/statuses";
import { actedColumns } from "../acted-columns.server";
import type { recordActionInput } from "../inputs";
import { interventionOf } from "../interventions";
import { noteOf } from "../note-of";
import { lastPlannedDay } from "../talks";
import { templateWords } from "../templates.server";

type RecordedAction = z.infer<typeof recordActionInput>;

/**
 * An officer notes what was done with a report that is not closed, on a day from its filing up to today; a talk may be
 * planned ahead.
 */
export function recordAction(viewer: Viewer, input: RecordedAction, now: Now) {
  const { reference, version = null, intervention, time = null, place = null } = input;
  return changeReport(viewer, now, { reference, version, action: "report:record", move: null }, async (report, tx) => {
    const on = input.on ?? now.today;
    const problem = refusalOf(report, input, on, now);
    if (problem !== null) return fail(problem);
    const words = await templateWords(tx, report.officeId, input);
    if (!words.ok) return words;
    const { status, columns } = await actedColumns(tx, report);
    return ok({
      columns,
      event: {
        kind: "acted",
        status,
        data: { intervention, on, time, place, words: words.value },
        ...noteOf(input),
      },
    });
  });
}

function refusalOf(report: ChangeableReport, input: RecordedAction, on: CalendarDate, now: Now): Problem | null {
  if (isOver(report.status)) return { code: "move-not-possible", facts: { status: report.status } };
  const day = refusedDay(report, input, on, now);
  if (day !== null) return { code: day, field: "on" };
  const { place } = interventionOf(input.intervention);
  if (place === undefined && input.time !== undefined) return { code: "only-for-a-talk", field: "time" };
  if (place !== "asked" && input.place !== undefined) return { code: "only-for-a-talk", field: "place" };
  return isElsewhere(input.intervention) ? spokenAnyway(input) : null;
}

function refusedDay(
  { filedAt }: ChangeableReport,
  { intervention }: RecordedAction,
  on: CalendarDate,
  { today }: Now,
): string | null {
  if (on < dayOf(filedAt)) return "day-before-report";
  if (on <= today) return null;
  if (interventionOf(intervention).planned === undefined) return "day-in-future";
  return on > lastPlannedDay(today) ? "day-too-far-ahead" : null;
}

/** Of acts of other bodies only the fact and the date are kept (settled 11). */
function spokenAnyway({ words, note, templateId }: RecordedAction): Problem | null {
  if (words !== undefined) return { code: "only-the-fact", field: "words" };
  if (templateId !== undefined) return { code: "only-the-fact", field: "templateId" };
  return note === undefined ? null : { code: "only-the-fact", field: "note" };
}
