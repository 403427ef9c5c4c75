import { expect, type Page } from "@playwright/test";
import { cityStudent, writtenWeekday } from "./desk";
import { expectAccessible } from "./look";
import { nameOf, nameStudent, next, tellHoliday } from "./report-form";
import { test } from "./test";

const firstPlace = 200;
const reporter = "melder@vo.example";

const heads = "Nummer;Wat;Wanneer;Terug;Waarom";

/** A sheet under heads that nobody knows: good, wrong, and the first once more. */
async function aSheet(place: number): Promise<string> {
  const [good, wrong] = [await cityStudent(place), await cityStudent(place + 1)];
  const days = `${writtenWeekday(3)};${writtenWeekday(2)}`;
  const rows = [
    `${good.number};Luxeverzuim;${days};Vakantie`,
    `${wrong.number};Luxeverzuim;31-2-2026;${writtenWeekday(2)};Vakantie`,
    `${good.number};Luxeverzuim;${days};Vakantie`,
  ];
  return [heads, ...rows].join("\r\n");
}

async function paste(page: Page, text: string): Promise<void> {
  await page.goto("/meldingen/importeren");
  await page.locator("summary", { hasText: "Of plak regels" }).click();
  await page.getByLabel("Plak de regels").fill(text);
  await page.getByRole("button", { name: "Regels inlezen" }).click();
}

async function bring(page: Page, name: string, text: string): Promise<void> {
  await page.goto("/meldingen/importeren");
  await page
    .getByLabel("Bestand", { exact: true })
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Bestand inlezen" }).click();
}

test("a sheet is brought, its rows mended and sent, and nothing is sent twice", async ({ visit }) => {
  const page = await visit(reporter);
  await page.getByRole("link", { name: "Veel meldingen tegelijk" }).click();
  await expectAccessible(page, "bringing a sheet");
  await paste(page, 'Nummer;Wat\n"open');
  await expect(page.getByRole("alert").filter({ hasText: "Kijk vanaf regel 2" })).toBeVisible();
  await expect(page.getByLabel("Plak de regels")).toHaveValue('Nummer;Wat\n"open');

  const text = await aSheet(firstPlace);
  await bring(page, "verzuim.csv", text);
  await expect(page.getByRole("heading", { name: "Wat staat er in welke kolom?" })).toBeVisible();
  await page.getByRole("button", { name: "Regels nakijken" }).click();
  await expect(page.getByText("BSN of onderwijsnummer: Kies in welke kolom").first()).toBeVisible();
  await expectAccessible(page, "columns of a sheet with reports");
  for (const [label, head] of columns) await page.getByLabel(label, { exact: true }).selectOption(head);
  await page.getByRole("button", { name: "Regels nakijken" }).click();

  await expect(page.getByText("1 melding gaat naar het kantoor")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("Eerste dag: Vul een dag in die bestaat")).toBeVisible();
  await expect(page.getByText("dezelfde melding als op regel 2")).toBeVisible();
  await expectAccessible(page, "rows of a sheet");
  await page.getByRole("link", { name: /^Verbeteren.*Regel 3$/ }).click();
  await expectAccessible(page, "a row that is mended");
  await page.getByLabel("Eerste dag").fill(writtenWeekday(3));
  await page.getByRole("button", { name: "Opslaan en volgende fout" }).click();
  await expect(page.getByRole("heading", { name: "Regel 4 verbeteren" })).toBeVisible();
  await page.getByRole("button", { name: "Deze regel niet versturen" }).click();
  await expect(page.getByText("De regel wordt niet verstuurd").first()).toBeVisible();

  await page.getByRole("button", { name: "2 meldingen versturen" }).click();
  await expect(page.getByText("2 meldingen zijn verstuurd")).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page, "a sheet that was sent");
  await page
    .getByRole("link", { name: /^Melding V-/ })
    .first()
    .click();
  await expect(page.getByText(nameOf(await cityStudent(firstPlace))).first()).toBeVisible();

  await bring(page, "nog-eens.csv", text);
  await expect(page.getByText("Dit bestand heeft u al ingelezen")).toBeVisible();
});

const columns = [
  ["BSN of onderwijsnummer", "Nummer"],
  ["Soort verzuim", "Wat"],
  ["Eerste dag", "Wanneer"],
  ["Laatste dag", "Terug"],
  ["Reden", "Waarom"],
] as const;

test("without script a sheet is brought and sent as well", async ({ visit }) => {
  const student = await cityStudent(firstPlace + 2);
  const page = await visit(reporter, { javaScriptEnabled: false });
  const days = `${writtenWeekday(3)};${writtenWeekday(2)}`;
  const row = `${student.number};Luxeverzuim;${days};Vakantie`;
  await bring(page, "zonder.csv", `BSN;Soort verzuim;Eerste dag;Laatste dag;Reden\n${row}`);
  await expect(async () => {
    await page
      .getByRole("link", { name: "Stand verversen" })
      .click({ timeout: 500 })
      .catch(() => undefined);
    await expect(page.getByRole("button", { name: "1 melding versturen" })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await page.getByRole("button", { name: "1 melding versturen" }).click();
  await expect(async () => {
    await page
      .getByRole("link", { name: "Stand verversen" })
      .click({ timeout: 500 })
      .catch(() => undefined);
    await expect(page.getByText("1 melding is verstuurd")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
});

test("who reports one after the other keeps what is the same, and types on at the student", async ({ visit }) => {
  const page = await visit(reporter);
  const [first, second] = [await cityStudent(firstPlace + 3), await cityStudent(firstPlace + 4)];
  await nameStudent(page, first);
  await tellHoliday(page);
  await next(page).click();
  await page.getByRole("button", { name: "Versturen en nog een melden" }).click();
  await expect(page.getByText(/^Melding V-\S+ is verstuurd$/)).toBeVisible();
  await expect(page.getByLabel("BSN of onderwijsnummer")).toBeFocused();
  await page.keyboard.type(second.number);
  await page.keyboard.press("Enter");
  await expect(page.getByText(nameOf(second)).first()).toBeVisible();
  await expect(page.getByRole("radio", { name: "Luxeverzuim" })).toBeChecked();
});
