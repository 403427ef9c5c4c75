import { expect, type Page } from "@playwright/test";
import { formatWrittenDay } from "@/lib/i18n/format";
import { cityStudent, signIn, today } from "./desk";
import { expectAccessible } from "./look";
import { expectArrived, fileHoliday } from "./report-form";
import { test } from "./test";

const firstPlace = 140;

test.describe.configure({ timeout: 120_000 });
const reporter = "melder@vo.example";
const officer = "ambtenaar@gemeente.example";
/** Each side sees the other's acts while its page stays open. */
const soon = { timeout: 10_000 };

const talk = (page: Page) => page.getByRole("region", { name: "Berichten bij deze melding" });
const news = (page: Page) => page.getByText(/nieuwe gebeurtenis|Nieuws bij/);
const show = (page: Page) => page.getByRole("button", { name: "Toon", exact: true });

test("school and office talk at a report: ask, answer, reply and note, each seeing the other without a reload", async ({
  visit,
}) => {
  const [school, office] = [await visit(reporter), await visit(officer)];
  const reference = await fileHoliday(school, await cityStudent(firstPlace));
  await school.goto(`/meldingen/${reference}`);
  await office.goto(`/werkvoorraad/${reference}`);

  await test.step("the officer asks, and the school's open page says that something happened", async () => {
    await office.locator("summary", { hasText: "Vraag aan de school" }).click();
    await office.getByLabel("Wat wilt u weten?", { exact: true }).selectOption("absence_sheet");
    await office.getByRole("button", { name: "Vraag versturen" }).click();
    await expectArrived(office, "Uw vraag is naar de school gestuurd.");
    await expect(news(school)).toBeVisible(soon);
    await show(school).click();
    await expect(school.getByRole("region", { name: "Vragen van het kantoor" })).toContainText("de verzuimstaat", soon);
    await expect(news(school)).toHaveCount(0);
  });

  await test.step("the list of what is asked leads to it, and the school answers in place", async () => {
    await school.goto("/meldingen");
    const asked = school.getByRole("region", { name: "Wat er van u gevraagd wordt" });
    await asked.locator(`a[href="/meldingen/${reference}#vragen"]`).click();
    await school.getByLabel("Uw antwoord").fill("Dinsdag en woensdag, alle uren.");
    await school.getByRole("button", { name: "Antwoord versturen", exact: true }).click();
    await expectArrived(school, "Uw antwoord is verstuurd.");
    await expect(news(office)).toBeVisible(soon);
    await show(office).click();
    await expect(office.getByRole("region", { name: "Vragen aan de school" })).toContainText("alle uren", soon);
  });

  await test.step("what is noted stays in the office, what is written goes to the school", async () => {
    await office.getByLabel("Nieuwe notitie").fill("Eerst de mentor");
    await expect(office.getByRole("region", { name: "Notities" }).getByText("bewaard als concept")).toBeVisible();
    await office.reload();
    await expect(office.getByLabel("Nieuwe notitie")).toHaveValue("Eerst de mentor");
    await office.getByLabel("Nieuwe notitie").fill("Eerst de mentor spreken.");
    await office.getByRole("button", { name: "Notitie bewaren" }).click();
    await expectArrived(office, "Uw notitie is bewaard.");
    await office.getByLabel("Uw bericht aan de school").fill("Kunt u morgen bellen?");
    await office.getByRole("button", { name: "Bericht versturen" }).click();
    await expectArrived(office, "Uw bericht is verstuurd.");
    await expect(talk(office)).toContainText("Nog niet gelezen door de school");
    await expect(news(school)).toBeVisible(soon);
    await show(school).click();
    await expect(talk(school)).toContainText("Kunt u morgen bellen?", soon);
    expect(await school.content()).not.toContain("mentor spreken");
  });

  await test.step("the school replies to it, and the office sees that it was read", async () => {
    await talk(school).getByRole("link", { name: "Antwoord hierop" }).click();
    await expect(school).toHaveURL(/antwoord=/);
    await school.getByLabel("Uw bericht aan het kantoor").fill("Ja, om tien uur.");
    await school.getByRole("button", { name: "Bericht versturen" }).click();
    await expectArrived(school, "Uw bericht is verstuurd.");
    await office.goto(`/werkvoorraad/${reference}`);
    await expect(talk(office)).toContainText("Gelezen door de school op");
    await office.getByRole("link", { name: "Lees het bericht" }).first().click();
    await expect(talk(office).locator("li:target")).toContainText("Ja, om tien uur.");
    await expect(talk(office).locator("blockquote")).toContainText("Kunt u morgen bellen?");
  });

  await expectAccessible(school, "a report with a conversation");
  await expectAccessible(office, "a case with a conversation");
});

test("without script a message is sent, refused when it is empty, and following is chosen", async ({
  browser,
  visit,
}) => {
  const reference = await fileHoliday(await visit(reporter), await cityStudent(firstPlace + 1));
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, reporter);
  await page.goto(`/meldingen/${reference}`);
  await page.getByRole("button", { name: "Bericht versturen" }).click();
  await expect(page.getByRole("alert")).toContainText("Vul dit in.");
  await page.getByLabel("Uw bericht aan het kantoor").fill("Graag overleg.");
  await page.getByRole("button", { name: "Bericht versturen" }).click();
  await expect(talk(page)).toContainText("Graag overleg.");
  await page.getByRole("button", { name: "Niets horen" }).click();
  await expect(page.getByText("U heeft gekozen om van deze melding niets te horen.")).toBeVisible();
  await context.close();
});

/** What happened, from the count that stands quietly below. */
async function expectNews(page: Page): Promise<void> {
  await expect(news(page)).toBeVisible(soon);
  await show(page).press("Enter");
  await expect(news(page)).toHaveCount(0, soon);
  await expect(page.locator("main:focus, main :focus")).toHaveCount(1);
}

/** Leaves a mark that goes when the page is loaded again. */
const mark = (page: Page) => page.evaluate(() => document.documentElement.setAttribute("data-open-since", "before"));
const isStillOpen = (page: Page) => expect(page.locator("html")).toHaveAttribute("data-open-since", "before");

test("two people live through a report on pages that stay open: filed, asked, answered, called back and closed", async ({
  visit,
}) => {
  const [school, office] = [await visit(reporter), await visit(officer)];
  await office.goto(`/werkvoorraad?lijst=team&soort=holiday_truancy&van=${formatWrittenDay(today)}`);
  await mark(office);
  const reference = await fileHoliday(school, await cityStudent(firstPlace + 2));

  await test.step("the officer's open list hears of it and shows it, and both open it", async () => {
    await expect(news(office)).toBeVisible(soon);
    await show(office).click();
    await expect(office.locator(`a[href$="${reference}"]`).first()).toBeVisible(soon);
    await isStillOpen(office);
    await school.goto(`/meldingen/${reference}`);
    await office.goto(`/werkvoorraad/${reference}`);
    await Promise.all([mark(school), mark(office)]);
  });

  await test.step("the officer asks, the school reads it in place and answers, and the officer reads the answer", async () => {
    await office.locator("summary", { hasText: "Vraag aan de school" }).click();
    await office.getByLabel("Wat wilt u weten?", { exact: true }).selectOption("absence_sheet");
    await office.getByRole("button", { name: "Vraag versturen" }).click();
    await expectArrived(office, "Uw vraag is naar de school gestuurd.");
    await expectNews(school);
    await school.getByLabel("Uw antwoord").fill("Dinsdag en woensdag, alle uren.");
    await school.getByRole("button", { name: "Antwoord versturen", exact: true }).click();
    await expectArrived(school, "Uw antwoord is verstuurd.");
    await expectNews(office);
    await expect(office.getByRole("region", { name: "Vragen aan de school" })).toContainText("alle uren", soon);
  });

  await test.step("the school leaves a number and a time, and the officer's open page hears of it", async () => {
    await school.locator("summary", { hasText: "Bel mij terug" }).click();
    await school.getByLabel("Uw telefoonnummer").fill("053 4871234");
    await school.getByLabel("Wanneer schikt het?").fill("Vandaag na 15 uur");
    await school.getByRole("button", { name: "Vraag om telefoontje" }).click();
    await expectArrived(school, "Uw verzoek is verstuurd.");
    await expect(school.getByRole("main")).toContainText("Het kantoor belt uw school nog terug");
    await expectNews(office);
    await expect(office.getByRole("main")).toContainText("De school vraagt of u belt", soon);
    const list = await visit(officer);
    await list.goto("/werkvoorraad?lijst=team&soort=holiday_truancy");
    await expect(list.getByRole("row").filter({ hasText: "Bel terug" }).first()).toBeVisible();
    await expect(talk(office)).toContainText("053 4871234");
  });

  await test.step("the school writes down a call of its own, and the office reads it without a reload", async () => {
    await school.locator("summary", { hasText: "Gebeld? Zet het erbij" }).click();
    await school.getByLabel("Wat is er afgesproken?").fill("Donderdag spreken wij elkaar op school.");
    await school.getByRole("button", { name: "Gesprek opschrijven" }).click();
    await expectArrived(school, "Uw gesprek staat erbij.");
    await expectNews(office);
    await expect(talk(office)).toContainText("Wij hebben gebeld: Donderdag", soon);
    await expect(office.getByText("De school vraagt of u belt")).toHaveCount(0);
  });

  await test.step("the officer notes that he called, and closes; the school's open page hears of each", async () => {
    await office.locator("summary", { hasText: "Gebeld" }).click();
    await office.getByRole("button", { name: "Gebeld vastleggen" }).click();
    await expect(office.getByText("De school vraagt of u belt")).toHaveCount(0);
    await expectNews(school);
    await expect(school.getByRole("main")).toContainText("heeft gebeld", soon);
    await office.locator("summary", { hasText: "Afsluiten" }).click();
    await office.getByLabel("Waarom sluit u af?").selectOption({ label: "Terug naar school" });
    await office.getByLabel("Wat gebeurt er verder?").selectOption({ label: "Er volgt geen actie meer" });
    await office.getByRole("button", { name: "Melding afsluiten" }).click();
    await expect(office.getByText("De melding is afgesloten", { exact: true })).toBeVisible();
    await expectNews(school);
    await expect(school.getByRole("main")).toContainText("heeft de melding afgesloten: Terug naar school.", soon);
    await expect(school.getByRole("main")).toContainText("Dank u wel voor uw melding.");
    await isStillOpen(school);
  });

  await test.step("on paper the words stand in their place, and the month says how it ended", async () => {
    await school.goto(`/meldingen/${reference}/afdruk`);
    await expect(school.getByRole("main")).toContainText("Vandaag na 15 uur");
    await school.goto("/meldingen/resultaten");
    await school.getByLabel("Verstuurd in").selectOption({ index: 1 });
    await school.getByRole("button", { name: "Toon", exact: true }).click();
    await expectAccessible(school, "what happened with the reports of a month");
    const row = school.getByRole("row").filter({ has: school.locator(`a[href="/meldingen/${reference}"]`) });
    await expect(row).toContainText("Afgesloten");
    await expect(row).toContainText("op tijd");
  });
});

test("an administrator of a school sees the mail change with each choice before keeping one", async ({ visit }) => {
  const page = await visit("beheerder@roc.example");
  await page.goto("/beheer");
  await page.getByRole("link", { name: "Wat er in mail staat" }).click();
  const preview = page.getByRole("region", { name: "Zo ziet een mail eruit" });
  await page.getByLabel("Alleen het nummer van de melding").check();
  await expect(preview).not.toContainText("VB-12", { useInnerText: true });
  await page.getByLabel("Ook uw kenmerk en de klas of groep").check();
  await expect(preview).toContainText("Klas of groep: 3B", { useInnerText: true });
  await expectAccessible(page, "what mail may say");
  await page.getByRole("button", { name: "Keuze bewaren" }).click();
  await expectArrived(page, "Uw keuze is bewaard.");
  await expect(page.getByText(/Gekozen door Wilma Oosterhuis/)).toBeVisible();
});
