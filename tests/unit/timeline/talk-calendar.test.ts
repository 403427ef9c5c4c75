import { expect, test } from "vitest";
import { calendarTalks } from "@/lib/casework/talks";
import { calendarDate } from "@/lib/shared/calendar-date";
import { appointmentOf } from "@/lib/timeline/appointments";
import { methodOf, talkCalendar } from "@/lib/timeline/talk-calendar";
import { devries, eventOf } from "./stories";

const planned = { changes: 0, isCancelled: false };
const entry = (
  on: string,
  time: string | null,
  given: { summary?: string; changes?: number; isCancelled?: boolean } = {},
) => {
  const { summary = "Gesprek op school, melding V-2026-7K4QX9M", ...state } = given;
  const eventId = "01a2132d-3b39-73a4-8ae7-dd205f416a03";
  return talkCalendar({
    talk: { eventId, on: calendarDate.parse(on), time, ...planned, ...state },
    summary,
    link: "https://loket.example/meldingen/V-2026-7K4QX9M",
    organizer: "Verzuimloket <loket@loket.example>",
    madeAt: new Date("2026-11-25T10:00:00Z"),
  });
};

test("it says which program wrote it, as RFC 5545 wants", () => {
  expect(entry("2026-12-01", null)).toContain("PRODID:-//Verzuimloket//NL\r\n");
});

test("half past two is half past two in Amsterdam, in winter and in summer", () => {
  expect(entry("2026-12-01", "14.30")).toContain("DTSTART:20261201T133000Z\r\nDTEND:20261201T143000Z\r\n");
  expect(entry("2026-06-01", "14:30")).toContain("DTSTART:20260601T123000Z");
});

test.each([
  ["2026-12-31", "20261231", "20270101"],
  ["2026-06-30", "20260630", "20260701"],
])("without a time it takes the day: %s", (on, first, next) => {
  const text = entry(on, null);
  expect(text).toContain(`DTSTART;VALUE=DATE:${first}\r\n`);
  expect(text).toContain(`DTEND;VALUE=DATE:${next}\r\n`);
});

test("a summary makes no other lines, and long lines are folded at whole signs", () => {
  const text = entry("2026-12-01", null, { summary: `Gesprek, op; school\nATTENDEE:x ${"é".repeat(80)}` });
  expect(text).toContain("SUMMARY:Gesprek\\, op\\; school\\nATTENDEE:x ");
  expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text.replaceAll("\r\n ", "")).toContain("é".repeat(80));
  expect(text.split("\r\n").filter((line) => line.startsWith("ATTENDEE"))).toEqual([]);
});

test("the entry of a talk that was moved or called off takes the place of the earlier one", () => {
  const [first, moved, off] = [
    entry("2026-12-01", "14:30"),
    entry("2026-12-02", "14:30", { changes: 1 }),
    entry("2026-12-02", "14:30", { changes: 2, isCancelled: true }),
  ];
  expect([first, moved, off].map((text) => methodOf(text))).toEqual(["PUBLISH", "PUBLISH", "CANCEL"]);
  for (const text of [first, off]) expect(text).toContain('ORGANIZER;CN="Verzuimloket":mailto:loket@loket.example');
  const lineOf = (text: string, name: string) => text.split("\r\n").find((line) => line.startsWith(`${name}:`));
  expect(new Set([first, moved, off].map((text) => lineOf(text, "UID"))).size).toBe(1);
  expect([first, moved, off].map((text) => lineOf(text, "SEQUENCE"))).toEqual([
    "SEQUENCE:0",
    "SEQUENCE:1",
    "SEQUENCE:2",
  ]);
  expect([first, off].map((text) => lineOf(text, "STATUS"))).toEqual(["STATUS:CONFIRMED", "STATUS:CANCELLED"]);
});

const about = { intervention: "talk_at_school", words: null };
const acted = eventOf(
  "acted",
  { ...about, on: "2026-05-14", time: "10:00", place: null },
  { actor: devries, at: "2026-04-24T08:00:00Z" },
);
const moved = eventOf(
  "talk_moved",
  { ...about, talk: acted.id, from: "2026-05-14", on: "2026-05-20", time: "11:00", place: null },
  { actor: devries, at: "2026-04-25T08:00:00Z" },
);
const ended = (outcome: string) =>
  eventOf(
    "talk_ended",
    { ...about, talk: acted.id, on: "2026-05-20", outcome, present: null },
    { actor: devries, at: "2026-04-26T08:00:00Z" },
  );
const talksIn = (...events: readonly ReturnType<typeof eventOf>[]) =>
  calendarTalks(
    events.map((event) => ({ event })),
    calendarDate.parse("2026-05-01"),
  );

test("the appointment of an event is the one that it planned, moved or called off, counted as in the calendar of the desk", () => {
  const told = (...events: readonly ReturnType<typeof eventOf>[]) => appointmentOf(events.map((event) => ({ event })));
  for (const events of [[acted], [acted, moved], [acted, moved, ended("cancelled")]]) {
    const [{ eventId, on, time, changes, isCancelled } = {}] = talksIn(...events);
    expect(told(...events)).toMatchObject({ eventId, on, time, changes, isCancelled });
  }
  expect(told(acted, moved, ended("agreed"))).toBeNull();
  expect(
    told(
      eventOf(
        "acted",
        { intervention: "called", on: "2026-04-24", time: null, place: null, words: null },
        {
          actor: devries,
          at: "2026-04-24T08:00:00Z",
        },
      ),
    ),
  ).toBeNull();
  expect(told(acted, eventOf("taken_up", {}, { actor: devries, at: "2026-04-25T08:00:00Z" }))).toBeNull();
  expect(told()).toBeNull();
});

test("a talk stays the same one when it is moved and called off, and one that was held is in no calendar any more", () => {
  expect(talksIn(acted)).toMatchObject([{ eventId: acted.id, changes: 0, isCancelled: false }]);
  expect(talksIn(acted, moved)).toMatchObject([{ eventId: acted.id, on: "2026-05-20", changes: 1 }]);
  expect(talksIn(acted, moved, ended("cancelled"))).toMatchObject([{ changes: 2, isCancelled: true }]);
  expect(talksIn(acted, moved, ended("agreed"))).toEqual([]);
});
