import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import { openOptional } from "@/lib/db/seal.server";
import type { OfficeViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { givenAwayBy, offersBy, offersTo } from "@/lib/policy/transfer-rules";
import { absenceTypeOf } from "@/lib/reports/record-codes";
import { fromColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { studentName } from "@/lib/shared/student-name";
import { eventColumns, readEvent } from "@/lib/timeline/event-row";
import { type CompetentOffice, listFittingOffices } from "../competent-offices.server";
import { ownOffice } from "../inbox";
import { restOfCase, restOfOffer } from "../same-case.server";
import { readSignals, type Signal } from "../signals";
import type { LookBackView, OfferView, TransferLine, TransferLists } from "../transfer";
import { isTransferReason } from "../transfer-reasons";

const linesShown = 100;

/** What lies between the own office and others, put on the access log with its number. */
export async function listTransfers(viewer: OfficeViewer, now: Now): Promise<TransferLists> {
  if (!can(viewer, "report:read", ownOffice(viewer))) throw new NotAllowed("report:read");
  const [incoming, outgoing, gone] = await Promise.all([
    linesOf(isOpen(offersTo(viewer)), "from"),
    linesOf(isOpen(offersBy(viewer)), "to"),
    linesOf(givenAwayBy(viewer), "to"),
  ]);
  const count = incoming.length + outgoing.length + gone.length;
  const object = { kind: "report", count };
  await recordRead(viewer, now, { action: "transfer:list", object, reason: usualReason(viewer) });
  return { incoming, outgoing, gone };
}

/** An offer of a report that is over waits for nothing. */
function isOpen({ report, ...scope }: ReturnType<typeof offersTo | typeof offersBy>) {
  return { ...scope, report: { ...report, closedAt: null } };
}

const officeName = { select: { organisation: { select: { name: true } } } } as const;

async function linesOf(where: Prisma.CaseTransferWhereInput, other: "from" | "to"): Promise<readonly TransferLine[]> {
  const rows = await prisma.caseTransfer.findMany({
    relationLoadStrategy: "join",
    where,
    orderBy: { offeredAt: "desc" },
    take: linesShown,
    select: {
      kind: true,
      offeredAt: true,
      answeredAt: true,
      dueOn: true,
      report: { select: { reference: true } },
      fromOffice: officeName,
      toOffice: officeName,
    },
  });
  return rows.map(({ report, kind, answeredAt, offeredAt, dueOn, fromOffice, toOffice }) => ({
    reference: report.reference,
    otherOffice: (other === "from" ? fromOffice : toOffice).organisation.name,
    kind: kind === "referral" ? "referral" : "transfer",
    at: answeredAt ?? offeredAt,
    dueOn: fromColumn(dueOn),
  }));
}

const offerColumns = {
  reason: true,
  noteSealed: true,
  dueOn: true,
  fromOfficeId: true,
  toOfficeId: true,
  answer: true,
  fromOffice: officeName,
  report: {
    select: {
      id: true,
      reference: true,
      version: true,
      status: true,
      type: true,
      firstDay: true,
      lastDay: true,
      hoursTotal: true,
      isProtected: true,
      organisation: { select: { name: true } },
      student: { select: { firstName: true, prefix: true, lastName: true, birthDate: true } },
    },
  },
} satisfies Prisma.CaseTransferSelect;

/** What is offered to the own office, with as much as an answer needs. */
export async function findOffer(viewer: Viewer, now: Now, reference: string): Promise<OfferView> {
  const { report: scope, ...offer } = isOpen(offersTo(viewer));
  const row = await prisma.caseTransfer.findFirst({
    relationLoadStrategy: "join",
    where: { ...offer, report: { AND: [scope, { reference: readReference(reference) ?? "" }] } },
    select: offerColumns,
  });
  if (row === null) throw new NotFound("offer");
  const object = { kind: "report", id: row.report.id };
  await recordRead(viewer, now, { action: "transfer:read", object, reason: usualReason(viewer) });
  const others = await restOfOffer(viewer, reference);
  return { ...presentOffer(viewer, row), otherCount: others.length };
}

type OfferRow = Prisma.CaseTransferGetPayload<{ select: typeof offerColumns }>;

function presentOffer(viewer: Viewer, row: OfferRow): Omit<OfferView, "otherCount"> {
  const { reference, version, status, type, firstDay, lastDay, hoursTotal, isProtected, student, organisation } =
    row.report;
  return {
    reference,
    version,
    status,
    fromName: row.fromOffice.organisation.name,
    reason: isTransferReason(row.reason) ? row.reason : null,
    note: openOptional(row.noteSealed),
    dueOn: fromColumn(row.dueOn),
    studentName: studentName(student),
    birthDate: fromColumn(student.birthDate),
    type: absenceTypeOf(type),
    firstDay: fromColumn(firstDay),
    lastDay: lastDay === null ? null : fromColumn(lastDay),
    hoursTotal: Number(hoursTotal),
    schoolName: organisation.name,
    isProtected,
    mayAnswer: can(viewer, "transfer:answer", { ...row, isProtected }),
  };
}

/**
 * The records go along with the case (Leerplichtregeling 1995, article 3). What stays readable is the reference and the
 * story up to the moment of handing over, with the office's own notes: enough to account for what it did.
 */
export async function findLookBack(viewer: Viewer, now: Now, reference: string): Promise<LookBackView> {
  const { report: scope, ...given } = givenAwayBy(viewer);
  const row = await prisma.caseTransfer.findFirst({
    relationLoadStrategy: "join",
    where: { ...given, report: { AND: [scope, { reference: readReference(reference) ?? "" }] } },
    orderBy: { answeredAt: "desc" },
    select: { reportId: true, answeredAt: true, offeredAt: true, toOffice: officeName, fromOffice: officeName },
  });
  if (row === null) throw new NotFound("report");
  const { reportId, answeredAt, offeredAt, toOffice, fromOffice } = row;
  const until = answeredAt ?? offeredAt;
  const events = await prisma.event.findMany({
    where: { reportId, at: { lte: until } },
    orderBy: { id: "asc" },
    select: { ...eventColumns, noteSealed: true },
  });
  const object = { kind: "report", id: reportId };
  await recordRead(viewer, now, { action: "transfer:look-back", object, reason: usualReason(viewer) });
  const own = fromOffice.organisation.name;
  const people = await peopleOf(viewer);
  return {
    reference: readReference(reference) ?? "",
    toName: toOffice.organisation.name,
    handedOverAt: until,
    timeline: upToHandOver(events).map((event) => ({
      event: readEvent(event),
      note: event.actorOrganisation === own && people.has(event.actorId) ? openOptional(event.noteSealed) : null,
    })),
  };
}

/** Two offices may have one name: a note is an office's own only when one of its people wrote it. */
async function peopleOf(viewer: Viewer): Promise<ReadonlySet<string | null>> {
  const organisationId = viewer.kind === "office" ? viewer.organisationId : "";
  const rows = await prisma.mandate.findMany({ where: { organisationId }, select: { accountId: true } });
  return new Set(rows.map(({ accountId }) => accountId));
}

function upToHandOver<Event extends { readonly kind: string }>(events: readonly Event[]): readonly Event[] {
  return events.slice(0, events.findLastIndex(({ kind }) => kind === "referred" || kind === "transfer_accepted") + 1);
}

export interface Sending {
  readonly reference: string;
  readonly version: number;
  readonly offices: readonly CompetentOffice[];
  /** Other open reports of the same student, which can go along. */
  readonly otherCount: number;
  /** What the register says of it. */
  readonly signals: readonly Signal[];
}

/** A report that may go to another office, and the offices that could get it. */
export async function findSending(
  viewer: Viewer,
  now: Now,
  { reference, act }: { readonly reference: string; readonly act: "report:refer" | "report:transfer" },
): Promise<Sending> {
  const report = await prisma.report.findFirst({
    where: { AND: [visibleReports(viewer), { reference: readReference(reference) ?? "" }] },
    select: {
      id: true,
      reference: true,
      version: true,
      regime: true,
      organisationId: true,
      locationId: true,
      officeId: true,
      isProtected: true,
      student: { select: { birthDate: true } },
      signals: { where: { settledAt: null }, select: { id: true, kind: true, on: true, data: true } },
      transfers: { where: { answer: null }, take: 1, select: { id: true } },
    },
  });
  // What another office was asked for goes nowhere until it answers.
  if (report === null || report.transfers.length > 0) throw new NotFound("report");
  if (!can(viewer, act, report)) throw new NotAllowed(act);
  const [offices, others] = await Promise.all([
    listFittingOffices(prisma, report, now),
    restOfCase(viewer, report.reference),
  ]);
  const object = { kind: "report", id: report.id };
  await recordRead(viewer, now, { action: act, object, reason: usualReason(viewer) });
  const { reference: known, version } = report;
  return { reference: known, version, offices, otherCount: others.length, signals: readSignals(report.signals) };
}
