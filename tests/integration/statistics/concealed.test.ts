import { beforeAll, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { keepConcealed } from "@/lib/statistics/keep-concealed.server";
import { findFigures } from "@/lib/statistics/queries.server";
import { type Selection, selection } from "@/lib/statistics/selection";
import { officerOf } from "@/tests/support/viewers";
import { aWorld, thursday, type World } from "@/tests/support/world";

const year = "2025-2026";
let world: World;

const viewer = () => officerOf(world.office.id, { role: "analyst" });

async function keep(level: string, place: string, period: string, reportCount: number): Promise<void> {
  await prisma.figureCell.create({
    data: {
      ...{ level, place, period, breakdown: "all", code: "", reportCount, pupilCount: reportCount },
      ...{ followUpCount: 0, timedCount: 0, filedInTimeCount: 0, dueCount: 0, answeredInTimeCount: 0, openCount: 0 },
    },
  });
}

/** Counts of two months of three municipalities, with what they make together. */
beforeAll(async () => {
  await prisma.region.create({ data: { number: 12, name: "Twente" } });
  world = await aWorld();
  const others = [await aWorld(), await aWorld()];
  const months = ["2025-10", "2025-11"] as const;
  // Whoever reads 25, 15 and 15 reckons: 27 at the most, less 13 and 13 at the least, is 1 at the most.
  const counts = new Map<string, readonly [number, number]>([
    [world.municipality, [1, 8]],
    ...others.map(({ municipality }) => [municipality, [13, 13]] as const),
  ]);
  for (const [place, own] of counts) {
    for (const [at, month] of months.entries()) await keep("municipality", place, month, own[at] ?? 0);
    await keep("municipality", place, year, (own[0] ?? 0) + (own[1] ?? 0));
  }
  for (const [level, place] of [
    ["region", "12"],
    ["country", "NL"],
  ] as const) {
    await keep(level, place, "2025-10", 27);
    await keep(level, place, "2025-11", 34);
    await keep(level, place, year, 61);
  }
  await prisma.figureDirt.create({ data: { level: "family", place: "NL", schoolYear: year, period: year } });
});

const ask = async (given: Partial<Selection>) => {
  const wish = selection.parse({ about: "others", rows: "month", measures: ["reports"], period: year, ...given });
  const { table } = await findFigures(viewer(), wish, thursday);
  return Object.fromEntries(table.rows.map(({ code }, at) => [code, table.cells[at]?.[0]?.kind]));
};

const own = () => ask({ place: { level: "municipality", code: world.municipality } });

test("what several tables would give away together is told in none of them", async () => {
  expect((await own())["2025-10"]).toBe("small");
  expect(await keepConcealed()).toBe(1);
  const concealed = await prisma.concealedCell.findMany();
  expect(concealed.length).toBeGreaterThan(0);
  for (const { level, place, period } of concealed) {
    const alone = await ask({ place: { level: level as "municipality", code: place } });
    expect(alone[period === year ? "all" : period], `${level} ${place} ${period}`).toBe("hidden");
  }
  const region = { level: "region", code: "12" } as const;
  const among = await ask({ place: region, rows: "municipality", period: "2025-10" });
  const untold = concealed.filter(({ level, period }) => level === "municipality" && period === "2025-10");
  for (const { place } of untold) expect(among[place]).toBe("hidden");
});

test("done again it finds nothing to do", async () => {
  const before = await prisma.concealedCell.findMany();
  expect(await keepConcealed()).toBe(0);
  expect(await prisma.concealedCell.findMany()).toEqual(before);
});

test("what an office has is not offered beside what its municipalities have", () => {
  const place = { level: "office", code: world.office.id };
  expect(
    selection.safeParse({ about: "others", rows: "month", measures: ["reports"], period: year, place }).success,
  ).toBe(false);
});
