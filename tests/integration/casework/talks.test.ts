import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { narrateLabels } from "@/components/timeline/narrate-labels";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { endTalk, moveTalk } from "@/lib/casework/commands/settle-talk.server";
import { printInvitation } from "@/lib/casework/queries/invitation.server";
import { writeTalkEntry } from "@/lib/casework/queries/talk-entry.server";
import { plannedTalks, talksToTell } from "@/lib/casework/talks";
import { settings } from "@/lib/config/env.server";
import { addressOf } from "@/lib/config/settings";
import { readEvents } from "@/lib/couplings/queries.server";
import { prisma } from "@/lib/db/client.server";
import { translatorFor } from "@/lib/i18n/translator";
import type { PersonViewer } from "@/lib/identity/viewer";
import { findReport } from "@/lib/reports/queries.server";
import { calendarDate } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { tellPast } from "@/lib/timeline/story";
import { clientOf, officerOf } from "@/tests/support/viewers";
import { aFiledReport, aWorld, type World } from "@/tests/support/world";

const day = (text: string) => calendarDate.parse(text);
const before = nowAt(new Date("2026-04-28T08:00:00Z"));
const after = nowAt(new Date("2026-05-12T14:00:00Z"));
const planned = { intervention: "talk_at_school", on: day("2026-05-12"), time: "14:30", place: "kamer 12" } as const;
let world: World;
let reference: string;
let talk: string;

beforeEach(async () => {
  world = await aWorld();
  reference = (await aFiledReport(world)).reference;
  await recordAction(world.officer, { reference, ...planned }, before);
  talk = (await prisma.event.findFirstOrThrow({ where: { report: { reference }, kind: "acted" } })).id;
});

const timeline = async (at = after) => (await findReport(world.officer, at, reference)).timeline;
const toTell = async (at = after) => talksToTell(await timeline(at), at.today).map(({ eventId }) => eventId);
const problemOf = (outcome: Awaited<ReturnType<typeof endTalk>>) =>
  outcome.ok ? null : outcome.problems.map(({ field, code }) => `${field}: ${code}`)[0];
const end = async (given: Partial<Parameters<typeof endTalk>[1]>, at = after) =>
  problemOf(await endTalk(world.officer, { reference, talk, outcome: "agreed", ...given }, at));
const move = async (given: Partial<Parameters<typeof moveTalk>[1]>, at = after) =>
  problemOf(await moveTalk(world.officer, { reference, talk, on: day("2026-05-19"), ...given }, at));

const close = (at: typeof before) =>
  closeReport(world.officer, { reference, closeReason: "back_to_school", closeNote: "student_seen" }, at);

describe("refusals", () => {
  test("nobody says how a talk went that is still to come; that it does not take place can be said", async () => {
    expect(await end({ outcome: "held" }, before)).toBe("outcome: talk-still-ahead");
    expect(await end({ outcome: "nobody_came" }, before)).toBe("outcome: talk-still-ahead");
    expect(await end({ outcome: "cancelled" }, before)).toBeNull();
  });

  test("who was there goes with a talk that was held", async () => {
    expect(await end({ outcome: "nobody_came", present: "parent" })).toBe("present: present-without-talk");
    expect(await toTell()).toEqual([talk]);
  });

  test("a talk goes to a day that is still to come, within a year, and has a place outside the home only", async () => {
    expect(await move({ on: day("2026-05-11") })).toBe("on: day-past");
    expect(await move({ on: day("2027-05-13") })).toBe("on: day-too-far-ahead");
    await recordAction(world.officer, { reference, intervention: "home_visit", on: day("2026-05-13") }, after);
    const visit = plannedTalks(await timeline(), after.today).find(({ eventId }) => eventId !== talk);
    expect(await move({ talk: visit?.eventId ?? "", place: "kamer 12" })).toBe("place: only-for-a-talk");
  });

  test("how a talk went is said once, and only of a talk of this report", async () => {
    expect(await end({})).toBeNull();
    expect(await end({ outcome: "held" })).toBe("undefined: talk-over");
    expect(await move({})).toBe("undefined: talk-over");
    expect(await end({ talk: randomUUID() })).toBe("undefined: talk-over");
    const other = await aFiledReport(world, { separate: true });
    expect(await end({ reference: other.reference })).toBe("undefined: talk-over");
  });

  test("of two who say how it went from the same screen the second is told, and nothing of his is stored", async () => {
    const { version } = await findReport(world.officer, after, reference);
    expect(await end({ version })).toBeNull();
    expect(await end({ version, outcome: "nobody_came" })).toBe("undefined: report-changed");
    expect(await prisma.event.count({ where: { report: { reference }, kind: "talk_ended" } })).toBe(1);
  });

  test("a closed report asks of no talk how it went, and moves none", async () => {
    await close(before);
    expect(await end({})).toBe("undefined: move-not-possible");
    expect(await move({})).toBe("undefined: move-not-possible");
  });

  test("another office and a school say nothing of it", async () => {
    const stranger = officerOf((await aWorld()).office.id);
    await expect(endTalk(stranger, { reference, talk, outcome: "held" }, after)).rejects.toBeInstanceOf(NotFound);
    await expect(endTalk(world.reporter, { reference, talk, outcome: "held" }, after)).rejects.toThrow();
    await expect(moveTalk(world.reporter, { reference, talk, on: day("2026-05-19") }, after)).rejects.toThrow();
  });
});

test("a talk of a closed report can be called off, once; the report stays closed and its clock stands", async () => {
  await close(before);
  expect(await end({ outcome: "cancelled" }, before)).toBeNull();
  expect(await end({ outcome: "cancelled" }, before)).toBe("undefined: talk-over");
  const report = await prisma.report.findFirstOrThrow({ where: { reference } });
  expect(report).toMatchObject({ status: "closed", nextDueAt: null, closeReason: "back_to_school" });
  expect(plannedTalks(await timeline(before), before.today)).toEqual([]);
});

test("how a talk went is asked from its day on, until somebody says so", async () => {
  expect(await toTell(before)).toEqual([]);
  expect(await toTell()).toEqual([talk]);
  await end({});
  expect(await toTell()).toEqual([]);
});

test("a talk that was recorded on its own day was held, and is not asked after", async () => {
  await recordAction(world.officer, { reference, intervention: "talk_at_office" }, after);
  expect(await toTell()).toEqual([talk]);
});

test("the school reads how it went and what was agreed, its system too, and neither reads the note", async () => {
  await end({ present: "student_and_parent", words: "Sami komt om half negen.", note: "Vader is ziek." });
  const report = await findReport(world.reporter, after, reference);
  const reader = { side: "school", accountId: world.reporter.accountId, locale: "nl" } as const;
  const [told] = tellPast(report.timeline, { reader, t: translatorFor("nl"), labels: narrateLabels });
  expect(told?.sentence).toMatchObject({
    text: expect.stringMatching(/hoe het gesprek van 12 mei 2026 ging: Gevoerd, met afspraken\.$/),
    detail: "Erbij waren: de leerling en een ouder.",
    said: "Sami komt om half negen.",
  });
  const api = await readEvents(clientOf(world.school.id, "school", ["reports:read"]), after, {
    reference,
    labels: narrateLabels,
  });
  expect(JSON.stringify(api)).toContain("Gevoerd, met afspraken");
  expect(JSON.stringify([report, api])).not.toContain("Vader is ziek");
  const [last] = (await timeline()).slice(-1);
  expect(last).toMatchObject({ event: { kind: "talk_ended" }, note: "Vader is ziek." });
});

test("a talk that was moved stays the same talk: it has the letter of its new day, and none of the old one", async () => {
  expect(await move({ on: day("2026-05-19"), time: "09:00", place: "kamer 3" })).toBeNull();
  expect(await toTell()).toEqual([]);
  const moved = plannedTalks(await timeline(), after.today);
  expect(moved).toMatchObject([{ eventId: talk, on: "2026-05-19", time: "09:00", place: "kamer 3" }]);
  const question = { reference, eventId: talk, templateId: undefined };
  expect((await printInvitation(world.officer, after, question)).length).toBeGreaterThan(1_000);
  const onNewDay = nowAt(new Date("2026-05-19T15:00:00Z"));
  expect(await toTell(onNewDay)).toEqual([talk]);
  expect(await end({ outcome: "cancelled" }, onNewDay)).toBeNull();
  await expect(printInvitation(world.officer, onNewDay, question)).rejects.toBeInstanceOf(NotFound);
});

describe("for a calendar", () => {
  const entry = (viewer: PersonViewer, of = reference, eventId = talk) =>
    writeTalkEntry(viewer, before, { reference: of, eventId });

  test("what is of others, absent or held is the same nothing", async () => {
    const other = await aWorld();
    await expect(entry(other.reporter)).rejects.toBeInstanceOf(NotFound);
    await expect(entry(other.officer)).rejects.toBeInstanceOf(NotFound);
    await expect(entry(world.reporter, reference, randomUUID())).rejects.toBeInstanceOf(NotFound);
    expect(await end({ outcome: "agreed" })).toBeNull();
    await expect(entry(world.reporter)).rejects.toBeInstanceOf(NotFound);
  });

  test("each side gets the day, the report and the own page of it, and nothing of anybody or of the place", async () => {
    for (const [viewer, path] of [
      [world.reporter, "meldingen"],
      [world.officer, "werkvoorraad"],
    ] as const) {
      const text = (await entry(viewer)).entry.replaceAll("\r\n ", "");
      expect(text).toContain(`${addressOf(settings())}/${path}/${reference}`);
      expect(text).toContain("DTSTART:20260512T123000Z");
      expect(text).not.toMatch(/Sami|Boer|kamer 12|Leerplicht/);
      expect(text).not.toContain(world.officer.name);
    }
  });

  test("the name of the file is the report's own reference, however it was asked for", async () => {
    expect((await entry(world.officer, ` ${reference.toLowerCase()} `)).reference).toBe(reference);
  });

  test("a talk that was called off can be taken out of the calendar", async () => {
    expect(await end({ outcome: "cancelled" }, before)).toBeNull();
    expect((await entry(world.reporter)).entry).toContain("STATUS:CANCELLED");
  });
});
