import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { NotFound } from "@/lib/shared/problem";
import type { FileKind } from "@/lib/statistics/file";
import { keepFigures } from "@/lib/statistics/keep-figures.server";
import { exportFigures } from "@/lib/statistics/queries/export.server";
import { type Selection, selection } from "@/lib/statistics/selection";
import { hasSpreadsheetProgram, openSpreadsheet } from "@/tests/support/soffice";
import { deskPerson } from "@/tests/support/viewers";
import { aFiledReport, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let worlds: World[];
const counts = [26, 3, 24, 31];

const region = selection.parse({
  about: "others",
  place: { level: "region", code: "12" },
  rows: "municipality",
  measures: ["reports", "pupils", "answered_in_time"],
  period: "2025-2026",
});

beforeAll(async () => {
  await prisma.region.create({ data: { number: 12, name: "Twente" } });
  worlds = [await aWorld(), await aWorld(), await aWorld(), await aWorld()];
  for (const [at, world] of worlds.entries()) {
    for (let filed = 0; filed < (counts[at] ?? 0); filed++) {
      const { municipality, brin, school } = world;
      const studentNumber = await aStudent({ municipality, brin, locationId: school.location.id });
      await aFiledReport({ ...world, studentNumber });
    }
  }
  const [first] = worlds;
  await prisma.municipality.update({ where: { code: first?.municipality ?? "" }, data: { name: "=HYPERLINK(1)" } });
  await keepFigures(thursday);
});

function make(kind: FileKind, wish: Selection = region) {
  const [world] = worlds;
  if (world === undefined) throw new Error("a world was expected");
  return exportFigures(world.officer, { wish, kind, locale: "nl" }, thursday);
}

test("who may not see the figures gets no file of them, and no entry says that he did", async () => {
  const before = await prisma.auditEntry.count({ where: { action: "figures:export" } });
  const asked = exportFigures(deskPerson("auditor"), { wish: region, kind: "csv", locale: "nl" }, thursday);
  await expect(asked).rejects.toThrow(NotFound);
  expect(await prisma.auditEntry.count({ where: { action: "figures:export" } })).toBe(before);
});

test("a file covers what the page covers, and says in its name what is inside", async () => {
  const { name, bytes } = await make("csv");
  expect(name).toBe("Meldingen en 2 andere cijfers per woongemeente, Twente, schooljaar 2025-2026.csv");
  const lines = bytes.toString("utf8").split("\r\n");
  expect(lines.some((line) => line.includes("<5"))).toBe(true);
  expect(lines.filter((line) => /;(3|24|26|31);/.test(line))).toEqual([]);
});

test("a PDF is made of the same figures", async () => {
  const { bytes, mediaType } = await make("pdf");
  expect(mediaType).toBe("application/pdf");
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(bytes.length).toBeGreaterThan(1_500);
});

test("to take figures along is written down", async () => {
  const before = await prisma.auditEntry.count({ where: { action: "figures:export" } });
  await make("xlsx");
  expect(await prisma.auditEntry.count({ where: { action: "figures:export" } })).toBe(before + 1);
});

describe.skipIf(!hasSpreadsheetProgram())("a real spreadsheet program", () => {
  test("opens the workbook: no formula, numbers as numbers, a sheet that explains", async () => {
    const { bytes } = await make("xlsx");
    const sheets = await openSpreadsheet(bytes, "xlsx");
    expect([...sheets.keys()]).toEqual(["Toelichting", "Cijfers"]);
    const cells = sheets.get("Cijfers") ?? [];
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
    expect(cells.find(({ text }) => text.startsWith("=HYPER"))?.type).toBe("string");
    expect(cells.filter(({ type }) => type === "float").length).toBeGreaterThan(2);
    expect((sheets.get("Toelichting") ?? []).map(({ text }) => text).join(" ")).toContain("Stand van");
  });

  test("opens the CSV without a formula", async () => {
    const { bytes } = await make("csv");
    const cells = [...(await openSpreadsheet(bytes, "csv")).values()].flat();
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
  });
});
