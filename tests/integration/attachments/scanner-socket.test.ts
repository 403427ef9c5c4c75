import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isScannerThere, scan } from "@/lib/attachments/scanner.server";
import { hasClamd, openClamd } from "@/tests/support/clamd";
import { eicar } from "@/tests/support/papers";

const door = path.join(tmpdir(), `clamd ${randomUUID().slice(0, 8)}.socket`);
process.env["CLAMD_URL"] = `unix:${encodeURI(door)}`;

test("a scanner that nobody started is away", async () => {
  expect(await isScannerThere()).toBe(false);
  expect(await scan(Buffer.from("Goedemorgen"))).toBe("unknown");
});

describe.runIf(hasClamd())("a scanner behind a socket of this machine", () => {
  let daemon: Awaited<ReturnType<typeof openClamd>>;

  beforeAll(async () => {
    daemon = await openClamd(door);
  }, 120_000);

  afterAll(() => daemon.close());

  test("is asked there", async () => {
    expect(await isScannerThere()).toBe(true);
    expect(await scan(Buffer.from("Goedemorgen"))).toBe("clean");
    expect(await scan(Buffer.from(eicar))).toBe("harmful");
  });
});
