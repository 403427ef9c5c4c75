import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { signIn } from "./desk";

type Seats = Map<string, Awaited<ReturnType<BrowserContext["storageState"]>>>;

interface Visit extends BrowserContextOptions {
  /** What the browser may complain about on this visit; it reports each refused page as an error of its own. */
  readonly mayComplain?: RegExp;
}

interface OwnFixtures {
  /** The own desk of this person, who signs in once for all tests of a worker. Null: an empty page, nobody signed in. */
  readonly visit: (email: string | null, options?: Visit) => Promise<Page>;
}

/** Whatever the browser complains of on a page, a test that visits it has failed. */
export const test = base.extend<OwnFixtures, { seats: Seats }>({
  seats: [async ({ browser: _browser }, use) => use(new Map()), { scope: "worker" }],
  visit: async ({ browser, seats }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (email, { mayComplain, ...options } = {}) => {
      const context = await browser.newContext(seated(email, seats, options));
      contexts.push(context);
      const page = await context.newPage();
      listen(page, (complaint) => {
        if (!mayComplain?.test(complaint)) complaints.push(complaint);
      });
      if (email !== null) await openDesk(page, email, seats);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(complaints).toEqual([]);
  },
});

async function openDesk(page: Page, email: string, seats: Seats): Promise<void> {
  if (seats.has(email)) {
    await page.goto("/");
    return;
  }
  await signIn(page, email);
  seats.set(email, await page.context().storageState());
}

function seated(email: string | null, seats: Seats, options: BrowserContextOptions) {
  const seat = email === null ? undefined : seats.get(email);
  return seat === undefined ? options : { ...options, storageState: seat };
}

function listen(page: Page, complain: (complaint: string) => void): void {
  page.on("pageerror", (error) => complain(`${page.url()}: ${error.message}`));
  page.on("response", (answer) => {
    if (answer.status() >= 500) complain(`${answer.url()}: ${answer.status()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") complain(`${page.url()}: ${message.text()}`);
  });
}
