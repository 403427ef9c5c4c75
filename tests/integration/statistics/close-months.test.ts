import { beforeAll, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { type CalendarDate, startOfDay } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";
import { keepFigures } from "@/lib/statistics/keep-figures.server";
import { findFigures } from "@/lib/statistics/queries.server";
import { selection } from "@/lib/statistics/selection";
import { aFiledReport, aStudent, aWorld, type World } from "@/tests/support/world";

const on = (day: string) => nowAt(new Date(startOfDay(day as CalendarDate).getTime() + 10 * 3_600_000));
const months = selection.parse({
  about: "others",
  place: { level: "country", code: "NL" },
  rows: "month",
  measures: ["reports", "open"],
  period: "2025-2026",
});

let world: World;
const references: string[] = [];

beforeAll(async () => {
  world = await aWorld();
  const { municipality, brin, school } = world;
  for (let filed = 0; filed < 20; filed++) {
    const studentNumber = await aStudent({ municipality, brin, locationId: school.location.id });
    references.push((await aFiledReport({ ...world, studentNumber })).reference);
  }
});

const april = async (day: string) => {
  const { table, closedMonths, corrections } = await findFigures(world.officer, months, on(day));
  const at = table.rows.findIndex(({ code }) => code === "2026-04");
  return { cells: table.cells[at], closedMonths, corrections };
};

test("a month is open until the fifteenth of the next one", async () => {
  await keepFigures(on("2026-05-14"));
  expect(await april("2026-05-14")).toMatchObject({ closedMonths: [], corrections: [] });
  await keepFigures(on("2026-05-15"));
  expect(await april("2026-05-15")).toMatchObject({ closedMonths: ["2026-04"], corrections: [] });
});

test("what changes in a closed month is a correction beside its figure, and never the figure", async () => {
  for (const reference of references.slice(0, 8)) {
    await withdrawReport(world.reporter, { reference, reason: "Per ongeluk." }, on("2026-05-20"));
  }
  await keepFigures(on("2026-05-20"));
  const { cells, corrections } = await april("2026-05-20");
  expect(cells?.[0]).toEqual({ kind: "number", value: 20 });
  expect(corrections).toEqual([{ month: "2026-04", before: 20, after: 10 }]);
});

test("a correction does not tell what no table tells", async () => {
  const cell = { level: "country", place: "NL", period: "2026-04", breakdown: "all", code: "" };
  const kept = { ...cell, counts: ["reportCount"], family: "NL", schoolYear: "2025-2026" };
  await prisma.concealedCell.create({ data: kept });
  const { cells, corrections } = await april("2026-05-20");
  await prisma.concealedCell.delete({ where: { level_place_period_breakdown_code: cell } });
  expect([cells?.[0], corrections]).toEqual([{ kind: "hidden" }, []]);
});

test("how reports stand goes on, also in a closed month", async () => {
  const { cells } = await april("2026-05-20");
  expect(cells?.[1]).toEqual({ kind: "number", value: 10 });
});

test("closing again changes nothing", async () => {
  const before = await prisma.closedCell.findMany({
    orderBy: [{ level: "asc" }, { place: "asc" }, { breakdown: "asc" }, { code: "asc" }],
  });
  await keepFigures(on("2026-06-20"));
  const after = await prisma.closedCell.findMany({
    orderBy: [{ level: "asc" }, { place: "asc" }, { breakdown: "asc" }, { code: "asc" }],
  });
  expect(after).toEqual(before);
});
