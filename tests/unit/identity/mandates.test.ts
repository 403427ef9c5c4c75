import { expect, test } from "vitest";
import { firstMandate, mandateState } from "@/lib/identity/mandates";
import { calendarDate } from "@/lib/shared/calendar-date";

const day = (value: string) => calendarDate.parse(value);
const deputy = { validFrom: day("2026-04-01"), validUntil: day("2026-04-23") };

test.each([
  ["2026-03-31", "future"],
  ["2026-04-01", "current"],
  ["2026-04-23", "current"],
  ["2026-04-24", "ended"],
])("on %s a mandate from 1 to 23 April is %s", (today, state) => {
  expect(mandateState(deputy, day(today))).toBe(state);
});

test("a mandate without an end holds until further notice", () => {
  expect(mandateState({ ...deputy, validUntil: null }, day("2099-12-31"))).toBe("current");
});

test("a role that the desk does not know opens nothing", () => {
  expect(firstMandate([{ id: "a", role: "superuser" }])).toBeNull();
  expect(
    firstMandate([
      { id: "a", role: "superuser" },
      { id: "b", role: "reader" },
    ]),
  ).toEqual({ id: "b", role: "reader" });
});
