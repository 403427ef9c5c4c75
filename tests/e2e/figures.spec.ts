import { expect } from "@playwright/test";
import { expectAccessible } from "./look";
import { test } from "./test";

test.describe.configure({ mode: "parallel", timeout: 120_000 });

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
});
