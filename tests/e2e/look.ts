import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Wide in the light and narrow in the dark: each width and each scheme is looked at, without looking four times. */
const looks = [
  { width: 1280, height: 800, colorScheme: "light" },
  { width: 320, height: 640, colorScheme: "dark" },
] as const;

/** What the machine can see of accessibility, on the page as it stands; and nothing to scroll sideways for. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  const asItWas = page.viewportSize();
  for (const { colorScheme, ...size } of looks) {
    // A colour on its way to another is neither.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize(size);
    await page.evaluate(settle);
    // On a busy machine the new colours may be painted later than two frames: what is wrong stays wrong.
    await expect(async () => {
      // Nothing here has frames of others: without them it needs no page of its own to add up what it found. What is in
      // order it need not tell of, which takes as long as looking.
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ["violations"] })
        .withTags(rules)
        .setLegacyMode()
        .analyze();
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
      expect(found, `${name}, ${size.width} wide, ${colorScheme}`).toEqual([]);
    }).toPass({ timeout: 20_000 });
    expect(await tooWide(page), `${name}: wider than ${size.width}`).toEqual([]);
  }
  if (asItWas !== null) await page.setViewportSize(asItWas);
}

/** The same of a page without script, which nothing can look at itself: what it shows is opened where one can. */
export async function expectAccessibleWithoutScript(page: Page, name: string): Promise<void> {
  const shown = (await page.content()).replaceAll(/<script\b.*?<\/script>|<\/?noscript\b[^>]*>/gs, "");
  const context = await page.context().browser()?.newContext();
  if (context === undefined) throw new Error("there is no browser to look with");
  const copy = await context.newPage();
  await copy.route(page.url().split("#", 1)[0] ?? "", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: shown }),
  );
  await copy.goto(page.url());
  await expect(copy.locator("h1")).toBeVisible();
  await expectAccessible(copy, `${name}, without script`);
  await context.close();
}

/** Runs in the page: after two frames the new colours are painted, for without motion they have no way to go. */
async function settle(): Promise<void> {
  const frame = () => new Promise((painted) => requestAnimationFrame(painted));
  await frame();
  await frame();
}

/** What sticks out, when the page scrolls sideways. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return out.map(({ tagName, className }) => `${tagName} ${className}`).slice(0, 5);
  });
}
