import "server-only";
import type { RowWriter } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { sealOptional } from "@/lib/db/seal.server";
import type { Status } from "@/lib/timeline/statuses";
import type { ReportInput } from "./input";
import type { ArrivalRow, DayRow } from "./report-rows";

/** Everything of a new report that is not in the input itself. */
export interface NewReport {
  readonly id: string;
  readonly reference: string;
  readonly submissionId: string;
  readonly organisationId: string;
  readonly locationId: string;
  readonly studentId: string;
  readonly studentGroup: string | null;
  readonly firstDay: string;
  readonly lastDay: string | null;
  readonly hoursTotal: number;
  readonly regime: string;
  readonly contact: { name: string; function?: string | undefined; email: string | null; phone?: string | undefined };
  readonly followUpToId: string | null;
  readonly status: Status;
  readonly filedAt: Date;
  readonly dueAt: Date;
  readonly closeDueAt: Date | null;
  readonly officeId: string | null;
  readonly municipalityCode: string | null;
  readonly officerId: string | null;
  readonly isProtected: boolean;
  readonly reporterId: string | null;
  readonly reporterName: string;
  readonly clientId: string | null;
  readonly writtenDownById: string | null;
}

export function reportRow(report: NewReport, input: ReportInput) {
  return {
    id: report.id,
    reference: report.reference,
    submission_id: report.submissionId,
    organisation_id: report.organisationId,
    location_id: report.locationId,
    student_id: report.studentId,
    student_group: report.studentGroup,
    type: input.type,
    first_day_on: report.firstDay,
    last_day_on: report.lastDay,
    hours_total: report.hoursTotal,
    regime: report.regime,
    follow_up_to_id: report.followUpToId,
    status: report.status,
    version: 1,
    filed_at: report.filedAt.toISOString(),
    due_at: report.dueAt.toISOString(),
    close_due_at: report.closeDueAt?.toISOString() ?? null,
    changed_at: report.filedAt.toISOString(),
    office_id: report.officeId,
    municipality_code: report.municipalityCode,
    officer_id: report.officerId,
    is_protected: report.isProtected,
    reporter_id: report.reporterId,
    reporter_name: report.reporterName,
    client_id: report.clientId,
    written_down_by_id: report.writtenDownById,
    confirmed_at: null,
    ...contactColumns(report.contact),
    ...spokenColumns(input),
  };
}

function contactColumns(contact: NewReport["contact"]) {
  return {
    contact_name: contact.name,
    contact_function: contact.function ?? null,
    contact_email: contact.email,
    contact_phone: contact.phone ?? null,
  };
}

/** What the school said in its own words is sealed: it may hold the reason for an absence (trust 5.2, P4). */
function spokenColumns(input: ReportInput) {
  return {
    reason_code: input.reasonCode,
    reason_sealed: sealOptional(input.reason),
    explanation_sealed: sealOptional(input.explanation),
    school_actions: input.schoolActions ?? [],
    school_actions_note_sealed: sealOptional(input.schoolActionsNote),
    action_wanted: input.actionWanted,
    no_action_reason_sealed: input.actionWanted ? null : sealOptional(input.noActionReason),
    urgent_reason_sealed: sealOptional(input.urgent?.reason),
    is_urgent: input.urgent !== undefined,
    parent_phone_sealed: sealOptional(input.parentPhone),
    stay_sealed: input.stay === undefined ? null : sealOptional(JSON.stringify(input.stay)),
    own_reference: input.ownReference ?? null,
    is_separate: input.separate ?? false,
  };
}

/** A report that does not stand alone is left out, and then its event has no report: the whole statement is refused. */
export const reportRows: RowWriter<ReturnType<typeof reportRow>> = {
  insert: (rows) =>
    Prisma.sql`INSERT INTO reports SELECT filed.* FROM jsonb_populate_recordset(NULL::reports, ${JSON.stringify(rows)}::jsonb) filed
      WHERE CASE WHEN waits_its_turn(filed) THEN stands_alone(filed) END`,
};

export const reportDayRows: RowWriter<DayRow> = {
  insert: (rows) =>
    Prisma.sql`INSERT INTO report_days SELECT * FROM jsonb_populate_recordset(NULL::report_days, ${JSON.stringify(rows)}::jsonb)`,
};

export const reportArrivalRows: RowWriter<ArrivalRow> = {
  insert: (rows) =>
    Prisma.sql`INSERT INTO report_arrivals SELECT * FROM jsonb_populate_recordset(NULL::report_arrivals, ${JSON.stringify(rows)}::jsonb)`,
};
