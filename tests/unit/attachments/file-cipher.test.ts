import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { FileDamaged, newFileKey, openPieces, sealPieces } from "@/lib/attachments/file-cipher";
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
