import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { root } from "@/bin/child";
import { regionalOffice } from "@/prisma/seed/offices";
import { cityStudent, password, signIn } from "./desk";
import { choose, tabTo } from "./keys";
import { expectAccessible } from "./look";
import { fileHoliday } from "./report-form";
import { test } from "./test";

const firstPlace = 410;
const reporter = "melder@vo.example";
const officer = "ambtenaar@gemeente.example";

/** By a program of its own: Playwright does not read the messages in its tests. */
async function drawLetters(): Promise<Record<string, string>> {
  const flags = ["--conditions=react-server", "--import", "tsx"];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, "tests/support/draw-letters.ts"], {
    cwd: root,
  });
  return z.record(z.string(), z.string()).parse(JSON.parse(stdout));
}

/** The link in the letter about this report that leads to the page of the school or of the office. */
async function linkInMail(desk: Page, reference: string, place: "meldingen" | "werkvoorraad"): Promise<string> {
  const letters = desk.locator("tbody tr").filter({ hasText: reference });
  const letter =
    place === "meldingen" ? letters.filter({ hasText: reporter }) : letters.filter({ hasNotText: reporter });
  await expect(async () => {
    await desk.goto("/beheer/postvak");
    await letter.getByRole("link").first().click({ timeout: 1000 });
  }).toPass();
  await expect(desk).toHaveURL(/postvak\/./);
  const text = await desk.getByRole("region", { name: "Tekst" }).textContent();
  return /https?:\S+/.exec(text ?? "")?.[0] ?? "";
}

async function giveCredentials(page: Page, email: string, secret: string): Promise<void> {
  await expect(page).toHaveURL(/\/inloggen\?/);
  await page.getByLabel("E-mailadres").fill(email);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Inloggen" }).click();
}

test("the link in a letter leads to its report through signing in", async ({ visit, baseURL }) => {
  const [school, office] = [await visit(reporter), await visit(officer)];
  const reference = await fileHoliday(school, await cityStudent(firstPlace));
  await office.goto(`/werkvoorraad/${reference}`);
  await office.getByRole("button", { name: "Oppakken" }).click();
  await expect(office.getByRole("heading", { name: "Deze melding is van u" })).toBeVisible();
  const desk = await visit("beheer@loket.example");
  const toSchool = await linkInMail(desk, reference, "meldingen");
  const toOffice = await linkInMail(desk, reference, "werkvoorraad");
  expect([toSchool, toOffice]).toEqual([`${baseURL}/meldingen/${reference}`, `${baseURL}/werkvoorraad/${reference}`]);

  for (const [email, link] of [
    [reporter, toSchool],
    [officer, toOffice],
  ] as const) {
    const fresh = await visit(null);
    await fresh.goto(link);
    await giveCredentials(fresh, email, password);
    await expect(fresh).toHaveURL(link);
    await expect(fresh.getByText(reference).first()).toBeVisible();
  }
});

test("a link to a report of another function of the same person leads there, and says nothing before", async ({
  visit,
}) => {
  const elsewhere = await visit(null);
  await signIn(elsewhere, officer);
  await elsewhere.getByRole("button", { name: /Uw gegevens en functies/ }).click();
  await elsewhere.getByRole("button", { name: regionalOffice.name }).click();
  await elsewhere.goto("/werkvoorraad?lijst=team");
  const link = await elsewhere.locator('main a[href^="/werkvoorraad/V-"]').first().getAttribute("href");
  if (link === null) throw new Error("the region of the demo world has no reports");

  const fresh = await visit(null, { mayComplain: /404/ });
  await fresh.goto(link);
  await giveCredentials(fresh, officer, password);
  await expect(fresh.getByRole("heading", { name: "Deze pagina is er niet" })).toBeVisible();
  await fresh.getByRole("link", { name: "Verder in een andere functie" }).click();
  await expect(fresh.getByRole("heading", { name: "Verder in een andere functie" })).toBeVisible();
  await expectAccessible(fresh, "another function");
  await fresh.getByRole("button", { name: new RegExp(regionalOffice.name) }).click();
  await expect(fresh).toHaveURL(new RegExp(`${link}$`));
  await expect(fresh.getByText(link.slice("/werkvoorraad/".length)).first()).toBeVisible();
});

test("a mailbox that hears at once is told once a day by the keyboard alone, and without script at once again", async ({
  visit,
  browser,
}) => {
  const [admin, mailbox] = ["beheerder@roc.example", "verzuimteam@christelijke-scholengemeenschap.example"];
  const page = await visit(admin);
  const { keyboard } = page;
  const row = (of: Page) => of.getByRole("group", { name: mailbox });
  const howOften = (of: Page) => row(of).getByLabel("Hoe vaak");
  await page.goto("/beheer/volgers");
  await tabTo(page, page.getByLabel("E-mailadres"));
  await keyboard.type("verzuimteam");
  await keyboard.press("Enter");
  const problem = page.getByRole("alert").getByRole("link");
  await expect(problem).toBeVisible();
  await tabTo(page, page.getByLabel("E-mailadres"));
  await keyboard.press("Control+A");
  await keyboard.type(mailbox);
  await keyboard.press("Enter");
  await expect(page.locator(":focus")).toContainText("Het adres is toegevoegd.");
  await expect(howOften(page)).toHaveValue("now");
  await expectAccessible(page, "who hears of reports, with a mailbox");

  await tabTo(page, howOften(page));
  await choose(page, howOften(page), "daily");
  await tabTo(page, row(page).getByRole("button", { name: "Bewaren" }));
  await keyboard.press("Enter");
  await expect(page.locator(":focus")).toContainText("De keuze is bewaard.");
  await page.reload();
  await expect(howOften(page)).toHaveValue("daily");

  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await signIn(plain, admin);
  await plain.goto("/beheer/volgers");
  await howOften(plain).selectOption("now");
  await row(plain).getByRole("button", { name: "Bewaren" }).click();
  await expect(plain.getByText("De keuze is bewaard.")).toBeVisible();
  await expect(howOften(plain)).toHaveValue("now");
  await row(plain).getByRole("button", { name: "Weghalen" }).click();
  await expect(plain.getByText("Het adres is weggehaald.")).toBeVisible();
  await expect(row(plain)).toHaveCount(0);
  await context.close();
});

test("letters can be read by everybody, wide in the light and narrow in the dark", async ({ visit }) => {
  const page = await visit(null);
  for (const [name, html] of Object.entries(await drawLetters())) {
    await page.setContent(html);
    await expectAccessible(page, `a letter ${name}`);
  }
});
