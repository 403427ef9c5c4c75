import { expect, test } from "vitest";
import { countsOf } from "@/lib/deliveries/balance";
import { workbookRowsMost } from "@/lib/deliveries/delivery";
import type { FileRow } from "@/lib/deliveries/file-row";
import { type FileSource, formats } from "@/lib/deliveries/formats.server";
import { partNames } from "@/lib/deliveries/names";
import { withoutTraces } from "@/lib/deliveries/shown-facts";
import { calendarDate } from "@/lib/shared/calendar-date";

const day = calendarDate.parse("2026-10-31");
const row: FileRow = {
  class: "still-open",
  person: null,
  facts: withoutTraces({ reason: "none", standing: "leaver" }),
};

function sourceOf(count: number): FileSource {
  return {
    dataset: "monthly-balance",
    regionNumber: 12,
    regionName: "Twente",
    period: { from: day, until: day },
    version: 1,
    ages: null,
    madeAt: new Date("2026-11-02T06:00:00Z"),
    expiresOn: "31 januari 2027",
    purpose: null,
    counts: countsOf("monthly-balance", [{ class: "still-open", wasOpen: true, isOpen: true, count }]),
    columnNames: ["class_code"],
    rows: async function* () {
      yield Array.from({ length: count }, () => row);
    },
  };
}

async function countFiles(suffix: string, count: number): Promise<number> {
  let files = 0;
  for (const { write } of formats.filter((one) => one.suffix === suffix)) {
    for await (const contents of write(sourceOf(count))) {
      for await (const piece of contents) expect(piece.length).toBeGreaterThan(0);
      files += 1;
    }
  }
  return files;
}

test("a workbook is never larger than the memory has room for, and a full one brings no empty one along", async () => {
  expect(await countFiles("xlsx", 0)).toBe(1);
  expect(await countFiles("xlsx", workbookRowsMost)).toBe(1);
  expect(await countFiles("xlsx", workbookRowsMost + 1)).toBe(2);
});

test("for programs everybody is in one file", async () => {
  expect(await countFiles("csv", workbookRowsMost + 1)).toBe(1);
});

test("what goes on in a next file has a name of its own, for people and for scripts", () => {
  const named = { alias: "startset_regio-12", title: "Startset – regio 12", suffix: "xlsx" };
  expect(partNames(named, 1)).toEqual({ name: "startset_regio-12.xlsx", title: "Startset – regio 12.xlsx" });
  expect(partNames(named, 2)).toEqual({
    name: "startset_regio-12_deel-2.xlsx",
    title: "Startset – regio 12 – deel 2.xlsx",
  });
});
