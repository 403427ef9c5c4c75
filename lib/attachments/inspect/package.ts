import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { limits } from "../limits";

export interface PackedPart {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Thrown with the code of the sentence for the sender. */
export class PackageRefused extends Error {
  override readonly name = "PackageRefused";
  readonly code: string;
  constructor(code: string, options?: ErrorOptions) {
    super(`the package was refused: ${code}`, options);
    this.code = code;
  }
}

const linkMode = 0xa000;
const isLink = ({ externalFileAttributes }: Entry) => ((externalFileAttributes >>> 16) & 0xf000) === linkMode;

/** Unpacks each part in turn and counts while it does: a package may lie about its sizes. */
export async function readPackage(bytes: Buffer, look: (part: PackedPart) => Promise<void> | void): Promise<void> {
  const file = await open(bytes);
  if (file.entryCount > limits.packed.entries) throw new PackageRefused("file-bomb");
  let room: number = limits.packed.bytes;
  for await (const entry of entriesOf(file)) {
    if (entry.isEncrypted()) throw new PackageRefused("file-locked");
    if (isLink(entry)) throw new PackageRefused("file-broken");
    const ratioRoom = Math.max(entry.compressedSize * limits.packed.ratio, 64 * 1024);
    const part = await unpack(file, entry, Math.min(room, ratioRoom));
    room -= part.length;
    await look({ name: entry.fileName, bytes: part });
  }
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: false, strictFileNames: true }, (error, file) =>
      error === null && file !== undefined
        ? resolve(file)
        : reject(new PackageRefused("file-broken", { cause: error })),
    );
  });
}

/** Names with a path out of the package are refused by the reader itself. */
async function* entriesOf(file: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await nextEntry(file);
    if (entry === null) return;
    yield entry;
  }
}

function nextEntry(file: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      file.removeAllListeners();
      act();
    };
    file.once("entry", (entry: Entry) => settle(() => resolve(entry)));
    file.once("end", () => settle(() => resolve(null)));
    file.once("error", (error) => settle(() => reject(new PackageRefused("file-broken", { cause: error }))));
    file.readEntry();
  });
}

function unpack(file: ZipFile, entry: Entry, room: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (failure, stream) => {
      if (failure !== null || stream === undefined) {
        reject(new PackageRefused("file-broken", { cause: failure }));
        return;
      }
      const chunks: Buffer[] = [];
      let length = 0;
      stream.on("data", (chunk: Buffer) => {
        length += chunk.length;
        chunks.push(chunk);
        if (length > room) stream.destroy(new PackageRefused("file-bomb"));
      });
      stream.on("end", () => resolve(Buffer.concat(chunks)));
      stream.on("error", (error) =>
        reject(error instanceof PackageRefused ? error : new PackageRefused("file-broken", { cause: error })),
      );
    });
  });
}
