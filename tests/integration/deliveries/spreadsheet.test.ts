import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { planDeliveries } from "@/lib/deliveries/plan.server";
import { produceDeliveries } from "@/lib/deliveries/produce.server";
import { readFile } from "@/lib/deliveries/store.server";
import { nowAt } from "@/lib/shared/clock";
import { aPerson, aRegion } from "@/tests/support/region";

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

/** The spreadsheet program of Debian; null where it is not there and cannot be installed. */
function findSoffice(): string | null {
  const find = () => spawnSync("sh", ["-c", "command -v soffice"], { encoding: "utf8" }).stdout.trim();
  if (find() === "") spawnSync("apt-get", ["install", "-y", "-qq", "libreoffice-calc-nogui"], { stdio: "ignore" });
  return find() || null;
}

const soffice = findSoffice();
if (soffice === null) {
  console.warn("SKIPPED: LibreOffice cannot be installed here, so nobody opened the spreadsheets of deliveries.");
}

let folder: string;
let csv: string[][];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "delivery-"));
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
  for (const { name } of files) {
    const parts: Buffer[] = [];
    for await (const part of readFile(id, name)) parts.push(part);
    writeFileSync(path.join(folder, name.replace(/.*\./, "delivery.")), Buffer.concat(parts));
  }
  csv = parse(readFileSync(path.join(folder, "delivery.csv")), { bom: true, delimiter: ";" });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("no cell of the CSV begins like a formula, and every person is there once", () => {
  const [, ...rows] = csv;
  expect(rows.length).toBe(lastNames.length);
  for (const cell of csv.flat()) expect.soft(cell).not.toMatch(/^[=+\-@\t\r\0＝＋－＠]/);
});

test.skipIf(soffice === null)("a real spreadsheet program finds no formula, the right types and everybody", () => {
  const convert = (to: string) =>
    execFileSync(
      soffice ?? "",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        folder,
        path.join(folder, "delivery.xlsx"),
      ],
      { stdio: "ignore", timeout: 50_000 },
    );
  convert("fods");
  const opened = path.join(folder, "delivery.fods");
  expect(existsSync(opened)).toBe(true);
  const text = readFileSync(opened, "utf8");
  expect(text).not.toMatch(/table:formula=/);
  const dates = text.match(/office:value-type="date" office:date-value="2006-03-14/g) ?? [];
  expect(dates.length).toBe(lastNames.length);
  const ages = text.match(/office:value-type="float" office:value="20"/g) ?? [];
  expect(ages.length).toBeGreaterThanOrEqual(lastNames.length);
  expect(text).toContain("=HYPERLINK(");
  expect(text).toContain("00012");
  expect(text).toContain("İlğaz 木村");
  expect(text).toContain("Nulteken");
});
