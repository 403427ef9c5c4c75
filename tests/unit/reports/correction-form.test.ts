import { expect, test } from "vitest";
import { correctionInput } from "@/lib/reports/correction";
import { fromCorrectionForm } from "@/lib/reports/correction-form";
import type { FormValues } from "@/lib/reports/form-values";
import { nowAt } from "@/lib/shared/clock";

const { today } = nowAt(new Date("2026-11-06T15:00:00Z"));

const was: FormValues = {
  firstDay: "28-9-2026",
  reasonCode: "truancy",
  reason: "Weg bij het eerste uur.",
  schoolActions: ["parents_called"],
  "lesson.2026-10-05": ["1", "2"],
  "arrivals.day": ["2-11-2026"],
  "arrivals.minutes": ["10"],
  "contact.name": "Anouk",
  "contact.email": "a@school.example",
};

const opened: FormValues = {
  ...was,
  reference: "V-2026-7K4QX9M",
  version: "3",
  hasActions: "yes",
  was: JSON.stringify(was),
};

function changes(given: FormValues) {
  return fromCorrectionForm({ ...opened, ...given }, today).changes;
}

test("a form sent as it was opened changes nothing", () => {
  expect(changes({ asks: "hours" })).toEqual({});
  expect(correctionInput.safeParse(changes({ asks: "hours" })).success).toBe(false);
});

test.each<readonly [string, FormValues, object]>([
  ["the last day, as it was typed", { lastDay: "22 oktober 2026" }, { lastDay: "2026-10-22" }],
  ["words", { reason: "Weg bij het derde uur." }, { reason: "Weg bij het derde uur." }],
  ["another reason", { reasonCode: "transport" }, { reasonCode: "transport" }],
  ["what the school did", { schoolActions: "home_visit" }, { schoolActions: ["home_visit"] }],
  ["hours", { asks: "hours", "lesson.2026-10-05": ["1"] }, { hours: [{ day: "2026-10-05", lessons: [1] }] }],
  [
    "late arrivals",
    { asks: "arrivals", "arrivals.day": ["2-11-2026", "3-11-2026"], "arrivals.minutes": ["10", "5"] },
    {
      arrivals: [
        { day: "2026-11-02", minutes: 10 },
        { day: "2026-11-03", minutes: 5 },
      ],
    },
  ],
  [
    "whom to call",
    { "contact.phone": "053 1234567" },
    { contact: { name: "Anouk", email: "a@school.example", phone: "053 1234567" } },
  ],
])("only %s is named when only that changed", (_name, given, expected) => {
  expect(changes(given)).toEqual(expected);
});

test("a text that was emptied is unchanged, and a broken memory of the form is no fault", () => {
  expect(changes({ reason: "" })).toEqual({});
  expect(changes({ was: "{not json", reason: "x" })).toMatchObject({ reason: "x" });
});

test("the version that the form was opened from goes along", () => {
  expect(fromCorrectionForm(opened, today)).toMatchObject({ reference: "V-2026-7K4QX9M", version: 3 });
});
