import { expect } from "@playwright/test";
import { expectAccessible } from "./look";
import { summary } from "./report-form";
import { test } from "./test";

const nextYear = new Date().getFullYear() + 1;

test("an administrator gives a duty of a municipality to another office, and sees what would move along", async ({
  visit,
}) => {
  const page = await visit("beheer@loket.example");
  await page.getByRole("link", { name: "Gemeenten en kantoren" }).click();
  await page.getByLabel("Naam of code van de gemeente").fill("zuidplas");
  await page.getByRole("button", { name: "Zoeken" }).click();
  await expectAccessible(page, "the municipalities that were found");
  await page.getByRole("link", { name: "Zuidplas" }).click();

  await test.step("is told what is missing, with the rest kept", async () => {
    await page.getByLabel("Vanaf").fill("1-2-2020");
    await page.getByRole("checkbox", { name: "Kwalificatieplicht" }).check();
    await page.getByRole("button", { name: "Opslaan" }).click();
    await expect(summary(page)).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Kwalificatieplicht" })).toBeChecked();
    await expectAccessible(page, "a duty without an office");
  });

  await test.step("looks for the office, and may not go back in time", async () => {
    await page.getByLabel("Zoek het kantoor").fill("enschede");
    await page.getByRole("button", { name: "Zoeken" }).click();
    await page.getByRole("radio", { name: "Leerplicht Enschede" }).check();
    await page.getByRole("button", { name: "Opslaan" }).click();
    await expect(summary(page)).toContainText("Deze dag is al geweest.");
    await page.getByLabel("Vanaf").fill(`1-1-${nextYear}`);
    await page.getByRole("button", { name: "Opslaan" }).click();
    await expect(page.getByRole("status")).toContainText("Opgeslagen");
    const duty = page.getByRole("region", { name: "Kwalificatieplicht" });
    await expect(duty).toContainText(`Leerplicht Enschede, vanaf 1 januari ${nextYear}`);
    await expect(duty).toContainText(`tot en met 31 december ${nextYear - 1}`);
  });

  await page.goto("/routering");
  await page.getByRole("link", { name: "Verhuizingen" }).click();
  await expect(page.getByRole("heading", { name: "Verhuizingen", level: 1 })).toBeVisible();
  await expectAccessible(page, "what would move along");
});

test("a team lead reads which municipalities the own office has, and changes nothing", async ({ visit }) => {
  const page = await visit("teamleider@gemeente.example");
  await page.goto("/routering");
  await page.getByRole("link", { name: "Gemeenten", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Gemeenten van het kantoor" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Enschede.*Kwalificatieplicht/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Opslaan" })).toHaveCount(0);
  await expectAccessible(page, "the municipalities of the own office");
});
