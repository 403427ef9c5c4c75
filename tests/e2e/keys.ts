import { expect, type Locator, type Page } from "@playwright/test";

/** Goes on with the Tab key until the focus is there; each stop on the way must be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${target}`);
}

export async function choose(page: Page, select: Locator, value: string): Promise<void> {
  await expect(select).toBeFocused();
  for (let presses = 0; (await select.inputValue()) !== value && presses < 40; presses += 1)
    await page.keyboard.press("ArrowDown");
  await expect(select).toHaveValue(value);
}
