import { expect, type Page } from "@playwright/test";
import { cityStudent } from "./desk";
import { tabTo } from "./keys";
import { expectAccessible, expectAccessibleWithoutScript } from "./look";
import { fileHoliday, summary } from "./report-form";
import { test } from "./test";

const firstPlace = 350;

const card = (page: Page) => page.getByRole("region", { name: "Mail over deze melding" });
const opener = (page: Page) => card(page).locator("summary", { hasText: "Collega laten meekijken" });
const colleagues = (page: Page) => card(page).getByLabel("Welke collega?");
const bring = (page: Page) => card(page).getByRole("button", { name: "Laten meekijken" });

test("a school has a colleague look along at one report, who hears of it and is taken out again", async ({ visit }) => {
  const [school, mentor] = [await visit("melder@vo.example"), await visit("mentor@vo.example")];
  const reference = await fileHoliday(school, await cityStudent(firstPlace));
  await mentor.goto(`/meldingen/${reference}`);
  await expect(card(mentor).getByText("U hoort van deze melding als")).toBeVisible();
  await expect(opener(mentor)).toHaveCount(0);

  await test.step("with the keyboard alone", async () => {
    await school.goto(`/meldingen/${reference}`);
    await opener(school).focus();
    await school.keyboard.press("Enter");
    await expect(colleagues(school)).toBeVisible();
    await tabTo(school, bring(school));
    await school.keyboard.press("Enter");
    await expect(summary(school)).toContainText("Kies een collega.");
    await expectAccessible(school, "a colleague to choose, refused");
    await colleagues(school).selectOption({ label: "Marieke Jansen" });
    await bring(school).press("Enter");
    await expect(card(school).getByRole("status")).toContainText("Uw collega kijkt vanaf nu mee");
    await expect(card(school)).toContainText("Marieke Jansen kijkt mee, gevraagd door Anouk Verbeek.");
    await expectAccessible(school, "a colleague who looks along");
  });

  await test.step("the colleague reads who asked, and that the report is followed", async () => {
    const notice = mentor.getByRole("listitem").filter({ hasText: reference });
    await expect(async () => {
      await mentor.goto("/berichten");
      await expect(notice).toContainText("Anouk Verbeek heeft u bij deze melding gehaald.", { timeout: 1000 });
    }).toPass();
    await expectAccessible(mentor, "messages, of being brought in");
    await notice.getByRole("link").click();
    await expect(card(mentor)).toContainText("Anouk Verbeek heeft u bij deze melding gehaald. U volgt deze melding.");
  });

  await test.step("taken out", async () => {
    await card(school).getByRole("button", { name: "Marieke Jansen weghalen" }).click();
    await expect(card(school).getByRole("status")).toContainText("Uw collega kijkt niet meer mee.");
    await expect(card(school).getByText("gevraagd door")).toHaveCount(0);
    await mentor.reload();
    await expect(card(mentor).getByText("U hoort van deze melding als")).toBeVisible();
  });
});

test("without script an officer has a colleague look along, who stops it himself", async ({ visit }) => {
  const reference = await fileHoliday(await visit("melder@vo.example"), await cityStudent(firstPlace + 1));
  const officer = await visit("ambtenaar@gemeente.example", { javaScriptEnabled: false });
  await officer.goto(`/werkvoorraad/${reference}`);
  await opener(officer).click();
  await card(officer).getByRole("button", { name: "Collega's tonen" }).click();
  await expect(colleagues(officer)).toBeVisible();
  await expectAccessibleWithoutScript(officer, "a colleague of the office to choose");
  await colleagues(officer).selectOption({ label: "Ilse Wolters" });
  await bring(officer).click();
  await expect(card(officer)).toContainText("Ilse Wolters kijkt mee, gevraagd door Jan de Vries.");

  const colleague = await visit("teamleider@gemeente.example");
  await colleague.goto(`/werkvoorraad/${reference}`);
  await expect(card(colleague)).toContainText("Jan de Vries heeft u bij deze melding gehaald.");
  await card(colleague).getByRole("button", { name: "Terug naar gewoon" }).click();
  await expect(card(colleague).getByText("U hoort van deze melding als")).toBeVisible();
  await officer.reload();
  await expect(card(officer).getByText("gevraagd door")).toHaveCount(0);
});
