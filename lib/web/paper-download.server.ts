import "server-only";
import { dispositionOf } from "@/lib/attachments/file-name";
import { formats } from "@/lib/attachments/formats";
import type { OpenedPaper } from "@/lib/attachments/views";
import { settings } from "@/lib/config/env.server";
import { dataHeaders } from "./security-headers";

/** A paper on its way out: to be saved, never shown in place, and without any rights should it be shown all the same. */
export function paperResponse({ name, format, byteCount, bytes }: OpenedPaper): Response {
  return fileResponse(bytes, {
    "Content-Type": formats[format].mediaType,
    "Content-Disposition": dispositionOf(name),
    "Content-Length": String(byteCount),
  });
}

/** All papers of a case in one package, named by the report alone. */
export function packageResponse(reference: string, bytes: AsyncIterable<Uint8Array>): Response {
  return fileResponse(bytes, {
    "Content-Type": "application/zip",
    "Content-Disposition": dispositionOf(`bijlagen ${reference}.zip`),
  });
}

function fileResponse(bytes: AsyncIterable<Uint8Array>, headers: Readonly<Record<string, string>>): Response {
  const isHttps = settings().publicUrl?.startsWith("https:") ?? false;
  return new Response(streamOf(bytes), {
    headers: {
      ...dataHeaders(isHttps),
      "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      "Accept-Ranges": "none",
      ...headers,
    },
  });
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
