import { createServer } from "node:http";
import { type AddressInfo, createServer as createSilent, type Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { s3Store } from "@/lib/attachments/storage/s3.server";
import { ok } from "@/lib/shared/result";
import { orProblem } from "@/lib/web/paper-upload.server";
import { inChunks } from "@/tests/support/papers";

const account = { bucket: "papers", region: "eu-west-1", accessKeyId: "a", secretAccessKey: "b" };
const mebibyte = 1024 * 1024;
const patience = 200;

const sockets = new Set<Socket>();
/** Takes every connection and never says anything. */
const silent = createSilent((socket) => {
  sockets.add(socket.on("error", () => undefined).resume());
});
await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
const endpointOf = (server: { address: typeof silent.address }) =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

let asked: string[];
/** Knows as much of S3 as an upload in parts needs. */
const listener = createServer(async (request, response) => {
  const { method, url = "" } = request;
  await buffer(request);
  asked.push(`${method} ${new URL(url, "http://s3").searchParams.has("uploadId") ? "upload" : "object"}`);
  response.setHeader("etag", '"part"');
  response.end(
    method === "POST"
      ? "<InitiateMultipartUploadResult><UploadId>one</UploadId></InitiateMultipartUploadResult>"
      : undefined,
  );
});

beforeEach(async () => {
  asked = [];
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  listener.closeAllConnections();
  await new Promise((resolve) => listener.close(resolve));
});

async function* cutAfter(length: number) {
  yield* inChunks(Buffer.alloc(length));
  throw new Error("the line broke");
}

test("a store that takes a connection and never answers is away: its sender hears so, and nobody waits without end", async () => {
  const store = s3Store({ ...account, endpoint: endpointOf(silent) }, patience);
  for (const length of [10, 6 * mebibyte]) {
    const kept = await orProblem(async () => ok(await store.put("key", inChunks(Buffer.alloc(length)))));
    expect(kept).toEqual({ ok: false, problems: [{ code: "store-away" }] });
  }
  await expect(buffer(store.get("key"))).rejects.toThrow(/requestTimeout/);
  await expect(store.remove("key")).rejects.toThrow(/requestTimeout/);
});

test("an upload in parts that is cut leaves no parts behind", async () => {
  const store = s3Store({ ...account, endpoint: endpointOf(listener) }, 5000);
  await expect(store.put("key", cutAfter(6 * mebibyte))).rejects.toThrow("the line broke");
  expect(asked).toContain("PUT upload");
  expect(asked.at(-1)).toBe("DELETE upload");
});
