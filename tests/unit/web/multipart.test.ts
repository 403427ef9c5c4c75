import { expect, test } from "vitest";
import { FormBroken, type FormFile, takeFiles } from "@/lib/web/multipart.server";

const room = { files: 2, bytesPerFile: 1024 };
const type = "multipart/form-data; boundary=x";
const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';

/** A body that comes piece by piece, and of which nobody says how long it is. */
function sent(pieces: Iterable<string>, headers: Record<string, string> = {}) {
  const counted = { pieces: 0 };
  const source = pieces[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = source.next();
      if (done === true) return controller.close();
      counted.pieces += 1;
      controller.enqueue(Buffer.from(value));
    },
  });
  const init = { method: "POST", body, duplex: "half", headers: { "content-type": type, ...headers } };
  return { counted, request: new Request("http://localhost/", init) };
}

async function sizeOf({ bytes }: FormFile): Promise<number> {
  let size = 0;
  for await (const chunk of bytes) size += chunk.byteLength;
  return size;
}

const codeOf = (taking: Promise<unknown>) =>
  taking.then(
    () => "taken",
    (error: unknown) => (error instanceof FormBroken ? error.code : error),
  );

function* endless() {
  yield head;
  for (;;) yield "a".repeat(16 * 1024);
}

test("a body without an end is read no further than what may come, whether or not somebody reads the file", async () => {
  for (const take of [sizeOf, async () => 0]) {
    const { request, counted } = sent(endless());
    expect(await codeOf(takeFiles(request, room, take))).toBe("file-too-large");
    expect(counted.pieces).toBeLessThan(20);
  }
});

test("a body that says that it is too long is not read at all", async () => {
  const { request } = sent(endless(), { "content-length": String(1024 * 1024) });
  expect(await codeOf(takeFiles(request, room, sizeOf))).toBe("file-too-large");
  expect(request.bodyUsed).toBe(false);
});

test("a sender who breaks off has broken the form, also for whoever was reading its file", async () => {
  expect(await codeOf(takeFiles(sent([head, "half"]).request, room, sizeOf))).toBe("upload-cut");
});

test("a line that fails in the middle of a file ends its reading", async () => {
  function* failing() {
    yield head;
    yield "half";
    throw new Error("the line broke");
  }
  expect(await codeOf(takeFiles(sent(failing()).request, room, sizeOf))).toBe("upload-cut");
});

test("two files are taken; a third is passed by", async () => {
  const { request } = sent([head, "one\r\n", head, "three\r\n", head, "x\r\n", "--x--\r\n"]);
  expect(await takeFiles(request, room, sizeOf)).toEqual([3, 5]);
});

test("what the taking of a file throws is thrown on", async () => {
  const taking = takeFiles(sent([head, "one\r\n", "--x--\r\n"]).request, room, async () => {
    throw new TypeError("the store is away");
  });
  await expect(taking).rejects.toThrow("the store is away");
});
