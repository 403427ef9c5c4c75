import { type Browser, expect, type Page } from "@playwright/test";
import { sessionTermsOf } from "@/lib/identity/session-policy";
import { cityStudent, signIn } from "./desk";
import { expectAccessible } from "./look";
import { fileHoliday, nameOf, nameStudent, next, send, summary, tellHoliday } from "./report-form";
import { test } from "./test";

const firstPlace = 40;

test("after signing out the back button shows nothing of any student", async ({ browser }) => {
  const page = await freshPage(browser, "melder@vo.example");
  const student = await cityStudent(firstPlace);
  const reference = await fileHoliday(page, student);
  await page.goto("/meldingen");
  await page.goto(`/meldingen/${reference}`);
  await expect(page.getByText(nameOf(student)).first()).toBeVisible();
  await page.getByRole("button", { name: /Anouk Verbeek/ }).click();
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await expect(page.getByText("U bent uitgelogd")).toBeVisible();
  for (let steps = 0; steps < 3; steps += 1) {
    await page.goBack();
    await expect(page.getByLabel("E-mailadres")).toBeVisible();
    expect(await page.content()).not.toContain(nameOf(student));
  }
  expect((await page.request.get(`/meldingen/${reference}`)).url()).toContain("/inloggen");
  await page.context().close();
});

test("a session that is ended in one place asks to sign in at the next step in the other", async ({ browser }) => {
  // Nobody else signs in as this person, so the two places in the list are these two.
  const [here, there] = [await freshPage(browser, "mentor@vo.example"), await freshPage(browser, "mentor@vo.example")];
  await here.goto("/account");
  const other = here.getByRole("listitem").filter({ hasText: "Ingelogd" }).filter({ hasNotText: "Dit apparaat" });
  while ((await other.count()) > 0) {
    const left = await other.count();
    await other.first().getByRole("button").click();
    await expect(other).toHaveCount(left - 1);
  }
  await expect(here.getByText("De sessie is beëindigd")).toBeVisible();
  await there.getByRole("link", { name: "Meldingen" }).first().click();
  await expect(there).toHaveURL(/inloggen\?terug=/);
  await Promise.all([here.context().close(), there.context().close()]);
});

test("five minutes before a session ends every tab warns of it, and one press in any of them goes on", async ({
  browser,
}) => {
  const context = await browser.newContext();
  await context.clock.install();
  const one = await context.newPage();
  await signIn(one, "melder@roc.example");
  await one.goto("/meldingen/nieuw");
  const other = await context.newPage();
  await other.goto("/meldingen");
  const warnings = [one, other].map((page) => page.getByRole("alertdialog", { name: /^U wordt om .* uitgelogd$/ }));
  for (const warning of warnings) await expect(warning).toHaveCount(0);
  const { idleMinutes } = sessionTermsOf("reporter", "own");
  await context.clock.fastForward((idleMinutes - 6) * 60_000);
  for (const warning of warnings) await expect(warning).toHaveCount(0);
  await context.clock.fastForward(90_000);
  for (const warning of warnings) await expect(warning).toBeVisible();
  await expectAccessible(one, "warning that the session ends");
  await one.getByRole("button", { name: "Blijf ingelogd" }).click();
  for (const warning of warnings) await expect(warning).toHaveCount(0);
  await context.close();
});

test("a form that arrives after the session ended keeps what was typed, and is sent after signing in again", async ({
  browser,
}) => {
  const page = await freshPage(browser, "melder@vo.example");
  const student = await cityStudent(firstPlace + 1);
  await nameStudent(page, student);
  await tellHoliday(page);
  await page.getByLabel("Toelichting").fill("Op Schiphol gezien.");
  const besides = await page.context().newPage();
  await besides.goto("/account");
  await besides.getByRole("main").getByRole("button", { name: "Uitloggen" }).click();
  await expect(besides.getByText("U bent uitgelogd")).toBeVisible();

  // Sent as it stands: the page may have asked to sign in already, over the form.
  await next(page).dispatchEvent("click");
  await expect(summary(page)).toContainText("U bent niet meer ingelogd. Wat u heeft ingevuld, staat hier nog.");
  await expect(page.getByLabel("Toelichting")).toHaveValue("Op Schiphol gezien.");
  await expect(page.getByLabel("Reden")).toHaveValue("holiday");
  await expect(page.getByRole("radio", { name: "Luxeverzuim" })).toBeChecked();

  await signIn(besides, "melder@vo.example");
  await next(page).dispatchEvent("click");
  await expect(send(page)).toBeVisible();
  await expect(page.getByText("Op Schiphol gezien.")).toBeVisible();
  await page.context().close();
});

test("a double click and a reload file once", async ({ visit }) => {
  const page = await visit("melder@vo.example");
  await nameStudent(page, await cityStudent(firstPlace + 2));
  await tellHoliday(page);
  const own = `DUBBEL-${Date.now()}`;
  await page.getByLabel("Uw kenmerk").fill(own);
  await next(page).click();
  await send(page).dblclick();
  await expect(page.getByText("Uw melding is verstuurd")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Uw melding is verstuurd")).toBeVisible();
  await page.goto("/meldingen?lijst=alles");
  await expect(page.locator("tbody tr").filter({ hasText: own })).toHaveCount(1);
});

test("a form that is sent twice past the browser's care files once and leads to the same report", async ({ visit }) => {
  const page = await visit("melder@vo.example");
  await nameStudent(page, await cityStudent(firstPlace + 3));
  await tellHoliday(page);
  const own = `TWEEMAAL-${Date.now()}`;
  await page.getByLabel("Uw kenmerk").fill(own);
  await next(page).click();
  const posted = page.waitForRequest((request) => request.method() === "POST" && request.url().includes("nieuw"));
  await send(page).click();
  const first = await posted;
  await expect(page.getByText("Uw melding is verstuurd")).toBeVisible();
  const again = await page.request.post(first.url(), {
    headers: { ...(await first.allHeaders()) },
    data: first.postDataBuffer() ?? "",
    maxRedirects: 0,
  });
  expect(again.status()).toBeLessThan(400);
  await page.goto("/meldingen?lijst=alles");
  await expect(page.locator("tbody tr").filter({ hasText: own })).toHaveCount(1);
});

test("the second of two officers is told who was first, and keeps the own words", async ({ visit }) => {
  const reference = await fileHoliday(await visit("melder@vo.example"), await cityStudent(firstPlace + 4));
  const [first, second] = [await visit("ambtenaar2@gemeente.example"), await visit("ambtenaar@gemeente.example")];
  await second.goto(`/werkvoorraad/${reference}`);
  await second.locator("summary", { hasText: "Ter kennisgeving" }).click();
  await second.getByLabel("Dit leest de school").filter({ visible: true }).fill("Gelezen, dank u wel.");
  await first.goto(`/werkvoorraad/${reference}`);
  await first.getByRole("button", { name: "Oppakken" }).click();
  // Beside it stands who else has the case open.
  await expect(first.getByRole("status").filter({ hasText: "U heeft de melding in behandeling" })).toBeVisible();

  await second.getByRole("button", { name: "Ter kennisgeving aannemen" }).click();
  await expect(summary(second)).toContainText("Samira Bouali was u voor. De melding is nu: in behandeling.");
  await expect(second.getByLabel("Dit leest de school").filter({ visible: true })).toHaveValue("Gelezen, dank u wel.");
  await expect(second.getByRole("main")).toContainText("Samira Bouali");
});

async function freshPage(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, email);
  return page;
}
