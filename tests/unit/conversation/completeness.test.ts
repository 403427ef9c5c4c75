import { expect, test } from "vitest";
import { completenessOf } from "@/lib/conversation/completeness";
import type { RequestView } from "@/lib/conversation/views";
import { calendarDate } from "@/lib/shared/calendar-date";

const bare = {
  type: "sixteen_hours_in_four_weeks",
  days: [],
  explanation: null,
  reason: null,
  schoolActions: [],
  schoolActionsNote: null,
  parentPhone: null,
} as const;

const statesOf = (...given: Parameters<typeof completenessOf>) =>
  Object.fromEntries(completenessOf(...given).lines.map(({ code, state }) => [code, state]));

function asked(kind: RequestView["kind"], state: RequestView["state"]): RequestView {
  const on = calendarDate.parse("2026-04-30");
  return { id: kind, kind, words: null, askedBy: "A", askedAt: new Date(), dueOn: on, state };
}

test("of a report with nothing in it everything that its type asks is missing", () => {
  expect(statesOf({ report: bare, papers: [] }, [])).toEqual({
    hours: "missing",
    explanation: "missing",
    actions: "missing",
    parents: "missing",
    sheet: "missing",
  });
  const holiday = statesOf({ report: { ...bare, type: "holiday_truancy" }, papers: [] }, []);
  expect(Object.keys(holiday)).toEqual(["explanation", "actions", "parents"]);
});

test("what is there is there, however much was asked", () => {
  const report = {
    ...bare,
    explanation: "Hij kwam niet.",
    schoolActions: ["parents_called"],
    parentPhone: "06",
  } as const;
  const { lines, thereCount } = completenessOf({ report, papers: ["absence_sheet"] }, [
    asked("statement", { kind: "waiting", isLate: false }),
  ]);
  expect([thereCount, lines.length]).toEqual([4, 5]);
  expect(statesOf({ report, papers: ["letter"] }, [])).toMatchObject({ actions: "there", sheet: "missing" });
});

test("what was asked waits until the school answers, and what it did not give then is missing again", () => {
  const waiting = asked("contact", { kind: "waiting", isLate: true });
  const answered = asked("contact", { kind: "answered", at: new Date(), by: "B", words: "Volgt.", paper: null });
  expect(statesOf({ report: bare, papers: [] }, [waiting])).toMatchObject({ parents: "waiting", sheet: "missing" });
  expect(statesOf({ report: bare, papers: [] }, [answered])).toMatchObject({ parents: "missing" });
});
