import { expect } from "@playwright/test";
import { expectAccessible } from "./look";
import { test } from "./test";

test("a coordinator looks into a delivery, notes what was done for somebody, and takes the files", async ({
  visit,
}) => {
  test.setTimeout(120_000);
  const page = await visit("rmc@regio.example");
  await page.getByRole("link", { name: "Cijfers en leveringen" }).click();
  await page.getByRole("link", { name: "Leveringen", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Leveringen");
  const delivery = page.getByRole("link", { name: /Uitval en terugkeer/ }).first();
  // The desk makes the first deliveries in its own time, after it has opened.
  await expect(async () => {
    await page.reload();
    await expect(delivery).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await expectAccessible(page, "the deliveries of a region");

  await delivery.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("regio 12 Twente");
  await expect(page.getByRole("table", { name: /^Van het begin van de periode/ })).toBeVisible();
  await expectAccessible(page, "one delivery");
  await page
    .getByLabel(/^Wat u doet voor/)
    .first()
    .selectOption({ label: "benaderd" });
  await page.getByRole("button", { name: "Vastleggen" }).first().click();
  await expect(page.getByRole("table", { name: "Personen" }).getByRole("row").nth(1).getByRole("status")).toContainText(
    "Vastgelegd",
  );
  await page.getByRole("navigation", { name: "Kies op wat u doet" }).getByRole("link", { name: "benaderd" }).click();
  await expect(page.getByLabel(/^Wat u doet voor/)).toHaveCount(1);
  await expectAccessible(page, "whom something was done for");

  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Alles ophalen (ZIP)" }).click();
  expect((await coming).suggestedFilename()).toMatch(/^Uitval en terugkeer – regio 12 Twente – .*\.zip$/);
  await page.reload();
  await expect(page.getByRole("main")).toContainText("Nadia Amrani");
});
