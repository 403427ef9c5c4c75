import { beforeEach, expect, test } from "vitest";
import { takeSheet } from "@/app/meldingen/nieuw/hours-step";
import { emptyReportForm } from "@/app/meldingen/nieuw/start";
import { prisma } from "@/lib/db/client.server";
import { NotFound } from "@/lib/shared/problem";
import { truncateAll } from "@/tests/support/database";
import { aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let chosen: string;

beforeEach(async () => {
  await truncateAll();
  world = await aWorld();
  chosen = (await prisma.student.findFirstOrThrow({ select: { id: true } })).id;
});

/** The sheet of a whole class, for a student who was found by name. */
function take(viewer: World["reporter"], rest: Readonly<Record<string, string>> = {}) {
  const rows = [`${world.studentNumber};20-4-2026;2`, "123;20-4-2026;5", ";;7"];
  const state = emptyReportForm();
  const values = {
    ...state.values,
    "student.id": chosen,
    firstDay: "20-4-2026",
    "sheet.text": ["BSN;Datum;Lesuur", ...rows].join("\n"),
    ...rest,
  };
  return takeSheet({ viewer, state, values, now: thursday, locale: "nl" });
}

test("a student of another school gives no number to look for", async () => {
  await expect(take((await aWorld()).reporter)).rejects.toThrow(NotFound);
});

test("of a whole class the lines of who was found by name are taken, and the number stays on the server", async () => {
  const taken = await take(world.reporter);
  expect(taken.faults).toEqual([]);
  expect(taken.values).toMatchObject({ "lesson.2026-04-20": ["2"] });
  expect(JSON.stringify(taken)).not.toContain(world.studentNumber);
});
