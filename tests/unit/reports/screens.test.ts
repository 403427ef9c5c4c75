import { describe, expect, test } from "vitest";
import { formOffer } from "@/app/meldingen/nieuw/offer";
import { destinationOf } from "@/components/reports/destination";
import { checkedGroups } from "@/components/reports/form/checked-groups";
import { labelOfField, placeOnScreen } from "@/components/reports/form/fault-labels";
import { countHours, longDay, periodTyped, shortDay } from "@/components/reports/form/hours-days";
import { caseWeeks, heatWeeks, weekCount } from "@/components/reports/heat-weeks";
import { messages } from "@/lib/i18n/messages";
import { translatorFor } from "@/lib/i18n/translator";
import { absenceTypeCodes } from "@/lib/reports/absence-types";
import { dayParts, isTicked, partValue } from "@/lib/reports/day-parts";
import { reportInput } from "@/lib/reports/input";
import { usualLessons } from "@/lib/reports/lesson-hours";
import { calendarDate } from "@/lib/shared/calendar-date";
import { dayAfter } from "@/lib/shared/plain-days";

const t = translatorFor("nl");
const day = (text: string) => calendarDate.parse(text);
const text = messages.nl.reports.form;

describe("the form", () => {
  test("offers every type that holds today, with what each asks", () => {
    const { types } = formOffer([], day("2026-04-23"), "nl", true);
    expect(types.map(({ value }) => value)).toEqual(absenceTypeCodes);
    expect(types.find(({ value }) => value === "late_arrival")?.asks).toBe("arrivals");
    expect(types.find(({ value }) => value === "other_absence")?.asks).toBe("period hours");
  });

  test("counts what is ticked as the report will: a whole day once, and not its lessons besides", () => {
    const values = {
      "lesson.2026-04-13": ["1", "2"],
      "whole.2026-04-14": "yes",
      "lesson.2026-04-14": "3",
      "clock.2026-04-15": "1,5",
      "clock.2026-04-16": "veel",
      reason: "4",
    };
    expect(countHours(values, usualLessons)).toBe(9.5);
  });

  test("counts halves of a day as the report will", () => {
    const ticks = dayParts.map((part) => partValue(part, "2026-04-13", { ...usualLessons, lessonsPerDay: 5 }));
    expect(ticks).toEqual(["morning=2.5", "afternoon=2.5"]);
    expect(countHours({ "part.2026-04-13": ticks, "part.2026-04-14": ticks.slice(1) }, usualLessons)).toBe(7.5);
    expect(countHours({ "part.2026-04-13": ticks, "clock.2026-04-13": "1" }, usualLessons)).toBe(1);
    expect(isTicked("morning", ticks)).toBe(true);
    expect(isTicked("morning", ticks.slice(1))).toBe(false);
  });

  test("follows the days that are typed, and keeps what only the server could read", () => {
    const known = { firstDay: "2026-04-01", lastDay: "2026-04-02" };
    expect(periodTyped({ firstDay: "3 april 2026" }, "2026-04-23", known)).toBe(known);
    const firstDay = "3-4-2026";
    expect(periodTyped({ firstDay }, "2026-04-23", known)).toEqual({ firstDay: "2026-04-03", lastDay: "2026-04-23" });
    expect(periodTyped({ firstDay, lastDay: "1-4-2026" }, "2026-04-23", known)).toBeNull();
  });

  test("names days as people do", () => {
    expect(shortDay("2026-04-13", text.hours)).toBe("ma 13");
    expect(longDay("2026-04-13", text.hours)).toBe("13 april");
  });

  test("names each field that can be wrong, in the order of the screen", () => {
    expect(labelOfField("clock.2026-04-13", text)).toBe("Gemiste uren");
    expect(labelOfField("arrivals.1.minutes", text)).toBe("Keer 2, Minuten te laat");
    expect(labelOfField("contact.email", text)).toBe("E-mailadres");
    expect(labelOfField("something", text)).toBeNull();
    const fields = ["ownReference", "arrivals.0.day", "student.number", "firstDay", undefined];
    expect(fields.toSorted((one, other) => placeOnScreen(one) - placeOnScreen(other))).toEqual([
      "student.number",
      "firstDay",
      "arrivals.0.day",
      "ownReference",
      undefined,
    ]);
  });
});

describe("the page to check", () => {
  const names = { student: "Sami de Boer, 15 jaar", location: "Zuid", lessons: usualLessons };

  test("says all that was filled in, and leaves out what was not", () => {
    const input = reportInput.parse({
      school: { brin: "00AH", location: "07" },
      student: { number: "999990019" },
      type: "other_absence",
      firstDay: "2026-04-13",
      hours: [{ day: "2026-04-13", lessons: [1] }],
      reasonCode: "transport",
      stay: { postcode: "1234ab", houseNumber: "5", city: "Enschede" },
      contact: { name: "Anouk", email: "a@school.example" },
    });
    const rows = checkedGroups(input, names, { t, locale: "nl" }).flatMap((group) => group.rows);
    const said = Object.fromEntries(rows.map(({ term, value }) => [term, value]));
    expect(said).toMatchObject({
      Leerling: "Sami de Boer, 15 jaar",
      Periode: "vanaf 13 april 2026, nog niet terug",
      "Gemiste uren": "1 uur op 1 dag",
      Reden: "Vervoer",
      "Verblijft op": "5\n1234AB Enschede",
    });
    expect(said).not.toHaveProperty("Toelichting");
    expect(JSON.stringify(rows)).not.toContain("999990019");
  });
});

describe("where it goes", () => {
  const office = { name: "Leerplicht Enschede" };
  test("is told with its reasons", () => {
    const place = { outcome: "assigned", office, officer: null, because: ["lives-there", "shared-inbox"] } as const;
    const { title, text: reasons } = destinationOf(place, t, "nl");
    expect(title).toBe("Uw melding gaat naar Leerplicht Enschede");
    expect(reasons).toMatch(/^Omdat de leerling daar woont en /);
  });

  test("is not told of a protected student", () => {
    const place = { outcome: "assigned", office: null, officer: null, because: ["protected"] } as const;
    expect(destinationOf(place, t, "nl").title).toBe("Uw melding gaat naar het bevoegde kantoor");
  });

  test("is said to be nowhere yet, and that this is no reason not to send", () => {
    const place = { outcome: "unroutable", office: null, officer: null, because: ["abroad"] } as const;
    expect(destinationOf(place, t, "nl").text).toContain("omdat de leerling in het buitenland woont");
    expect(destinationOf(place, t, "nl").text).toContain("wel versturen");
  });
});

test("the picture of hours runs from the first week with hours to the last, empty weeks shown and not counted", () => {
  const entry = (on: string, hours: number) => ({ day: day(on), hours, lessons: [], wholeDay: false });
  const weeks = heatWeeks([entry("2026-04-30", 2), entry("2026-04-14", 3)]);
  expect(weeks.map(({ monday }) => monday)).toEqual(["2026-04-13", "2026-04-20", "2026-04-27"]);
  expect(weekCount(weeks)).toBe(2);
  expect(weeks[0]?.days.map(({ hours }) => hours)).toEqual([null, 3, 0, 0, 0]);
  expect(heatWeeks([])).toEqual([]);
});

describe("the picture of a growing case", () => {
  const missed = (on: string, hours: number, isOwn = false) => ({ day: day(on), hours, isOwn });

  test("leaves out weeks without missed hours, and says after each week what it comes to", () => {
    const { weeks } = caseWeeks([missed("2026-04-30", 2.5, true), missed("2026-02-03", 3), missed("2026-02-10", 0)]);
    expect(weeks.map(({ monday, total }) => [monday, total])).toEqual([
      ["2026-02-02", 3],
      ["2026-04-27", 5.5],
    ]);
    expect(weeks[1]?.days.map(({ hours, isOwn }) => [hours, isOwn])).toEqual([
      [0, false],
      [0, false],
      [0, false],
      [2.5, true],
      [0, false],
    ]);
  });

  test("shows the last weeks of a long one, with what was before in their totals", () => {
    const days = Array.from({ length: 25 }, (_, week) => missed(dayAfter("2025-09-01", week * 7), 2));
    const { weeks, weekCount: count } = caseWeeks(days);
    expect([count, weeks.length, weeks[0]?.total, weeks.at(-1)?.total]).toEqual([25, 20, 12, 50]);
  });

  test("counts a day that two reports name with both", () => {
    expect(caseWeeks([missed("2026-04-30", 2), missed("2026-04-30", 1, true)]).weeks[0]?.days[3]).toEqual({
      day: "2026-04-30",
      hours: 3,
      isOwn: true,
    });
  });
});
