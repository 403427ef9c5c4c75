import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { truncateAll } from "@/tests/support/database";
import { runDesk } from "@/tests/support/desk";

// Each command is a program of its own.
vi.setConfig({ testTimeout: 90_000 });

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "desk-command-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

describe("desk import", () => {
  test("answers machines with one document and nothing else, and people with nothing when all went well", async () => {
    const file = await fileOf("regions.csv", "number;name\n21;Agglomeratie Amsterdam\n4;Twente\n");
    const counts = { kind: "regions", rows: 2, created: 2, updated: 0, unchanged: 0, rejected: 0 };
    expect(await runDesk("import", "regions", file)).toEqual({ status: 0, answers: [counts], said: "" });
    const again = { ...counts, created: 0, unchanged: 2 };
    expect(await runDesk("import", "regions", file)).toEqual({ status: 0, answers: [again], said: "" });
  });

  test("tells people line, column and reason of what it refuses, writes nothing and ends with 2", async () => {
    const file = await fileOf("bad.csv", "number,name\n5,Salland\n0,Nergens\n");
    const { status, answers, said } = await runDesk("import", "regions", file);
    expect(status).toBe(2);
    expect(answers).toEqual([{ kind: "regions", rows: 2, created: 0, updated: 0, unchanged: 0, rejected: 1 }]);
    expect(said.split("\n")[0]).toBe(
      "line 3, column number: het nummer van een regio is een getal van 1 tot en met 999.",
    );
    expect(await prisma.region.count({ where: { number: 5 } })).toBe(0);
  });

  test("takes the good rows with --partial, and nothing with --dry-run", async () => {
    const file = await fileOf("partial.csv", "number,name\n6,IJssel-Vecht\n0,Nergens\n");
    const counted = { rows: 2, created: 1, rejected: 1 };
    expect(await runDesk("import", "regions", file, "--partial", "--dry-run")).toMatchObject({
      status: 0,
      answers: [counted],
    });
    expect(await prisma.region.count({ where: { number: 6 } })).toBe(0);
    expect(await runDesk("import", "regions", file, "--partial")).toMatchObject({ status: 0, answers: [counted] });
    expect(await prisma.region.count({ where: { number: 6 } })).toBe(1);
  });

  test.each([
    ["a column that it does not know", ["import", "regions", "colour.csv"], "Onbekende kolom: colour."],
    ["a file that is not there", ["import", "regions", "nowhere.csv"], "is er niet."],
    ["a folder", ["import", "regions", "folder.csv"], "is een map."],
    ["a folder of questions", ["route", "--batch", "folder.csv"], "is een map."],
    ["a folder of erasures", ["erasures", "replay", "folder.csv"], "is een map."],
    ["a kind that it does not know", ["import", "planets", "colour.csv"], "planets"],
    ["an option that it does not know", ["import", "regions", "colour.csv", "--all"], "de optie --all niet"],
    ["half a command", ["import", "regions"], "Noem een soort en een bestand."],
    ["a command that is none", ["export"], "desk --help"],
  ])("refuses %s in one clear sentence, with 2 and an empty answer", async (_, args, sentence) => {
    await fileOf("colour.csv", "number,name,colour\n7,West,red\n");
    await mkdir(path.join(folder, "folder.csv"), { recursive: true });
    const placed = args.map((word) => (word.endsWith(".csv") ? path.join(folder, word) : word));
    const { status, answers, said } = await runDesk(...placed);
    expect({ status, answers }).toEqual({ status: 2, answers: [] });
    expect(said).toContain(sentence);
  });
});

test("desk --help names every command once, and ends well", async () => {
  const { status, answers, said } = await runDesk("--help");
  expect({ status, answers }).toEqual({ status: 0, answers: [] });
  for (const usage of [
    "desk import KIND",
    "desk backup FILE",
    "desk restore FILE",
    "desk erasures write FILE",
    "desk erasures replay FILE",
  ]) {
    expect(said.split(usage)).toHaveLength(2);
  }
});

test("desk backup and desk restore carry a desk, log it, and refuse a file that is there and a desk that is not empty", async () => {
  const file = path.join(folder, "desk.backup");
  expect(await runDesk("backup", file)).toMatchObject({ status: 0, answers: [{ file }] });
  expect(await runDesk("backup", file)).toMatchObject({ status: 2, answers: [] });
  expect(await runDesk("restore", file)).toMatchObject({ status: 2, answers: [] });
  const regions = await prisma.region.findMany({ orderBy: { number: "asc" } });
  await truncateAll();
  expect(await runDesk("restore", file)).toMatchObject({ status: 0, answers: [{ file }] });
  expect(await prisma.region.findMany({ orderBy: { number: "asc" } })).toEqual(regions);
  expect(await prisma.auditEntry.count({ where: { action: "desk:restore" } })).toBe(1);
});
