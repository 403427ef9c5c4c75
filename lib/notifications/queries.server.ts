import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { settings } from "@/lib/config/env.server";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import type { PersonViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { countLimit, type Page } from "@/lib/shared/page";
import { NotFound } from "@/lib/shared/problem";
import { studentName } from "@/lib/shared/student-name";
import { eventColumns, readEvent } from "@/lib/timeline/event-row";
import { redactEvent } from "@/lib/timeline/redact";
import { ownNotices } from "./notice-scope";
import { fillIn } from "./other-letters";
import { hasWorkedAt } from "./stand-in-scope";
import { broughtIn, idShape, type LetterLine, type LetterView, type NoticeFacts, type NoticeView } from "./views";

const pageSize = 50;

interface PageQuestion {
  /** The id after which the page begins. */
  readonly after?: string | undefined;
}

/** What others did with the reports of this viewer, newest first. */
export async function listNotices(viewer: PersonViewer, { after }: PageQuestion, now: Now): Promise<Page<NoticeView>> {
  const notices = await prisma.notice.findMany({
    relationLoadStrategy: "join",
    where: ownNotices(viewer),
    select: noticeColumns,
    ...pageAfter(after),
  });
  const shown = notices.slice(0, pageSize);
  const [events, askerOf] = await Promise.all([
    prisma.event.findMany({ where: { id: { in: shown.map(({ eventId }) => eventId) } }, select: eventColumns }),
    findAskers(viewer, shown),
  ]);
  const byId = new Map(events.map((event) => [event.id, readEvent(event)]));
  const rows = shown.flatMap((notice): readonly NoticeView[] => {
    const facts = noticeFacts(notice, viewer);
    if (notice.kind === broughtIn) return [{ ...facts, event: null, by: askerOf(notice), at: notice.createdAt }];
    const event = byId.get(notice.eventId);
    if (event === undefined) return [];
    const reader = { side: viewer.kind, accountId: viewer.accountId };
    return [{ ...facts, event: redactEvent(event, reader, notice.report.isProtected) }];
  });
  await recordRead(viewer, now, {
    action: "notice:list",
    object: { kind: "report", count: rows.length },
    reason: usualReason(viewer),
  });
  return { rows, nextCursor: notices.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}

/** Which colleague of the own side brought in this reader at the report of a notice. Null: nobody any more. */
async function findAskers(
  { accountId, organisationId }: PersonViewer,
  notices: readonly NoticeRow[],
): Promise<(notice: NoticeRow) => string | null> {
  const reportIds = notices.flatMap(({ kind, reportId }) => (kind === broughtIn ? [reportId] : []));
  if (reportIds.length === 0) return () => null;
  const watches = await prisma.watch.findMany({
    relationLoadStrategy: "join",
    where: { accountId, reportId: { in: reportIds }, askedBy: hasWorkedAt(organisationId) },
    select: { reportId: true, askedBy: { select: { name: true } } },
  });
  const names = new Map(watches.map(({ reportId, askedBy }) => [reportId, askedBy?.name ?? null]));
  return ({ reportId }) => names.get(reportId) ?? null;
}

/** How many notices wait to be read; counts no further than lists do. */
export async function countUnreadNotices(viewer: Viewer): Promise<number> {
  if (viewer.kind === "client" || viewer.kind === "system") return 0;
  return prisma.notice.count({ where: { ...ownNotices(viewer), readAt: null }, take: countLimit + 1 });
}

export interface Mailbox extends Page<LetterLine> {
  /** How many messages were given up. */
  readonly failedCount: number;
  /** Without one letters are kept, and do not wait. */
  readonly hasMailServer: boolean;
}

/** The mail that the desk made, newest first; for the functional administrator. */
export async function listLetters(viewer: Viewer, { after }: PageQuestion, now: Now): Promise<Mailbox> {
  if (!can(viewer, "mailbox:read", {})) throw new NotFound("mailbox");
  const [letters, failedCount] = await Promise.all([
    prisma.letter.findMany({ select: letterColumns, ...pageAfter(after) }),
    prisma.outboxMessage.count({ where: { doneAt: null, failedAt: { not: null } } }),
  ]);
  const rows = letters.slice(0, pageSize);
  await recordRead(viewer, now, {
    action: "mailbox:list",
    object: { kind: "letter", count: rows.length },
    reason: usualReason(viewer),
  });
  return {
    rows,
    nextCursor: letters.length > pageSize ? (rows.at(-1)?.id ?? null) : null,
    failedCount,
    hasMailServer: hasMailServer(),
  };
}

/** One letter as it was written; `hidden` stands where a link lets somebody in. */
export async function findLetter(
  viewer: Viewer,
  { id, hidden }: { readonly id: string; readonly hidden: string },
  now: Now,
): Promise<LetterView> {
  if (!(can(viewer, "mailbox:read", {}) && idShape.test(id))) throw new NotFound("letter");
  const letter = await prisma.letter.findUnique({
    where: { id },
    select: { ...letterColumns, messageId: true, text: true, html: true },
  });
  if (letter === null) throw new NotFound("letter");
  await recordRead(viewer, now, {
    action: "mailbox:read",
    object: { kind: "letter", id },
    reason: usualReason(viewer),
  });
  const { html: _, ...view } = fillIn(letter, () => hidden);
  return { ...view, hasMailServer: hasMailServer() };
}

const hasMailServer = () => settings().smtpUrl !== null;

function pageAfter(after: string | undefined) {
  return {
    orderBy: [{ createdAt: "desc" as const }, { id: "desc" as const }],
    take: pageSize + 1,
    ...(after === undefined || !idShape.test(after) ? {} : { cursor: { id: after }, skip: 1 }),
  };
}

const letterColumns = {
  id: true,
  toAddress: true,
  subject: true,
  createdAt: true,
  sentAt: true,
  refusedAt: true,
  lastError: true,
} as const;

const noticeColumns = {
  id: true,
  reportId: true,
  eventId: true,
  kind: true,
  createdAt: true,
  readAt: true,
  report: {
    select: {
      reference: true,
      ownReference: true,
      studentGroup: true,
      isProtected: true,
      location: { select: { name: true } },
      student: { select: { firstName: true, prefix: true, lastName: true } },
    },
  },
} satisfies Prisma.NoticeSelect;

type NoticeRow = Prisma.NoticeGetPayload<{ select: typeof noticeColumns }>;

/** The desk's own people learn no name from it (settled 13). */
function noticeFacts({ id, readAt, report }: NoticeRow, { kind }: PersonViewer): NoticeFacts {
  const isDesk = kind === "desk";
  return {
    id,
    isUnread: readAt === null,
    reference: report.reference,
    ownReference: isDesk ? null : report.ownReference,
    group: isDesk ? null : report.studentGroup,
    locationName: report.location.name,
    studentName: isDesk ? null : studentName(report.student),
  };
}
