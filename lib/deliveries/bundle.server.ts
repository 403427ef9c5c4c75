import "server-only";
import type { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { endWith } from "@/lib/shared/zip";

export interface BundledFile {
  readonly title: string;
  readonly mediaType: string;
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

/** One ZIP of all files, streamed: the first bytes leave before the last file is read. Equal files give equal bytes. */
export function bundle(files: readonly BundledFile[], madeAt: Date): Readable {
  const inTurn = files.map(({ title, mediaType, bytes }) => {
    // What is packed already does not get smaller by packing it again.
    const compress = mediaType.startsWith("text/") || mediaType === "application/json";
    return { name: title, options: { mtime: madeAt, compress, mode: 0o100644 }, bytes };
  });
  return endWith(new ZipFile(), inTurn);
}
