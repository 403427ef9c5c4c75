import { expect, type Page } from "@playwright/test";
import { aPdf } from "@/tests/support/papers";
import { cityStudent, writtenWeekday } from "./desk";
import { expectAccessible } from "./look";
import { chosen } from "./paper-form";
import { expectArrived, fileHoliday } from "./report-form";
import { test } from "./test";

const firstPlace = 365;
const reporter = "melder@vo.example";

/** A form that keeps what is typed says so at its foot. */
const kept = (page: Page) => page.getByText("Bewaard", { exact: true });
const isBack = (page: Page) => page.getByText("Wat u hier eerder typte, staat er weer.");

test("a correction and a withdrawal that are half typed survive each way out of the page, and go when they are sent", async ({
  visit,
}) => {
  const page = await visit(reporter);
  const reference = await fileHoliday(page, await cityStudent(firstPlace));
  await page.goto(`/meldingen/${reference}/aanpassen`);
  const words = page.getByLabel("Toelichting");
  await words.fill("Half");
  await expect(kept(page)).toBeVisible();
  await words.pressSequentially(" getypt");
  await page.getByRole("link", { name: "Annuleren" }).click();
  await expect(page.getByRole("link", { name: "Melding intrekken" })).toBeVisible();
  await page.goBack();
  await expect(words).toHaveValue("Half getypt");
  await page.goto("about:blank");
  await page.goto(`/meldingen/${reference}/aanpassen`);
  await expect(words).toHaveValue("Half getypt");
  await expect(isBack(page)).toBeVisible();
  await expectAccessible(page, "a correction that was typed earlier");

  await page.getByRole("button", { name: "Begin opnieuw" }).click();
  await expect(words).toHaveValue("");
  await expect(isBack(page)).toHaveCount(0);
  await words.fill("Heel getypt");
  await page.getByRole("button", { name: "Wijziging bewaren" }).click();
  await expect(page.getByRole("main")).toContainText("Heel getypt");
  await page.goto(`/meldingen/${reference}/aanpassen`);
  await expect(words).toHaveValue("Heel getypt");
  await expect(isBack(page)).toHaveCount(0);

  await page.goto(`/meldingen/${reference}/intrekken`);
  await page.getByRole("textbox").fill("Was wél op school.");
  await expect(kept(page)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox")).toHaveValue("Was wél op school.");
  await page.getByRole("button", { name: "Melding intrekken" }).click();
  await expect(page.getByRole("main")).toContainText("ingetrokken");
});

test("a row of a sheet keeps what was typed in it while other rows are looked at, left out or mended", async ({
  visit,
}) => {
  const page = await visit(reporter);
  const students = [await cityStudent(firstPlace + 1), await cityStudent(firstPlace + 2)];
  const rows = students.map(({ number }) => `${number};Luxeverzuim;31-2-2026;${writtenWeekday(2)};Vakantie`);
  await page.goto("/meldingen/importeren");
  await page.locator("summary", { hasText: "Of plak regels" }).click();
  const heads = "BSN;Soort verzuim;Eerste dag;Laatste dag;Reden";
  await page.getByLabel("Plak de regels").fill([heads, ...rows].join("\r\n"));
  await page.getByRole("button", { name: "Regels inlezen" }).click();
  const mend = (line: number) => page.getByRole("link", { name: new RegExp(`^Verbeteren.*Regel ${line}$`) });
  const reason = page.getByLabel("Toelichting");
  await mend(2).click({ timeout: 20_000 });
  await reason.fill("Half getypt in regel 2");
  await page.getByRole("link", { name: /^Alle/ }).first().click();
  await mend(3).click();
  await reason.fill("Half getypt in regel 3");
  await expect(kept(page)).toBeVisible();
  await page.reload();
  await expect(reason).toHaveValue("Half getypt in regel 3");
  await page.getByRole("button", { name: "Deze regel niet versturen" }).click();
  await expect(page.getByText("De regel wordt niet verstuurd").first()).toBeVisible();
  await mend(2).click();
  await expect(reason).toHaveValue("Half getypt in regel 2");
  await expect(isBack(page)).toBeVisible();
  await page.getByLabel("Eerste dag").fill(writtenWeekday(3));
  await page.getByRole("button", { name: "Opslaan en volgende fout" }).click();
  await expect(page.getByText("De regel klopt nu").first()).toBeVisible();
});

test("an answer that is half typed is the message when a file answers first", async ({ visit }) => {
  const [school, office] = [await visit(reporter), await visit("ambtenaar@gemeente.example")];
  const reference = await fileHoliday(school, await cityStudent(firstPlace + 3));
  await office.goto(`/werkvoorraad/${reference}`);
  await office.locator("summary", { hasText: "Vraag aan de school" }).click();
  await office.getByLabel("Wat wilt u weten?", { exact: true }).selectOption("absence_sheet");
  await office.getByRole("button", { name: "Vraag versturen" }).click();
  await expectArrived(office, "Uw vraag is naar de school gestuurd.");
  await school.goto(`/meldingen/${reference}`);
  const asked = school.getByRole("region", { name: "Vragen van het kantoor" });
  await asked.getByLabel("Uw antwoord").fill("Zie bladzijde 2.");
  await asked.getByLabel("Uw antwoord").blur();
  const [chooser] = await Promise.all([
    school.waitForEvent("filechooser"),
    asked.getByLabel("Bestanden", { exact: true }).click(),
  ]);
  await chooser.setFiles(chosen("staat.pdf", aPdf()));
  await expect(asked).toContainText("Antwoord: staat.pdf");
  await expect(school.getByLabel("Uw bericht aan het kantoor")).toHaveValue("Zie bladzijde 2.");
});

test("a question of a report that is closed takes no answer any more; what was typed is a message now", async ({
  visit,
}) => {
  const [school, office] = [await visit("melder@vo.example"), await visit("ambtenaar@gemeente.example")];
  const reference = await fileHoliday(school, await cityStudent(firstPlace + 4));
  await office.goto(`/werkvoorraad/${reference}`);
  await office.getByRole("button", { name: "Vraag: Uitleg van de school" }).click();
  await expect(office.getByText("Wacht op de school").first()).toBeVisible();
  await school.goto(`/meldingen/${reference}`);
  const isKept = school.waitForResponse((answer) => answer.url().endsWith("/gesprek/concept"));
  await school.getByLabel("Uw antwoord").first().fill("Wij waren net bezig");
  await school.getByLabel("Uw antwoord").first().blur();
  await isKept;

  await office.goto(`/werkvoorraad/${reference}`);
  await office.locator("summary", { hasText: "Afsluiten" }).click();
  await office.getByLabel("Waarom sluit u af?").selectOption({ label: "Terug naar school" });
  await office.getByLabel("Wat gebeurt er verder?").selectOption({ index: 1 });
  await office.getByRole("button", { name: "Melding afsluiten" }).click();
  await expectArrived(office, "De melding is afgesloten");
  await expect(office.getByText("Een antwoord is niet meer nodig")).toBeVisible();

  await school.getByRole("button", { name: "Antwoord versturen" }).first().click();
  await expect(school.getByText("is geen antwoord meer nodig").first()).toBeVisible();
  await school.goto(`/meldingen/${reference}`);
  await expect(school.getByText("Een antwoord is niet meer nodig")).toBeVisible();
  await expect(school.getByLabel("Uw bericht aan het kantoor")).toHaveValue("Wij waren net bezig");
  await expectAccessible(school, "a question of a closed report");
});
