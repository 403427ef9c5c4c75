import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BackupReader, DamagedBackup, inOrderOfNeed } from "@/lib/db/backup/format";
import { allOf } from "@/tests/support/bytes";

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function rowsOf(reader: BackupReader): Promise<string> {
  return Buffer.concat(await allOf(reader.rows())).toString();
}

describe("a backup", () => {
  test("is read back as it was written, however it is cut into pieces", async () => {
    const row = fc
      .string({ unit: "binary" })
      .map((text) => text.toWellFormed().replaceAll("\\", "\\\\").replaceAll("\n", "\\n"));
    await fc.assert(
      fc.asyncProperty(fc.array(row), fc.array(row), fc.integer({ min: 1, max: 20 }), async (first, second, size) => {
        const lines = (rows: readonly string[]) => rows.map((text) => `${text}\n`).join("");
        const reader = new BackupReader(inPieces(`{"a":1}\n${lines(first)}\\.\n2\n${lines(second)}\\.\n3\n`, size));
        expect(await reader.line()).toEqual({ a: 1 });
        expect(await rowsOf(reader)).toBe(lines(first));
        expect(await reader.line()).toBe(2);
        expect(await rowsOf(reader)).toBe(lines(second));
        expect(await reader.line()).toBe(3);
      }),
    );
  });

  test("that was cut off is damaged, in a row, between rows and between tables", async () => {
    for (const text of ["", "1", "1\nrow", "1\nrow\n", "1\nrow\n\\."]) {
      const reader = new BackupReader(inPieces(text, 3));
      const read = reader.line().then(() => rowsOf(reader));
      await expect(read).rejects.toThrow(DamagedBackup);
    }
  });
});

describe("tables", () => {
  test("come after those that they point at; one may point at itself", () => {
    const needs = [
      { table: "reports", needed: "students" },
      { table: "reports", needed: "reports" },
      { table: "events", needed: "reports" },
    ];
    expect(inOrderOfNeed(["events", "reports", "students"], needs)).toEqual(["students", "reports", "events"]);
  });

  test("that point at each other are no backup that could be put back", () => {
    const needs = [
      { table: "a", needed: "b" },
      { table: "b", needed: "a" },
    ];
    expect(() => inOrderOfNeed(["a", "b"], needs)).toThrow("point at each other");
  });
});
