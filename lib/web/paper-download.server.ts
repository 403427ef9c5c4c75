import "server-only";
import { formats } from "@/lib/attachments/formats";
import type { OpenedPaper } from "@/lib/attachments/views";
import { fileAnswer, madeFileAnswer } from "./file-answer.server";

export function paperResponse({ name, format, byteCount, bytes }: OpenedPaper): Response {
  return fileAnswer({ name, mediaType: formats[format].mediaType, size: byteCount, bytes });
}

/** All papers of a case in one package, named by the report alone. */
export function packageResponse(reference: string, bytes: AsyncIterable<Uint8Array>): Response {
  return fileAnswer({ name: `bijlagen ${reference}.zip`, mediaType: "application/zip", size: null, bytes });
}

export function proofResponse(reference: string, bytes: Uint8Array): Response {
  return madeFileAnswer({
    name: `bewijs-van-vernietiging ${reference}.csv`,
    mediaType: "text/csv; charset=utf-8",
    bytes,
  });
}
