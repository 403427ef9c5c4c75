import { type Browser, expect, type Page } from "@playwright/test";
import { cityOffice } from "@/prisma/seed/offices";
import { cityStudent, signIn, writtenWeekday } from "./desk";
import { expectAccessibleWithoutScript } from "./look";
import { chooseType, nameStudent, next, send, sendReport, summary } from "./report-form";
import { test } from "./test";

const firstPlace = 20;
const ownPlace = 390;

test("without script the whole work of a school and an officer can be done", async ({ browser }) => {
  const student = await cityStudent(firstPlace);
  const school = await withoutScript(browser, "melder@vo.example");
  await nameStudent(school, student);
  await chooseType(school, "other_absence");
  await school.getByLabel("Eerste dag").fill(writtenWeekday(2));
  await school.getByLabel("Laatste dag").fill(writtenWeekday(1));
  await school.getByRole("button", { name: "Dagen tonen" }).click();
  await school
    .getByRole("checkbox", { name: /^Lesuur 1,/ })
    .first()
    .check();
  await school.getByLabel("Toelichting").fill("Blijft weg bij gym.");
  await next(school).click();
  await expect(summary(school)).toContainText("Reden: Kies een reden.");
  await expect(school.getByLabel("Toelichting")).toHaveValue("Blijft weg bij gym.");
  await expect(school.getByRole("checkbox", { name: /^Lesuur 1,/ }).first()).toBeChecked();
  await expectAccessibleWithoutScript(school, "a form to mend, with hours");
  await school.getByLabel("Reden").selectOption({ label: "Motivatie" });
  await next(school).click();
  await expect(send(school)).toBeVisible();
  await expectAccessibleWithoutScript(school, "a form to check");
  const reference = await sendReport(school);
  await expectAccessibleWithoutScript(school, "after sending");

  const office = await withoutScript(browser, "ambtenaar@gemeente.example");
  await office.getByLabel("Naar melding").fill(reference.toLowerCase());
  await office.getByRole("button", { name: "Openen" }).click();
  const late = await withoutScript(browser, "teamleider@gemeente.example");
  await late.goto(`/werkvoorraad/${reference}`);
  await office.getByRole("button", { name: "Oppakken" }).click();
  await expect(office.getByRole("status")).toContainText("U heeft de melding in behandeling");
  await late.getByRole("button", { name: "Oppakken" }).click();
  await expect(late.getByRole("alert")).toContainText("Jan de Vries was u voor");
  await expect(late.getByRole("button", { name: "Oppakken" })).toBeHidden();
  await expectAccessibleWithoutScript(late, "a case that a colleague took");
  await late.context().close();
  await office.locator("summary", { hasText: "Afsluiten" }).click();
  await office.getByRole("link", { name: "Formulier openen" }).click();
  await office.getByRole("button", { name: "Melding afsluiten" }).click();
  await expect(summary(office)).toContainText("Kies waarom de melding wordt afgesloten.");
  await office.getByLabel("Waarom sluit u af?").selectOption({ label: "Terug naar school" });
  await office.getByLabel("Wat gebeurt er verder?").selectOption({ label: "Er volgt geen actie meer" });
  await office.getByRole("button", { name: "Melding afsluiten" }).click();
  await expect(office.getByText("De melding is afgesloten", { exact: true })).toBeVisible();

  await school.goto(`/meldingen/${reference}`);
  await expect(school.getByRole("main")).toContainText(`${cityOffice.name} heeft uw melding afgesloten`);
  await school.getByRole("button", { name: "English" }).click();
  await expect(school.locator("html")).toHaveAttribute("lang", "en");
  await expect(school).toHaveURL(new RegExp(`/meldingen/${reference}$`));
  await school.getByRole("button", { name: "Nederlands" }).click();
  await expect(school.locator("html")).toHaveAttribute("lang", "nl");

  await school.getByRole("button", { name: /Anouk Verbeek/ }).click();
  await school.getByRole("button", { name: "Uitloggen" }).click();
  await expect(school.getByText("U bent uitgelogd")).toBeVisible();
  await school.goto("/meldingen");
  await expect(school).toHaveURL(/inloggen/);
  await Promise.all([school.context().close(), office.context().close()]);
});

test("without script the hours come from a sheet of a whole school as well, and nothing typed is lost", async ({
  browser,
}) => {
  const student = await cityStudent(ownPlace);
  const page = await withoutScript(browser, "melder@vo.example");
  await nameStudent(page, student);
  await chooseType(page, "sixteen_hours_in_four_weeks");
  await page.getByLabel("Toelichting").fill("Uit het pakket van de school.");
  await page.locator("summary", { hasText: "Uren plakken" }).click();
  await page.getByRole("button", { name: "Bestand met uren kiezen" }).click();
  await expect(page.getByText("Uw melding is bewaard als concept.")).toBeVisible();

  const choose = async (text: string) => {
    const file = { name: "verzuim.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
    await page.getByLabel("Bestand", { exact: true }).setInputFiles(file);
    await page.getByRole("button", { name: "Bestand inlezen" }).click();
  };
  await choose('Nummer;Dag;Lesuur\n"open');
  await expect(page.getByText("Kijk vanaf regel 2")).toBeVisible();
  await expectAccessibleWithoutScript(page, "a sheet that cannot be read");
  const others = Array.from({ length: 4_900 }, () => `999990019;${writtenWeekday(5)};1;${"x".repeat(40)}`);
  const own = [1, 2, 3].map((lesson) => `${student.number};${writtenWeekday(4)};${lesson};`);
  const sheet = ["Leerlingnummer;Datum;Lesuur;Opmerking", ...others, ...own].join("\n");
  expect(sheet.length).toBeGreaterThan(256 * 1024);
  await choose(sheet);
  await expect(page.getByLabel("Toelichting")).toHaveValue("Uit het pakket van de school.");
  await expectAccessibleWithoutScript(page, "the columns of a sheet");
  await page.getByRole("button", { name: "Uren overnemen" }).click();
  await expect(page.getByText("1 dag overgenomen")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^Lesuur 3,/, checked: true })).toHaveCount(1);
  await page.context().close();
});

async function withoutScript(browser: Browser, email: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, email);
  return page;
}
