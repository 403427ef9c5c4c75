import { expect } from "@playwright/test";
import { formatWrittenDay } from "@/lib/i18n/format";
import { cityStudent, today } from "./desk";
import { choose, tabTo } from "./keys";
import { expectAccessible } from "./look";
import { fileHoliday, nameOf } from "./report-form";
import { test } from "./test";

const firstPlace = 260;
const reporter = "melder@vo.example";
const officer = "ambtenaar@gemeente.example";

test.describe.configure({ timeout: 120_000 });

test("an officer's day goes by with the keyboard alone: find, take, call, filter, walk, choose, undo", async ({
  visit,
}) => {
  const [school, page] = [await visit(reporter), await visit(officer)];
  const [one, other] = [await cityStudent(firstPlace), await cityStudent(firstPlace + 1)];
  const [found, chosen] = [await fileHoliday(school, one), await fileHoliday(school, other)];
  const { keyboard } = page;
  const press = (key: string) => keyboard.press(key);
  // A page that is new may hear keys only a moment after it is seen.
  const pressUntil = (key: string, seen: (timeout: number) => Promise<void>) =>
    expect(async () => {
      await press(key);
      await seen(2000);
    }).toPass();

  await test.step("asks which keys there are", async () => {
    await page.goto("/werkvoorraad?lijst=team");
    const sheet = page.getByRole("dialog", { name: "Toetsen" });
    await pressUntil("?", (timeout) => expect(sheet).toBeVisible({ timeout }));
    await press("Escape");
    await expect(sheet).toBeHidden();
  });

  await test.step("finds the case by a mistyped name", async () => {
    await pressUntil("z", (timeout) => expect(page.getByLabel("Wie of wat zoekt u?")).toBeFocused({ timeout }));
    await keyboard.type(`${mistyped(nameOf(one))}\n`);
    await tabTo(page, page.locator(`a[href="/werkvoorraad/${found}"]`));
    await press("Enter");
    await expect(page.getByRole("heading", { name: nameOf(one) })).toBeVisible();
  });

  await test.step("takes it up and notes that he called", async () => {
    const taken = page.getByRole("status").filter({ hasText: "U heeft de melding in behandeling" });
    await pressUntil("o", (timeout) => expect(taken).toBeVisible({ timeout }));
    // The first field: the texts of the office, where it keeps any.
    await pressUntil("g", (timeout) => expect(page.locator('[id^="gebeld-"]:focus')).toBeVisible({ timeout }));
    await tabTo(page, page.getByLabel("Dit leest de school").first());
    await keyboard.type("Vader gebeld.");
    await tabTo(page, page.getByRole("button", { name: "Gebeld vastleggen" }));
    await press("Enter");
    await expect(page.getByText("Vader gebeld.").first()).toBeVisible();
    await pressUntil("b", (timeout) => expect(page).toHaveURL(/werkvoorraad\?lijst=team/, { timeout }));
  });

  await test.step("filters the list and walks through it", async () => {
    await pressUntil("f", (timeout) => expect(page).toHaveURL(/filter=open/, { timeout }));
    await tabTo(page, page.getByLabel("Soort", { exact: true }));
    await choose(page, page.getByLabel("Soort", { exact: true }), "holiday_truancy");
    await tabTo(page, page.getByLabel("Gemeld vanaf"));
    await keyboard.type(formatWrittenDay(today));
    await tabTo(page, page.getByRole("button", { name: "Tonen" }));
    await press("Enter");
    await expect(page.getByRole("link", { name: "Filter weghalen: Soort: Luxeverzuim" })).toBeVisible();
    const links = page.locator("tbody a");
    await pressUntil("j", () => expect(links.first()).toBeFocused({ timeout: 500 }));
    await press("ArrowDown");
    await expect(links.nth(1)).toBeFocused();
    await press("ArrowUp");
    const next = await links.nth(1).getAttribute("href");
    await press("Enter");
    await expect(page.getByRole("link", { name: "Volgende uit uw lijst (V)" })).toBeVisible();
    // Pressed once more while the page was still coming, these would lead past it.
    await pressUntil("v", () => expect(page).toHaveURL(new RegExp(String(next))));
    await pressUntil("b", () => expect(page).toHaveURL(/soort=holiday_truancy/));
  });

  await test.step("chooses a case with others, takes it up, and undoes that", async () => {
    await pressUntil("x", (timeout) => expect(page).toHaveURL(/kies=ja/, { timeout }));
    const box = page.locator(`#kies-${chosen}`);
    await pressUntil("j", () => expect(page.locator("input[name=references]:focus")).toHaveCount(1, { timeout: 500 }));
    while (!(await box.evaluate((one) => one === document.activeElement))) await press("j");
    await press("x");
    await expect(box).toBeChecked();
    await press("b");
    await expect(page.getByRole("button", { name: "Oppakken" })).toBeFocused();
    await press("Enter");
    await expect(page.getByText("1 melding is nu van u")).toBeVisible();
    await tabTo(page, page.getByRole("button", { name: "Ongedaan maken" }));
    await press("Enter");
    await expect(page.getByText("Bij 1 melding is dit ongedaan gemaakt")).toBeVisible();
    await school.goto(`/meldingen/${chosen}`);
    await expect(school.getByText("het in behandeling nemen ongedaan gemaakt")).toBeVisible();
  });
});

test("search, filters, boxes and the sheet of keys can be used by everybody", async ({ visit }) => {
  const page = await visit(officer);
  await page.goto("/werkvoorraad/zoeken");
  await page.getByLabel("Wie of wat zoekt u?").fill("hoekstar");
  await page.getByRole("button", { name: "Zoeken" }).click();
  await expect(page.getByRole("heading", { name: /gevonden/ })).toBeVisible();
  await expectAccessible(page, "what was found");
  await page.goto("/werkvoorraad?lijst=team&soort=holiday_truancy&filter=open");
  await expectAccessible(page, "the form of the filters");
  await page.goto("/werkvoorraad?lijst=team&kies=ja");
  await expectAccessible(page, "several lines to choose from");
  await page.goto("/werkvoorraad?lijst=team&weergave=01990000-0000-7000-8000-000000000000");
  await expect(page.getByText("Deze weergave is er niet meer")).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Toetsen" })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expectAccessible(page, "the sheet of keys");
});

test("two on one case see each other, the second to press is told who was first, and a list says what changed", async ({
  visit,
}) => {
  const school = await visit(reporter);
  const reference = await fileHoliday(school, await cityStudent(firstPlace + 2));
  const [first, second] = [await visit(officer), await visit("teamleider@gemeente.example")];
  const list = await visit("administratie@gemeente.example");
  await list.goto(`/werkvoorraad?lijst=team&soort=holiday_truancy&van=${formatWrittenDay(today)}`);
  const line = list.getByRole("row").filter({ has: list.locator(`a[href$="${reference}"]`) });
  await expect(line).toBeVisible();
  await first.goto(`/werkvoorraad/${reference}`);
  await expect(first.getByRole("button", { name: "Oppakken" })).toBeVisible();
  await second.goto(`/werkvoorraad/${reference}`);
  await expect(second.getByText("Jan de Vries bekijkt deze zaak ook")).toBeVisible();
  await first.getByRole("button", { name: "Oppakken" }).click();
  await expect(first.getByRole("heading", { name: "Deze melding is van u" })).toBeVisible();
  await second.getByRole("button", { name: "Oppakken" }).click();
  // Said by the page that is up to date, where the button is gone.
  await expect(second.getByRole("heading", { name: "Deze melding is van Jan de Vries" })).toBeVisible();
  await expect(second.getByRole("button", { name: "Oppakken" })).toBeHidden();
  await expect(second.getByRole("alert").filter({ hasText: "Jan de Vries was u voor" })).toBeVisible();
  await expect(line).toHaveAttribute("data-news", "gewijzigd");
  await expect(line).toContainText("Nieuw");
});

/** The last letter twice. */
function mistyped(name: string): string {
  return `${name}${name.at(-1)}`;
}
