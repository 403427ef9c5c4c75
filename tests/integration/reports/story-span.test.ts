import { beforeAll, expect, test } from "vitest";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { findReport } from "@/lib/reports/queries.server";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let reference: string;

beforeAll(async () => {
  world = await aWorld();
  ({ reference } = await aFiledReport(world));
  for (let call = 0; call < 45; call += 1)
    await recordAction(world.officer, { reference, intervention: "called" }, thursday);
});

test("a long story begins at its last forty events, oldest first, and says that there is more", async () => {
  const { timeline, hasEarlierEvents } = await findReport(world.reporter, thursday, reference, "latest");
  expect(timeline).toHaveLength(40);
  expect(hasEarlierEvents).toBe(true);
  const ids = timeline.map(({ event }) => event.id);
  expect(ids).toEqual(ids.toSorted());
});

test("the whole story has every event, from the filing on", async () => {
  const { timeline, hasEarlierEvents } = await findReport(world.reporter, thursday, reference);
  expect(timeline).toHaveLength(47);
  expect(hasEarlierEvents).toBe(false);
  expect(timeline[0]?.event.kind).toBe("filed");
});
