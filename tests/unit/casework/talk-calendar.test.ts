import { expect, test } from "vitest";
import { talkCalendar } from "@/lib/casework/talk-calendar";
import { calendarDate } from "@/lib/shared/calendar-date";

const entry = (on: string, time: string | null, summary = "Gesprek op school, melding V-2026-7K4QX9M") =>
  talkCalendar({
    talk: { eventId: "01a2132d-3b39-73a4-8ae7-dd205f416a03", on: calendarDate.parse(on), time },
    summary,
    link: "https://loket.example/meldingen/V-2026-7K4QX9M",
    madeAt: new Date("2026-11-25T10:00:00Z"),
  });

test("half past two is half past two in Amsterdam, in winter and in summer", () => {
  expect(entry("2026-12-01", "14.30")).toContain("DTSTART:20261201T133000Z\r\nDTEND:20261201T143000Z\r\n");
  expect(entry("2026-06-01", "14:30")).toContain("DTSTART:20260601T123000Z");
});

test("without a time it takes the day", () => {
  expect(entry("2026-12-31", null)).toContain("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101");
});

test("a summary makes no other lines, and long lines are folded at whole signs", () => {
  const text = entry("2026-12-01", null, `Gesprek, op; school\nATTENDEE:x ${"é".repeat(80)}`);
  expect(text).toContain("SUMMARY:Gesprek\\, op\\; school\\nATTENDEE:x ");
  expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text.replaceAll("\r\n ", "")).toContain("é".repeat(80));
  expect(text.split("\r\n").filter((line) => line.startsWith("ATTENDEE"))).toEqual([]);
});
