import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from "node:crypto";

/**
 * Seals a file piece by piece, so that none is read before it was proved (the construction that Tink and age call
 * STREAM): each piece carries its place, and the last one says that it is the last. A file that was cut, turned around
 * or touched does not open.
 */
const algorithm = "aes-256-gcm";
const pieceBytes = 64 * 1024;
const tagBytes = 16;

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export class FileDamaged extends Error {
  override readonly name = "FileDamaged";
}

/** A key for one file only; its nonces may count from nought. */
export function newFileKey(): Buffer {
  return randomBytes(32);
}

export async function* sealPieces(plain: Bytes, key: Buffer): AsyncGenerator<Buffer> {
  const secret = createSecretKey(key);
  for await (const { piece, at, isLast } of inPieces(plain, pieceBytes)) {
    const cipher = createCipheriv(algorithm, secret, nonceOf(at, isLast));
    // As they came: joining them would copy the whole file.
    for (const slice of piece) yield cipher.update(slice);
    cipher.final();
    yield cipher.getAuthTag();
  }
}

export async function* openPieces(sealed: Bytes, key: Buffer): AsyncGenerator<Buffer> {
  const secret = createSecretKey(key);
  for await (const { piece, at, isLast } of inPieces(sealed, pieceBytes + tagBytes)) {
    yield openPiece(inOne(piece), nonceOf(at, isLast), secret);
  }
}

/**
 * Files that were sealed one by one, each with a key of its own, and lie one behind the other. All but the last are of
 * this length. One that is missing, or stands in the place of another, does not open.
 */
export async function* openJoined(sealed: Bytes, keys: readonly Buffer[], bytesEach: number): AsyncGenerator<Buffer> {
  const parts = inPieces(sealed, sealedLength(bytesEach));
  for (const key of keys) {
    const { value } = await parts.next();
    yield* openPieces(value?.piece ?? [], key);
  }
  if (!(await parts.next()).done) throw new FileDamaged("more is stored than there are keys for");
}

function sealedLength(bytes: number): number {
  return bytes + tagBytes * Math.max(1, Math.ceil(bytes / pieceBytes));
}

function openPiece(piece: Buffer, nonce: Buffer, key: KeyObject): Buffer {
  try {
    const decipher = createDecipheriv(algorithm, key, nonce);
    decipher.setAuthTag(piece.subarray(-tagBytes));
    const plain = decipher.update(piece.subarray(0, -tagBytes));
    // Nothing more comes of it: it throws when the piece was touched.
    decipher.final();
    return plain;
  } catch (error) {
    throw new FileDamaged("a stored file does not open", { cause: error });
  }
}

/** As it came where it came in one: joining would copy the whole file. */
function inOne(piece: readonly Buffer[]): Buffer {
  const [first] = piece;
  return first !== undefined && piece.length === 1 ? first : Buffer.concat(piece);
}

function nonceOf(at: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(at, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

interface Piece {
  /** One after the other. */
  readonly piece: readonly Buffer[];
  readonly at: number;
  readonly isLast: boolean;
}

/** Pieces of one size; there is always a last one, be it empty. */
async function* inPieces(bytes: Bytes, size: number): AsyncGenerator<Piece> {
  let piece: Buffer[] = [];
  let room = size;
  let at = 0;
  for await (const chunk of bytes) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    // A full piece goes out only when something comes behind it: it is not the last one then.
    while (rest.length > room) {
      yield { piece: [...piece, rest.subarray(0, room)], at, isLast: false };
      [piece, rest, room] = [[], rest.subarray(room), size];
      at += 1;
    }
    piece.push(rest);
    room -= rest.length;
  }
  yield { piece, at, isLast: true };
}
