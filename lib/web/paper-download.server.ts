import "server-only";
import { formats } from "@/lib/attachments/formats";
import type { OpenedPaper } from "@/lib/attachments/views";
import { fileAnswer } from "./file-answer.server";

export function paperResponse({ name, format, byteCount, bytes }: OpenedPaper): Response {
  return fileAnswer({ name, mediaType: formats[format].mediaType, size: byteCount, bytes });
}

/** All papers of a case in one package, named by the report alone. */
export function packageResponse(reference: string, bytes: AsyncIterable<Uint8Array>): Response {
  return fileAnswer({ name: `bijlagen ${reference}.zip`, mediaType: "application/zip", size: null, bytes });
}
