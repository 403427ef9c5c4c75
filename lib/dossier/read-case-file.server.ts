import "server-only";
import { presentPacked, vaultedPaper } from "@/lib/attachments/pack.server";
import type { Transaction } from "@/lib/audit/transact.server";
import { requestCodeOf } from "@/lib/conversation/request-kinds";
import type { Prisma } from "@/lib/db/generated/client";
import { openOptional, openText } from "@/lib/db/seal.server";
import { presentResidence, residencesShown } from "@/lib/directory/present-residence.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { presentReport } from "@/lib/reports/present.server";
import { reportRecord } from "@/lib/reports/report-record.server";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { openStatuses } from "@/lib/timeline/statuses";
import type { AskedQuestion, WrittenWords } from "./case-file";
import type { Span } from "./input";

/** A case with more reports than these is no longer a paper that somebody reads. */
export const mostReports = 60;

const messageColumns = { sentAt: true, authorName: true, organisation: true, wordsSealed: true } as const;

const questionColumns = {
  askedAt: true,
  kind: true,
  askedByName: true,
  office: true,
  wordsSealed: true,
  answeredAt: true,
  answeredByName: true,
  answerSealed: true,
} as const;

const fileRecord = {
  ...reportRecord,
  messages: { orderBy: { id: "asc" }, select: messageColumns },
  requests: { where: { droppedAt: null }, orderBy: { id: "asc" }, select: questionColumns },
  attachments: { where: { state: "clean" }, orderBy: { id: "asc" }, select: vaultedPaper },
} satisfies Prisma.ReportSelect;

type FileRecord = Prisma.ReportGetPayload<{ select: typeof fileRecord }>;

/** The reports of one student that this viewer may take along, the first absence first. */
export async function readCaseFile({ client }: Transaction, viewer: OfficeViewer, asked: Asked) {
  const known = readReference(asked.reference) ?? "";
  const start = await client.report.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(viewer), { reference: known }] },
    select: {
      id: true,
      organisationId: true,
      locationId: true,
      officeId: true,
      isProtected: true,
      student: { select: { id: true, residences: residencesShown } },
    },
  });
  if (start === null || !can(viewer, "dossier:take", start)) throw new NotFound("report");
  const rows = await client.report.findMany({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(viewer), { studentId: start.student.id }, spanOf(asked.span, start.id)] },
    orderBy: [{ firstDay: "desc" }, { id: "desc" }],
    take: mostReports,
    select: fileRecord,
  });
  const files = rows.toReversed().map((row) => presentFile(viewer, row));
  const isProtected = files.some(({ report }) => report.isProtected);
  const residences = start.student.residences.map(presentResidence);
  const isSecret = isProtected || residences.some(({ kind }) => kind === "protected");
  return { reference: known, files, isProtected: isSecret, residences: isSecret ? [] : residences };
}

interface Asked {
  readonly reference: string;
  readonly span: Span;
}

/** The report itself is always in it; what a school withdrew was never true. */
export function spanOf(span: Span, id: string): Prisma.ReportWhereInput {
  if (span === "this") return { id };
  const others: Prisma.ReportWhereInput =
    span === "open" ? { status: { in: [...openStatuses] } } : { status: { not: "withdrawn" } };
  return { OR: [{ id }, others] };
}

function presentFile(viewer: OfficeViewer, row: FileRecord) {
  return {
    report: presentReport(viewer, row),
    messages: row.messages.map(presentMessage),
    questions: row.requests.map(presentQuestion),
    papers: row.attachments.map((paper) => presentPacked(paper, row.reference, false)),
  };
}

function presentMessage({
  sentAt,
  authorName,
  organisation,
  wordsSealed,
}: FileRecord["messages"][number]): WrittenWords {
  return { at: sentAt, author: authorName, organisation, words: openText(wordsSealed) };
}

function presentQuestion(row: FileRecord["requests"][number]): AskedQuestion {
  const { answeredAt, answerSealed, answeredByName } = row;
  return {
    at: row.askedAt,
    kind: requestCodeOf(row.kind),
    askedBy: `${row.askedByName} (${row.office})`,
    words: openOptional(row.wordsSealed),
    answer:
      answeredAt === null ? null : { at: answeredAt, author: answeredByName ?? "", words: openOptional(answerSealed) },
  };
}
