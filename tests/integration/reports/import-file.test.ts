import { beforeEach, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { beginImport } from "@/lib/reports/commands/begin-import.server";
import { leaveOutRow, mendRow } from "@/lib/reports/commands/mend-row.server";
import { readImport } from "@/lib/reports/commands/read-import.server";
import { dropImport, recheckImport, sendImport } from "@/lib/reports/commands/send-import.server";
import { forgetImports } from "@/lib/reports/import/forget.server";
import { exportLeftRows, findImportRow, listImportRows } from "@/lib/reports/queries/import-rows.server";
import { findImport, findProgress, listImports } from "@/lib/reports/queries/imports.server";
import { readSheetFile } from "@/lib/reports/sheet/read-file.server";
import { nowAt } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { leftRowsFile } from "@/lib/web/import-file.server";
import { truncateAll } from "@/tests/support/database";
import { aCheckedImport, heads } from "@/tests/support/sheets-of-reports";
import { reporterOf } from "@/tests/support/viewers";
import { aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let id: string;

beforeEach(async () => {
  await truncateAll();
  world = await aWorld();
  id = await aCheckedImport(world.reporter, [
    { student: world.studentNumber },
    { student: "+31612345678", words: "=HYPERLINK(1)" },
  ]);
});

test("to everybody but who brought it a sheet is not there, and nothing of it changes", async () => {
  const strangers = [
    reporterOf(world.school.id),
    reporterOf(world.school.id, { accountId: world.reporter.accountId, role: "reader" }),
    (await aWorld()).reporter,
    world.officer,
  ];
  const before = await prisma.reportImportRow.findMany({ orderBy: { line: "asc" } });
  const reading = { id, columns: { student: "BSN" }, defaults: {} };
  for (const stranger of strangers) {
    expect(await listImports(stranger, thursday)).toEqual([]);
    for (const attempt of [
      () => findImport(stranger, thursday, id),
      () => findProgress(stranger, thursday, id),
      () => listImportRows(stranger, thursday, { id, view: "all", after: 0 }),
      () => findImportRow(stranger, thursday, { id, line: 2 }),
      () => exportLeftRows(stranger, thursday, id),
      () => readImport(stranger, reading, thursday),
      () => mendRow(stranger, { id, line: 2, values: {}, answers: {} }, thursday),
      () => leaveOutRow(stranger, { id, line: 2 }, thursday),
      () => sendImport(stranger, { id }, thursday),
      () => recheckImport(stranger, { id }, thursday),
      () => dropImport(stranger, { id }, thursday),
    ])
      await expect(attempt()).rejects.toThrow(NotFound);
  }
  expect(await prisma.reportImportRow.findMany({ orderBy: { line: "asc" } })).toEqual(before);
});

test.each(["csv", "xlsx"] as const)(
  "rows with a mistake go along as %s without formulas, and come back as they were",
  async (kind) => {
    const left = await exportLeftRows(world.reporter, thursday, id);
    const file = await leftRowsFile(left, kind, "nl");
    if (kind === "csv") expect(Buffer.from(file.bytes).toString("utf8")).not.toMatch(/(^|[;"])[=+@-]/m);
    const [first, second] = await readSheetFile(file.bytes);
    expect(first?.cells.slice(0, heads.length)).toEqual(heads);
    expect(second?.cells.slice(0, 2)).toEqual(["+31612345678", "Overig verzuim"]);
    expect(second?.cells[5]).toBe("=HYPERLINK(1)");
    expect(second?.cells.at(-2)).toBe("3");
    expect(second?.cells.at(-1)).toContain("BSN of onderwijsnummer");
  },
);

test("what a sheet says lies sealed, and goes when its days are over", async () => {
  const rows = JSON.stringify(await prisma.reportImportRow.findMany());
  expect(rows).not.toContain("HYPERLINK");
  expect(rows).not.toContain(world.studentNumber);
  expect(await forgetImports(nowAt(new Date(thursday.at.getTime() + 14 * 86_400_000)))).toBe(0);
  expect(await forgetImports(nowAt(new Date(thursday.at.getTime() + 15 * 86_400_000)))).toBe(1);
});

test.each([
  ["more than 5,000 rows", `BSN;Reden\n${"1;x\n".repeat(5_001)}`, "import-too-many-rows"],
  ["only a head", "BSN;Reden", "sheet-empty"],
  ["an open quote", 'BSN;Reden\n1;"x', "sheet-quotes"],
])("%s is refused whole, with what can be done", async (_, text, code) => {
  expect(await beginImport(world.reporter, { text }, thursday)).toMatchObject({ ok: false, problems: [{ code }] });
  expect(await prisma.reportImport.count()).toBe(1);
});
