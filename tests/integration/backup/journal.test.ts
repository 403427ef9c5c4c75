import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { removePaper } from "@/lib/attachments/commands/remove-paper.server";
import { copyErasuresUntil } from "@/lib/audit/copy-erasures.server";
import { copyErasures, journalIn, writeJournal } from "@/lib/audit/journal.server";
import { readJournal } from "@/lib/audit/read-journal.server";
import { prisma } from "@/lib/db/client.server";
import { firstIdAt } from "@/lib/shared/ids";
import { runJobs } from "@/lib/web/jobs.server";
import { withClient } from "@/prisma/roles";
import { testDeskUrl, truncateAll } from "@/tests/support/database";
import { aClosedReport, aPaperOf } from "@/tests/support/papers-end";
import { aFiledReport, aWorld, thursday } from "@/tests/support/world";

let folder: string;
let file: string;
let fileCount = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "desk-journal-"));
  // Read once, when the database is first asked.
  Object.assign(process.env, { DATA_DIR: path.join(folder, "data") });
});

beforeEach(async () => {
  await truncateAll();
  fileCount += 1;
  file = path.join(folder, `${fileCount}`, "erasures.ndjson");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const copy = () => copyErasures(file);
const text = () => readFile(file, "utf8");

let moment = Date.parse("2026-04-23T07:15:00Z");

async function erase() {
  moment += 1;
  const [id, objectId] = [firstIdAt(new Date(moment)), crypto.randomUUID()];
  await prisma.erasure.create({ data: { id, at: thursday.at, kind: "draft", objectId, reason: null } });
  return { id, at: thursday.at.toISOString(), kind: "draft", object: objectId };
}

const erasures = async () => {
  const read = await readJournal(file);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};

describe("a journal is refused as a whole", () => {
  const good = async () => {
    await erase();
    await erase();
    await copy();
    return text();
  };

  test.each([
    ["nothing", () => "", 1, "no-journal"],
    ["something else", () => '{"regel":1}\n', 1, "no-journal"],
    ["no header", (whole: string) => whole.slice(whole.indexOf("\n") + 1), 1, "no-journal"],
    ["a line that broke off", (whole: string) => whole.slice(0, -20), 3, "not-whole"],
    ["an empty line", (whole: string) => whole.replace("\n", "\n\n"), 2, "not-whole"],
    ["a kind that it does not know", (whole: string) => whole.replace('"draft"', '"pupil"'), 2, "unknown-kind"],
    ["an id that is none", (whole: string) => whole.replace('"object":"', '"object":"x'), 2, "wrong-shape"],
    ["a paper without a reason", (whole: string) => whole.replace('"draft"', '"paper"'), 2, "wrong-shape"],
    [
      "words that do not belong there",
      (whole: string) => whole.replace('"kind"', '"name":"Sami","kind"'),
      2,
      "wrong-shape",
    ],
  ])("with %s, by its line", async (_, broken, line, fault) => {
    await writeFile(file, broken(await good()));
    expect(await readJournal(file)).toEqual({
      ok: false,
      problems: [{ code: "erasures-broken", facts: { line, fault } }],
    });
  });

  test("of another desk, also for adding to it", async () => {
    const other = (await good()).replace('"lookupKeyCheck":"', '"lookupKeyCheck":"0');
    await writeFile(file, other);
    expect(await readJournal(file)).toEqual({ ok: false, problems: [{ code: "erasures-of-other-desk" }] });
    await erase();
    await expect(copy()).rejects.toThrow("of this desk");
    expect(await text()).toBe(other);
  });

  test("that is written by hand never replaces a file", async () => {
    const there = await good();
    await expect(writeJournal(file)).rejects.toThrow("EEXIST");
    expect(await text()).toBe(there);
  });
});

describe("beside the keys", () => {
  test("no clock of a program that is ahead keeps what was erased from being there in its order", async () => {
    const { world, papers } = await aClosedReport("letter", "statement");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 600_000 });
    await removePaper(world.reporter, papers[0] ?? "", thursday).finally(() => vi.useRealTimers());
    expect(await copy()).toBe(1);
    await removePaper(world.reporter, papers[1] ?? "", thursday);
    expect(await copy()).toBe(1);
    expect((await erasures()).map(({ object }) => object)).toEqual(papers);
  });

  test("stands what was erased and when, for its owner alone, and nothing of whose it was", async () => {
    const { world, papers } = await aClosedReport("letter");
    await removePaper(world.reporter, papers[0] ?? "", thursday);
    expect(await copy()).toBe(1);
    expect((await stat(file)).mode & 0o077).toBe(0);
    const [erased] = await erasures();
    expect(erased).toEqual({
      id: erased?.id,
      at: thursday.at.toISOString(),
      kind: "paper",
      object: papers[0],
      reason: "sender",
    });
    for (const word of ["a.txt", world.reporter.name, world.studentNumber, "Sami"]) {
      expect.soft(await text()).not.toContain(word);
    }
  });

  test("lines are added and never rewritten, also when nothing happened or much did", async () => {
    const first = await erase();
    await copy();
    const [before, { ino }] = [await text(), await stat(file)];
    expect(await copy()).toBe(0);
    expect(await text()).toBe(before);
    const many = [];
    for (let count = 0; count < 1_200; count += 1) many.push(await erase());
    expect([await copy(), await copy(), await copy()]).toEqual([1_000, 200, 0]);
    expect((await text()).startsWith(before)).toBe(true);
    expect((await stat(file)).ino).toBe(ino);
    expect(await erasures()).toEqual([first, ...many]);
  });

  test("a line that broke off when the machine stopped is written again, and those before it stay", async () => {
    const first = await erase();
    await copy();
    const before = await text();
    const second = await erase();
    await appendFile(file, JSON.stringify(second).slice(0, 40));
    expect(await copy()).toBe(1);
    expect((await text()).startsWith(before)).toBe(true);
    expect(await erasures()).toEqual([first, second]);
  });

  test("a header that broke off too", async () => {
    await copy();
    await writeFile(file, (await text()).slice(0, 20));
    const only = await erase();
    await copy();
    expect(await erasures()).toEqual([only]);
  });

  test("two who write at once write each line once", async () => {
    const all = [];
    for (let count = 0; count < 300; count += 1) all.push(await erase());
    await Promise.all([copy(), copy(), copy(), copy()]);
    expect(await erasures()).toEqual(all);
  });

  test("what is still on its way to the table is not passed over", async () => {
    await withClient(testDeskUrl(), async (slow) => {
      await slow.query("BEGIN");
      const id = firstIdAt(new Date(Date.now() - 1_000));
      await slow.query("INSERT INTO erasures VALUES ($1, now(), 'draft', $1, NULL)", [id]);
      const { world, papers } = await aClosedReport("letter");
      await removePaper(world.reporter, papers[0] ?? "", thursday);
      expect(await copy()).toBe(0);
      await slow.query("COMMIT");
      expect(await copy()).toBe(2);
      expect((await erasures()).map(({ object }) => object)).toEqual([id, papers[0]]);
    });
  });

  test("the worker puts them there by itself", async () => {
    const only = await erase();
    const stop = new AbortController();
    file = journalIn(path.join(folder, "data"));
    const work = runJobs(stop.signal);
    await vi.waitFor(async () => expect(await erasures()).toEqual([only]), { timeout: 30_000 });
    stop.abort();
    await work;
  });

  test("a disk that was full or away is tried again", async () => {
    const only = await erase();
    const stop = new AbortController();
    await writeFile(path.dirname(file), "in the way");
    await expect(copy()).rejects.toThrow("EEXIST");
    const work = copyErasuresUntil(stop.signal, file, 10);
    await rm(path.dirname(file));
    await vi.waitFor(async () => expect(await erasures()).toEqual([only]), { timeout: 30_000 });
    const next = await erase();
    await vi.waitFor(async () => expect(await erasures()).toEqual([only, next]), { timeout: 30_000 });
    stop.abort();
    await work;
  });
});

test("by hand the whole journal is written, up to this moment", async () => {
  const world = await aWorld();
  const { reference } = await aFiledReport(world);
  const first = await erase();
  const paper = await aPaperOf(world, reference, "letter");
  await removePaper(world.reporter, paper, thursday);
  file = path.join(folder, "by-hand.ndjson");
  expect(await writeJournal(file)).toBe(2);
  expect((await erasures()).map(({ object }) => object)).toEqual([first.object, paper]);
});
