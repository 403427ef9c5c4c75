import { type Browser, expect, type Page } from "@playwright/test";
import { cityOffice } from "@/prisma/seed/offices";
import { cityStudent, signIn, writtenWeekday } from "./desk";
import { chooseType, nameStudent, next, send, sendReport, summary } from "./report-form";
import { test } from "./test";

const firstPlace = 20;

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
  await school.getByLabel("Reden").selectOption({ label: "Motivatie" });
  await next(school).click();
  await expect(send(school)).toBeVisible();
  const reference = await sendReport(school);

  const office = await withoutScript(browser, "ambtenaar@gemeente.example");
  await office.getByLabel("Naar melding").fill(reference.toLowerCase());
  await office.getByRole("button", { name: "Openen" }).click();
  await office.getByRole("button", { name: "Oppakken" }).click();
  await expect(office.getByRole("status")).toContainText("U heeft de melding in behandeling");
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

async function withoutScript(browser: Browser, email: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, email);
  return page;
}
