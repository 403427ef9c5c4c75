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

async function turnAway(page: Page): Promise<void> {
  await page.route("**/*", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fulfill({ status: 503, contentType: "text/html", body: "<h1>druk</h1>" });
  });
}
