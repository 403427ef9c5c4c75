import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import { scanWaiting } from "@/lib/attachments/scan-waiting.server";
import { scan } from "@/lib/attachments/scanner.server";
import { prisma } from "@/lib/db/client.server";
import { nowAt } from "@/lib/shared/clock";
import { freePort, hasClamd, openClamd } from "@/tests/support/clamd";
import { inChunks } from "@/tests/support/papers";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

/** Whatever holds this word gets no answer, as long as the line to the scanner breaks on it. */
const breaking = "BREEKT-DE-LIJN";
let isBreaking = true;
const mebibyte = 1024 * 1024;
const port = await freePort();
const line = await openLine(port);
process.env["CLAMD_URL"] = `tcp://127.0.0.1:${(line.address() as AddressInfo).port}`;

async function openLine(to: number): Promise<Server> {
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ host: "127.0.0.1", port: to, allowHalfOpen: true });
    const end = () => {
      near.resetAndDestroy();
      far.destroy();
    };
    near.on("error", end).on("data", (piece) => isBreaking && piece.includes(breaking) && end());
    far.on("error", end);
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

let world: World;
let reference: string;

beforeEach(async () => {
  world = await aWorld();
  reference = (await aFiledReport(world)).reference;
});

afterAll(() => line.close());

async function send(bytes: Buffer) {
  const sent = await addPaper(
    world.reporter,
    { reference, kind: "letter", file: { name: "brief.txt", bytes: inChunks(bytes) } },
    thursday,
  );
  return sent.ok ? sent.value : { id: "", state: sent.problems[0]?.code };
}

const stateOf = async (id: string) => (await prisma.attachment.findUniqueOrThrow({ where: { id } })).state;

describe.runIf(hasClamd())("a scanner that takes at most one megabyte", () => {
  let daemon: Awaited<ReturnType<typeof openClamd>>;

  beforeAll(async () => {
    daemon = await openClamd(port, "1M");
  }, 120_000);

  afterAll(() => daemon.close());

  test.each([mebibyte + 1, 3 * mebibyte, 10 * mebibyte - 1])(
    "refuses a file of %i bytes as too large to be looked at",
    async (length) => {
      expect(await send(Buffer.alloc(length, "a\n"))).toMatchObject({ state: "file-unscannable" });
      expect(await prisma.attachment.count({ where: { report: { reference } } })).toBe(0);
    },
  );

  test("never calls such a file clean, nor lets it wait for another answer", async () => {
    const verdicts = await Promise.all(Array.from({ length: 20 }, () => scan(Buffer.alloc(2 * mebibyte, "a\n"))));
    expect(new Set(verdicts)).toEqual(new Set(["unscannable"]));
  });

  test("says what it thinks of a file that just fits", async () => {
    expect(await send(Buffer.alloc(mebibyte, "a\n"))).toMatchObject({ state: "clean" });
  });
});

describe.runIf(hasClamd())("after the scanner was away", () => {
  let daemon: Awaited<ReturnType<typeof openClamd>> | undefined;
  let [broken, large, whole] = ["", "", ""];

  const later = (minutes: number) => nowAt(new Date(thursday.at.getTime() + minutes * 60_000));
  const states = () => Promise.all([broken, large, whole].map(stateOf));

  beforeEach(async () => {
    isBreaking = true;
    broken = (await send(Buffer.from(breaking))).id;
    large = (await send(Buffer.alloc(2 * mebibyte, "a\n"))).id;
    whole = (await send(Buffer.from("Goedemorgen"))).id;
  });

  afterEach(async () => {
    await daemon?.close();
    daemon = undefined;
  });

  test("a file that it says nothing of lets those behind it pass, and what is too large for it is thrown away", async () => {
    expect(await scanWaiting(thursday)).toBe(0);
    expect(await states()).toEqual(["waiting", "waiting", "waiting"]);
    daemon = await openClamd(port, "1M");
    expect(await scanWaiting(thursday)).toBe(2);
    expect(await states()).toEqual(["waiting", "refused", "clean"]);
  }, 60_000);

  test("such a file is asked about again after a while, and not each time", async () => {
    daemon = await openClamd(port, "1M");
    await scanWaiting(thursday);
    isBreaking = false;
    await scanWaiting(later(9));
    expect(await stateOf(broken)).toBe("waiting");
    await scanWaiting(later(11));
    expect(await stateOf(broken)).toBe("clean");
  }, 60_000);
});
