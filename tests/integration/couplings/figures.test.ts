import { beforeAll, describe, expect, test } from "vitest";
import { figuresAnswer } from "@/lib/couplings/figure-answers";
import { prisma } from "@/lib/db/client.server";
import { keepFigures } from "@/lib/statistics/keep-figures.server";
import { findFigures } from "@/lib/statistics/queries.server";
import { type Selection, selection } from "@/lib/statistics/selection";
import { apiOf, aToken } from "@/tests/support/api";
import { aFiledReport, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

const year = "2025-2026";
const inRegion = `about=others&rows=municipality&measures=reports,per_1000&period=${year}&place=region:12`;
const own = `about=own&rows=type&measures=reports&period=${year}`;

let world: World;
let school: ReturnType<typeof apiOf>;
let office: ReturnType<typeof apiOf>;

async function fileMany(at: World, count: number): Promise<void> {
  const { municipality, brin, school: home } = at;
  for (let filed = 0; filed < count; filed++) {
    const studentNumber = await aStudent({ municipality, brin, locationId: home.location.id });
    await aFiledReport({ ...at, studentNumber });
  }
}

beforeAll(async () => {
  await prisma.region.create({ data: { number: 12, name: "Twente" } });
  const other = await aWorld();
  world = await aWorld();
  await fileMany(world, 12);
  await fileMany(other, 3);
  await keepFigures(thursday);
  school = apiOf(await aToken(world.brin, "figures:read", "reports:read"));
  office = apiOf(await aToken(world.office.code, "figures:read", "reports:read"));
});

async function codeOf(answer: Response): Promise<string> {
  return `${answer.status} ${(await answer.json()).code}`;
}

describe("refusals", () => {
  test("without its scope, and exact ones without that of the reports", async () => {
    const without = apiOf(await aToken(world.brin, "reports:read"));
    expect(await codeOf(await without.figures(inRegion))).toBe("403 scope-missing");
    const bare = apiOf(await aToken(world.brin, "figures:read"));
    expect(await codeOf(await bare.figures(own))).toBe("404 not-found");
  });

  test("a system of a school finds nothing of another school, as if it were not there", async () => {
    const others = inRegion.replace("rows=municipality", "rows=school");
    expect(await codeOf(await school.figures(others))).toBe("404 not-found");
    expect((await office.figures(others)).status).toBe(200);
  });

  test.each([
    ["nothing chosen", "", "400 required"],
    ["a figure that there is not", own.replace("reports", "secrets"), "422 choice-unknown"],
    ["no period", own.replace(year, "vorig jaar"), "422 period-invalid"],
    ["others without a place", inRegion.replace("&place=region:12", ""), "422 place-missing"],
    ["a place that there is not", inRegion.replace("12", "99"), "404 not-found"],
    ["a place in another shape", inRegion.replace("region:12", "' OR 1=1"), "422 place-missing"],
    [
      "others split in two ways",
      `${inRegion.replace("municipality", "type")}&columns=age`,
      "422 combination-not-offered",
    ],
    ["others narrowed to a kind", `${inRegion}&only=type:late_arrival`, "422 only-of-own"],
    ["a parameter that there is not", `${own}&extra=1`, "400 field-unknown"],
  ])("%s", async (_, query, expected) => {
    expect(await codeOf(await office.figures(query))).toBe(expected);
  });
});

test("own figures are exact, and those of the own organisation only", async () => {
  const answer = figuresAnswer.parse(await (await school.figures(own)).json());
  const total = answer.rows.find(({ isTotal }) => isTotal);
  expect(total?.cells).toEqual([{ kind: "number", value: 12 }]);
  expect(answer.place).toBeNull();
});

test("figures about others are those of the page, with no small count anywhere in the answer", async () => {
  const text = await (await office.figures(inRegion)).text();
  const answer = figuresAnswer.parse(JSON.parse(text));
  const wish: Selection = selection.parse({
    ...{ about: "others", rows: "municipality", measures: ["reports", "per_1000"], period: year },
    place: { level: "region", code: "12" },
  });
  const { table } = await findFigures(world.officer, wish, thursday);
  expect(answer.rows.map(({ code, cells }) => ({ code, cells }))).toEqual(
    table.rows.map(({ code }, at) => ({ code, cells: table.cells[at] })),
  );
  const cells = answer.rows.flatMap((row) => row.cells);
  expect(cells.some(({ kind }) => kind === "small" || kind === "hidden")).toBe(true);
  expect(cells.every((cell) => !("value" in cell) || cell.kind !== "number" || cell.value >= 5)).toBe(true);
});

test("where a protected student lives is no figure for a system of the school either", async () => {
  const { municipality, brin, school: home } = world;
  const studentNumber = await aStudent({ municipality, brin, locationId: home.location.id, kind: "protected" });
  await aFiledReport({ ...world, studentNumber });
  await keepFigures(thursday);
  const answer = figuresAnswer.parse(
    await (await school.figures(own.replace("rows=type", "rows=municipality"))).json(),
  );
  const counts = Object.fromEntries(answer.rows.map(({ code, cells }) => [code, cells[0]]));
  expect(counts[municipality]).toEqual({ kind: "number", value: 12 });
  expect(counts["-"]).toEqual({ kind: "number", value: 1 });
});

test("that a system read figures is on the access log", async () => {
  await school.figures(own);
  const acts = await prisma.auditEntry.findMany({ where: { actorKind: "client", action: "figures:read-own" } });
  expect(acts.length).toBeGreaterThan(0);
});
