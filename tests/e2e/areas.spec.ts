import { expect } from "@playwright/test";
import { expectAccessible } from "./look";
import { summary } from "./report-form";
import { test } from "./test";

const nextYear = new Date().getFullYear() + 1;

test("an administrator gives a duty of a municipality to another office, and sees what reorganisations would move", async ({
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
  await page.getByRole("link", { name: "Herindelingen" }).click();
  await expect(page.getByRole("main")).toContainText("Er is geen herindeling met open meldingen");
  await expectAccessible(page, "no reorganisation");
});
