import "server-only";
import { openOptional } from "@/lib/db/seal.server";
import type { Viewer } from "@/lib/identity/viewer";
import { fromColumn } from "@/lib/shared/calendar-date";
import { studentName } from "@/lib/shared/student-name";
import { parseEvent } from "@/lib/timeline/events";
import { isTold, type Reader, redactEvent } from "@/lib/timeline/redact";
import type { StorySpan } from "@/lib/timeline/span";
import { allowsOf } from "./allows";
import { presentClock } from "./present-clock";
import { recordCodes } from "./record-codes";
import { latestEvents, type ReportRecord } from "./report-record.server";
import type { ReportView, TimelineEntry } from "./views";

/** A stored report as this viewer may see it; for a protected student the school's side gets no office (settled 12). */
export function presentReport(viewer: Viewer, report: ReportRecord, span: StorySpan = "whole"): ReportView {
  const reader = readerOf(viewer);
  const told = report.events.filter(({ kind }) => isTold(kind, reader, report.isProtected));
  const shown = span === "latest" ? told.slice(0, latestEvents) : told;
  return {
    ...recordCodes(report),
    ...presentSpoken(report),
    ...presentPlace(report, reader),
    id: report.id,
    reference: report.reference,
    version: report.version,
    status: report.status,
    firstDay: fromColumn(report.firstDay),
    lastDay: report.lastDay === null ? null : fromColumn(report.lastDay),
    hoursTotal: Number(report.hoursTotal),
    days: report.days.map((entry) => ({ ...entry, day: fromColumn(entry.day), hours: Number(entry.hours) })),
    arrivals: report.arrivals.map((entry) => ({ ...entry, day: fromColumn(entry.day) })),
    student: {
      name: studentName(report.student),
      birthDate: fromColumn(report.student.birthDate),
      group: report.studentGroup,
      numberHint: report.student.numberHint,
    },
    school: {
      name: report.organisation.name,
      locationName: report.location.name,
      locationCode: report.location.locationCode,
      city: report.location.city,
    },
    actionWanted: report.actionWanted,
    ownReference: report.ownReference,
    reporterName: report.reporterName,
    confirmation: confirmationOf(report),
    followUpTo: report.followUpTo?.reference ?? null,
    filedAt: report.filedAt,
    dueAt: report.dueAt,
    firstReactionAt: report.firstReactionAt,
    clock: presentClock(report, reader.side),
    isProtected: report.isProtected,
    timeline: shown.toReversed().map((event) => presentEvent(event, reader, report.isProtected)),
    hasEarlierEvents: report.events.length > latestEvents && span === "latest",
    allows: allowsOf(viewer, report),
  };
}

function confirmationOf({ writtenDownById, confirmedAt }: ReportRecord): ReportView["confirmation"] {
  if (writtenDownById === null) return "not-needed";
  return confirmedAt === null ? "asked" : "given";
}

export function readerOf(viewer: Viewer): Reader {
  switch (viewer.kind) {
    case "client":
      return { side: viewer.side, accountId: null };
    case "system":
      return { side: "desk", accountId: null };
    default:
      return { side: viewer.kind, accountId: viewer.accountId };
  }
}

function presentSpoken(report: ReportRecord) {
  const stay = openOptional(report.staySealed);
  return {
    reason: openOptional(report.reasonSealed),
    explanation: openOptional(report.explanationSealed),
    schoolActionsNote: openOptional(report.schoolActionsNoteSealed),
    noActionReason: openOptional(report.noActionReasonSealed),
    urgentReason: openOptional(report.urgentReasonSealed),
    parentPhone: openOptional(report.parentPhoneSealed),
    stay: stay === null ? null : parseStay(stay),
    contact: {
      name: report.contactName,
      function: report.contactFunction,
      email: report.contactEmail,
      phone: report.contactPhone,
    },
  };
}

function parseStay(text: string): Readonly<Record<string, string>> {
  const parsed: unknown = JSON.parse(text);
  return Object.fromEntries(Object.entries(parsed ?? {}).map(([key, value]) => [key, String(value)]));
}

function presentPlace(report: ReportRecord, reader: Reader) {
  if (report.isProtected && reader.side === "school") {
    return { office: null, officer: null, outcome: "assigned" as const, because: ["protected" as const] };
  }
  const { office, officer } = report;
  return {
    office: office === null ? null : { ...office.organisation, email: office.email, phone: office.phone },
    officer,
  };
}

function presentEvent(event: ReportRecord["events"][number], reader: Reader, isProtected: boolean): TimelineEntry {
  const parsed = parseEvent({
    id: event.id,
    reportId: event.reportId,
    at: event.at,
    actor: {
      side: actorSide(event.actorSide),
      id: event.actorId,
      name: event.actorName,
      organisation: event.actorOrganisation,
    },
    status: event.status,
    kind: event.kind,
    data: event.data,
  });
  return {
    event: redactEvent(parsed, reader, isProtected),
    note: reader.side === "office" ? openOptional(event.noteSealed) : null,
  };
}

function actorSide(side: string): "school" | "office" | "desk" | "system" {
  return side === "school" || side === "office" || side === "desk" ? side : "system";
}
