import { beforeEach, expect, test } from "vitest";
import { followUpValues } from "@/lib/reports/follow-up-start";
import { findReport } from "@/lib/reports/queries.server";
import { calendarDate } from "@/lib/shared/calendar-date";
import { truncateAll } from "@/tests/support/database";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;

beforeEach(async () => {
  await truncateAll();
  world = await aWorld();
});

const said = {
  type: "sixteen_hours_in_four_weeks",
  firstDay: "2026-04-07",
  hours: [{ day: "2026-04-07", wholeDay: true }],
  reasonCode: "truancy",
  reason: "Weg na de pauze.",
  explanation: "Al vaker besproken.",
  schoolActions: ["parents_called", "mentor_talk"],
  schoolActionsNote: "Ouders weten ervan.",
  parentPhone: "0612345678",
  stay: { postcode: "1234AB", houseNumber: "5" },
  ownReference: "A-17",
  actionWanted: false,
  noActionReason: "Loopt al.",
};

async function followUpTo(given: object) {
  const { reference } = await aFiledReport(world, { ...said, ...given });
  return followUpValues(await findReport(world.reporter, thursday, reference), thursday.today);
}

test("a follow-up begins with all that the earlier report said, and with none of its days", async () => {
  const values = await followUpTo({ lastDay: "2026-04-10" });
  expect(values).toMatchObject({
    type: "sixteen_hours_in_four_weeks",
    reasonCode: "truancy",
    reason: "Weg na de pauze.",
    explanation: "Al vaker besproken.",
    schoolActions: ["parents_called", "mentor_talk"],
    schoolActionsNote: "Ouders weten ervan.",
    "stay.postcode": "1234AB",
    "stay.houseNumber": "5",
    ownReference: "A-17",
    actionWanted: "no",
    noActionReason: "Loopt al.",
  });
  expect(String(values["parentPhone"]).replaceAll(/\D/g, "")).toMatch(/612345678$/);
  expect(Object.keys(values).filter((name) => /^(lastDay|lesson|whole|clock|arrivals)/.test(name))).toEqual([]);
});

test("its first day is the working day after the last one, over the weekend, and never ahead of today", async () => {
  expect((await followUpTo({ lastDay: "2026-04-10" }))["firstDay"]).toBe("13-4-2026");
  const { reference } = await aFiledReport(world, {
    ...said,
    firstDay: "2026-04-20",
    lastDay: "2026-04-23",
    hours: undefined,
  });
  const report = await findReport(world.reporter, thursday, reference);
  expect(followUpValues(report, thursday.today)["firstDay"]).toBeUndefined();
  expect(followUpValues(report, calendarDate.parse("2026-04-24"))["firstDay"]).toBe("24-4-2026");
});

test("of a student who is still away it is the day after the last hours", async () => {
  expect((await followUpTo({ lastDay: undefined }))["firstDay"]).toBe("8-4-2026");
});
