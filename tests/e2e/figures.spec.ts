import { expect } from "@playwright/test";
import { expectAccessible, expectAccessibleWithoutScript } from "./look";
import { test } from "./test";

test.describe.configure({ mode: "parallel", timeout: 120_000 });

test("a school finds its figures by itself, reads the reports behind one, and takes them along", async ({ visit }) => {
  const page = await visit("melder@vo.example");
  await page.getByRole("link", { name: "Cijfers", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Cijfers voor u", level: 1 })).toBeVisible();
  await expect(page.getByText(/Stand van/).first()).toBeVisible();
  await expectAccessible(page, "the figures of a school");
  await page.getByRole("link", { name: /^Aanpassen of meenemen.*Welke soorten verzuim$/ }).click();
  const figures = page.getByRole("region", { name: /^Meldingen en 3 andere cijfers per soort verzuim/ });
  await expect(figures.getByRole("row", { name: /Totaal/ })).toBeVisible();
  await expectAccessible(page, "chosen figures");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Excel" }).click();
  expect((await download).suggestedFilename()).toMatch(
    /^Meldingen en 3 andere cijfers per soort verzuim, eigen organisatie.*\.xlsx$/,
  );
  await figures.getByRole("link", { name: "Te laat komen" }).click();
  await expect(page.getByRole("heading", { name: "Meldingen achter een cijfer" })).toBeVisible();
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/meldingen\/V-/);
});

test("an analyst chooses figures, is told what cannot be, and keeps the choice by name", async ({ visit }) => {
  const page = await visit("analist@regio.example");
  await page.goto("/beveiligd/cijfers/kiezen");
  await page.getByLabel("Regels").selectOption({ label: "Woongemeente" });
  await page.getByLabel("Plaats").selectOption({ label: "Nederland" });
  await page.getByRole("button", { name: "Laat zien" }).click();
  await expect(page.getByText("Deze regels horen niet bij deze plaats.")).toBeVisible();
  await page.getByLabel("Plaats").selectOption({ label: "Regio: Twente" });
  await page.getByRole("button", { name: "Laat zien" }).click();
  await expect(page.getByRole("row", { name: /Enschede/ })).toBeVisible();
  await expect(page.getByText("<5: minder dan vijf")).toBeVisible();
  await page.getByText("Bewaar dit overzicht").click();
  const name = `Gemeenten ${Date.now()}`;
  await page.getByLabel("Naam").fill(name);
  await page.getByRole("button", { name: "Bewaren" }).click();
  await expect(page.getByText("Het overzicht is bewaard")).toBeVisible();
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
  await page.goto("/beveiligd/cijfers/niet-gemeld");
  await expect(page.getByRole("heading", { name: "Wie meldde niet?" })).toBeVisible();
  await expectAccessible(page, "who did not report");
  await page.getByRole("link", { name: "Bekijk wie op tijd meldde" }).click();
  await expect(page.getByRole("columnheader", { name: "Op tijd gemeld" })).toBeVisible();
});

test("who followed what a colleague took away reads so with the figures, and hides it without script", async ({
  visit,
}) => {
  const name = `Samen ${Date.now()}`;
  const analyst = await visit("analist@regio.example");
  await analyst.goto(
    "/beveiligd/cijfers/kiezen?over=others&rijen=municipality&cijfer=reports&periode=2025-2026&plaats=region:12",
  );
  await analyst.getByText("Bewaar dit overzicht").click();
  await analyst.getByLabel("Naam").fill(name);
  await analyst.getByLabel("Ook voor collega's van mijn organisatie").check();
  await analyst.getByRole("button", { name: "Bewaren" }).click();
  await expect(analyst.getByText("Het overzicht is bewaard")).toBeVisible();

  const follower = await visit("rmc@regio.example", { javaScriptEnabled: false });
  await follower.goto("/beveiligd/cijfers");
  await follower.getByLabel(`Mail over ${name}`).selectOption({ label: "Elke maandag" });
  await follower.getByRole("button", { name: new RegExp(`^Opslaan.*Mail over ${name}$`) }).click();
  await expect(follower.getByText("Uw keuze voor de mail is bewaard")).toBeVisible();
  await analyst.getByRole("button", { name: new RegExp(`^Weggooien.*${name}$`) }).click();
  await expect(analyst.getByRole("link", { name, exact: true })).toHaveCount(0);

  await follower.goto("/beveiligd/cijfers");
  const told = follower.getByText("een collega heeft het gedeelde overzicht weggegooid");
  await expect(told).toBeVisible();
  await expect(analyst.getByText("een collega heeft het gedeelde overzicht weggegooid")).toHaveCount(0);
  await expectAccessibleWithoutScript(follower, "figures that ended");
  await follower.getByRole("button", { name: /^Gelezen, verberg dit/ }).click();
  await expect(told).toHaveCount(0);
});
