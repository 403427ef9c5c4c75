import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { parseLaunchSettings } from "@/lib/config/settings";
import { type OpenDatabase, openDatabase } from "@/prisma/embedded";
import { freePort } from "@/prisma/server-process";
import { type Cut, openLine } from "./cuttable-line";
import { cityStudent, dataDirectory, signIn, writtenWeekday } from "./desk";
import { nameStudent, next, send, sendReport, summary, tellHoliday } from "./report-form";

const firstPlace = 35;
const root = path.join(import.meta.dirname, "..", "..");

let database: OpenDatabase;
let line: Awaited<ReturnType<typeof openLine>>;
let web: ChildProcess;
let address: string;

/** A second web of the same desk, whose line to the database we hold. */
test.beforeAll(async ({ request }) => {
  database = await openDatabase(parseLaunchSettings({ DATA_DIR: dataDirectory }), {});
  const url = new URL(database.deskUrl);
  line = await openLine(Number(url.port));
  url.port = String(line.port);
  const port = await freePort();
  address = `http://localhost:${port}`;
  web = spawn(process.execPath, [path.join(root, "bin", "web.ts"), "127.0.0.1", String(port)], {
    cwd: root,
    stdio: "ignore",
    env: {
      ...process.env,
      ...database.environment,
      DATABASE_URL: url.href,
      AUTH_TRUST_HOST: "true",
      PUBLIC_URL: "",
      NODE_ENV: "production",
    },
  });
  await expect.poll(() => readiness(() => request.get(`${address}/api/health/ready`)), { timeout: 50_000 }).toBe(200);
});

test.afterAll(async () => {
  web.kill("SIGTERM");
  await line.close();
  await database.close();
});

for (const how of ["refused", "silent"] as const satisfies Cut[]) {
  test(`when the database is gone (${how}) the form says so within six seconds and loses nothing`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: address });
    const page = await context.newPage();
    await signIn(page, "melder@vo.example");
    await nameStudent(page, await cityStudent(firstPlace + (how === "silent" ? 1 : 0)));
    await tellHoliday(page);
    await page.getByLabel("Toelichting").fill("Blijft staan.");

    line.cut(how);
    await expectRefusal(page, () => next(page).click());
    await expect(page.getByLabel("Toelichting")).toHaveValue("Blijft staan.");
    await expect(page.getByLabel("Eerste dag")).toHaveValue(writtenWeekday(3));
    expect((await page.request.get("/api/health/ready")).status()).toBe(503);
    expect((await page.request.get("/api/health/live")).status()).toBe(200);

    line.mend();
    await expect.poll(() => readiness(() => page.request.get("/api/health/ready"))).toBe(200);
    await next(page).click();
    await expect(send(page)).toBeVisible();
    line.cut(how);
    await expectRefusal(page, () => send(page).click());
    line.mend();
    await expect.poll(() => readiness(() => page.request.get("/api/health/ready"))).toBe(200);
    await sendReport(page);
    await expect(page.getByText("Blijft staan.")).toBeVisible();
    await context.close();
  });
}

async function expectRefusal(page: Page, press: () => Promise<void>): Promise<void> {
  await press();
  const sentence = /Het loket kan nu niets opslaan|Het is op dit moment erg druk/;
  await expect(summary(page)).toContainText(sentence, { timeout: 6_000 });
}

/** The status, or 0 while nothing answers yet. */
async function readiness(ask: () => Promise<{ status(): number }>): Promise<number> {
  try {
    return (await ask()).status();
  } catch (error) {
    if (error instanceof Error) return 0;
    throw error;
  }
}
