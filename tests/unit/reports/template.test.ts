import { expect, test } from "vitest";
import { templateWords, withTemplate } from "@/lib/reports/template";

const words = templateWords.parse({
  type: "sixteen_hours_in_four_weeks",
  reasonCode: "truancy",
  explanation: "Uit het sjabloon.",
  schoolActions: ["parents_called"],
  actionWanted: "no",
  noActionReason: "Wij regelen het zelf.",
});

test("a template chooses anew, and never takes the place of words that somebody typed", () => {
  const typed = { type: "late_arrival", reasonCode: "other", explanation: "Zelf getypt.", firstDay: "1-4-2026" };
  expect(withTemplate(typed, words)).toEqual({
    type: "sixteen_hours_in_four_weeks",
    reasonCode: "truancy",
    explanation: "Zelf getypt.",
    firstDay: "1-4-2026",
    schoolActions: ["parents_called"],
    actionWanted: "no",
    noActionReason: "Wij regelen het zelf.",
  });
});

test("what a template leaves open stays as it is", () => {
  const typed = { reasonCode: "other", schoolActions: ["care_team"], explanation: " " };
  expect(withTemplate(typed, templateWords.parse({ explanation: "Uit het sjabloon." }))).toEqual({
    reasonCode: "other",
    schoolActions: ["care_team"],
    explanation: "Uit het sjabloon.",
  });
});
