import { expect } from "@playwright/test";
import { cityStudent, writtenWeekday } from "./desk";
import { expectAccessible } from "./look";
import { expectArrived, nameStudent, next, sendReport } from "./report-form";
import { test } from "./test";

const firstPlace = 290;

const phone = { viewport: { width: 375, height: 740 } };

test("on a phone a heavy reporter files from a template, finds the list again by name, and prints from it", async ({
  visit,
}) => {
  const page = await visit("melder@vo.example", phone);
  await page.goto("/meldingen/sjablonen");
  await page.getByRole("button", { name: "Sjabloon bewaren" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Er klopt iets nog niet" })).toBeVisible();
  await page.getByLabel("Naam van het sjabloon").fill("Vakantie zonder verlof");
  await page.getByLabel("Soort verzuim").selectOption("holiday_truancy");
  await page.getByLabel("Reden", { exact: true }).selectOption("holiday");
  await page.getByLabel("Toelichting").fill("Geen verlof gevraagd.");
  await page.getByRole("button", { name: "Sjabloon bewaren" }).click();
  await expect(page.getByText("Het sjabloon is bewaard.")).toBeVisible();
  await expectAccessible(page, "the templates of a school");

  await nameStudent(page, await cityStudent(firstPlace));
  await page.getByLabel("Sjabloon").selectOption({ label: "Vakantie zonder verlof" });
  await page.getByRole("button", { name: "Invullen" }).click();
  await expectArrived(page, "Het sjabloon is ingevuld.");
  await expectAccessible(page, "what, filled in from a template");
  await expect(page.getByLabel("Toelichting")).toHaveValue("Geen verlof gevraagd.");
  await page.getByLabel("Eerste dag").fill(writtenWeekday(3));
  await page.getByLabel("Laatste dag").fill(writtenWeekday(2));
  await next(page).click();
  const reference = await sendReport(page);

  await page.getByRole("link", { name: "Alle meldingen van deze leerling" }).click();
  await expect(page.getByRole("heading", { name: /^Schooljaar/ })).toBeVisible();
  await expect(page.getByText("1 melding, 2 dagen verzuim")).toBeVisible();
  await expectAccessible(page, "all reports of one student");

  await page.goto("/meldingen?toon=alles&instelling=19NG");
  const rows = page.getByRole("main").locator('a[href^="/meldingen/V-"]');
  await expect(page.getByLabel("Instelling")).toHaveValue("19NG");
  await expect(rows.first()).toBeVisible();
  await expect(page.locator(`a[href="/meldingen/${reference}"]`)).toHaveCount(0);
  await page.getByLabel("Instelling").selectOption("00AH");
  await page.getByRole("button", { name: "Tonen", exact: true }).click();
  await expect(page.locator(`a[href="/meldingen/${reference}"]`).first()).toBeVisible();

  await page.goto("/meldingen?soort=holiday_truancy&zonder-reactie=ja");
  await page.getByText("Deze keuze bewaren").click();
  await page.getByLabel("Naam", { exact: true }).fill("Vakantie dit schooljaar");
  await page.getByRole("button", { name: "Bewaren", exact: true }).click();
  await expect(page.getByText("De lijst is bewaard.")).toBeVisible();
  await page.goto("/meldingen");
  await page.getByRole("link", { name: "Vakantie dit schooljaar" }).click();
  await expect(page.getByLabel("Soort verzuim")).toHaveValue("holiday_truancy");
  await expectAccessible(page, "the list with a kept choice");

  await page.getByRole("link", { name: "Meldingen afdrukken" }).click();
  await page.locator(`input[type="checkbox"][value="${reference}"]`).check();
  await expectAccessible(page, "what to print");
  const [paper] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("button", { name: "Gekozen meldingen afdrukken" }).click(),
  ]);
  await expect(paper.getByRole("heading", { name: `Verzuimmelding ${reference}` })).toBeVisible();
  await expect(paper.getByRole("article")).toHaveCount(1);
  await expectAccessible(paper, "reports on paper");

  await page.goto("/meldingen/sjablonen");
  await page.getByLabel("Naam van het sjabloon").fill("Te laat");
  await page.getByLabel("Soort verzuim").selectOption("late_arrival");
  await page.getByRole("button", { name: "Sjabloon bewaren" }).click();
  await expect(page.getByText("Het sjabloon is bewaard.")).toBeVisible();
  for (const name of ["Te laat", "Vakantie zonder verlof"]) {
    const drop = page.getByRole("button", { name: `Sjabloon ${name} weggooien` });
    await drop.click();
    await expect(drop).toHaveCount(0);
    await expectArrived(page, "Het sjabloon is weggegooid.");
  }
});
