import "server-only";
import { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { openText } from "@/lib/db/seal.server";
import { settledBefore } from "@/lib/db/settled.server";
import { translatorFor } from "@/lib/i18n/translator";
import type { ClientViewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import { presentLine, reportLine } from "@/lib/reports/present-line.server";
import { findReport } from "@/lib/reports/queries.server";
import type { Now } from "@/lib/shared/clock";
import { ok, type Result } from "@/lib/shared/result";
import type { NarrateLabels } from "@/lib/timeline/narrate-labels";
import { betweenOffices } from "@/lib/timeline/redact";
import type { Status } from "@/lib/timeline/statuses";
import type { changesAnswer, eventsAnswer, listAnswer, reportAnswer } from "./answers";
import { readCursor, writeCursor } from "./cursor.server";
import { linksTo } from "./operations";
import { presentEvent, presentReport } from "./present";

const pageSize = 100;

/** One report for the system of its school or office. */
export async function readReport(
  viewer: ClientViewer,
  now: Now,
  reference: string,
): Promise<z.infer<typeof reportAnswer>> {
  const view = await findReport(viewer, now, reference);
  return presentReport(view, viewer.side === "office" ? await readNumber(viewer, now, view.id) : null);
}

/** The system of an office needs the number to know the student again; that it was told is on the access log. */
async function readNumber(viewer: ClientViewer, now: Now, reportId: string): Promise<string> {
  const { student } = await prisma.report.findFirstOrThrow({
    where: { AND: [visibleReports(viewer), { id: reportId }] },
    select: { student: { select: { numberSealed: true } } },
  });
  await recordRead(viewer, now, {
    action: "student-number:read",
    object: { kind: "report", id: reportId },
    reason: usualReason(viewer),
  });
  return openText(student.numberSealed);
}

/** What happened to one report, in sentences and in codes. */
export async function readEvents(
  viewer: ClientViewer,
  now: Now,
  question: { readonly reference: string; readonly labels: NarrateLabels },
): Promise<z.infer<typeof eventsAnswer>> {
  const view = await findReport(viewer, now, question.reference);
  const telling = {
    reader: { side: viewer.side, accountId: null, locale: "nl" as const },
    t: translatorFor("nl"),
    labels: question.labels,
  };
  return { reference: view.reference, events: view.timeline.map((entry) => presentEvent(entry, telling)) };
}

interface ListQuestion {
  readonly changedSince?: Date | undefined;
  readonly status?: readonly Status[] | undefined;
  readonly cursor?: string | undefined;
}

const listPlace = z.tuple([z.iso.datetime(), z.uuid()]);

/** A page of reports in the order of their last change. Of each only what lists may say (settled 9). */
export async function listChangedReports(
  viewer: ClientViewer,
  now: Now,
  question: ListQuestion,
): Promise<Result<z.infer<typeof listAnswer>>> {
  const place = readCursor(viewer, "reports", listPlace, question.cursor);
  if (!place.ok) return place;
  const rows = await prisma.report.findMany({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(viewer), conditionOf(question), after(place.value)] },
    orderBy: [{ changedAt: "asc" }, { id: "asc" }],
    take: pageSize + 1,
    select: { ...reportLine, version: true },
  });
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  await recordRead(viewer, now, {
    action: "report:list",
    object: { kind: "report", count: page.length },
    reason: usualReason(viewer),
  });
  return ok({
    reports: page.map((row) => toLine(viewer, row)),
    nextCursor: last === undefined ? null : writeCursor(viewer, "reports", [last.changedAt.toISOString(), last.id]),
  });
}

function conditionOf({ changedSince, status }: ListQuestion) {
  return {
    AND: [
      ...(changedSince === undefined ? [] : [{ changedAt: { gte: changedSince } }]),
      ...(status === undefined ? [] : [{ status: { in: [...status] } }]),
    ],
  };
}

function after(place: z.infer<typeof listPlace> | null) {
  if (place === null) return {};
  const [changedAt, id] = place;
  return { OR: [{ changedAt: { gt: changedAt } }, { changedAt, id: { gt: id } }] };
}

function toLine(viewer: ClientViewer, row: Parameters<typeof presentLine>[1] & { readonly version: number }) {
  const line = presentLine(viewer, row);
  return {
    reference: line.reference,
    ownReference: line.ownReference,
    version: row.version,
    status: line.status,
    group: line.group,
    locationName: line.locationName,
    filedAt: line.filedAt.toISOString(),
    changedAt: line.changedAt.toISOString(),
    dueAt: line.dueAt.toISOString(),
    office: line.officeName === null || row.office === null ? null : { ...row.office.organisation },
    officer: line.officerName === null ? null : { name: line.officerName },
    links: linksTo(line.reference),
  };
}

const changePlace = z.tuple([z.uuid()]);

/** What happened since the cursor, over all reports of this client; details are with the report itself (settled 9). */
export async function readChanges(
  viewer: ClientViewer,
  now: Now,
  question: { readonly cursor?: string | undefined },
): Promise<Result<z.infer<typeof changesAnswer>>> {
  const place = readCursor(viewer, "changes", changePlace, question.cursor);
  if (!place.ok) return place;
  const before = await settledBefore();
  const rows = await prisma.event.findMany({
    relationLoadStrategy: "join",
    where: {
      report: visibleReports(viewer),
      AND: [
        ...(place.value === null ? [] : [{ id: { gt: place.value[0] } }]),
        ...(before === null ? [] : [{ id: { lt: before } }]),
        ...(viewer.side === "school"
          ? [{ NOT: { kind: { in: [...betweenOffices] }, report: { isProtected: true } } }]
          : []),
      ],
    },
    orderBy: { id: "asc" },
    take: pageSize + 1,
    select: {
      id: true,
      at: true,
      kind: true,
      status: true,
      report: { select: { reference: true, ownReference: true } },
    },
  });
  const page = rows.slice(0, pageSize);
  await recordRead(viewer, now, {
    action: "report:changes",
    object: { kind: "report", count: page.length },
    reason: usualReason(viewer),
  });
  const last = page.at(-1);
  return ok({
    changes: page.map(({ report, at, ...event }) => ({
      ...event,
      ...report,
      at: at.toISOString(),
      links: linksTo(report.reference),
    })),
    nextCursor: last === undefined ? (question.cursor ?? null) : writeCursor(viewer, "changes", [last.id]),
    hasMore: rows.length > pageSize,
  });
}
