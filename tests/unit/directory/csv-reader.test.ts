import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CsvRow, readCsv, UnreadableFile } from "@/lib/directory/imports/csv-reader";
import { allOf } from "@/tests/support/bytes";

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function rowsOf(text: string | Uint8Array, size = 7): Promise<CsvRow[]> {
  return allOf(readCsv(inPieces(typeof text === "string" ? Buffer.from(text) : text, size)));
}

describe("a file", () => {
  test("may have commas, semicolons or tabs, a byte order mark, and line ends of either kind", async () => {
    const expected = [
      { line: 1, cells: ["code", "name"] },
      { line: 2, cells: ["0363", "Amsterdam"] },
    ];
    for (const text of [
      "code,name\n0363,Amsterdam\n",
      "\ufeffcode;name\r\n0363;Amsterdam",
      'code;"name"\n0363;Amsterdam',
      "code\tname\n0363\tAmsterdam\n",
    ]) {
      expect(await rowsOf(text)).toEqual(expected);
    }
  });

  test("names each row by the line on which it begins, and leaves empty rows out", async () => {
    const rows = await rowsOf('a;b\n1;"two\nlines"\n\n;\n;;\n2;"x;y"\n3;z\n');
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 7, 8]);
    expect(rows[1]?.cells).toEqual(["1", "two\nlines"]);
  });

  test.each([
    ["without anything", "", "file-empty"],
    ["with one empty line", "\n", "file-empty"],
    ["with a quote that stays open", 'a,b\n1,"x\n2,y\n', "file-quotes"],
    ["with a quote inside a cell", 'a,b\n1,x"y\n', "file-quotes"],
    ["with a row without an end", `a,b\n1,"${"x".repeat(300_000)}"\n`, "file-row-too-long"],
    ["in Windows-1252", Buffer.from("a,b\n1,caf\xe9\n", "latin1"), "file-not-utf-8"],
    ["in UTF-16", new Uint8Array([0xff, 0xfe, 0x61, 0x00]), "file-not-utf-8"],
  ])("%s is refused", async (_, text, code) => {
    await expect(rowsOf(text, 64_000)).rejects.toMatchObject({ name: UnreadableFile.name, code });
  });

  test("gives back whatever text its cells hold, however it is cut into pieces", async () => {
    const cell = fc.string({ unit: "binary" }).map((text) => `x${text.replaceAll("\ufeff", "").toWellFormed()}`);
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1 }), fc.integer({ min: 1, max: 50 }), async (cells, size) => {
        const text = `one,two\n${cells.map((value) => `${quoted(value)},y\n`).join("")}`;
        const [, ...rows] = await rowsOf(text, size);
        expect(rows.map((row) => row.cells[0])).toEqual(cells);
      }),
      { numRuns: 25 },
    );
  });
});
