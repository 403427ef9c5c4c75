import { expect, test } from "vitest";
import { keptCorrection } from "@/lib/reports/kept-correction";

const start = { lastDay: "4-3-2026", explanation: "Ziek gemeld.", schoolActions: ["called", "letter"] };
const was = JSON.stringify(start);

test("a correction that was being typed comes back over the report, with what was emptied and what was unticked", () => {
  const kept = { was, lastDay: "", explanation: "Ziek gemeld, later beter.", schoolActions: "called" };
  expect(keptCorrection(start, kept)).toMatchObject({
    lastDay: "",
    explanation: "Ziek gemeld, later beter.",
    schoolActions: "called",
  });
});

test("what a colleague changed since then stays, where the writer changed nothing", () => {
  const now = { ...start, lastDay: "6-3-2026" };
  const kept = { was, ...start, explanation: "Anders." };
  expect(keptCorrection(now, kept)).toMatchObject({ lastDay: "6-3-2026", explanation: "Anders." });
});

test("without the report as it stood everything that was typed counts", () => {
  for (const none of ["null", "[]", '"x"'])
    expect(keptCorrection(start, { was: none, explanation: "Anders." })).toMatchObject({ explanation: "Anders." });
});
