import { type Browser, chromium } from "@playwright/test";
import { findOrInstallBrowser } from "@/bin/browser";
import type { Bench } from "@/tests/bench/bench";
import { openSlowly, type Visit } from "@/tests/bench/browser-visit";
import { inboxPath } from "@/tests/bench/parts/pages";
import { alternate, middle } from "@/tests/bench/rounds";
import { alone, type Row } from "@/tests/bench/row";
import { untilAnswered } from "@/tests/bench/servers";

/** What each page may weigh before its first input, in KB of what travels. */
const pages = {
  inbox: { name: "inbox of 50 rows", script: 180 },
  form: { name: "form", script: 200 },
} as const;
type PageName = keyof typeof pages;

/** P13 and P14: the pages as a slow computer on a slow line has them, for the first and for the second time. */
export async function measureBrowser(bench: Bench): Promise<readonly Row[]> {
  const executablePath = findOrInstallBrowser();
  if (executablePath === null) throw new Error("there is no browser to measure with");
  const { many } = await bench.world();
  const { cookie, reporterCookie, officeId } = await bench.prepared();
  const [desk, anchor] = [await bench.desk(many), await bench.anchor(many)];
  const asked = {
    inbox: { port: desk.port, path: inboxPath, cookie },
    form: { port: desk.port, path: "/meldingen/nieuw", cookie: reporterCookie },
    smallest: { port: anchor.port, path: `/inbox?office=${officeId}`, cookie: "" },
  };
  await untilAnswered(desk, { path: asked.inbox.path, headers: { cookie } });
  await untilAnswered(desk, { path: asked.form.path, headers: { cookie: reporterCookie } });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const visits = await visitInTurn(browser, asked);
    const note = `the smallest app: ${told(visits("smallest"))}`;
    return (["inbox", "form"] as const).flatMap((page) => rowsOf(page, visits(page), note));
  } finally {
    await browser.close();
  }
}

function visitInTurn(
  browser: Browser,
  asked: Readonly<Record<PageName | "smallest", Parameters<typeof openSlowly>[1]>>,
) {
  return alternate<PageName | "smallest", Visit>({
    inbox: () => openSlowly(browser, asked.inbox),
    form: () => openSlowly(browser, asked.form),
    smallest: () => openSlowly(browser, asked.smallest),
  });
}

function rowsOf(page: PageName, visits: readonly Visit[], note: string): readonly Row[] {
  const { name, script } = pages[page];
  const fast = { promise: "P13", unit: "ms" } as const;
  const light = { promise: "P14", unit: "KB" } as const;
  const of = (read: (visit: Visit) => number) => middle(visits, read);
  return [
    alone({ ...fast, name: `${name}, largest paint`, ours: of((v) => v.largestPaint), note }, { most: 1_500 }),
    alone({ ...fast, name: `${name}, blocking`, ours: of((v) => v.blocking) }, { most: 150 }),
    alone({ promise: "P13", unit: "shift", name: `${name}, layout`, ours: of((v) => v.shift) }, { most: 0.02 }),
    alone({ ...light, name: `${name}, JavaScript`, ours: of((v) => v.first.script) }, { most: script }),
    alone({ ...light, name: `${name}, CSS`, ours: of((v) => v.first.style) }, { most: 30 }),
    alone({ ...light, name: `${name}, second visit beside its HTML`, ours: of((v) => v.second) }, { most: 20 }),
    alone({ ...light, name: `${name}, HTML`, ours: of((v) => v.first.page) }, page === "inbox" ? { most: 45 } : {}),
  ];
}

function told(visits: readonly Visit[]): string {
  const paint = middle(visits, (visit) => visit.largestPaint).toFixed(0);
  const script = middle(visits, ({ first }) => first.script).toFixed(0);
  const blocking = middle(visits, (visit) => visit.blocking).toFixed(0);
  return `largest paint ${paint} ms, blocking ${blocking} ms, ${script} KB of JavaScript`;
}
