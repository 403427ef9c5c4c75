import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import type { Prisma } from "@/lib/db/generated/client";
import { sealOptional } from "@/lib/db/seal.server";
import type { Viewer } from "@/lib/identity/viewer";
import { fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import { type ChangeableReport, changeReport, type Plan } from "../change-report.server";
import { type CorrectionInput, unaskedFields } from "../correction";
import { totalHours } from "../hours";
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
  return changeReport(viewer, now, { reference, version, action: "report:correct", move: null }, (report) =>
    planCorrection(report, changes, now),
  );
}

function planCorrection(report: ChangeableReport, changes: CorrectionInput, now: Now): Result<Plan> {
  if (report.status === "closed" || report.status === "withdrawn") {
    return fail({ code: "move-not-possible", facts: { status: report.status } });
  }
  const [unasked] = unaskedFields(absenceTypeOf(report.type), changes);
  if (unasked !== undefined) return fail({ code: "not-asked", field: unasked });
  const days = checkChangedDays(report, changes, now);
  if (!days.ok) return days;
  return ok({
    columns: { ...correctedColumns(report, changes), ...confirmedBy(report, now) },
    event: {
      kind: "corrected",
      status: report.status,
      data: { fields: changedFields(changes), lastDay: changes.lastDay ?? null },
    },
    also: (tx) => replaceDays(tx, report, changes),
  });
}

function changedFields(changes: CorrectionInput): string[] {
  return Object.entries(changes).flatMap(([field, value]) => (value === undefined ? [] : [field]));
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
