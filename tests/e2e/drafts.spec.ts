import { expect, type Locator, type Page } from "@playwright/test";
import { cityStudent, password, signIn, writtenWeekday } from "./desk";
import { expectAccessible } from "./look";
import { chooseType, nameOf, nameStudent, next, referenceOf, send, sendReport, tellHoliday } from "./report-form";
import { test } from "./test";

const firstPlace = 130;
const lastPlace = 378;
const saved = (page: Page) => page.getByText(/^Opgeslagen om \d/);
const words = "Gaat om tien uur naar huis, élke dag; 'echt' waar.";

test("not one letter is lost when the browser dies, and a second tab never overwrites the first", async ({ visit }) => {
  const page = await visit("melder@vo.example");
  await nameStudent(page, await cityStudent(firstPlace));
  await chooseType(page, "holiday_truancy");
  await page.getByLabel("Toelichting").fill(words);
  await expect(saved(page)).toBeVisible();
  await expect(page).toHaveURL(/concept=/);
  const address = page.url();
  await page.goto("about:blank");

  await page.goto("/meldingen");
  await expect(page.getByRole("heading", { name: "Nog niet verzonden" })).toBeVisible();
  await page.goto(address);
  await expect(page.getByLabel("Toelichting")).toHaveValue(words);
  await expect(page.getByRole("radio", { name: /Luxeverzuim/ })).toBeChecked();

  const second = await page.context().newPage();
  await second.goto(address);
  await page.getByLabel("Toelichting").fill(`${words} Eerste tabblad.`);
  await expect(saved(page)).toBeVisible();
  await second.getByLabel("Toelichting").fill(`${words} Tweede tabblad.`);
  await expect(second.getByText(/bewaard als een apart concept/)).toBeVisible();
  await second.reload();
  await expect(second.getByLabel("Toelichting")).toHaveValue(`${words} Tweede tabblad.`);
  await page.reload();
  await expect(page.getByLabel("Toelichting")).toHaveValue(`${words} Eerste tabblad.`);
});

test("a draft that is sent from two tabs at one moment becomes one report, and nothing is left of it", async ({
  visit,
}) => {
  const page = await visit("melder@vo.example");
  const student = await cityStudent(lastPlace);
  await nameStudent(page, student);
  await tellHoliday(page);
  await next(page).click();
  await expect(send(page)).toBeVisible();
  await expect(page).toHaveURL(/concept=/);
  const second = await page.context().newPage();
  await second.goto(page.url());
  if (!(await send(second).isVisible())) await next(second).click();
  await expect(send(second)).toBeVisible();
  await Promise.all([send(page).click(), send(second).click()]);
  await expect(page).toHaveURL(/meldingen\/V-/);
  await expect(second).toHaveURL(/meldingen\/V-/);
  expect(referenceOf(second)).toBe(referenceOf(page));
  await page.goto("/meldingen");
  await expect(page.getByRole("region", { name: "Nog niet verzonden" })).not.toContainText(nameOf(student));
  await page.getByLabel("Zoek op naam").fill(nameOf(student));
  await page.getByRole("button", { name: "Zoeken" }).click();
  await expect(page.getByRole("heading", { name: "Gevonden" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Gevonden" }).getByRole("link")).toHaveCount(1);
  expect(page.url()).not.toContain(String(student.names["last_name"]));
});

test("a mentor prepares on a phone, a reporter reads and sends it, and both follow it", async ({ visit }) => {
  const phone = { viewport: { width: 375, height: 740 } };
  const mentor = await visit("mentor@vo.example", phone);
  await nameStudent(mentor, await cityStudent(firstPlace + 1));
  await tellHoliday(mentor);
  await mentor.getByLabel("Toelichting").fill("Van de mentor.");
  await next(mentor).click();
  await expect(send(mentor)).toHaveCount(0);
  await mentor.getByRole("button", { name: "Klaarzetten om te versturen" }).click();
  await expect(mentor.getByText("De melding staat klaar om te versturen.")).toBeVisible();

  const reporter = await visit("melder@vo.example");
  await reporter.goto("/meldingen");
  await expectAccessible(reporter, "what waits to be sent");
  await reporter.getByRole("region", { name: "Te versturen" }).getByRole("link").first().click();
  await expect(reporter.getByText("Marieke Jansen heeft dit voorbereid")).toBeVisible();
  await expect(reporter.getByRole("main")).toContainText("Van de mentor.");
  const reference = await sendReport(reporter);
  await mentor.goto(`/meldingen/${reference}`);
  await expect(mentor.getByRole("main")).toContainText("Van de mentor.");
});

test("without script a report is kept by a button, and gone on with from the list", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, "mentor@vo.example");
  await nameStudent(page, await cityStudent(firstPlace + 2));
  await page.getByLabel("Toelichting").fill(words);
  await page.getByRole("button", { name: "Bewaren als concept" }).click();
  await expect(page.getByText("Uw concept is bewaard.")).toBeVisible();
  await page
    .getByRole("link", { name: /Verder invullen/ })
    .first()
    .click();
  await expect(page.getByLabel("Toelichting")).toHaveValue(words);
  await page.goto("/meldingen");
  await page.getByText("Weggooien").first().click();
  await page.getByRole("button", { name: "Ja, gooi dit concept weg" }).first().click();
  await expect(page.getByText("Het concept is weggegooid.")).toBeVisible();
  await context.close();
});

test("a session that ends in mid-form is resumed over it, the same form is sent once, and nobody else sees it", async ({
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, "melder@vo.example");
  await nameStudent(page, await cityStudent(firstPlace + 3));
  await tellHoliday(page);
  await next(page).click();
  await expect(send(page)).toBeVisible();
  await context.clearCookies();
  await send(page).click();
  const over = page.getByRole("alertdialog", { name: "U bent niet meer ingelogd" });
  await expect(over).toBeVisible();
  await over.getByLabel("E-mailadres").fill("melder@vo.example");
  await over.getByLabel("Wachtwoord").fill(password);
  await over.getByRole("button", { name: "Inloggen" }).click();
  await expect(page.getByText("Uw melding is verstuurd")).toBeVisible();
  expect(referenceOf(page)).toMatch(/^V-/);

  await nameStudent(page, await cityStudent(firstPlace + 4));
  await context.clearCookies();
  await page.getByLabel("Toelichting").fill(words);
  await expect(over).toBeVisible();
  await over.getByLabel("E-mailadres").fill("mentor@vo.example");
  await over.getByLabel("Wachtwoord").fill(password);
  await over.getByRole("button", { name: "Inloggen" }).click();
  await expect(page.getByRole("button", { name: /Marieke Jansen/ })).toBeVisible();
  await expect(page.getByText(words)).toHaveCount(0);
  await context.close();
});

/** Counts what a person does: fields that are filled in, clicks, and keys that are pressed besides. */
class Hand {
  fields = 0;
  clicks = 0;
  keys = 0;

  async fill(field: Locator, text: string): Promise<void> {
    this.fields += 1;
    await field.fill(text);
  }

  async choose(field: Locator, value: string): Promise<void> {
    this.fields += 1;
    await field.selectOption(value);
  }

  async click(target: Locator): Promise<void> {
    this.clicks += 1;
    await target.click();
  }

  async press(target: Locator, key: string): Promise<void> {
    this.keys += 1;
    await target.press(key);
  }
}

test("a first report takes ten inputs without a number at hand, a follow-up six", async ({ visit }, info) => {
  const page = await visit("melder@vo.example");
  const student = await cityStudent(firstPlace + 5);
  const first = new Hand();
  await first.click(page.getByRole("link", { name: "Verzuim melden" }));
  const search = page.getByLabel("Of zoek op naam, klas of geboortedatum");
  await first.fill(search, `${student.names["last_name"]} ${student.names["first_name"]}`);
  await first.press(search, "Enter");
  await expect(page.getByText("Kies de leerling")).toBeVisible();
  await expectAccessible(page, "who was found");
  expect(page.url()).not.toContain(String(student.names["last_name"]));
  const [year, month, date] = student.birthDate.split("-").map(Number);
  await first.click(
    page.getByRole("button", { name: new RegExp(`${nameOf(student)}.*geboren ${date}-${month}-${year}`) }),
  );
  await first.click(page.getByText("Luxeverzuim", { exact: true }));
  await first.fill(page.getByLabel("Eerste dag"), writtenWeekday(9));
  await first.fill(page.getByLabel("Laatste dag"), writtenWeekday(8));
  await first.choose(page.getByLabel("Reden"), "holiday");
  await first.click(next(page));
  await first.click(send(page));
  await expect(page.getByText("Uw melding is verstuurd")).toBeVisible();
  expect(first.fields + first.clicks + first.keys).toBeLessThanOrEqual(10);

  const again = new Hand();
  await again.click(page.getByRole("link", { name: "Vervolgmelding" }));
  await again.fill(page.getByLabel("Eerste dag"), writtenWeekday(2));
  await again.fill(page.getByLabel("Laatste dag"), writtenWeekday(1));
  await again.click(next(page));
  await again.click(send(page));
  await expect(page.getByText("Uw melding is verstuurd")).toBeVisible();
  expect(again.fields + again.clicks + again.keys).toBeLessThanOrEqual(6);
  info.annotations.push({ type: "inputs", description: JSON.stringify({ first, again }) });
});
