import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import type { Prisma } from "@/lib/db/generated/client";
import { openOptional, sealOptional } from "@/lib/db/seal.server";
import type { Viewer } from "@/lib/identity/viewer";
import { fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import { type ChangeableReport, changeReport, type Plan } from "../change-report.server";
import { type CorrectionInput, unaskedFields } from "../correction";
import { totalHours } from "../hours";
import { type Correctable, realChanges } from "../real-changes";
import { absenceTypeOf } from "../record-codes";
import { arrivalRows, dayRows, lastDayOf } from "../report-rows";
import { reportArrivalRows, reportDayRows } from "../store.server";

interface Correction {
  readonly reference: string;
  readonly version: number | null;
  readonly changes: CorrectionInput;
}

/** The school puts its own report right, or says that the student is back; the timeline names the fields, not the words. */
export function correctReport(viewer: Viewer, { reference, version, changes }: Correction, now: Now) {
  return changeReport(viewer, now, { reference, version, action: "report:correct", move: null }, (report, tx) =>
    planCorrection({ report, tx, now }, changes),
  );
}

interface Correcting {
  readonly report: ChangeableReport;
  readonly tx: Transaction;
  readonly now: Now;
}

async function planCorrection({ report, tx, now }: Correcting, asked: CorrectionInput): Promise<Result<Plan>> {
  if (report.status === "closed" || report.status === "withdrawn") {
    return fail({ code: "move-not-possible", facts: { status: report.status } });
  }
  const [unasked] = unaskedFields(absenceTypeOf(report.type), asked);
  if (unasked !== undefined) return fail({ code: "not-asked", field: unasked });
  const days = checkChangedDays(report, asked, now);
  if (!days.ok) return days;
  const changes = realChanges(await correctable(tx, report), asked);
  if (Object.keys(changes).length === 0) return fail({ code: "nothing-changed" });
  return ok({
    columns: { ...correctedColumns(report, changes), ...confirmedBy(report, now) },
    event: {
      kind: "corrected",
      status: report.status,
      data: { fields: Object.keys(changes), lastDay: changes.lastDay ?? null },
    },
    also: (tx) => replaceDays(tx, report, changes),
  });
}

async function correctable({ client }: Transaction, { id }: ChangeableReport): Promise<Correctable> {
  const report = await client.report.findUniqueOrThrow({
    relationLoadStrategy: "join",
    where: { id },
    include: {
      days: true,
      arrivals: { orderBy: { position: "asc" } },
      location: { select: { lessonsPerDay: true, lessonsByWeekday: true, lessonMinutes: true } },
    },
  });
  return {
    ...report,
    lastDay: report.lastDay === null ? null : fromColumn(report.lastDay),
    reason: openOptional(report.reasonSealed),
    explanation: openOptional(report.explanationSealed),
    schoolActionsNote: openOptional(report.schoolActionsNoteSealed),
    parentPhone: openOptional(report.parentPhoneSealed),
  };
}

function checkChangedDays(report: ChangeableReport, changes: CorrectionInput, now: Now): Result<null> {
  const firstDay = fromColumn(report.firstDay);
  const { lastDay } = changes;
  if (lastDay !== undefined && lastDay < firstDay) return fail({ code: "last-day-before-first", field: "lastDay" });
  if (lastDay !== undefined && lastDay > now.today) return fail({ code: "day-in-future", field: "lastDay" });
  const end = lastDay ?? (report.lastDay === null ? now.today : fromColumn(report.lastDay));
  const isOutside = (changes.hours ?? []).some(({ day }) => day < firstDay || day > end);
  if (isOutside) return fail({ code: "day-outside-period", field: "hours" });
  if ((changes.arrivals ?? []).some(({ day }) => day > now.today)) {
    return fail({ code: "day-in-future", field: "arrivals" });
  }
  return ok(null);
}

type Columns = Prisma.ReportUncheckedUpdateManyInput;

/** Who completes what the office wrote down has read it. */
function confirmedBy({ writtenDownById, confirmedAt }: ChangeableReport, now: Now): Columns {
  return writtenDownById !== null && confirmedAt === null ? { confirmedAt: now.at } : {};
}

function correctedColumns(report: ChangeableReport, changes: CorrectionInput): Columns {
  const lastDay = lastDayOf(changes);
  return {
    ...(lastDay === null ? {} : { lastDay: toColumn(lastDay) }),
    ...(changes.hours === undefined ? {} : { hoursTotal: totalHours(changes.hours, report.location) }),
    ...(changes.reasonCode === undefined ? {} : { reasonCode: changes.reasonCode }),
    ...(changes.schoolActions === undefined ? {} : { schoolActions: changes.schoolActions }),
    ...(changes.ownReference === undefined ? {} : { ownReference: changes.ownReference }),
    ...(changes.contact === undefined ? {} : contactColumns(changes.contact)),
    ...spokenColumns(changes),
  };
}

function contactColumns(contact: NonNullable<CorrectionInput["contact"]>): Columns {
  return {
    contactName: contact.name,
    contactFunction: contact.function ?? null,
    contactEmail: contact.email,
    contactPhone: contact.phone ?? null,
  };
}

function spokenColumns(changes: CorrectionInput): Columns {
  return {
    ...(changes.reason === undefined ? {} : { reasonSealed: sealOptional(changes.reason) }),
    ...(changes.explanation === undefined ? {} : { explanationSealed: sealOptional(changes.explanation) }),
    ...(changes.parentPhone === undefined ? {} : { parentPhoneSealed: sealOptional(changes.parentPhone) }),
    ...(changes.schoolActionsNote === undefined
      ? {}
      : { schoolActionsNoteSealed: sealOptional(changes.schoolActionsNote) }),
  };
}

async function replaceDays(tx: Transaction, report: ChangeableReport, changes: CorrectionInput): Promise<void> {
  if (changes.hours !== undefined) {
    await tx.client.reportDay.deleteMany({ where: { reportId: report.id } });
    tx.collect(reportDayRows, ...dayRows(report.id, changes, report.location));
  }
  if (changes.arrivals !== undefined) {
    await tx.client.reportArrival.deleteMany({ where: { reportId: report.id } });
    tx.collect(reportArrivalRows, ...arrivalRows(report.id, changes));
  }
}
