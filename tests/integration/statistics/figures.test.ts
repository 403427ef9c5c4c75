import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { NotFound } from "@/lib/shared/problem";
import { keepFigures } from "@/lib/statistics/keep-figures.server";
import { findFigures, listPlaceChoices, listPresets } from "@/lib/statistics/queries.server";
import { type Selection, selection } from "@/lib/statistics/selection";
import { deskPerson, officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let other: World;

const wish = (given: Partial<Selection>): Selection =>
  selection.parse({ about: "own", rows: "month", measures: ["reports", "pupils"], period: "2025-2026", ...given });
const inRegion = wish({ about: "others", place: { level: "region", code: "12" }, rows: "municipality" });

async function fileMany(at: World, count: number): Promise<void> {
  const { municipality, brin, school } = at;
  for (let filed = 0; filed < count; filed++) {
    const studentNumber = await aStudent({ municipality, brin, locationId: school.location.id });
    await aFiledReport({ ...at, studentNumber });
  }
}

beforeAll(async () => {
  await prisma.region.create({ data: { number: 12, name: "Twente" } });
  [world, other] = [await aWorld(), await aWorld()];
  await fileMany(world, 12);
  await fileMany(other, 3);
  await keepFigures(thursday);
});

const rowsOf = async (viewer: Parameters<typeof findFigures>[0], asked: Selection) => {
  const { table } = await findFigures(viewer, asked, thursday);
  return Object.fromEntries(table.rows.map(({ code }, at) => [code, table.cells[at]]));
};

describe("refusals", () => {
  test("who has nothing to do with absence finds no figures", async () => {
    for (const viewer of [deskPerson("auditor"), deskPerson("service_desk")]) {
      await expect(findFigures(viewer, inRegion, thursday)).rejects.toThrow(NotFound);
      await expect(listPresets(viewer, thursday)).rejects.toThrow(NotFound);
      await expect(listPlaceChoices(viewer)).rejects.toThrow(NotFound);
    }
  });

  test("a school finds nothing of another school, nor of places that do not exist", async () => {
    const schools = { ...inRegion, rows: "school" as const };
    await expect(findFigures(world.reporter, schools, thursday)).rejects.toThrow(NotFound);
    const nowhere = { ...inRegion, place: { level: "region" as const, code: "99" } };
    await expect(findFigures(world.reporter, nowhere, thursday)).rejects.toThrow(NotFound);
  });

  test("an analyst has no exact figures, because small ones could be somebody", async () => {
    const analyst = officerOf(world.office.id, { role: "analyst" });
    await expect(findFigures(analyst, wish({}), thursday)).rejects.toThrow(NotFound);
  });
});

test("own figures are exact, and hold nothing of others", async () => {
  expect(await rowsOf(world.reporter, wish({}))).toMatchObject({
    "2026-04": [
      { kind: "number", value: 12 },
      { kind: "number", value: 12 },
    ],
    "2026-03": [
      { kind: "number", value: 0 },
      { kind: "number", value: 0 },
    ],
    all: [
      { kind: "number", value: 12 },
      { kind: "number", value: 12 },
    ],
  });
  expect((await rowsOf(other.officer, wish({})))["all"]?.[0]).toEqual({ kind: "number", value: 3 });
  expect(
    (await rowsOf(reporterOf(world.school.id, { locationIds: [other.school.location.id] }), wish({})))["all"]?.[0],
  ).toEqual({ kind: "number", value: 0 });
});

test("several kinds go together: all of what is asked, and any of one breakdown", async () => {
  const { type, ageBand } = await prisma.figureFact.findFirstOrThrow({ where: { organisationId: world.school.id } });
  const byType = { breakdown: "type", code: type } as const;
  const byAge = { breakdown: "age", code: ageBand } as const;
  const grownUp = { breakdown: "age", code: "from_23" } as const;
  const count = async (...only: Selection["only"]) => (await rowsOf(world.reporter, wish({ only })))["all"]?.[0];
  const some = await count(byType, byAge);
  expect(some).toEqual(await count(byAge));
  expect(some).not.toEqual({ kind: "number", value: 0 });
  expect(await count(byType, grownUp)).toEqual({ kind: "number", value: 0 });
  expect(await count(byType, byAge, grownUp)).toEqual(some);
});

test("an officer who is not named for protected cases does not count them among his own", async () => {
  const { municipality, brin, school } = other;
  const studentNumber = await aStudent({ municipality, brin, locationId: school.location.id, kind: "protected" });
  await aFiledReport({ ...other, studentNumber });
  await keepFigures(thursday);
  expect((await rowsOf(other.officer, wish({})))["all"]?.[0]).toEqual({ kind: "number", value: 3 });
  const named = officerOf(other.office.id, { protectedCases: true });
  expect((await rowsOf(named, wish({})))["all"]?.[0]).toEqual({ kind: "number", value: 4 });
});

test("of a region a small municipality is covered, and what it could be reckoned from", async () => {
  const rows = await rowsOf(officerOf(world.office.id, { role: "analyst" }), inRegion);
  expect(rows[other.municipality]?.[0]).toEqual({ kind: "small" });
  expect(rows[world.municipality]?.[0]).toEqual({ kind: "hidden" });
  expect(rows["all"]?.[0]).toEqual({ kind: "number", value: 15 });
});

test("every ready-made view of every role can be opened", async () => {
  const viewers = [
    world.reporter,
    world.officer,
    officerOf(world.office.id, { role: "coordinator" }),
    officerOf(world.office.id, { role: "analyst" }),
    officerOf(world.office.id, { role: "office_admin" }),
    deskPerson("administrator"),
  ];
  for (const viewer of viewers) {
    const presets = await listPresets(viewer, thursday);
    expect(presets.length).toBeGreaterThan(1);
    for (const { selection: asked } of presets) {
      const view = await findFigures(viewer, asked, thursday);
      expect(view.countedAt).toEqual(thursday.at);
    }
  }
});

test("to look at figures is written down, with how many rows", async () => {
  const before = await prisma.auditEntry.count({ where: { action: "figures:read" } });
  await findFigures(world.officer, inRegion, thursday);
  expect(await prisma.auditEntry.count({ where: { action: "figures:read" } })).toBe(before + 1);
});

test("a school does not count out of its own figures where a student with a protected address lives", async () => {
  const own = await aWorld();
  const { municipality, brin, school } = own;
  const studentNumber = await aStudent({ municipality, brin, locationId: school.location.id, kind: "protected" });
  await aFiledReport({ ...own, studentNumber });
  await keepFigures(thursday);
  for (const rows of ["municipality", "region"] as const) {
    const found = await rowsOf(own.reporter, wish({ rows }));
    expect(found["-"]?.[0], rows).toEqual({ kind: "number", value: 1 });
    const placed = Object.entries(found).filter(([code]) => code !== "-" && code !== "all");
    for (const [code, cells] of placed) expect(cells?.[0], code).toEqual({ kind: "number", value: 0 });
  }
});
