import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { FileDamaged, newFileKey, openJoined, openPieces, sealPieces } from "@/lib/attachments/file-cipher";
import { inChunks } from "@/tests/support/papers";

const key = newFileKey();
const seal = (plain: Buffer, chunk?: number) => buffer(sealPieces(inChunks(plain, chunk), key));
const open = (sealed: Buffer, by = key, chunk?: number) => buffer(openPieces(inChunks(sealed, chunk), by));

const piece = 64 * 1024;
const sealedPiece = piece + 16;

describe.each([0, 1, piece - 1, piece, piece + 1, 3 * piece, 1_000_000])("a file of %i bytes", (size) => {
  test("comes out as it went in, in whatever pieces it is carried", async () => {
    const plain = randomBytes(size);
    for (const chunk of [1_000, piece, 3 * piece + 7]) {
      expect((await open(await seal(plain, chunk), key, chunk)).equals(plain)).toBe(true);
    }
  });
});

describe("a stored file does not open", () => {
  const plain = randomBytes(3 * piece + 10);

  test("when it was cut off, at a piece or within one", async () => {
    const sealed = await seal(plain);
    for (const length of [0, sealedPiece, 2 * sealedPiece, sealed.length - 1]) {
      await expect(open(sealed.subarray(0, length))).rejects.toThrow(FileDamaged);
    }
  });

  test("when a bit was turned, pieces changed places or something was added", async () => {
    const sealed = await seal(plain);
    const turned = Buffer.from(sealed);
    turned[100] = (turned[100] ?? 0) ^ 1;
    const [first, second] = [sealed.subarray(0, sealedPiece), sealed.subarray(sealedPiece, 2 * sealedPiece)];
    const swapped = Buffer.concat([second, first, sealed.subarray(2 * sealedPiece)]);
    for (const damaged of [turned, swapped, Buffer.concat([sealed, Buffer.from("x")])]) {
      await expect(open(damaged)).rejects.toThrow(FileDamaged);
    }
  });

  test("with the key of another file", async () => {
    await expect(open(await seal(plain), newFileKey())).rejects.toThrow(FileDamaged);
  });
});

describe("a file that was joined of parts", () => {
  const each = 4 * piece;
  const plain = [randomBytes(each), randomBytes(each), randomBytes(10)];
  const keys = plain.map(() => newFileKey());
  const sealedParts = () =>
    Promise.all(plain.map((part, at) => buffer(sealPieces(inChunks(part), keys[at] ?? newFileKey()))));
  const openAll = (parts: readonly Buffer[], by: readonly Buffer[] = keys) =>
    buffer(openJoined(inChunks(Buffer.concat(parts), 50_000), by, each));

  test("comes out as its parts went in, also when the last one is full", async () => {
    const parts = await sealedParts();
    expect((await openAll(parts)).equals(Buffer.concat(plain))).toBe(true);
    const full = await openAll(parts.slice(0, 2), keys.slice(0, 2));
    expect(full.equals(Buffer.concat(plain.slice(0, 2)))).toBe(true);
  });

  test("does not open when a part is missing, stands in another place, or is more than there are keys", async () => {
    const [first = Buffer.alloc(0), second = Buffer.alloc(0), last = Buffer.alloc(0)] = await sealedParts();
    for (const parts of [[first, second], [first, last], [second, first, last], [first, second, second, last], []]) {
      await expect(openAll(parts)).rejects.toThrow(FileDamaged);
    }
    await expect(openAll([first, second, last], keys.slice(0, 2))).rejects.toThrow(FileDamaged);
  });
});
