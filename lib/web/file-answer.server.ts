import "server-only";

interface Answered {
  /** The name under which it is kept, for people. */
  readonly title: string;
  readonly mediaType: string;
  /** Null: not known before it is read. */
  readonly size: number | null;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** A file on its way to the disk of whoever asked, as it is read; a browser never shows it as a page. */
export function fileAnswer({ title, mediaType, size, bytes }: Answered): Response {
  const plain = title
    .normalize("NFD")
    .replaceAll(/[^\x20-\x7e]/g, "")
    .replaceAll(/["\\]/g, "");
  const headers = new Headers({
    "content-type": mediaType,
    "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(title)}`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
  if (size !== null) headers.set("content-length", String(size));
  return new Response(streamOf(bytes), { headers });
}

/** Read only as fast as it is taken, and no further when nobody takes it any more. */
function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const parts = bytes[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return?.();
    },
  });
}
