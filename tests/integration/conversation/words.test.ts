import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { answerWithPaper } from "@/lib/conversation/commands/answer-with-paper.server";
import { askSchool } from "@/lib/conversation/commands/ask-school.server";
import { editMessage, editNote } from "@/lib/conversation/commands/edit-words.server";
import { keepDraft } from "@/lib/conversation/commands/keep-draft.server";
import { sendMessage } from "@/lib/conversation/commands/send-message.server";
import { answerRequest, dropRequest } from "@/lib/conversation/commands/settle-request.server";
import { writeNote } from "@/lib/conversation/commands/write-note.server";
import { findConversation } from "@/lib/conversation/queries.server";
import { prisma } from "@/lib/db/client.server";
import { recordStatements } from "@/lib/db/statement-count.server";
import type { PersonViewer, Viewer } from "@/lib/identity/viewer";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { findReport } from "@/lib/reports/queries.server";
import { addDays } from "@/lib/shared/calendar-date";
import { type Now, nowAt } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { aPdf, inChunks } from "@/tests/support/papers";
import { officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let reference: string;
let reportId: string;

const later = (minutes: number): Now => nowAt(new Date(thursday.at.getTime() + minutes * 60_000));
const say = (words: string, replyTo?: string) => ({ reference, words, replyTo, asksReopening: false });
const closing = { closeReason: "back_to_school", closeNote: "student_seen" } as const;

const aColleague = async () =>
  officerOf(world.office.id, { ...(await anAccount(world.office.id, "officer")), role: "officer" });
const aReader = async () =>
  reporterOf(world.school.id, { ...(await anAccount(world.school.id, "reader")), role: "reader" });

beforeEach(async () => {
  world = await aWorld();
  reference = (await aFiledReport(world)).reference;
  reportId = (await prisma.report.findUniqueOrThrow({ where: { reference } })).id;
});

describe("refusals", () => {
  test("a withdrawn report is over: neither side writes to it any more", async () => {
    await withdrawReport(world.reporter, { reference, reason: "Was wel op school." }, thursday);
    for (const viewer of [world.reporter, world.officer]) {
      const outcome = await sendMessage(viewer, say("Toch nog iets."), thursday);
      expect.soft(outcome).toEqual({ ok: false, problems: [{ code: "conversation-over" }] });
    }
    expect(await prisma.message.count({ where: { reportId } })).toBe(0);
  });

  test("a message answers only a message of the same report", async () => {
    const outcome = await sendMessage(world.officer, say("Antwoord.", randomUUID()), thursday);
    expect(outcome).toEqual({ ok: false, problems: [{ code: "message-gone", field: "replyTo" }] });
  });

  test("who only reads or prepares at the school writes nothing, and no note is written from the school", async () => {
    for (const role of ["reader", "preparer", "school_admin"] as const) {
      const viewer = reporterOf(world.school.id, { role });
      await expect(sendMessage(viewer, say("Iets."), thursday)).rejects.toBeInstanceOf(NotAllowed);
    }
    await expect(writeNote(world.reporter, { reference, words: "x" }, thursday)).rejects.toBeInstanceOf(NotAllowed);
  });

  test("what was written before a report was withdrawn stays as it is", async () => {
    await sendMessage(world.reporter, say("Eerste woorden."), thursday);
    const message = await prisma.message.findFirstOrThrow({ where: { reportId } });
    await withdrawReport(world.reporter, { reference, reason: "Vergissing." }, thursday);
    const edit = { reference, id: message.id, words: "Andere woorden." };
    const refused = { ok: false, problems: [{ code: "conversation-over" }] };
    expect(await editMessage(world.reporter, edit, later(1))).toEqual(refused);
    const { messages } = await findConversation(world.reporter, later(1), reportId);
    expect(messages.map(({ mayEdit }) => mayEdit)).toEqual([false]);
  });

  test("nobody changes what another wrote, nor what he wrote more than five minutes ago", async () => {
    await sendMessage(world.officer, say("Eerste woorden."), thursday);
    await writeNote(world.officer, { reference, words: "Notitie." }, thursday);
    const [message, note] = await Promise.all([
      prisma.message.findFirstOrThrow({ where: { reportId } }),
      prisma.officeNote.findFirstOrThrow({ where: { reportId } }),
    ]);
    const refused = { ok: false, problems: [{ code: "edit-too-late" }] };
    const edit = { reference, id: message.id, words: "Andere woorden." };
    expect(await editMessage(world.reporter, edit, later(1))).toEqual(refused);
    expect(await editMessage(world.officer, edit, later(6))).toEqual(refused);
    expect(await editNote(world.officer, { ...edit, id: note.id }, later(6))).toEqual(refused);
    expect(await prisma.message.findUniqueOrThrow({ where: { id: message.id } })).toEqual(message);
  });
});

describe("notes of the office", () => {
  const secret = "Vader dreigde aan de telefoon";

  test("no door of the school gives a note, and no event, notice or letter tells that there is one", async () => {
    const before = await prisma.event.count({ where: { reportId } });
    await writeNote(world.officer, { reference, words: secret }, thursday);
    const [report, conversation] = [
      await findReport(world.reporter, thursday, reference),
      await findConversation(world.reporter, thursday, reportId),
    ];
    expect(conversation.notes).toEqual([]);
    expect(JSON.stringify([report, conversation])).not.toContain("Vader");
    expect(await prisma.event.count({ where: { reportId } })).toBe(before);
  });

  test("the statement of the school does not even name the table of notes", async () => {
    const ofSchool = await recordStatements(() => findConversation(world.reporter, thursday, reportId));
    const ofOffice = await recordStatements(() => findConversation(world.officer, thursday, reportId));
    expect(ofSchool.statements.join("\n")).not.toContain("office_notes");
    expect(ofOffice.statements.join("\n")).toContain("office_notes");
  });

  test("colleagues read it, with who wrote it, and it is sealed at rest", async () => {
    await writeNote(world.officer, { reference, words: secret }, thursday);
    const { notes } = await findConversation(await aColleague(), thursday, reportId);
    expect(notes).toMatchObject([{ words: secret, author: world.officer.name, isOwn: false, mayEdit: false }]);
    const stored = await prisma.officeNote.findFirstOrThrow({ where: { reportId } });
    expect(JSON.stringify(stored)).not.toContain("Vader");
  });
});

describe("messages", () => {
  test("both sides read what was written, the oldest first, and no words lie open in the database or the event", async () => {
    await sendMessage(world.reporter, say("Moeder belde af."), thursday);
    await sendMessage(world.officer, say("Dank u."), later(1));
    const read = await findConversation(world.reporter, later(2), reportId);
    expect(read.messages.map(({ words, side, isOwn }) => [words, side, isOwn])).toEqual([
      ["Moeder belde af.", "school", true],
      ["Dank u.", "office", false],
    ]);
    const rows = await prisma.$queryRaw`SELECT to_jsonb(m) FROM messages m WHERE report_id = ${reportId}::uuid`;
    const events = await prisma.event.findMany({ where: { reportId } });
    expect(JSON.stringify([rows, events])).not.toMatch(/Moeder|Dank/);
    expect(events.filter(({ kind }) => kind === "messaged")).toHaveLength(2);
  });

  test("each side sees that the other has read, and whoever writes does not read for the other side", async () => {
    await sendMessage(world.officer, say("Kunt u bellen?"), thursday);
    await findConversation(world.officer, later(1), reportId);
    const unread = await findConversation(await aColleague(), later(2), reportId);
    expect(unread.messages[0]?.readAt).toBeNull();
    await findConversation(await aReader(), later(3), reportId);
    await findConversation(world.reporter, later(9), reportId);
    const read = await findConversation(world.officer, later(10), reportId);
    expect(read.messages[0]?.readAt).toEqual(later(3).at);
  });

  test("each side sees when the other had the report open, and nobody counts for the side that he is on", async () => {
    expect((await findConversation(world.officer, later(1), reportId)).opened).toBeNull();
    await findConversation(await aColleague(), later(2), reportId);
    expect((await findConversation(world.reporter, later(3), reportId)).opened).toEqual({
      first: later(1).at,
      last: later(2).at,
    });
    await findConversation(await aReader(), later(90), reportId);
    expect((await findConversation(world.officer, later(91), reportId)).opened).toEqual({
      first: later(3).at,
      last: later(90).at,
    });
  });

  test("that an office opened a report says nothing of the one that has it now", async () => {
    await findConversation(world.officer, later(1), reportId);
    const { office: next } = await aWorld();
    await prisma.report.update({ where: { id: reportId }, data: { officeId: next.id, officerId: null } });
    expect((await findConversation(world.reporter, later(2), reportId)).opened).toBeNull();
  });

  test("within five minutes the author puts it right, and everybody sees that it was changed", async () => {
    await sendMessage(world.officer, say("Maandag om 9 uur."), thursday);
    const { id } = await prisma.message.findFirstOrThrow({ where: { reportId } });
    await editMessage(world.officer, { reference, id, words: "Dinsdag om 9 uur." }, later(4));
    const { messages } = await findConversation(world.reporter, later(5), reportId);
    expect(messages).toMatchObject([{ words: "Dinsdag om 9 uur.", isEdited: true, mayEdit: false }]);
  });

  test("an answer shows the beginning of what it answers", async () => {
    await sendMessage(world.officer, say(`${"Lang verhaal. ".repeat(30)}`.trim()), thursday);
    const { id } = await prisma.message.findFirstOrThrow({ where: { reportId } });
    await sendMessage(world.reporter, say("Goed.", id), later(1));
    const { messages } = await findConversation(world.officer, later(2), reportId);
    expect(messages[1]?.quoted).toMatch(/^Lang verhaal\. .*…$/);
  });

  test("a closed report can be talked about, stays closed, and the school may ask to open it again", async () => {
    await closeReport(world.officer, { reference, ...closing }, thursday);
    const outcome = await sendMessage(world.reporter, { ...say("Hij is weer weg."), asksReopening: true }, later(1));
    expect(outcome).toMatchObject({ ok: true });
    const report = await findReport(world.officer, later(2), reference);
    expect(report.status).toBe("closed");
    expect(report.timeline.at(-1)?.event).toMatchObject({ kind: "messaged", data: { asksReopening: true } });
  });

  test("only the school of a closed report asks to open it: an office does so itself", async () => {
    await sendMessage(world.reporter, { ...say("Vraag."), asksReopening: true }, thursday);
    const report = await findReport(world.officer, later(2), reference);
    expect(report.timeline.at(-1)?.event).toMatchObject({ data: { asksReopening: false } });
  });

  test("of a protected student the school reads the words and learns nobody's name", async () => {
    const traits = { municipality: world.municipality, locationId: world.school.location.id, brin: world.brin };
    const number = await aStudent({ ...traits, kind: "protected" });
    const filed = await aFiledReport(world, { student: { number } });
    const named = officerOf(world.office.id, { protectedCases: true, name: "Geheime Ambtenaar" });
    await sendMessage(named, { ...say("Wij bellen u."), reference: filed.reference }, thursday);
    const { id } = await prisma.report.findUniqueOrThrow({ where: { reference: filed.reference } });
    const read = await findConversation(world.reporter, later(1), id);
    expect(read.messages).toMatchObject([{ author: null, words: "Wij bellen u." }]);
    expect(JSON.stringify(read)).not.toMatch(/Geheime|Leerplicht/);
    await expect(findConversation(world.officer, later(1), id)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("reading", () => {
  test("takes one statement, whatever was said", async () => {
    await sendMessage(world.reporter, say("Een."), thursday);
    const { statements } = await recordStatements(() => findConversation(world.officer, later(1), reportId));
    expect(statements).toHaveLength(1);
  });

  test("stands on the access log of who read it, and a stranger leaves no line", async () => {
    const logged = () => prisma.auditEntry.count({ where: { action: "conversation:read", objectId: reportId } });
    await expect(findConversation((await aWorld()).officer, thursday, reportId)).rejects.toBeInstanceOf(NotFound);
    expect(await logged()).toBe(0);
    await findConversation(world.officer, thursday, reportId);
    expect(await logged()).toBe(1);
  });

  test("what came since the visit before is new, also after the page is loaded again, until the next visit", async () => {
    await findConversation(world.officer, thursday, reportId);
    await sendMessage(world.reporter, say("Nieuws."), later(60));
    const isNew = async (at: Now) => (await findConversation(world.officer, at, reportId)).messages[0]?.isNew;
    expect(await isNew(later(90))).toBe(true);
    expect(await isNew(later(95))).toBe(true);
    expect(await isNew(later(200))).toBe(false);
  });

  test("what somebody was typing is there again for him alone, until it is sent or emptied", async () => {
    await keepDraft(world.officer, { reference, about: "message", words: "Half bericht" }, thursday);
    const draftOf = async (viewer: typeof world.officer) =>
      (await findConversation(viewer, thursday, reportId)).drafts["message"] ?? "";
    expect(await draftOf(world.officer)).toBe("Half bericht");
    expect(await draftOf(await aColleague())).toBe("");
    await sendMessage(world.officer, say("Heel bericht"), later(1));
    expect(await draftOf(world.officer)).toBe("");
    await keepDraft(world.officer, { reference, about: "message", words: "Nog iets" }, later(2));
    await keepDraft(world.officer, { reference, about: "message", words: undefined }, later(3));
    expect(await draftOf(world.officer)).toBe("");
  });

  test("a message, a note and an answer that are being typed do not meet, and each goes with what it became", async () => {
    const dueOn = addDays(thursday.today, 5);
    await askSchool(world.officer, { reference, kind: "dates", dueOn }, thursday);
    const { id: request } = await prisma.request.findFirstOrThrow({ where: { reportId } });
    const draftsOf = async (viewer: PersonViewer) => (await findConversation(viewer, thursday, reportId)).drafts;
    await keepDraft(world.officer, { reference, about: "message", words: "Half bericht" }, thursday);
    await keepDraft(world.officer, { reference, about: "note", words: "Halve notitie" }, thursday);
    await keepDraft(world.reporter, { reference, about: request, words: "Half antwoord" }, thursday);
    expect(await draftsOf(world.officer)).toEqual({ message: "Half bericht", note: "Halve notitie" });
    expect(await draftsOf(world.reporter)).toEqual({ [request]: "Half antwoord" });
    await writeNote(world.officer, { reference, words: "Hele notitie" }, later(1));
    expect(await draftsOf(world.officer)).toEqual({ message: "Half bericht" });
    await answerRequest(world.reporter, { reference, request, words: "Heel antwoord" }, later(1));
    expect(await draftsOf(world.reporter)).toEqual({});
  });

  test("an answer that is being typed is a message when a colleague or the office was first, and no word is lost", async () => {
    const dueOn = addDays(thursday.today, 5);
    await askSchool(world.officer, { reference, kind: "dates", dueOn }, thursday);
    const { id: request } = await prisma.request.findFirstOrThrow({ where: { reportId } });
    const colleague = reporterOf(world.school.id, {
      ...(await anAccount(world.school.id, "reporter")),
      role: "reporter",
    });
    const draftsOf = async (viewer: PersonViewer) => (await findConversation(viewer, thursday, reportId)).drafts;
    const keep = (about: string, words: string) => keepDraft(colleague, { reference, about, words }, thursday);
    await keep("message", "Half bericht");
    await keep(request, "Half");
    await answerRequest(world.reporter, { reference, request, words: "Heel antwoord" }, later(1));
    expect(await draftsOf(colleague)).toEqual({ message: "Half bericht\n\nHalf" });
    await sendMessage(colleague, say("Half bericht"), later(2));
    await keep(request, "Half antwoord");
    expect(await draftsOf(colleague)).toEqual({ message: "Half antwoord" });
    await keep(request, "Half antwoord, en meer");
    expect(await draftsOf(colleague)).toEqual({ message: "Half antwoord, en meer" });
  });

  test("an answer that is being typed is a message when a paper answers, or the office asks no more", async () => {
    const draftsOf = async () => (await findConversation(world.reporter, thursday, reportId)).drafts;
    await askSchool(world.officer, { reference, kind: "absence_sheet", dueOn: addDays(thursday.today, 5) }, thursday);
    const { id: request } = await prisma.request.findFirstOrThrow({ where: { reportId } });
    await keepDraft(world.reporter, { reference, about: request, words: "Zie bladzijde 2" }, thursday);
    const file = { name: "staat.pdf", bytes: inChunks(aPdf()) };
    await answerWithPaper(world.reporter, { reference, request, kind: "absence_sheet", file }, thursday);
    expect(await draftsOf()).toEqual({ message: "Zie bladzijde 2" });

    await askSchool(world.officer, { reference, kind: "dates", dueOn: addDays(thursday.today, 5) }, later(1));
    const { id: second } = await prisma.request.findFirstOrThrow({ where: { reportId, answeredAt: null } });
    await keepDraft(world.reporter, { reference, about: second, words: "Dinsdag" }, thursday);
    await dropRequest(world.officer, { reference, request: second }, later(2));
    expect(await draftsOf()).toEqual({ message: "Zie bladzijde 2\n\nDinsdag" });
  });

  test("a school keeps no note, and an office no answer", async () => {
    const keep = (viewer: Viewer, about: string) => keepDraft(viewer, { reference, about, words: "x" }, thursday);
    await expect(keep(world.reporter, "note")).rejects.toBeInstanceOf(NotAllowed);
    await expect(keep(world.officer, newId())).rejects.toBeInstanceOf(NotAllowed);
  });
});
