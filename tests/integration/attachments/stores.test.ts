import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseStore } from "@/lib/attachments/storage/database.server";
import { directoryStore } from "@/lib/attachments/storage/directory.server";
import { s3Store } from "@/lib/attachments/storage/s3.server";
import { ObjectMissing, type ObjectStore } from "@/lib/attachments/storage/store";
import { prisma } from "@/lib/db/client.server";
import { inChunks } from "@/tests/support/papers";
import { openS3 } from "@/tests/support/s3rver";

let root: string;
let s3: Awaited<ReturnType<typeof openS3>>;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "papers-"));
  s3 = await openS3();
});

afterAll(async () => {
  await s3.close();
  await rm(root, { recursive: true });
});

/** A sender who breaks off. */
async function* cutAfter(bytes: Buffer, length: number) {
  yield* inChunks(bytes.subarray(0, length));
  throw new Error("the line broke");
}

const stores: Readonly<Record<string, { open: () => ObjectStore; countRemains: () => Promise<number> }>> = {
  database: { open: () => databaseStore, countRemains: () => prisma.attachmentPiece.count() },
  "server that speaks S3": { open: () => s3Store(s3.place), countRemains: () => s3.countObjects() },
  directory: {
    open: () => directoryStore(root),
    countRemains: async () =>
      (await readdir(root, { recursive: true, withFileTypes: true })).filter((f) => f.isFile()).length,
  },
};

describe.each(Object.entries(stores))("the store in a %s", (_, { open, countRemains }) => {
  test.each([0, 1, 262_144, 1_048_577, 10_485_760])("gives back %i bytes as they came", async (size) => {
    const [store, key, bytes] = [open(), randomUUID(), randomBytes(size)];
    await store.put(key, inChunks(bytes));
    expect((await buffer(store.get(key))).equals(bytes)).toBe(true);
    await store.remove(key);
  });

  test("says of what it does not have that it is missing, also after it was taken away", async () => {
    const [store, key] = [open(), randomUUID()];
    await expect(buffer(store.get(key))).rejects.toThrow(ObjectMissing);
    await store.put(key, inChunks(Buffer.from("a")));
    await store.remove(key);
    await store.remove(key);
    await expect(buffer(store.get(key))).rejects.toThrow(ObjectMissing);
  });

  test("makes one of several, in the order that was asked, and the several are gone", async () => {
    const [store, into, before] = [open(), randomUUID(), await countRemains()];
    const parts = [randomBytes(1_048_832), randomBytes(1_048_832), randomBytes(7)];
    const keys = parts.map(() => randomUUID());
    for (const at of [2, 0, 1]) await store.put(keys[at] ?? "", inChunks(parts[at] ?? Buffer.alloc(0)));
    await store.join(keys, into);
    expect((await buffer(store.get(into))).equals(Buffer.concat(parts))).toBe(true);
    for (const key of keys) await expect(buffer(store.get(key))).rejects.toThrow(ObjectMissing);
    await store.remove(into);
    expect(await countRemains()).toBe(before);
  });

  test("makes nothing of several of which one is missing, and the others are still there", async () => {
    const [store, there, into] = [open(), randomUUID(), randomUUID()];
    await store.put(there, inChunks(Buffer.from("a")));
    await expect(store.join([there, randomUUID()], into)).rejects.toThrow(ObjectMissing);
    await expect(buffer(store.get(into))).rejects.toThrow(ObjectMissing);
    expect((await buffer(store.get(there))).toString()).toBe("a");
    await store.remove(there);
  });

  test("keeps nothing of what broke off on the way", async () => {
    const [store, key, before] = [open(), randomUUID(), await countRemains()];
    await expect(store.put(key, cutAfter(randomBytes(1_000_000), 700_000))).rejects.toThrow("the line broke");
    await expect(buffer(store.get(key))).rejects.toThrow(ObjectMissing);
    expect(await countRemains()).toBe(before);
  });
});

test("what a process left half written in the directory, because it was killed, goes with what it belongs to", async () => {
  const [store, key, killed] = [directoryStore(root), randomUUID(), Promise.withResolvers<void>()];
  async function* untilKilled() {
    yield randomBytes(700_000);
    await killed.promise;
    throw new Error("killed");
  }
  const before = await stores["directory"]?.countRemains();
  const writing = expect(store.put(key, untilKilled())).rejects.toThrow("killed");
  await expect.poll(() => stores["directory"]?.countRemains()).toBe((before ?? 0) + 1);
  await store.remove(key);
  expect(await stores["directory"]?.countRemains()).toBe(before);
  killed.resolve();
  await writing;
});
