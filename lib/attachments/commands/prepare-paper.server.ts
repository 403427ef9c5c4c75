import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer, SchoolViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed, NotFound, type Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { draftPaperView } from "../draft-papers.server";
import { refusalOfName } from "../inspect/inspect";
import { claimUpload, fileColumns, keepOrThrowAway, stateOf } from "../keep.server";
import type { KindCode } from "../kinds";
import { isLying } from "../parts.server";
import { type ReceivedFile, receive, type SentFile } from "../received.server";
import { holdRoom, refusalOfRoom } from "../room.server";
import { refuse } from "../stopped.server";
import type { DraftPaperView } from "../views";
import { addPaper } from "./add-paper.server";

interface NewDraftPaper {
  /** Of the form, which is also the id of its draft. */
  readonly submissionId: string;
  readonly kind: KindCode;
  readonly file: SentFile;
}

/** What became of it: it waits with the form, or stands with the report that was sent in the meantime. */
export type PreparedPaper =
  | { readonly kind: "prepared"; readonly paper: DraftPaperView; readonly isAlreadyThere: boolean }
  | { readonly kind: "added"; readonly state: "waiting" | "clean"; readonly isAlreadyThere: boolean };

/** Takes a paper while the report is still being written. Looked through like any other; nobody but its writer sees it. */
export async function preparePaper(
  viewer: PersonViewer,
  paper: NewDraftPaper,
  now: Now,
): Promise<Result<PreparedPaper>> {
  if (viewer.kind !== "school" || !can(viewer, "draft:begin", viewer)) throw new NotAllowed("draft:begin");
  const sent = await sentReport(viewer, paper.submissionId);
  if (sent !== null) return addLate(viewer, { ...paper, reference: sent }, now);
  const before = await transact(viewer, now, (tx) => lookBefore(tx, viewer, paper));
  if (!before.ok) return before;
  if (before.value !== null) return ok(before.value);
  const received = await receive(paper.file, now);
  if (!received.ok) {
    const objectOf = () => ({ kind: "draft", id: paper.submissionId });
    return refuse(viewer, { problems: received.problems, objectOf }, now);
  }
  const file = received.value;
  return keepOrThrowAway(file, () => transact(viewer, now, (tx) => claim(tx, viewer, paper, file)));
}

async function sentReport(viewer: SchoolViewer, submissionId: string): Promise<string | null> {
  const report = await prisma.report.findFirst({
    where: { AND: [visibleReports(viewer), { submissionId }] },
    select: { reference: true },
  });
  return report?.reference ?? null;
}

/** The report was sent while the paper was on its way. */
async function addLate(
  viewer: SchoolViewer,
  { reference, kind, file }: NewDraftPaper & { readonly reference: string },
  now: Now,
): Promise<Result<PreparedPaper>> {
  const added = await addPaper(viewer, { reference, kind, file }, now);
  if (!added.ok) return added;
  const { state, isAlreadyThere } = added.value;
  return ok({ kind: "added", state, isAlreadyThere });
}

async function refusalOf(tx: Transaction, { submissionId }: NewDraftPaper): Promise<Problem | null> {
  const draft = await tx.client.reportDraft.findUnique({ where: { id: submissionId } });
  if (draft !== null && !can(tx.viewer, "draft:change", { ...draft, handedInFor: draft.locationId })) {
    throw new NotFound("draft");
  }
  return refusalOfRoom(tx, await tx.client.draftPaper.count({ where: { submissionId } }));
}

/**
 * Null: it may come. Else it came already and only the answer was lost: of its parts none are left by now, and it may
 * itself have taken the last room.
 */
async function lookBefore(
  tx: Transaction,
  viewer: SchoolViewer,
  paper: NewDraftPaper,
): Promise<Result<PreparedPaper | null>> {
  const { bytes, name, sha256 = "" } = paper.file;
  const full = await refusalOf(tx, paper);
  const twin = isLying(bytes) || full !== null ? await twinOf(tx, viewer, paper, sha256) : null;
  if (twin !== null) return ok(twin);
  const refusal = full ?? refusalOfName(name);
  return refusal === null ? ok(null) : fail(refusal);
}

/** The same file again is no second one. */
async function twinOf(
  { client }: Transaction,
  { accountId }: SchoolViewer,
  { submissionId }: NewDraftPaper,
  sentSha256: string,
): Promise<PreparedPaper | null> {
  const twin = await client.draftPaper.findFirst({ where: { submissionId, ownerId: accountId, sentSha256 } });
  if (twin === null) return null;
  const paper = draftPaperView({ ...twin, waits: twin.state === "waiting" });
  return { kind: "prepared", paper, isAlreadyThere: true };
}

async function claim(
  tx: Transaction,
  viewer: SchoolViewer,
  paper: NewDraftPaper,
  file: ReceivedFile,
): Promise<Result<PreparedPaper>> {
  await holdRoom(tx);
  const twin = await twinOf(tx, viewer, paper, file.sentSha256);
  if (twin !== null) return ok(twin);
  const refusal = await refusalOf(tx, paper);
  if (refusal !== null) return fail(refusal);
  const { kind, submissionId } = paper;
  const { name, format, byteCount } = file;
  if (!(await claimUpload(tx, file))) return fail({ code: "upload-cut" });
  const id = newId();
  await insert(tx, viewer, { id, paper, file });
  record(tx, { action: "draft:attach", object: { kind: "draft", id: submissionId }, reason: usualReason(viewer) });
  const prepared = { id, kind, format, name, byteCount, state: stateOf(file), uploadedAt: tx.now.at };
  return ok({ kind: "prepared", paper: prepared, isAlreadyThere: false });
}

interface Claimed {
  readonly id: string;
  readonly paper: NewDraftPaper;
  readonly file: ReceivedFile;
}

async function insert({ client, now }: Transaction, viewer: SchoolViewer, { id, paper, file }: Claimed) {
  await client.draftPaper.create({
    data: {
      id,
      submissionId: paper.submissionId,
      organisationId: viewer.organisationId,
      ownerId: viewer.accountId,
      ownerName: viewer.name,
      kind: paper.kind,
      ...fileColumns(file, now),
    },
  });
}
