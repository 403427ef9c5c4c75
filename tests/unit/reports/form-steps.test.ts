import { expect, test } from "vitest";
import { readStep } from "@/lib/reports/form-step";
import { fieldOnScreen, problemsOfStep } from "@/lib/reports/form-steps";
import type { FormValues } from "@/lib/reports/form-values";
import { fromForm } from "@/lib/reports/from-form";
import { reportInput } from "@/lib/reports/input";
import { nowAt } from "@/lib/shared/clock";
import { parseInput } from "@/lib/shared/parse-input";

const now = nowAt(new Date("2026-11-06T15:00:00Z"));
const who: FormValues = { "student.number": "999990019", "school.location": "VO:00AH07" };
const contact: FormValues = { "contact.name": "Anouk", "contact.email": "a@school.example" };

function problems(step: "who" | "what", values: FormValues) {
  const parsed = parseInput(reportInput, fromForm(values, now.today));
  return problemsOfStep(step, parsed, values, now).map(({ code, field }) => `${field}: ${code}`);
}

test("the first step speaks of the student and the location only", () => {
  expect(problems("who", {})).toEqual([
    "school.brin: brin-invalid",
    "school.location: location-invalid",
    "student.number: student-number-invalid",
  ]);
  expect(problems("who", who)).toEqual([]);
});

test("the second step names everything that is missing in one go", () => {
  expect(problems("what", { ...who, ...contact, type: "long_term_non_attendance", actionWanted: "no" })).toEqual([
    "reasonCode: reason-missing",
    "firstDay: first-day-missing",
    "noActionReason: text-missing",
  ]);
  expect(problems("what", { ...who, ...contact, type: "late_arrival", reasonCode: "transport" })).toEqual([
    "arrivals: arrivals-missing",
  ]);
});

test.each([
  ["tomorrow", "7-11-2026", "firstDay: day-in-future"],
  ["more than a year ago", "1-11-2025", "firstDay: day-too-long-ago"],
])("a first day of %s is refused at its field", (_name, firstDay, expected) => {
  const values = { ...who, ...contact, type: "holiday_truancy", reasonCode: "holiday", firstDay };
  expect(problems("what", values)).toEqual([expected]);
});

test.each(["30-02-2026", "31-04-2026", "00-00-2026", "gisteren"])(
  "%s is no day, and is not compared with another",
  (firstDay) => {
    const values = {
      ...who,
      ...contact,
      type: "holiday_truancy",
      reasonCode: "holiday",
      firstDay,
      lastDay: "1-9-2026",
    };
    expect(problems("what", values)).toEqual(["firstDay: date-invalid"]);
  },
);

test("problems of rows and days point at the field that a person sees", () => {
  const values: FormValues = {
    type: "other_absence",
    firstDay: "1-10-2026",
    "lesson.2026-10-05": "1",
    "clock.2026-10-06": "99",
  };
  expect(fieldOnScreen("school.brin", values, now.today)).toBe("school.location");
  expect(fieldOnScreen("urgent.reason", values, now.today)).toBe("urgent.reason");
  expect(fieldOnScreen("arrivals.2.minutes", values, now.today)).toBe("arrivals.2.minutes");
  expect(fieldOnScreen("hours.1.hours", values, now.today)).toBe("clock.2026-10-06");
  expect(fieldOnScreen("hours.0.lessons.0", values, now.today)).toBe("hours");
  expect(fieldOnScreen("hours", values, now.today)).toBe("hours");
  expect(fieldOnScreen("contact.email", values, now.today)).toBe("contact.email");
});

test("a step that does not exist is the first", () => {
  expect(readStep("send-everything")).toBe("who");
});
