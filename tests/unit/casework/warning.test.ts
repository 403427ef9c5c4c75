import { expect, test } from "vitest";
import { warningLetter } from "@/lib/casework/warning";
import { translatorFor } from "@/lib/i18n/translator";
import { calendarDate } from "@/lib/shared/calendar-date";

const t = translatorFor("nl");

const facts = {
  on: calendarDate.parse("2026-04-28"),
  reference: "V-2026-7K4QX9M",
  studentName: "Sami de Boer",
  address: [],
  office: { name: "Leerplicht Enschede", email: "leerplicht@enschede.example", phone: null },
  officerName: "J. de Vries",
  schoolName: "Stedelijk Lyceum",
  firstDay: calendarDate.parse("2026-04-13"),
  lastDay: calendarDate.parse("2026-04-17"),
  hours: 20,
  arrivalCount: 0,
  text: null,
} as const;

test("a warning says what was missed, where and when, on the day on which it was sent", () => {
  const letter = warningLetter(facts, t);
  expect(letter.dateLine).toBe("28 april 2026");
  expect(letter.facts).toEqual([
    ["School", "Stedelijk Lyceum"],
    ["Periode", "13 april t/m 17 april 2026"],
    ["Gemist", "20 uur"],
  ]);
  expect(letter.paragraphs.join(" ")).toContain(
    "Stedelijk Lyceum heeft bij ons gemeld dat Sami de Boer lessen heeft gemist",
  );
});

test("of who is not back the letter says since when, and of late arrival how often", () => {
  const letter = warningLetter({ ...facts, lastDay: null, hours: 0, arrivalCount: 9, text: "[periode]: [omvang]" }, t);
  expect(letter.paragraphs).toEqual(["vanaf 13 april 2026: 9 keer te laat"]);
});
