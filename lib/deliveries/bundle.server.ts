import "server-only";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";

export interface BundledFile {
  readonly title: string;
  readonly mediaType: string;
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

/** One ZIP of all files, streamed: the first bytes leave before the last file is read. Equal files give equal bytes. */
export function bundle(files: readonly BundledFile[], madeAt: Date): Readable {
  const zip = new ZipFile();
  const out = Readable.from(zip.outputStream, { objectMode: false });
  zip.on("error", (error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  for (const { title, mediaType, bytes } of files) {
    // What is packed already does not get smaller by packing it again.
    const compress = mediaType.startsWith("text/") || mediaType === "application/json";
    zip.addReadStreamLazy(title, { mtime: madeAt, compress, mode: 0o100644 }, (give) =>
      give(null, Readable.from(bytes())),
    );
  }
  zip.end();
  return out;
}
