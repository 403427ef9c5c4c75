import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { openText } from "@/lib/db/seal.server";
import type { ClientViewer, PersonViewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import { can } from "@/lib/policy/can";
import { type HeldReport, holdReport, touchReport } from "@/lib/reports/hold-report.server";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed, type Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { eventActor } from "@/lib/timeline/actor";
import { append } from "@/lib/timeline/append.server";
import { refusalOfName } from "../inspect/inspect";
import { claimUpload, fileColumns, keepOrThrowAway, stateOf } from "../keep.server";
import type { KindCode } from "../kinds";
import { isLying } from "../parts.server";
import { type ReceivedFile, receive, type SentFile } from "../received.server";
import { holdRoom, refusalOfRoom, senderOf } from "../room.server";
import { refuse } from "../stopped.server";
import type { AddedPaper } from "../views";

export interface NewPaper {
  readonly reference: string;
  readonly kind: KindCode;
  readonly file: SentFile;
  /** Written in the same transaction as the claim: what makes a call that is sent twice add once, or a request answered. */
  readonly alongside?: ((tx: Transaction, added: AddedPaper, sentSha256: string) => void | Promise<void>) | undefined;
}

/** Adds a paper to a report. It is with the report together with its event, or not at all. */
export async function addPaper(
  viewer: PersonViewer | ClientViewer,
  paper: NewPaper,
  now: Now,
): Promise<Result<AddedPaper>> {
  const before = await transact(viewer, now, (tx) => lookBefore(tx, paper));
  if (!before.ok) return before;
  if (before.value !== null) return ok(before.value);
  const received = await receive(paper.file, now);
  if (!received.ok) {
    const objectOf = async (tx: Transaction) => ({ kind: "report", id: (await holdReport(tx, paper.reference)).id });
    return refuse(viewer, { problems: received.problems, objectOf }, now);
  }
  const file = received.value;
  return keepOrThrowAway(file, () => transact(viewer, now, (tx) => claim(tx, paper, file)));
}

/**
 * Null: it may come. Else it came already and only the answer was lost: of its parts none are left by now, and it may
 * itself have taken the last room.
 */
async function lookBefore(tx: Transaction, paper: NewPaper): Promise<Result<AddedPaper | null>> {
  const report = await holdReport(tx, paper.reference);
  const { bytes, name, sha256 = "" } = paper.file;
  const full = await refusalOf(tx, report);
  const twin = isLying(bytes) || full !== null ? await twinOf(tx, report, { sentSha256: sha256 }) : null;
  if (twin !== null) {
    await paper.alongside?.(tx, twin, sha256);
    return ok(twin);
  }
  const refusal = full ?? refusalOfName(name);
  return refusal === null ? ok(null) : fail(refusal);
}

async function claim(tx: Transaction, paper: NewPaper, file: ReceivedFile): Promise<Result<AddedPaper>> {
  const report = await holdReport(tx, paper.reference);
  const twin = await twinOf(tx, report, file);
  if (twin !== null) {
    await paper.alongside?.(tx, twin, file.sentSha256);
    return ok(twin);
  }
  await holdRoom(tx);
  const refusal = await refusalOf(tx, report);
  if (refusal !== null) return fail(refusal);
  if (!(await claimUpload(tx, file))) return fail({ code: "upload-cut" });
  const added = { id: newId(), name: file.name, state: stateOf(file), isAlreadyThere: false } as const;
  await insert(tx, report, { paper, file, added });
  await touchReport(tx, report.id);
  await tellOf(tx, report, { attachment: added.id, kind: paper.kind, format: file.format, waits: file.waits });
  await paper.alongside?.(tx, added, file.sentSha256);
  record(tx, {
    action: "attachment:add",
    object: { kind: "attachment", id: added.id },
    reason: usualReason(tx.viewer),
  });
  return ok(added);
}

function requireAdding({ viewer }: Transaction, report: HeldReport): void {
  if (!can(viewer, "attachment:add", report)) throw new NotAllowed("attachment:add");
}

async function refusalOf(tx: Transaction, report: HeldReport): Promise<Problem | null> {
  requireAdding(tx, report);
  if (report.status === "withdrawn") return { code: "papers-withdrawn" };
  const filesThere = await tx.client.attachment.count({ where: { reportId: report.id, goneAt: null } });
  return refusalOfRoom(tx, filesThere);
}

/** The same file again is no second one: the sender learns that it is there. */
async function twinOf(
  { client }: Transaction,
  { id }: HeldReport,
  { sentSha256 }: Pick<ReceivedFile, "sentSha256">,
): Promise<AddedPaper | null> {
  const twin = await client.attachment.findFirst({
    where: { reportId: id, sentSha256, goneAt: null },
    select: { id: true, nameSealed: true, state: true },
  });
  if (twin === null) return null;
  const state = twin.state === "clean" ? "clean" : "waiting";
  return { id: twin.id, name: openText(twin.nameSealed), state, isAlreadyThere: true };
}

interface Claimed {
  readonly paper: NewPaper;
  readonly file: ReceivedFile;
  readonly added: AddedPaper;
}

async function insert({ client, viewer, now }: Transaction, report: HeldReport, { paper, file, added }: Claimed) {
  const actor = eventActor(viewer);
  await client.attachment.create({
    data: {
      id: added.id,
      reportId: report.id,
      kind: paper.kind,
      ...fileColumns(file, now),
      uploaderSide: actor.side,
      uploaderName: actor.name,
      ...senderOf(viewer),
    },
  });
}

const quietMinutes = 10;

/** Ten papers in a row are one piece of news; each stands on the timeline. */
async function tellOf(
  tx: Transaction,
  { id, status }: HeldReport,
  data: { attachment: string; kind: string; format: string; waits: boolean },
): Promise<void> {
  const since = new Date(tx.now.at.getTime() - quietMinutes * 60_000);
  const told = await tx.client.event.findFirst({
    where: { reportId: id, kind: "attached", actorSide: eventActor(tx.viewer).side, at: { gt: since } },
    select: { id: true },
  });
  // What waits is news when it can be opened.
  const say = told === null && !data.waits ? announce : append;
  say(tx, id, { kind: "attached", status, data });
}
