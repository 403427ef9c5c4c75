import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { narrateLabels } from "@/components/timeline/narrate-labels";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import { takeDraftPaper } from "@/lib/attachments/commands/drop-draft-paper.server";
import { handOverPapers } from "@/lib/attachments/commands/hand-over-papers.server";
import { holdPapers, releasePapers } from "@/lib/attachments/commands/hold-papers.server";
import { makeSheet } from "@/lib/attachments/commands/make-sheet.server";
import { makeLink, openLink } from "@/lib/attachments/commands/open-paper.server";
import { preparePaper } from "@/lib/attachments/commands/prepare-paper.server";
import { proveDestruction } from "@/lib/attachments/commands/prove-destruction.server";
import { removePaper } from "@/lib/attachments/commands/remove-paper.server";
import { zipPapers } from "@/lib/attachments/commands/zip-papers.server";
import { listPapers } from "@/lib/attachments/queries.server";
import { bulkInput } from "@/lib/casework/bulk";
import { acknowledgeReport } from "@/lib/casework/commands/acknowledge-report.server";
import { acceptTransfer, refuseTransfer } from "@/lib/casework/commands/answer-transfer.server";
import { assignReport } from "@/lib/casework/commands/assign-report.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { distributeReports, undoDistribution } from "@/lib/casework/commands/distribute.server";
import { dropInboxView, keepInboxView } from "@/lib/casework/commands/keep-inbox-view.server";
import { addPresence, removePresence } from "@/lib/casework/commands/keep-presence.server";
import { offerTransfer } from "@/lib/casework/commands/offer-transfer.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { referReport } from "@/lib/casework/commands/refer-report.server";
import { reopenReport } from "@/lib/casework/commands/reopen-report.server";
import { settleSignal } from "@/lib/casework/commands/settle-signal.server";
import { endTalk, moveTalk } from "@/lib/casework/commands/settle-talk.server";
import { takeBackTransfer } from "@/lib/casework/commands/take-back-transfer.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { inboxViewInput } from "@/lib/casework/inbox-view-input";
import { presenceInput } from "@/lib/casework/presence";
import { findBulkResult } from "@/lib/casework/queries/bulk-result.server";
import { findDistribution } from "@/lib/casework/queries/distribution.server";
import { openCase } from "@/lib/casework/queries/open-case.server";
import { findPresence, listPresence } from "@/lib/casework/queries/presence.server";
import { searchInbox } from "@/lib/casework/queries/search-inbox.server";
import { findLookBack, findOffer, findSending, listTransfers } from "@/lib/casework/queries/transfers.server";
import { countInbox, findColleagues, findInbox, listInbox } from "@/lib/casework/queries.server";
import { answerWithPaper, answerWithSheet } from "@/lib/conversation/commands/answer-with-paper.server";
import { askSchool } from "@/lib/conversation/commands/ask-school.server";
import { doMany, undoMany } from "@/lib/conversation/commands/do-many.server";
import { editMessage, editNote } from "@/lib/conversation/commands/edit-words.server";
import { keepDraft } from "@/lib/conversation/commands/keep-draft.server";
import { sendMessage } from "@/lib/conversation/commands/send-message.server";
import { answerRequest, dropRequest } from "@/lib/conversation/commands/settle-request.server";
import { tellCall } from "@/lib/conversation/commands/tell-call.server";
import { writeNote } from "@/lib/conversation/commands/write-note.server";
import { findConversation } from "@/lib/conversation/queries.server";
import { prisma } from "@/lib/db/client.server";
import { takeDossier } from "@/lib/dossier/commands/take-dossier.server";
import { findDossierChoices } from "@/lib/dossier/queries/dossier-choices.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { bringIn, takeOut } from "@/lib/notifications/commands/bring-in.server";
import { watchReport } from "@/lib/notifications/commands/watch-report.server";
import { listColleagues } from "@/lib/notifications/queries/colleagues.server";
import { beginFollowUp } from "@/lib/reports/commands/begin-follow-up.server";
import { checkReport } from "@/lib/reports/commands/check-report.server";
import { confirmReport } from "@/lib/reports/commands/confirm-report.server";
import { correctReport } from "@/lib/reports/commands/correct-report.server";
import { fileReport } from "@/lib/reports/commands/file-report.server";
import { dropList, keepList } from "@/lib/reports/commands/keep-list.server";
import { placeReport } from "@/lib/reports/commands/place-report.server";
import { printReport, printReports } from "@/lib/reports/commands/print-report.server";
import { saveDraft } from "@/lib/reports/commands/save-draft.server";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { findHistory } from "@/lib/reports/queries/history.server";
import { listKeptLists } from "@/lib/reports/queries/kept-lists.server";
import { searchReports } from "@/lib/reports/queries/search.server";
import { findCountingOf, findSeries, findStanding } from "@/lib/reports/queries/standing.server";
import { findReport, listReports } from "@/lib/reports/queries.server";
import type { ReportView } from "@/lib/reports/views";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import type { Result } from "@/lib/shared/result";
import { aPdf, inChunks } from "@/tests/support/papers";
import { deskPerson, officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aReportInput, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let reference: string;
let opened: ReportView;
let paperId: string;
/** A link that somebody of the own school was given. */
let link: string;
/** What the own people of the report began or keep beside it. */
let own: Awaited<ReturnType<typeof keptByOwn>>;
let strangers: readonly (readonly [string, PersonViewer])[];

beforeAll(async () => {
  world = await aWorld();
  const elsewhere = await aWorld();
  reference = (await aFiledReport(world)).reference;
  const added = await addPaper(world.reporter, aPaper(), thursday);
  if (!added.ok) throw new Error("no paper to look for");
  paperId = added.value.id;
  link = await makeLink(world.reporter, paperId, thursday);
  own = await keptByOwn();
  opened = await findReport(world.reporter, thursday, reference);
  strangers = [
    ["a reporter of another school", elsewhere.reporter],
    ["an officer of another municipality", elsewhere.officer],
    ["a reporter of another location of the same school", reporterOf(world.school.id, { locationIds: [randomUUID()] })],
    ["a team lead of another municipality", await aLeadOf(elsewhere)],
    ["an analyst of the same office", officerOf(world.office.id, { role: "analyst" })],
    ["the service desk", deskPerson("service_desk")],
    ["an auditor", deskPerson("auditor")],
  ];
});

function aPaper(text = "% a paper\n") {
  return { reference, kind: "other", file: { name: "brief.pdf", bytes: inChunks(aPdf(text)) } } as const;
}

const aLeadOf = async ({ office }: World) =>
  officerOf(office.id, { ...(await anAccount(office.id, "team_lead")), role: "team_lead" });

async function keptByOwn() {
  const lead = await aLeadOf(world);
  const draft = randomUUID();
  await saveDraft(world.reporter, { id: draft, version: 0, page: randomUUID(), words: {} }, thursday);
  const paper = granted(await preparePaper(world.reporter, aDraftPaper(draft), thursday));
  const act = randomUUID();
  const { brin, municipality, school } = world;
  const studentNumber = await aStudent({ municipality, brin, locationId: school.location.id });
  const given = [(await aFiledReport({ ...world, studentNumber })).reference];
  await doMany(lead, manyInput({ act, references: given, kind: "assign", officerId: lead.accountId }), thursday);
  await prisma.report.update({ where: { reference }, data: { officerId: null } });
  await keepList(world.reporter, { name: "Van ons", query: "toon=alles" }, thursday);
  const view = inboxViewInput.parse({ name: "Van ons", shared: "yes", chosen: "lijst=team" });
  return {
    lead,
    draft,
    draftPaper: paper.kind === "prepared" ? paper.paper.id : "",
    act,
    hour: granted(await addPresence(lead, anHour(), thursday)).id,
    view: granted(await keepInboxView(lead, view, thursday)).id,
    reader: (await anAccount(world.school.id, "reader")).accountId,
    lookingAlong: await lookingAlong(),
    list: (await listKeptLists(world.reporter))[0]?.id ?? "",
  };
}

async function lookingAlong(): Promise<string> {
  const colleagueId = (await anAccount(world.school.id, "reader")).accountId;
  granted(await bringIn(world.reporter, { reference, colleagueId }, thursday));
  return colleagueId;
}

function granted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${result.problems[0]?.code}`);
  return result.value;
}

const aDraftPaper = (submissionId: string) =>
  ({ submissionId, kind: "other", file: { name: "brief.pdf", bytes: inChunks(aPdf("% waits\n")) } }) as const;

const anHour = () =>
  presenceInput.parse({ locationId: world.school.location.id, weekday: "2", from: "9.00", until: "12.00" });

const manyInput = (given: object) =>
  bulkInput.parse({ act: randomUUID(), references: [reference], seenAt: thursday.at.toISOString(), ...given });

/** A list without it has not found it. */
function foundIf(isThere: boolean): void {
  if (!isThere) throw new NotFound("report");
}

async function doesMany(viewer: PersonViewer, given: object): Promise<void> {
  const input = manyInput(given);
  await doMany(viewer, input, thursday);
  if (viewer.kind !== "office") return;
  const result = await findBulkResult(viewer, thursday, input.act);
  foundIf(result?.doneCount !== 0 || result.refused[0]?.code !== "report-elsewhere");
}

/** Everything about the report that could change or be told. */
async function traces() {
  const [report, events, messages, reads, papers, links, watches, beside] = await Promise.all([
    prisma.report.findUniqueOrThrow({ where: { reference } }),
    prisma.event.count(),
    prisma.outboxMessage.count(),
    prisma.auditEntry.count({ where: { action: { in: ["report:read", "report:print", ...ofPapers] } } }),
    prisma.attachment.findMany(),
    prisma.attachmentLink.findMany(),
    prisma.watch.count(),
    Promise.all([
      prisma.officeNote.count(),
      prisma.draftPaper.count(),
      prisma.paperHold.count(),
      prisma.paperHandOver.count(),
      prisma.presenceHour.count(),
      prisma.inboxView.count(),
      prisma.keptList.count(),
      prisma.bulkAct.findMany({ where: { id: own.act } }),
    ]),
  ]);
  return { report, events, messages, reads, papers, links, watches, beside };
}

const ofPapers = [
  "attachment:add",
  "attachment:open",
  "attachment:zip",
  "attachment:remove",
  "papers:prove",
  "dossier:take",
];

type Attempt = (viewer: PersonViewer) => unknown;

const attempts: Readonly<Record<string, Attempt>> = {
  findReport: (viewer) => findReport(viewer, thursday, reference),
  openCase: (viewer) => {
    if (viewer.kind !== "office") throw new NotAllowed("report:read");
    return openCase(viewer, thursday, reference);
  },
  findSeries: (viewer) => findSeries(viewer, thursday, reference),
  findCountingOf: (viewer) => findCountingOf(viewer, thursday, opened),
  findStanding: (viewer) => findStanding(viewer, thursday, opened),
  beginFollowUp: (viewer) => beginFollowUp(viewer, reference, thursday),
  printReport: (viewer) => printReport(viewer, reference, thursday),
  printReports: (viewer) => printReports(viewer, [reference], thursday),
  findHistory: (viewer) => findHistory(viewer, thursday, reference),
  takeUp: (viewer) => takeUp(viewer, { reference }, thursday),
  endTalk: (viewer) => endTalk(viewer, { reference, talk: randomUUID(), outcome: "agreed" }, thursday),
  moveTalk: (viewer) => moveTalk(viewer, { reference, talk: randomUUID(), on: thursday.today }, thursday),
  recordAction: (viewer) => recordAction(viewer, { reference, intervention: "called" }, thursday),
  acknowledgeReport: (viewer) => acknowledgeReport(viewer, { reference }, thursday),
  closeReport: (viewer) =>
    closeReport(viewer, { reference, closeReason: "back_to_school", closeNote: "student_seen" }, thursday),
  reopenReport: (viewer) => reopenReport(viewer, { reference, reason: "x" }, thursday),
  assignReport: (viewer) => assignReport(viewer, { reference }, thursday),
  referReport: (viewer) =>
    referReport(viewer, { reference, officeCode: world.office.code, reason: "agreed" }, thursday),
  offerTransfer: (viewer) =>
    offerTransfer(viewer, { reference, officeCode: world.office.code, reason: "agreed" }, thursday),
  takeBackTransfer: (viewer) => takeBackTransfer(viewer, { reference }, thursday),
  acceptTransfer: (viewer) => acceptTransfer(viewer, { reference }, thursday),
  refuseTransfer: (viewer) => refuseTransfer(viewer, { reference, reason: "not-competent" }, thursday),
  settleSignal: (viewer) => settleSignal(viewer, { reference, kind: "moved" }, thursday),
  tellCall: (viewer) => tellCall(viewer, { reference, words: "x" }, thursday),
  sendMessage: (viewer) => sendMessage(viewer, { reference, words: "x", asksReopening: false }, thursday),
  editMessage: (viewer) => editMessage(viewer, { reference, id: randomUUID(), words: "x" }, thursday),
  editNote: (viewer) => editNote(viewer, { reference, id: randomUUID(), words: "x" }, thursday),
  writeNote: (viewer) => writeNote(viewer, { reference, words: "x" }, thursday),
  keepDraft: (viewer) => keepDraft(viewer, { reference, about: "message", words: "x" }, thursday),
  askSchool: (viewer) => askSchool(viewer, { reference, kind: "dates", dueOn: thursday.today }, thursday),
  answerRequest: (viewer) => answerRequest(viewer, { reference, request: randomUUID(), words: "x" }, thursday),
  answerWithPaper: (viewer) => answerWithPaper(viewer, { ...aPaper("% another\n"), request: randomUUID() }, thursday),
  answerWithSheet: (viewer) => answerWithSheet(viewer, { reference, request: randomUUID(), format: "csv" }, thursday),
  dropRequest: (viewer) => dropRequest(viewer, { reference, request: randomUUID() }, thursday),
  findConversation: async (viewer) => {
    const { id } = await prisma.report.findUniqueOrThrow({ where: { reference } });
    return findConversation(viewer, thursday, id);
  },
  findOffer: (viewer) => findOffer(viewer, thursday, reference),
  findLookBack: (viewer) => findLookBack(viewer, thursday, reference),
  findSending: (viewer) => findSending(viewer, thursday, { reference, act: "report:refer" }),
  takeDossier: (viewer) => {
    if (viewer.kind !== "office") throw new NotAllowed("dossier:take");
    const parts = ["conversation", "papers"] as const;
    return takeDossier(viewer, thursday, {
      reference,
      purpose: "prosecutor",
      span: "all",
      parts: [...parts],
      labels: narrateLabels,
    });
  },
  findDossierChoices: (viewer) => {
    if (viewer.kind !== "office") throw new NotAllowed("dossier:take");
    return findDossierChoices(viewer, thursday, reference);
  },
  doManyTake: (viewer) => doesMany(viewer, { kind: "take" }),
  doManyNote: (viewer) => doesMany(viewer, { kind: "note", note: "x" }),
  doManyClose: (viewer) => doesMany(viewer, { kind: "close", closeReason: "left_work", closeNote: "student_seen" }),
  doManyOfAnother: (viewer) => doMany(viewer, manyInput({ kind: "assign", act: own.act }), thursday),
  undoMany: (viewer) => undoMany(viewer, { act: own.act, back: "" }, thursday),
  searchInbox: async (viewer) => {
    const { lines } = await searchInbox(viewer, thursday, { kind: "reference", reference });
    const byNumber = await searchInbox(viewer, thursday, { kind: "number", number: world.studentNumber });
    foundIf([...lines, ...byNumber.lines].some((line) => line.reference === reference));
  },
  findDistribution: async (viewer) => {
    const { waiting, given } = await findDistribution(viewer, thursday, own.act);
    foundIf(given !== null || waiting.some((line) => line.reference === reference));
  },
  distributeReports: async (viewer) =>
    foundIf((await distributeReports(viewer, { reports: [reference], to: viewer.accountId }, thursday)).ok),
  undoDistribution: (viewer) => undoDistribution(viewer, { act: own.act }, thursday),
  addPresence: async (viewer) => foundIf((await addPresence(viewer, anHour(), thursday)).ok),
  removePresence: (viewer) => removePresence(viewer, { id: own.hour }, thursday),
  listPresence: async (viewer) => foundIf((await listPresence(viewer, thursday)).hours.length > 0),
  findPresence: async (viewer) => {
    if (viewer.kind !== "school") throw new NotAllowed("report:read");
    foundIf((await findPresence(viewer, thursday, reference)).length > 0);
  },
  dropInboxView: (viewer) => dropInboxView(viewer, { id: own.view }, thursday),
  findInbox: async (viewer) => {
    if (viewer.kind !== "office" || viewer.role === "analyst") throw new NotAllowed("report:read");
    foundIf((await findInbox(viewer, thursday, { view: "team" })).kept.length > 0);
  },
  dropList: (viewer) => dropList(viewer, { id: own.list }, thursday),
  listKeptLists: async (viewer) => foundIf((await listKeptLists(viewer)).length > 0),
  preparePaper: (viewer) => preparePaper(viewer, aDraftPaper(own.draft), thursday),
  takeDraftPaper: (viewer) => takeDraftPaper(viewer, own.draftPaper, thursday),
  addPaper: (viewer) => addPaper(viewer, aPaper("% another\n"), thursday),
  makeSheet: (viewer) => makeSheet(viewer, { reference, format: "csv" }, thursday),
  makeLink: (viewer) => makeLink(viewer, paperId, thursday),
  openLink: (viewer) => openLink(viewer, link, thursday),
  zipPapers: (viewer) => zipPapers(viewer, reference, thursday),
  removePaper: (viewer) => removePaper(viewer, paperId, thursday),
  listColleagues: (viewer) => listColleagues(viewer, reference, thursday),
  bringIn: (viewer) => bringIn(viewer, { reference, colleagueId: own.reader }, thursday),
  takeOut: (viewer) => takeOut(viewer, { reference, colleagueId: own.lookingAlong }, thursday),
  holdPapers: (viewer) => holdPapers(viewer, { reference, reason: "x" }, thursday),
  releasePapers: (viewer) => releasePapers(viewer, { reference }, thursday),
  handOverPapers: (viewer) => handOverPapers(viewer, { reference, papers: 1 }, thursday),
  proveDestruction: (viewer) => proveDestruction(viewer, reference, thursday),
  watchReport: (viewer) => watchReport(viewer, { reference, watch: "follow" }, thursday),
  withdrawReport: (viewer) => withdrawReport(viewer, { reference, reason: "x" }, thursday),
  confirmReport: (viewer) => confirmReport(viewer, { reference }, thursday),
  correctReport: (viewer) =>
    correctReport(viewer, { reference, version: null, changes: { ownReference: "x" } }, thursday),
  placeReport: (viewer) =>
    placeReport(viewer, { reference, version: 1, officeCode: world.office.code, reason: "x" }, thursday),
};

describe.each(Object.keys(attempts))("%s", (name) => {
  test("finds nothing for whoever has nothing to do with the report, and leaves no trace", async () => {
    for (const [who, viewer] of strangers) {
      const before = await traces();
      const outcome = await Promise.resolve()
        .then(() => attempts[name]?.(viewer))
        .then(
          () => "answered",
          (error: unknown) => error,
        );
      expect.soft(outcome instanceof NotFound || outcome instanceof NotAllowed, `${name} for ${who}`).toBe(true);
      expect.soft(await traces(), `${name} for ${who}`).toEqual(before);
    }
  });
});

test("whoever it belongs to does find it there", async () => {
  const roads = {
    lead: ["searchInbox", "findDistribution", "listPresence", "findInbox"],
    reporter: ["findPresence", "listKeptLists"],
  };
  for (const name of roads.lead) await attempts[name]?.(own.lead);
  for (const name of roads.reporter) await attempts[name]?.(world.reporter);
  await attempts["distributeReports"]?.(own.lead);
});

test("somebody else's report and a report that does not exist give the same answer", async () => {
  const stranger = strangers[0]?.[1];
  if (stranger === undefined) throw new Error("nobody to ask");
  const messages = await Promise.all(
    [reference, "V-2026-2222222", "no reference"].map((asked) =>
      findReport(stranger, thursday, asked).catch((error: unknown) => String(error)),
    ),
  );
  expect(new Set(messages).size).toBe(1);
});

test("lists and counts hold nothing of others", async () => {
  for (const [who, viewer] of strangers) {
    const { rows } = await listReports(viewer, thursday, { view: "all" });
    expect
      .soft(
        rows.map((row) => row.reference),
        who,
      )
      .not.toContain(reference);
    expect.soft((await searchReports(viewer, thursday, reference)).rows, who).toEqual([]);
    expect.soft((await listPapers(viewer, reference)).papers, who).toEqual([]);
    if (viewer.kind !== "office") continue;
    const inbox = await listInbox(viewer, thursday, { view: "team" });
    expect
      .soft(
        inbox.rows.map((row) => row.reference),
        who,
      )
      .not.toContain(reference);
  }
});

test("an office counts and names only its own", async () => {
  const { officer } = await aWorld();
  expect(await countInbox(officer, thursday)).toEqual({
    mine: 0,
    overdue: 0,
    urgent: 0,
    unassigned: 0,
    waits_school: 0,
    waits_other: 0,
    team: 0,
    offered: 0,
  });
  expect(await findColleagues(officer, thursday, false)).toEqual([]);
  expect(await listTransfers(officer, thursday)).toEqual({ incoming: [], outgoing: [], gone: [] });
});

test("a student of another school is as unknown as nobody", async () => {
  const other = await aWorld();
  const input = { ...aReportInput(other), student: { number: world.studentNumber } };
  const answer = await fileReport(other.reporter, input, thursday, { id: randomUUID() });
  expect(answer).toEqual({ ok: false, problems: [{ code: "student-unknown", field: "student.number" }] });
  expect(await checkReport(other.reporter, input, thursday, { id: randomUUID() })).toEqual(answer);
});

test("somebody of an office or of the desk files nothing", async () => {
  for (const viewer of [world.officer, deskPerson("administrator")]) {
    const filing = fileReport(viewer, aReportInput(world), thursday, { id: randomUUID() });
    await expect(filing).rejects.toBeInstanceOf(NotAllowed);
  }
});
