import { expect, type Page, test } from "@playwright/test";
import type { OpenDatabase } from "@/prisma/embedded";
import { type Cut, openLine } from "./cuttable-line";
import { cityStudent, signIn, writtenWeekday } from "./desk";
import { databaseOfDesk, startWeb, untilReady } from "./desk-beside";
import { nameStudent, next, send, sendReport, summary, tellHoliday } from "./report-form";

const firstPlace = 35;

let database: OpenDatabase;
let line: Awaited<ReturnType<typeof openLine>>;
let web: Awaited<ReturnType<typeof startWeb>>;

/** A second web of the same desk, whose line to the database we hold. */
test.beforeAll(async ({ request }) => {
  database = await databaseOfDesk();
  const url = new URL(database.deskUrl);
  line = await openLine(Number(url.port));
  url.port = String(line.port);
  web = await startWeb({ ...database.environment, DATABASE_URL: url.href });
  await untilReady(request, web.address);
});

test.afterAll(async () => {
  await web.end();
  await line.close();
  await database.close();
});

for (const how of ["refused", "silent"] as const satisfies Cut[]) {
  test(`when the database is gone (${how}) the form says so within six seconds and loses nothing`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: web.address });
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
    await untilReady(page.request);
    await next(page).click();
    await expect(send(page)).toBeVisible();
    line.cut(how);
    await expectRefusal(page, () => send(page).click());
    line.mend();
    await untilReady(page.request);
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
