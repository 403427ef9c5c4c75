import type { Because, Route } from "@/lib/routing/route";
import type { Now } from "@/lib/shared/clock";
import type { NewEvent } from "@/lib/timeline/events";
import type { Status } from "@/lib/timeline/statuses";
import type { Filer } from "./filer";
import type { Filing } from "./filing";
import { totalHours } from "./hours";
import type { ReportInput } from "./input";
import { lastDayOf } from "./report-rows";
import type { NewReport } from "./store.server";
import { dueAfter, type OfficeCalendar, termsFor } from "./terms";
import { type WarningCode, warningsOf } from "./warnings";

/** What the sender hears. For a student with a protected address no office and no place (settled 12). */
export interface FiledReport {
  readonly id: string;
  readonly reference: string;
  readonly status: Status;
  readonly filedAt: Date;
  readonly regime: Route["regime"];
  readonly assignment: {
    readonly outcome: "assigned" | "unroutable";
    readonly office: { readonly code: string; readonly name: string } | null;
    readonly officer: { readonly name: string } | null;
    readonly because: readonly Because[];
  };
  readonly dueAt: Date;
  readonly warnings: readonly WarningCode[];
}

interface Opening {
  readonly filer: Filer;
  readonly input: ReportInput;
  readonly filing: Filing;
  readonly route: Route;
  /** Of the office that gets the report. */
  readonly calendar: OfficeCalendar;
  readonly now: Now;
  readonly ids: { readonly id: string; readonly reference: string };
  readonly submissionId: string;
}

/** The new report as it is stored, its first events, and what the sender is told. */
export function openReport(opening: Opening): { report: NewReport; events: readonly NewEvent[]; filed: FiledReport } {
  const report = newReport(opening);
  return { report, events: firstEvents(opening), filed: filedReport(opening, report) };
}

function newReport(opening: Opening): NewReport {
  const { filer, input, filing, route, now, ids, submissionId } = opening;
  const assigned = route.kind === "assigned" ? route : null;
  return {
    ...ids,
    submissionId,
    organisationId: filer.organisationId,
    locationId: filing.location.id,
    studentId: filing.student.id,
    studentGroup: filing.student.group,
    firstDay: filing.firstDay,
    lastDay: lastDayOf(input),
    hoursTotal: totalHours(input.hours ?? [], filing.location),
    regime: route.regime,
    contact: input.contact ?? { name: filer.name, email: filer.email },
    followUpToId: filing.followUpTo?.id ?? null,
    status: "registered",
    filedAt: now.at,
    ...promised(opening),
    officeId: assigned?.office.id ?? null,
    municipalityCode: route.municipality?.code ?? null,
    officerId: assigned?.officer?.id ?? null,
    isProtected: route.isProtected,
    reporterId: filer.reporterId,
    reporterName: filer.name,
    clientId: filer.clientId,
    writtenDownById: filer.writtenDownById,
  };
}

/** What the office promises of a report that comes in now; the days that were promised stay as they are. */
function promised({ input, route, calendar: { rows, own }, now }: Opening): Pick<NewReport, "dueAt" | "closeDueAt"> {
  const municipalityCode = route.kind === "assigned" ? route.municipality.code : null;
  const terms = termsFor(rows, { municipalityCode, type: input.type, on: now.today });
  return {
    dueAt: dueAfter(now.at, terms.firstReactionDays, own),
    closeDueAt: dueAfter(now.at, terms.closingDays, own),
  };
}

function firstEvents({ filer, input, filing, route }: Opening): readonly NewEvent[] {
  const status = "registered" as const;
  const about = { type: input.type, firstDay: filing.firstDay };
  const followUpTo = filing.followUpTo?.reference ?? null;
  const filed: NewEvent =
    filer.writtenDownById === null
      ? { kind: "filed", status, data: { ...about, followUpTo } }
      : { kind: "written_down", status, data: { ...about, caller: filer.name } };
  if (route.kind === "unroutable") return [filed, { kind: "unroutable", status, data: { why: route.why } }];
  const data = {
    office: route.office.name,
    officer: route.officer?.name ?? null,
    because: [...route.because],
    municipality: route.municipality.name,
  };
  return [filed, { kind: "routed", status, data }];
}

function filedReport({ input, filing, route, now }: Opening, report: NewReport): FiledReport {
  return {
    id: report.id,
    reference: report.reference,
    status: report.status,
    filedAt: now.at,
    regime: route.regime,
    assignment: seenFromSchool(route),
    dueAt: report.dueAt,
    warnings: warningsOf({
      type: input.type,
      regime: route.regime,
      firstDay: filing.firstDay,
      lastDay: report.lastDay,
      periods: filing.counting.periods,
      texts: [input.reason, input.explanation, input.schoolActionsNote],
    }),
  };
}

function seenFromSchool(route: Route): FiledReport["assignment"] {
  if (route.isProtected) return { outcome: route.kind, office: null, officer: null, because: ["protected"] };
  if (route.kind === "unroutable") return { outcome: "unroutable", office: null, officer: null, because: [route.why] };
  const { office, officer } = route;
  return {
    outcome: "assigned",
    office: { code: office.code, name: office.name },
    officer: officer === null ? null : { name: officer.name },
    because: route.because,
  };
}
