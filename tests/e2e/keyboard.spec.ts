import { expect } from "@playwright/test";
import { cityStudent, writtenWeekday } from "./desk";
import { choose, tabTo } from "./keys";
import { expectAccessible } from "./look";
import { expectArrived, fileHoliday, locationOf, nameOf, referenceOf } from "./report-form";
import { test } from "./test";

const firstPlace = 25;

test("the day of who reports now and then is walked with the keyboard alone: a report, and the days that follow", async ({
  visit,
}) => {
  const [page, student] = [await visit("melder@vo.example"), await cityStudent(firstPlace)];
  const { keyboard } = page;
  await page.goto("/meldingen");
  await keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Naar de inhoud" })).toBeFocused();
  await expect(page.getByRole("link", { name: "Naar de inhoud" })).toBeInViewport();
  await keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Verzuim melden" }));
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/nieuw/);

  await tabTo(page, page.getByLabel("BSN of onderwijsnummer"));
  await keyboard.type("123");
  await keyboard.press("Enter");
  const problem = page.getByRole("link", { name: /Dit nummer klopt niet/ });
  await expect(problem).toBeVisible();
  await expectAccessible(page, "who, with a fault");
  await tabTo(page, problem);
  await keyboard.press("Enter");
  await expect(page.getByLabel("BSN of onderwijsnummer")).toBeFocused();
  await keyboard.press("Control+A");
  await keyboard.type(student.number);
  await tabTo(page, page.getByLabel("Vestiging"));
  await choose(page, page.getByLabel("Vestiging"), locationOf(student));
  await tabTo(page, page.getByRole("button", { name: "Verder", exact: true }));
  await keyboard.press("Enter");
  await expectArrived(page, "Stap 2: Wat");

  await expectAccessible(page, "what, before anything is chosen");
  await tabTo(page, page.getByRole("radio", { name: "16 uur in 4 weken" }));
  await keyboard.press("Space");
  for (let steps = 0; !(await page.getByRole("radio", { name: "Luxeverzuim" }).isChecked()) && steps < 6; steps += 1)
    await keyboard.press("ArrowDown");
  await tabTo(page, page.getByLabel("Eerste dag"));
  await keyboard.type(writtenWeekday(2));
  await tabTo(page, page.getByLabel("Laatste dag"));
  await keyboard.type(writtenWeekday(1));
  await tabTo(page, page.getByLabel("Reden"));
  await choose(page, page.getByLabel("Reden"), "holiday");
  await keyboard.press("Tab");
  await tabTo(page, page.getByRole("button", { name: "Verder", exact: true }));
  await keyboard.press("Enter");
  await expectArrived(page, "Stap 3: Controleren en versturen");
  await expectAccessible(page, "what is checked before sending");
  await tabTo(page, page.getByRole("button", { name: "Melding versturen" }));
  await keyboard.press("Enter");
  await expectArrived(page, "Uw melding is verstuurd");
  await expectAccessible(page, "a report that was sent");
  const first = referenceOf(page);

  await tabTo(page, page.getByRole("link", { name: "Vervolgmelding" }));
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/vervolg=/);
  await tabTo(page, page.getByLabel("Eerste dag"));
  await keyboard.type(writtenWeekday(0));
  await tabTo(page, page.getByLabel("Laatste dag"));
  await keyboard.type(writtenWeekday(0));
  await expectAccessible(page, "a follow-up");
  await keyboard.press("Enter");
  await expectArrived(page, "Stap 3: Controleren en versturen");
  await tabTo(page, page.getByRole("button", { name: "Melding versturen" }));
  await keyboard.press("Enter");
  await expectArrived(page, "Uw melding is verstuurd");
  await expect(
    page
      .getByRole("main")
      .getByRole("link", { name: new RegExp(first) })
      .first(),
  ).toBeVisible();
});

test("an officer walks the inbox, opens a report by its number and takes it up with the keyboard alone", async ({
  visit,
}) => {
  const reference = await fileHoliday(await visit("melder@vo.example"), await cityStudent(firstPlace + 1));
  const page = await visit("ambtenaar@gemeente.example");
  const { keyboard } = page;
  await page.goto("/werkvoorraad?lijst=team");
  const links = page.locator("tbody a");
  await expect(async () => {
    await keyboard.press("j");
    await expect(links.first()).toBeFocused({ timeout: 500 });
  }).toPass();
  await keyboard.press("j");
  await expect(links.nth(1)).toBeFocused();
  await keyboard.press("k");
  await expect(links.first()).toBeFocused();
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/werkvoorraad\/V-/);
  await page.goBack();

  await expect(links.first()).toBeVisible();
  await expect(async () => {
    await keyboard.press("/");
    await expect(page.getByLabel("Naar melding")).toBeFocused({ timeout: 500 });
  }).toPass();
  await keyboard.press("Escape");
  await expect(page.getByLabel("Naar melding")).not.toBeFocused();
  await keyboard.press("/");
  await expect(page.getByLabel("Naar melding")).toBeFocused();
  await keyboard.type(`${reference}\n`);
  await expect(page).toHaveURL(new RegExp(reference));
  expect(referenceOf(page)).toBe(reference);
  await tabTo(page, page.getByRole("button", { name: "Oppakken" }));
  await keyboard.press("Enter");
  await expectArrived(page, "U heeft de melding in behandeling");
  await tabTo(page, page.locator("summary", { hasText: "Gebeld" }));
  await keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Dit leest de school").first());
  await keyboard.type("Teruggebeld.");
  await tabTo(page, page.getByRole("button", { name: "Gebeld vastleggen" }));
  await keyboard.press("Enter");
  await expect(page.getByText("Teruggebeld.").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: nameOf(await cityStudent(firstPlace + 1)) })).toBeVisible();
});
