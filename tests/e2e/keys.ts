import { expect, type Locator, type Page } from "@playwright/test";

/** Goes on with the Tab key until the focus is there; each stop on the way must be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  let there = await target.elementHandle();
  for (let presses = 0; presses < 120; presses += 1) {
    // Looked for anew now and then, for the page may have drawn it anew: by its role that takes longer than a press.
    if (presses % 20 === 19) there = await target.elementHandle();
    if (await there?.evaluate((element) => element === document.activeElement)) return;
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
