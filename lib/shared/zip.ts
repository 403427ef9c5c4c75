import { PassThrough, Readable } from "node:stream";
import type { ReadStreamOptions, ZipFile } from "yazl";

export interface LazyFile {
  readonly name: string;
  readonly options: Partial<ReadStreamOptions>;
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

/**
 * Ends a package with files that are read when their turn comes, and gives what leaves of it. A file that cannot be read
 * breaks it off, with the error: the library listens to no stream that it is given, and an error to which nobody listens
 * ends the process. Whoever stops reading the package lets go of the file that is being read.
 */
export function endWith(zip: ZipFile, files: readonly LazyFile[]): Readable {
  const out = new PassThrough();
  let current: Readable | undefined;
  for (const { name, options, bytes } of files) {
    zip.addReadStreamLazy(name, options, (give) => {
      current = Readable.from(bytes());
      current.on("error", (error) => out.destroy(error));
      give(null, current);
    });
  }
  out.once("close", () => current?.destroy());
  // It may break before anybody reads it; whoever does is told.
  out.on("error", () => undefined);
  zip.on("error", (error: Error) => out.destroy(error));
  zip.outputStream.pipe(out);
  zip.end();
  return out;
}
