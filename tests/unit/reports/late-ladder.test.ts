import { describe, expect, test } from "vitest";
import { messages } from "@/lib/i18n/messages";
import { schoolLadderForm } from "@/lib/reports/ladder-input";
import { ladderLines, ladderOf, usualLadder } from "@/lib/reports/late-ladder";

const late = (days: readonly string[], lateDays: readonly string[] = []) =>
  ladderOf(days, { lateDays, ladder: usualLadder });
const times = (count: number) =>
  Array.from({ length: count }, (_, index) => `2026-10-${String(index + 1).padStart(2, "0")}`);

describe("a student on the ladder", () => {
  test.each([
    [1, null, 3],
    [2, null, 3],
    [3, 3, 6],
    [5, 3, 6],
    [6, 6, 9],
    [11, 9, 12],
    [12, 12, undefined],
    [20, 12, undefined],
  ])("%s times late", (count, reached, next) => {
    const standing = late(times(count));
    expect(standing?.count).toBe(count);
    expect(standing?.reached?.times ?? null).toBe(reached);
    expect(standing?.next?.times).toBe(next);
  });

  test("counts on from earlier reports of the same school year, and not of the one before", () => {
    expect(late(["2026-10-05"], ["2026-08-31", "2026-09-01"])?.count).toBe(3);
    expect(late(["2026-10-05"], ["2026-07-15", "2026-06-01"])?.count).toBe(1);
    expect(late(["2027-06-30"], ["2026-08-01"])?.count).toBe(2);
  });

  test("what came after it belongs to a later report", () => {
    expect(late(["2026-10-05"], ["2026-10-06"])?.count).toBe(1);
  });

  test("twice on one day is twice", () => {
    expect(late(["2026-10-05", "2026-10-05"])?.count).toBe(2);
  });

  test("without times late there is no ladder", () => {
    expect(late([])).toBeNull();
  });

  test("reads what comes next in words", () => {
    const standing = late(times(7));
    expect(standing && ladderLines(standing, messages.nl.hours.ladder, "nl")).toEqual([
      "7 keer te laat dit schooljaar.",
      "Nu: bericht aan de ouders (bij 6 keer).",
      "Volgende stap bij 9 keer, nog 2: waarschuwing in een brief.",
    ]);
  });
});

describe("the steps of a form", () => {
  const read = (fields: object) => schoolLadderForm.safeParse(fields);

  test("what is wrong behind a row that was left empty is said at its own row", () => {
    const rows = { "steps.0.times": "3", "steps.0.action": "Brief", "steps.2.times": "2", "steps.2.action": "Gesprek" };
    expect(read(rows).error?.issues.map(({ path }) => path)).toEqual([["steps", 2, "times"]]);
    expect(read({ ...rows, "steps.2.times": "veel" }).error?.issues.map(({ path }) => path)).toEqual([
      ["steps", 2, "times"],
    ]);
    expect(read({ ...rows, "steps.2.times": "6" }).data?.steps.map(({ times }) => times)).toEqual([3, 6]);
  });
  const problems = (fields: object) => read(fields).error?.issues.map(({ path, message }) => [path.join("."), message]);

  test("are the rows that were filled in", () => {
    const fields = {
      "steps.0.times": "4",
      "steps.0.action": "gesprek",
      "steps.2.times": "8",
      "steps.2.action": "brief",
    };
    expect(read(fields).data).toEqual({
      steps: [
        { times: 4, action: "gesprek" },
        { times: 8, action: "brief" },
      ],
    });
    expect(read({}).data).toEqual({ steps: [] });
  });

  test.each([
    ["a step without words", { "steps.0.times": "4" }, "steps.0.action"],
    ["words without a number", { "steps.0.action": "brief" }, "steps.0.times"],
    ["no number", { "steps.0.times": "drie", "steps.0.action": "brief" }, "steps.0.times"],
    ["none at all", { "steps.0.times": "0", "steps.0.action": "brief" }, "steps.0.times"],
    ["halves", { "steps.0.times": "1.5", "steps.0.action": "brief" }, "steps.0.times"],
  ])("%s is refused at its field", (_, fields, field) => {
    expect(problems(fields)?.[0]?.[0]).toBe(field);
  });

  test("that do not rise are refused", () => {
    const fields = { "steps.0.times": "6", "steps.0.action": "a", "steps.1.times": "6", "steps.1.action": "b" };
    expect(problems(fields)).toEqual([["steps.1.times", "steps-out-of-order"]]);
  });

  test("of unknown fields are refused", () => {
    expect(read({ "steps.0.times": "4", "steps.0.action": "a", owner: "municipality:0363" }).success).toBe(false);
  });
});
