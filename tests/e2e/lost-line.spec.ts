import { expect, type Page, test } from "@playwright/test";
import { cityStudent, signIn, writtenWeekday } from "./desk";
import { nameStudent, next, send, sendReport, summary, tellHoliday } from "./report-form";

test("a report that is sent while the network is gone stays as it was typed, and goes when it is back", async ({
  page,
}) => {
  await signIn(page, "melder@vo.example");
  await nameStudent(page, await cityStudent(376));
  await tellHoliday(page);
  await page.getByLabel("Toelichting").fill("Getypt zonder netwerk.");

  await page.context().setOffline(true);
  await next(page).click();
  await expect(summary(page)).toContainText("geen verbinding");
  await expect(page.getByLabel("Toelichting")).toHaveValue("Getypt zonder netwerk.");
  await expect(page.getByLabel("Eerste dag")).toHaveValue(writtenWeekday(3));

  await page.context().setOffline(false);
  await next(page).click();
  await expect(send(page)).toBeVisible();
  await page.context().setOffline(true);
  await send(page).click();
  await expect(summary(page)).toContainText("geen verbinding");
  await page.context().setOffline(false);
  await sendReport(page);
  await expect(page.getByText("Getypt zonder netwerk.")).toBeVisible();
});

test("words of an officer stay where they were when a busy desk turns them away", async ({ page }) => {
  await signIn(page, "ambtenaar@gemeente.example");
  await page.goto("/werkvoorraad?lijst=team");
  const href = await page.locator("a[href^='/werkvoorraad/V-']").first().getAttribute("href");
  await page.goto(String(href));
  await page.locator("summary", { hasText: "Vraag aan de school" }).click();
  const question = page.getByRole("textbox", { name: /^Toelichting voor de school/ });
  const note = page.getByRole("textbox", { name: "Nieuwe notitie" });
  await question.fill("Blijft dit staan?");
  await note.fill("En dit ook.");
  await turnAway(page);
  await page.getByRole("button", { name: "Vraag versturen" }).click();
  await expect(summary(page)).toContainText("geen verbinding");
  await expect(question).toHaveValue("Blijft dit staan?");
  await expect(note).toHaveValue("En dit ook.");
});

test("cases that were ticked stay ticked when the desk turns the press away", async ({ page }) => {
  await signIn(page, "teamleider@gemeente.example");
  await page.goto("/werkvoorraad?lijst=team&kies=ja");
  const first = page.locator("input[name=references]").first();
  await first.check();
  await turnAway(page);
  await page.getByRole("button", { name: "Oppakken", exact: true }).click();
  await expect(summary(page)).toContainText("geen verbinding");
  await expect(first).toBeChecked();
});

test("when the desk turns the second part of many away, the form says that a part is done", async ({ page }) => {
  await signIn(page, "teamleider@gemeente.example");
  await page.goto("/werkvoorraad?lijst=team&kies=ja");
  await page.getByRole("checkbox", { name: /meldingen van deze lijst$/ }).check();
  let parts = 0;
  await page.route("**/*", async (route) => {
    if (route.request().method() !== "POST" || !route.request().postData()?.includes("references"))
      return route.fallback();
    parts += 1;
    if (parts === 1) return route.fallback();
    await route.fulfill({ status: 503, contentType: "text/html", body: "<h1>druk</h1>" });
  });
  await page.locator("summary", { hasText: /^Notitie$/ }).click();
  await page.getByLabel("Alleen uw kantoor leest dit").first().fill("Nagelopen.");
  await page.getByRole("button", { name: "Notitie bij gekozen meldingen zetten" }).click();
  await expect(summary(page)).toContainText("Een deel is gedaan, de rest niet");
});

test("words that are too many for one time stay, and so do those of an older build of the desk", async ({ page }) => {
  await signIn(page, "ambtenaar@gemeente.example");
  await page.goto("/werkvoorraad?lijst=team");
  await page.goto(String(await page.locator("a[href^='/werkvoorraad/V-']").first().getAttribute("href")));
  const note = page.getByRole("textbox", { name: "Nieuwe notitie" });
  await note.fill("a".repeat(300_000));
  await page.getByRole("button", { name: "Notitie bewaren" }).click();
  await expect(summary(page)).toContainText("te veel tekst voor één keer");
  await expect(note).toHaveValue(/^a{300000}$/);

  await note.fill("Van voor de vernieuwing.");
  await page.route("**/*", async (route) => {
    const headers = route.request().headers();
    const given = headers["next-action"];
    if (given === undefined) return route.fallback();
    const response = await route.fetch({ headers: { ...headers, "next-action": `${given.slice(0, -6)}777777` } });
    await route.fulfill({ response });
  });
  await page.getByRole("button", { name: "Notitie bewaren" }).click();
  await expect(summary(page)).toContainText("het loket is vernieuwd");
  await expect(note).toHaveValue("Van voor de vernieuwing.");
});

test("words stay when somebody took up another function in another tab", async ({ page }) => {
  await signIn(page, "ambtenaar@gemeente.example");
  await page.goto("/werkvoorraad?lijst=team");
  await page.goto(String(await page.locator("a[href^='/werkvoorraad/V-']").first().getAttribute("href")));
  await page.locator("summary", { hasText: "Ter kennisgeving" }).click();
  const words = page.getByRole("textbox", { name: /^Dit leest de school/ });
  await words.fill("Dank voor de melding.");
  const other = await page.context().newPage();
  await other.goto("/account/functies");
  await other.getByRole("button", { name: /Doorstroompunt/ }).click();
  await expect(other).toHaveURL((url) => !url.pathname.includes("functies"));
  await page.getByRole("button", { name: "Ter kennisgeving aannemen" }).click();
  await expect(summary(page)).toContainText("u werkt intussen in een andere functie");
  await expect(words).toHaveValue("Dank voor de melding.");
});

async function turnAway(page: Page): Promise<void> {
  await page.route("**/*", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fulfill({ status: 503, contentType: "text/html", body: "<h1>druk</h1>" });
  });
}
