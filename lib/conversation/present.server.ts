import "server-only";
import { openOptional, openText } from "@/lib/db/seal.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { statuses } from "@/lib/timeline/statuses";
import {
  type ConversationRow,
  type MessageRow,
  messagesShown,
  type NoteRow,
  type RequestRow,
} from "./conversation-sql.server";
import { mayEdit } from "./editing";
import { requestCodeOf } from "./request-kinds";
import type { AnswerPaper, ConversationView, MessageView, NoteView, RequestState, RequestView } from "./views";

const quotedLength = 160;

interface Reading {
  readonly viewer: PersonViewer;
  readonly now: Now;
  readonly row: ConversationRow;
}

/** The stored words as this viewer may read them; of a protected student the school learns nobody's name (settled 12). */
export function presentConversation(reading: Reading): ConversationView {
  const { row } = reading;
  const messages = row.messages ?? [];
  const requests = (row.requests ?? []).map((request) => presentRequest(request, reading));
  return {
    messages: messages.slice(-messagesShown).map((message) => presentMessage(message, reading)),
    hasEarlier: messages.length > messagesShown,
    notes: (row.notes ?? []).map((note) => presentNote(note, reading)),
    requests,
    drafts: draftsOf(row, requests),
    watch: row.watch?.state ?? "part",
    askedBy: row.watch?.askedBy ?? null,
    followers: row.followers ?? [],
    unreached: row.unreached ?? [],
    opened: row.opened === null ? null : { first: new Date(row.opened.first), last: new Date(row.opened.last) },
    newSince: row.newSince,
    allows: allowsOf(reading),
  };
}

/** By what each is to become. An answer that nobody waits for any more can still be sent as a message. */
function draftsOf({ draftsSealed }: ConversationRow, requests: readonly RequestView[]) {
  const sealed = draftsSealed ?? {};
  const lapsed = requests.find(({ id, state }) => state.kind === "lapsed" && sealed[id] !== undefined);
  const message = sealed["message"] ?? sealed[lapsed?.id ?? ""];
  const all = { ...sealed, ...(message === undefined ? {} : { message }) };
  return Object.fromEntries(Object.entries(all).map(([about, words]) => [about, openText(words)]));
}

function allowsOf({ viewer, row }: Reading): ConversationView["allows"] {
  const isOver = row.status === "withdrawn";
  return {
    send: !isOver && can(viewer, "message:send", row),
    note: can(viewer, "note:write", row),
    ask: statuses[row.status].open && can(viewer, "request:ask", row),
    answer: statuses[row.status].open && can(viewer, "request:answer", row),
    bringIn: can(viewer, "report:bring-in", row),
  };
}

function hidesOffice({ viewer, row }: Reading): boolean {
  return row.isProtected && viewer.kind === "school";
}

function presentMessage(message: MessageRow, reading: Reading): MessageView {
  const { viewer, now, row } = reading;
  const sentAt = new Date(message.sentAt);
  const isHidden = hidesOffice(reading) && message.side === "office";
  return {
    id: message.id,
    isOwn: message.authorId === viewer.accountId,
    side: message.side,
    author: isHidden ? null : { name: message.authorName, organisation: message.organisation },
    words: openText(message.wordsSealed),
    byMail: message.origin === "mail",
    sentAt,
    isEdited: message.editedAt !== null,
    readAt: message.readAt === null ? null : new Date(message.readAt),
    quoted: beginningOf(openOptional(message.quotedSealed)),
    mayEdit:
      row.status !== "withdrawn" &&
      mayEdit({ authorId: message.authorId, writtenAt: sentAt }, viewer.accountId, now.at),
    isNew: message.side !== viewer.kind && sentAt > row.newSince,
  };
}

function beginningOf(words: string | null): string | null {
  if (words === null || words.length <= quotedLength) return words;
  return `${words.slice(0, quotedLength).trimEnd()}…`;
}

function presentNote(note: NoteRow, { viewer, now }: Reading): NoteView {
  const writtenAt = new Date(note.writtenAt);
  return {
    id: note.id,
    isOwn: note.authorId === viewer.accountId,
    author: note.authorName,
    office: note.office,
    words: openText(note.wordsSealed),
    writtenAt,
    isEdited: note.editedAt !== null,
    mayEdit: mayEdit({ authorId: note.authorId, writtenAt }, viewer.accountId, now.at),
  };
}

function presentRequest(request: RequestRow, reading: Reading): RequestView {
  return {
    id: request.id,
    kind: requestCodeOf(request.kind),
    words: openOptional(request.wordsSealed),
    askedBy: hidesOffice(reading) ? null : request.askedByName,
    askedAt: new Date(request.askedAt),
    dueOn: request.dueOn,
    state: stateOf(request, reading),
  };
}

function stateOf(request: RequestRow, { now, row: { status } }: Reading): RequestState {
  const { answeredAt, answeredByName, answerSealed, droppedAt, dueOn } = request;
  if (answeredAt !== null) {
    const words = openOptional(answerSealed);
    return { kind: "answered", at: new Date(answeredAt), by: answeredByName ?? "", words, paper: paperOf(request) };
  }
  if (droppedAt !== null) return { kind: "dropped", at: new Date(droppedAt) };
  return statuses[status].open ? { kind: "waiting", isLate: dueOn < now.today } : { kind: "lapsed" };
}

function paperOf({ paperId, paperNameSealed, paperState }: RequestRow): AnswerPaper | null {
  if (paperId === null) return null;
  const name = paperNameSealed === null || paperNameSealed === "" ? null : openText(paperNameSealed);
  return { id: paperId, name, isOpen: paperState === "clean" };
}
