import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { planDeliveries } from "@/lib/deliveries/plan.server";
import { produceDeliveries } from "@/lib/deliveries/produce.server";
import { readFile } from "@/lib/deliveries/store.server";
import { nowAt } from "@/lib/shared/clock";
import { aPerson, aRegion } from "@/tests/support/region";
import { hasSpreadsheetProgram, openSpreadsheet } from "@/tests/support/soffice";

const monday = nowAt(new Date("2026-11-02T06:00:00Z"));

/** Names that a spreadsheet could take for something to carry out, or that no XML holds. */
const lastNames = [
  '=HYPERLINK("http://x","y")',
  "+31612345678",
  "-2+3",
  "@SUM(1+1)",
  "\t=1+1",
  "＝1+1",
  'O\'Neill; van "Dijk"',
  "Nul\u0001teken",
  "00012",
  "İlğaz 木村",
];

let workbook: Buffer;
let csv: string[][];

beforeAll(async () => {
  const region = await aRegion();
  for (const lastName of lastNames) {
    await aPerson({ born: "2006-03-14", enrolled: ["MBO 27YU 2024-08-01 2026-10-09"] }, region, { lastName });
  }
  await planDeliveries(monday);
  await produceDeliveries(monday);
  const { id, files } = await prisma.delivery.findFirstOrThrow({
    where: { dataset: "monthly-balance", regionNumber: region.number },
    include: { files: true },
  });
  const bytesOf = async (extension: string) => {
    const { name } = files.find((file) => file.name.endsWith(extension)) ?? { name: "" };
    const parts: Buffer[] = [];
    for await (const part of readFile(id, name)) parts.push(part);
    return Buffer.concat(parts);
  };
  workbook = await bytesOf(".xlsx");
  csv = parse(await bytesOf(".csv"), { bom: true, delimiter: ";" });
});

test("no cell of the CSV begins like a formula, and every person is there once", () => {
  const [, ...rows] = csv;
  expect(rows.length).toBe(lastNames.length);
  for (const cell of csv.flat()) expect.soft(cell).not.toMatch(/^[=+\-@\t\r\0＝＋－＠]/);
});

test.skipIf(!hasSpreadsheetProgram())(
  "a real spreadsheet program finds no formula, the right types and everybody",
  async () => {
    const cells = [...(await openSpreadsheet(workbook, "xlsx")).values()].flat();
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
    const born = cells.filter(({ type, value }) => type === "date" && value?.startsWith("2006-03-14"));
    expect(born).toHaveLength(lastNames.length);
    const ages = cells.filter(({ type, value }) => type === "float" && value === "20");
    expect(ages.length).toBeGreaterThanOrEqual(lastNames.length);
    const text = cells.map((cell) => cell.text).join("\n");
    for (const kept of ["=HYPERLINK(", "00012", "İlğaz 木村", "Nulteken"]) expect(text).toContain(kept);
  },
);
