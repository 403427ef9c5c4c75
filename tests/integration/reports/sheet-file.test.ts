import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readSheetFile } from "@/lib/reports/sheet/read-file.server";
import { type Table, UnreadableSheet } from "@/lib/reports/sheet/table";
import { aWorkbook, sheetRow } from "@/tests/support/sheets";

const heads = ["Datum", "Lesuur"];
const rows = sheetRow(heads) + sheetRow(["5-10-2026", "3"]);
const expected = [heads, ["5-10-2026", "3"]];
const text = "Datum;Lesuur\r\n5-10-2026;3\r\n";

function utf16(words: string, isBig: boolean): Uint8Array {
  const units = [...`\uFEFF${words}`].flatMap((sign) => {
    const code = sign.charCodeAt(0);
    return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
  });
  return new Uint8Array(units);
}

function cellsOf(table: Table): readonly (readonly string[])[] {
  return table.map(({ cells }) => cells);
}

async function faultOf(bytes: Uint8Array): Promise<string> {
  return readSheetFile(bytes).then(
    () => "read",
    (error: unknown) => (error instanceof UnreadableSheet ? error.code : String(error)),
  );
}

describe("is read, whatever program wrote it", () => {
  test.each([
    ["UTF-8", strToU8(text)],
    ["UTF-8 with a mark", strToU8(`\uFEFF${text}`)],
    ["UTF-16, little end first", utf16(text, false)],
    ["UTF-16, big end first", utf16(text, true)],
    ["tabs", strToU8(text.replaceAll(";", "\t"))],
    ["commas", strToU8(text.replaceAll(";", ","))],
    ["ten thousand empty rows", strToU8(text + ";;;;\r\n".repeat(10_000))],
    ["a workbook", aWorkbook({ rows })],
  ])("%s", async (_, bytes) => {
    expect(cellsOf(await readSheetFile(bytes))).toEqual(expected);
  });

  test("Windows-1252 keeps its letters", async () => {
    const bytes = new Uint8Array([...strToU8("Datum;Naam\n5-10-2026;Zo"), 0xeb]);
    expect(cellsOf(await readSheetFile(bytes))).toEqual([
      ["Datum", "Naam"],
      ["5-10-2026", "Zoë"],
    ]);
  });

  test("a cell that looks like a formula stays text", async () => {
    expect(cellsOf(await readSheetFile(strToU8('Datum;Reden\n5-10-2026;"=HYPERLINK(1)"')))).toEqual([
      ["Datum", "Reden"],
      ["5-10-2026", "=HYPERLINK(1)"],
    ]);
  });
});

test("tags that are opened and never closed keep nobody waiting", async () => {
  const endless = strToU8("<row ".repeat(2_000_000));
  expect(await faultOf(aWorkbook({ rows, extra: { "xl/worksheets/sheet2.xml": endless } }))).toBe("read");
});

describe("is refused, with what its owner can do", () => {
  const manyParts = Object.fromEntries(Array.from({ length: 1_200 }, (_, at) => [`xl/x${at}.xml`, strToU8("")]));
  test.each([
    ["an empty file", new Uint8Array(), "sheet-empty"],
    ["only empty cells", strToU8(";;;\n;;;"), "sheet-empty"],
    ["more than 5 MB", new Uint8Array(5_000_001).fill(65), "sheet-too-large"],
    ["more than 5,000 rows below the heads", strToU8("a;b\n".repeat(5_002)), "sheet-too-many-rows"],
    ["an open quote", strToU8('Datum;Naam\n5-10-2026;"Jan'), "sheet-quotes"],
    ["a picture called csv", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "sheet-kind"],
    ["a PDF", strToU8("%PDF-1.7 en nog wat"), "sheet-kind"],
    ["a web page", strToU8("<!doctype html><p>Datum"), "sheet-kind"],
    ["nothing but noughts", new Uint8Array(100), "sheet-kind"],
    ["old Excel, or a password", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "sheet-old-excel"],
    ["a zip without sheets", zipSync({ "a.txt": strToU8("a") }), "sheet-kind"],
    ["half a workbook", aWorkbook({ rows }).subarray(0, 400), "sheet-broken"],
    ["macros", aWorkbook({ rows, extra: { "xl/vbaProject.bin": strToU8("x") } }), "sheet-macros"],
    [
      "links to other files",
      aWorkbook({ rows, extra: { "xl/externalLinks/externalLink1.xml": strToU8("<a/>") } }),
      "sheet-linked",
    ],
    ["paths that climb", aWorkbook({ rows, extra: { "xl/../../etc/x.xml": strToU8("<a/>") } }), "sheet-broken"],
    [
      "entities",
      aWorkbook({ rows, extra: { "xl/a.xml": strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a/>') } }),
      "sheet-broken",
    ],
    ["hidden rows", aWorkbook({ rows: rows + sheetRow(["6-10-2026", "1"], ' hidden="1"') }), "sheet-hidden"],
    ["hidden columns", aWorkbook({ rows, before: '<cols><col min="1" max="1" hidden="1"/></cols>' }), "sheet-hidden"],
    ["formulas", aWorkbook({ rows: `${rows}<row><c><f>1+1</f><v>2</v></c></row>` }), "sheet-formulas"],
    ["merged cells", aWorkbook({ rows, after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>' }), "sheet-merged"],
    ["a bomb of one part", aWorkbook({ rows, extra: { "xl/big.xml": new Uint8Array(40_000_000) } }), "sheet-bomb"],
    ["a bomb of many parts", aWorkbook({ rows, extra: manyParts }), "sheet-bomb"],
  ])("%s", async (_, bytes, code) => {
    expect(await faultOf(bytes)).toBe(code);
  });
});
