import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { endWith } from "@/lib/shared/zip";

const options = { compress: false, mtime: new Date("2026-11-02T06:00:00Z") };
const piece = Buffer.alloc(100_000);

async function* failing(after: number) {
  for (let count = 0; count < after; count += 1) yield piece;
  throw new Error("the store is away");
}

const broken = (after: number) =>
  endWith(new ZipFile(), [
    { name: "een.txt", options, bytes: () => failing(after) },
    { name: "twee.txt", options, bytes: () => failing(0) },
  ]);

test.each([0, 1, 40])("a file that fails after %i pieces breaks the package off, and nothing else", async (after) => {
  await expect(buffer(broken(after))).rejects.toThrow("the store is away");
});

test("a package that broke before anybody read it says so to whoever reads it", async () => {
  const out = broken(0);
  await new Promise((closed) => out.once("close", closed));
  await expect(buffer(out)).rejects.toThrow("the store is away");
});

test("whoever stops reading the package lets go of the file that is being read", async () => {
  const letGo = Promise.withResolvers<string>();
  async function* endless() {
    try {
      for (;;) yield piece;
    } finally {
      letGo.resolve("let go");
    }
  }
  for await (const _ of endWith(new ZipFile(), [{ name: "een.txt", options, bytes: endless }])) break;
  expect(await letGo.promise).toBe("let go");
});
