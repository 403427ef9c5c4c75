import { setTimeout as wait } from "node:timers/promises";
import type { Browser, CDPSession, Page } from "@playwright/test";
import { z } from "zod";

export interface Visit {
  /** In milliseconds from the start of the navigation. */
  readonly largestPaint: number;
  /** What long tasks take beyond 50 ms each, from the first paint on: before it there is nothing to press. */
  readonly blocking: number;
  readonly shift: number;
  /** What travelled, in KB as packed. */
  readonly first: Weights;
  /** The second time, all but the page itself. */
  readonly second: number;
}

interface Weights {
  readonly script: number;
  readonly style: number;
  readonly page: number;
  readonly all: number;
}

interface Place {
  readonly port: number;
  readonly path: string;
  /** Empty: nobody is signed in. */
  readonly cookie: string;
}

const slowdown = 4;
const line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 100_000 };
/** By then a page that is going to be quiet is quiet. */
const settleMilliseconds = 2_000;

/** Opens a page in a new browser that is slow in all ways, and once more when it knows what was kept. */
export async function openSlowly(browser: Browser, { port, path, cookie }: Place): Promise<Visit> {
  const url = `http://127.0.0.1:${port}`;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "nl-NL" });
  try {
    const nameEnd = cookie.indexOf("=");
    if (nameEnd > 0)
      await context.addCookies([{ name: cookie.slice(0, nameEnd), value: cookie.slice(nameEnd + 1), url }]);
    const page = await context.newPage();
    // The transpiler names what it makes with a helper of its own, which no page has.
    await page.addInitScript("globalThis.__name = (made) => made");
    await page.addInitScript(watch);
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await session.send("Network.emulateNetworkConditions", line);
    const first = await weigh(session, () => visit(page, url + path));
    const seen = await page.evaluate(() => Reflect.get(window, "seen"));
    const again = await weigh(session, () => visit(page, url + path));
    return { ...figures(seen), first, second: again.all - again.page };
  } finally {
    await context.close();
  }
}

async function visit(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address, { waitUntil: "load" });
  if (answer?.status() !== 200 || page.url().includes("/inloggen")) throw new Error(`no page at ${address}`);
  await wait(settleMilliseconds);
}

/** Runs in the page, before anything of it. */
function watch(): void {
  const tasks: [number, number][] = [];
  const seen = { largestPaint: 0, firstPaint: 0, tasks, shift: 0 };
  Reflect.set(window, "seen", seen);
  const on = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on("largest-contentful-paint", ({ startTime }) => {
    seen.largestPaint = startTime;
  });
  on("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") seen.firstPaint = startTime;
  });
  on("longtask", ({ startTime, duration }) => {
    tasks.push([startTime, duration]);
  });
  on("layout-shift", (entry) => {
    seen.shift += Number(Reflect.get(entry, "value"));
  });
}

const seenInPage = z.object({
  largestPaint: z.number().positive(),
  firstPaint: z.number().positive(),
  tasks: z.array(z.tuple([z.number(), z.number()])),
  shift: z.number(),
});

function figures(seen: unknown): Pick<Visit, "largestPaint" | "blocking" | "shift"> {
  const { largestPaint, firstPaint, tasks, shift } = seenInPage.parse(seen);
  const blocking = tasks
    .filter(([startTime]) => startTime >= firstPaint)
    .reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0);
  return { largestPaint, blocking, shift };
}

/** What comes over the line while something is done, by kind. */
async function weigh(session: CDPSession, act: () => Promise<void>): Promise<Weights> {
  const kinds = new Map<string, string>();
  const bytes: Record<string, number> = {};
  const begin = ({ requestId, type }: { requestId: string; type: string }) => void kinds.set(requestId, type);
  const end = ({ requestId, encodedDataLength }: { requestId: string; encodedDataLength: number }) => {
    const kind = kinds.get(requestId) ?? "Other";
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  };
  session.on("Network.responseReceived", begin);
  session.on("Network.loadingFinished", end);
  await act();
  session.off("Network.responseReceived", begin);
  session.off("Network.loadingFinished", end);
  const of = (kind: string) => (bytes[kind] ?? 0) / 1024;
  const all = Object.values(bytes).reduce((sum, size) => sum + size, 0) / 1024;
  return { script: of("Script"), style: of("Stylesheet"), page: of("Document"), all };
}
