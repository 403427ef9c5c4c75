import { type BrowserContext, expect, type Page, type Request } from "@playwright/test";
import type { OpenDatabase } from "@/prisma/embedded";
import { openLine } from "./cuttable-line";
import { cityStudent } from "./desk";
import { databaseOfDesk, startWeb, untilReady } from "./desk-beside";
import { expectArrived, fileHoliday } from "./report-form";
import { test } from "./test";

const firstPlace = 404;
const reporter = "melder@vo.example";
const officer = "ambtenaar@gemeente.example";
/** Longer than a silent connection is trusted, and than a tab waits before it asks again. */
const longSilence = 61_000;

const isStream = (url: URL) => url.pathname === "/live" && !url.searchParams.has("wijze");

/** The page counts what happened since it was drawn: exactly so many, each once. */
async function expectNews(page: Page, count: number): Promise<void> {
  const words = count === 1 ? "1 nieuwe gebeurtenis" : `${count} nieuwe gebeurtenissen`;
  await expect(page.getByText(words, { exact: true })).toBeVisible();
}

async function write(school: Page, words: string): Promise<void> {
  await school.getByLabel("Uw bericht aan het kantoor").fill(words);
  await school.getByRole("button", { name: "Bericht versturen" }).click();
  await expectArrived(school, "Uw bericht is verstuurd.");
}

/** The streams that the tabs of this browser get, in order. */
function streamsOf(context: BrowserContext): readonly Request[] {
  const streams: Request[] = [];
  context.on("response", (answer) => {
    const isNews = answer.headers()["content-type"]?.startsWith("text/event-stream");
    if (isNews === true && isStream(new URL(answer.url()))) streams.push(answer.request());
  });
  return streams;
}

const holderOf = (stream: Request | undefined) => stream?.frame().page();

/** Holds what these pages ask for, until it is let through. */
async function hold(pages: Page | BrowserContext, what: Parameters<Page["route"]>[0]): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await pages.route(what, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

test("the tabs of a browser share one stream, and the next goes on where the one that closes was", async ({
  visit,
}) => {
  const [school, one] = [await visit(reporter), await visit(officer)];
  const reference = await fileHoliday(school, await cityStudent(firstPlace));
  await school.goto(`/meldingen/${reference}`);
  const [other, late] = [await one.context().newPage(), await one.context().newPage()];
  const streams = streamsOf(one.context());
  await one.goto(`/werkvoorraad/${reference}`);
  await expect.poll(() => streams.length).toBe(1);
  await other.goto(`/werkvoorraad/${reference}`);

  await test.step("both hear of it", async () => {
    await write(school, "Graag overleg.");
    await Promise.all([expectNews(one, 1), expectNews(other, 1)]);
  });

  await test.step("a tab that listens only after its page was drawn hears what came between", async () => {
    const begin = await hold(late, "**/_next/static/**/*.js*");
    await late.goto(`/werkvoorraad/${reference}`, { waitUntil: "commit" });
    await expect(late.getByRole("region", { name: "Berichten bij deze melding" })).toContainText("Graag overleg.");
    await write(school, "Liefst vandaag.");
    await expectNews(one, 2);
    begin();
    await expectNews(late, 1);
    await late.close();
  });

  await test.step("the first closes, and the next misses nothing and hears nothing twice", async () => {
    expect(streams.map(holderOf)).toEqual([one]);
    const letThrough = await hold(one.context(), isStream);
    const nextAsks = other.waitForRequest((request) => isStream(new URL(request.url())));
    await one.close();
    await nextAsks;
    await write(school, "Er is haast bij.");
    letThrough();
    await expectNews(other, 3);
    await write(school, "Bel gerust.");
    await expectNews(other, 4);
    expect(streams.slice(1).map(holderOf)).toEqual([other]);
  });
});

test("where no stream comes through, refused or silent, a tab still hears by asking", async ({ visit }) => {
  const [school, refused] = [await visit(reporter), await visit(officer, { mayComplain: /net::ERR_FAILED/ })];
  const silent = await visit(officer);
  const reference = await fileHoliday(school, await cityStudent(firstPlace + 1));
  await school.goto(`/meldingen/${reference}`);
  await refused.route(isStream, (route) => route.abort());
  await silent.route(isStream, () => {});
  for (const tab of [refused, silent]) {
    await tab.clock.install();
    const tried = tab.waitForRequest((request) => isStream(new URL(request.url())));
    await tab.goto(`/werkvoorraad/${reference}`);
    await tried;
  }
  await write(school, "Graag overleg.");
  for (const tab of [refused, silent]) {
    await expect(async () => {
      await tab.clock.fastForward(longSilence);
      await expect(tab.getByText("1 nieuwe gebeurtenis", { exact: true })).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 20_000 });
  }
});

test.describe("at a second web of the same desk", () => {
  let database: OpenDatabase;
  let web: Awaited<ReturnType<typeof startWeb>>;
  let line: Awaited<ReturnType<typeof openLine>>;

  test.beforeAll(async ({ request }) => {
    database = await databaseOfDesk();
    web = await startWeb(database.environment);
    await untilReady(request, web.address);
    line = await openLine(Number(new URL(web.address).port));
  });

  test.afterAll(async () => {
    await line.close();
    await web.end();
    await database.close();
  });

  test("a browser hears at once what is done at the first, and after its sleep what it missed", async ({ visit }) => {
    const school = await visit(reporter);
    const office = await visit(officer, {
      baseURL: `http://localhost:${line.port}`,
      mayComplain: /net::ERR_/,
    });
    const reference = await fileHoliday(school, await cityStudent(firstPlace + 2));
    await school.goto(`/meldingen/${reference}`);
    await office.clock.install();
    const streams = streamsOf(office.context());
    await office.goto(`/werkvoorraad/${reference}`);
    await expect.poll(() => streams.length).toBe(1);
    await write(school, "Graag overleg.");
    await expectNews(office, 1);

    line.cut("silent");
    await write(school, "Er is haast bij.");
    const gaveUp = office.waitForEvent("requestfailed", (request) => request === streams[0]);
    await office.clock.fastForward(longSilence);
    await gaveUp;
    line.mend();
    await office.clock.fastForward(longSilence);
    await expectNews(office, 2);
    await write(school, "Bel gerust.");
    await expectNews(office, 3);
  });
});
