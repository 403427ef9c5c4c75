import "server-only";
import type { z } from "zod";
import type { Transaction } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { type ChangeableReport, changeReport } from "@/lib/reports/change-report.server";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { eventColumns, readEvent } from "@/lib/timeline/event-row";
import { isOver } from "@/lib/timeline/statuses";
import { actedColumns } from "../acted-columns.server";
import type { endTalkInput, moveTalkInput } from "../inputs";
import { interventionOf } from "../interventions";
import { noteOf } from "../note-of";
import { wasHeld } from "../talk-outcomes";
import { lastPlannedDay, type PlannedTalk, standingTalks, talkEvents } from "../talks";

type EndedTalk = z.infer<typeof endTalkInput>;
type MovedTalk = z.infer<typeof moveTalkInput>;

/**
 * How a planned talk went, once, from its day on; that it does not take place can be said before, and of a report that is
 * over too, so that it leaves the calendars.
 */
export function endTalk(viewer: Viewer, input: EndedTalk, now: Now) {
  const { reference, version = null, outcome, present = null, words = null } = input;
  return changeReport(viewer, now, { reference, version, action: "report:record", move: null }, async (report, tx) => {
    const isLate = isOver(report.status);
    if (isLate && outcome !== "cancelled") return notPossible(report);
    const talk = await talkOf(tx, report, input.talk);
    if (!talk.ok) return talk;
    const problem = refusedEnd(talk.value, input, now.today);
    if (problem !== null) return fail(problem);
    // The clock of a report that is over does not begin again.
    const { status, columns } = isLate ? { status: report.status, columns: {} } : await actedColumns(tx, report);
    const { intervention, on } = talk.value;
    const data = { talk: input.talk, intervention, on, outcome, present, words };
    return ok({ columns, event: { kind: "talk_ended", status, data, ...noteOf(input) } });
  });
}

/** A planned talk gets another day; it stays the same talk, in calendars too. */
export function moveTalk(viewer: Viewer, input: MovedTalk, now: Now) {
  const { reference, version = null, on, time = null, place = null, words = null } = input;
  return changeReport(viewer, now, { reference, version, action: "report:record", move: null }, async (report, tx) => {
    if (isOver(report.status)) return notPossible(report);
    const talk = await talkOf(tx, report, input.talk);
    if (!talk.ok) return talk;
    const problem = refusedMove(talk.value, input, now.today);
    if (problem !== null) return fail(problem);
    const { status, columns } = await actedColumns(tx, report);
    const { intervention, on: from } = talk.value;
    const data = { talk: input.talk, intervention, from, on, time, place, words };
    return ok({ columns, event: { kind: "talk_moved", status, data, ...noteOf(input) } });
  });
}

function notPossible({ status }: ChangeableReport) {
  return fail({ code: "move-not-possible", facts: { status } });
}

async function talkOf(tx: Transaction, { id }: ChangeableReport, eventId: string): Promise<Result<PlannedTalk>> {
  const rows = await tx.client.event.findMany({
    where: { reportId: id, kind: { in: [...talkEvents] } },
    orderBy: { id: "asc" },
    select: eventColumns,
  });
  const talks = standingTalks(rows.map((row) => ({ event: readEvent(row) })));
  const talk = talks.find((one) => one.eventId === eventId);
  return talk === undefined ? fail({ code: "talk-over" }) : ok(talk);
}

function refusedEnd({ on }: PlannedTalk, { outcome, present }: EndedTalk, today: CalendarDate): Problem | null {
  if (on > today && outcome !== "cancelled") return { code: "talk-still-ahead", field: "outcome" };
  return present !== undefined && !wasHeld(outcome) ? { code: "present-without-talk", field: "present" } : null;
}

function refusedMove({ intervention }: PlannedTalk, { on, place }: MovedTalk, today: CalendarDate): Problem | null {
  if (on < today) return { code: "day-past", field: "on" };
  if (on > lastPlannedDay(today)) return { code: "day-too-far-ahead", field: "on" };
  const takesPlace = interventionOf(intervention).place === "asked";
  return place !== undefined && !takesPlace ? { code: "only-for-a-talk", field: "place" } : null;
}
