import "server-only";
import { dispositionOf } from "@/lib/attachments/file-name";
import { settings } from "@/lib/config/env.server";
import { dataHeaders } from "./security-headers";

interface Answered {
  /** The name under which it is kept, for people. */
  readonly name: string;
  readonly mediaType: string;
  /** Null: not known before it is read. */
  readonly size: number | null;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** A file on its way out: to be saved, never shown in place, and without any rights should it be shown all the same. */
export function fileAnswer({ name, mediaType, size, bytes }: Answered): Response {
  const isHttps = settings().publicUrl?.startsWith("https:") ?? false;
  return new Response(streamOf(bytes), {
    headers: {
      ...dataHeaders(isHttps),
      "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      "Content-Type": mediaType,
      "Content-Disposition": dispositionOf(name),
      ...(size === null ? {} : { "Content-Length": String(size) }),
      "Accept-Ranges": "none",
    },
  });
}

/** A file that is made in memory, to be saved. */
export function madeFileAnswer({ bytes, ...file }: Omit<Answered, "size" | "bytes"> & { bytes: Uint8Array }): Response {
  return fileAnswer({ ...file, size: bytes.byteLength, bytes: onePiece(bytes) });
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A piece is read when the reader has room for it; one who goes away ends the reading. */
function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const pieces = bytes[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await pieces.return?.();
    },
  });
}
