import { expect, test } from "vitest";
import { readReceipt } from "@/lib/casework/receipt";

const decidedAt = new Date("2026-04-23T07:15:00Z");

test("a receipt says which rules were asked and which one decided, and no codes or ids that were found", () => {
  const receipt = readReceipt({
    decidedAt,
    rule: "least-open-work",
    because: ["lives-there", "own-office", "least-open-work"],
    tried: [
      { rule: "residence", outcome: "matched", found: ["0153"] },
      { rule: "open-case", outcome: "no-match", found: [] },
      { rule: "least-open-work", outcome: "matched", found: ["0197"] },
    ],
    officer: { name: "J. de Vries" },
  });
  expect(receipt).toEqual({
    decidedAt,
    because: ["lives-there", "own-office", "least-open-work"],
    officerName: "J. de Vries",
    steps: [
      { rule: "residence", outcome: "matched", decided: false },
      { rule: "open-case", outcome: "no-match", decided: false },
      { rule: "least-open-work", outcome: "matched", decided: true },
    ],
  });
});

test("a rule that this release does not know is a fault of ours, not an empty line", () => {
  const tried = [{ rule: "by-the-stars", outcome: "matched", found: [] }];
  const stored = { decidedAt, rule: "by-the-stars", because: [], tried, officer: null };
  expect(() => readReceipt(stored)).toThrow();
});
