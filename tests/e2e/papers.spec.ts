import { type Browser, expect, type Page } from "@playwright/test";
import { aDocument, aPdf, aPhoto } from "@/tests/support/papers";
import { cityStudent, signIn, writtenWeekday } from "./desk";
import { expectAccessible } from "./look";
import { chosen, download, paperField, papers } from "./paper-form";
import { chooseType, fileHoliday, nameStudent, next, sendReport } from "./report-form";
import { test } from "./test";

const firstPlace = 100;
const officerName = "Jan de Vries";

test("a school adds papers, hears what is wrong with one, and the officer takes them along as they were sent", async ({
  visit,
}) => {
  const [school, office] = [await visit("melder@vo.example"), await visit("ambtenaar@gemeente.example")];
  const reference = await fileHoliday(school, await cityStudent(firstPlace));
  const pdf = aPdf();
  await paperField(school).setInputFiles([
    chosen("verzuimstaat.pdf", pdf),
    chosen("foto.jpg", await aPhoto({ side: 300, hasPlace: true })),
    chosen("script.pdf", aPdf("7 0 obj\n<< /S /JavaScript >>\nendobj\n")),
  ]);
  await expect(school.getByRole("list", { name: "Wat u toevoegt" })).toContainText("Druk hem af naar een nieuwe PDF");
  await expect(school.getByRole("button", { name: "foto.jpg downloaden" })).toBeVisible();
  await expect(school.getByRole("button", { name: "verzuimstaat.pdf downloaden" })).toBeVisible();
  await expect(papers(school)).toContainText("2 van 10");
  await expectAccessible(school, "a report with papers");

  await office.goto(`/werkvoorraad/${reference}`);
  await expect(papers(office)).toContainText("School: Anouk Verbeek");
  expect(await download(office, "verzuimstaat.pdf downloaden")).toEqual({ name: "verzuimstaat.pdf", bytes: pdf });
  const all = await download(office, "Alle bijlagen van de zaak downloaden (zip, 2 bestanden)");
  expect([all.name, all.bytes.subarray(0, 2).toString()]).toEqual([`bijlagen ${reference}.zip`, "PK"]);
});

test("papers go along while a report is written, are looked at, and answer what the office asks", async ({ visit }) => {
  const [school, office] = [await visit("melder@vo.example"), await visit("ambtenaar@gemeente.example")];
  await nameStudent(school, await cityStudent(firstPlace + 2));
  await chooseType(school, "other_absence");
  await school.getByLabel("Eerste dag").fill(writtenWeekday(3));
  await school.getByLabel("Laatste dag").fill(writtenWeekday(3));
  await school.getByLabel("Reden").selectOption({ label: "Motivatie" });
  await next(school).click();
  await expect(papers(school)).toContainText("Bestanden worden in dit loket niet op virussen gecontroleerd");
  await school.getByLabel("Wat is het?").selectOption("letter");
  await paperField(school).setInputFiles([
    chosen("brief.docx", await aDocument()),
    chosen("a.pdf", aPdf()),
    chosen("b.pdf", aPdf("7 0 obj\n<< /Kind /B >>\nendobj\n")),
  ]);
  const along = school.getByRole("list", { name: "Deze bestanden gaan mee" });
  await expect(along.getByRole("listitem")).toHaveCount(3);
  for (const left of [2, 1]) {
    const drop = along.getByRole("button", { name: /^[ab]\.pdf weghalen$/ });
    await drop.first().click();
    await expect(along.getByRole("listitem")).toHaveCount(left);
    await expect(along.getByRole("button").and(school.locator(":focus"))).toHaveCount(1);
  }
  await expect(along).toContainText("brief.docx");
  await expectAccessible(school, "a report with papers before it is sent");
  const reference = await sendReport(school);
  await expect(papers(school)).toContainText("1 van 10");

  await office.goto(`/werkvoorraad/${reference}`);
  await office.getByRole("link", { name: "brief.docx bekijken" }).click();
  await expect(office.getByText("Sami was er niet.")).toBeVisible();
  await expectAccessible(office, "a paper that is looked at");
  await office.goto(`/werkvoorraad/${reference}`);
  await office.getByRole("button", { name: "Vraag: Verzuimstaat als bijlage" }).click();
  await expect(office.getByRole("listitem").filter({ hasText: "Verzuimstaat als bijlage" })).toContainText(
    "gevraagd, wacht op de school",
  );

  await school.goto(`/meldingen/${reference}`);
  const asked = school.getByRole("region", { name: "Vragen van het kantoor" });
  await asked.getByLabel("Bestanden", { exact: true }).setInputFiles([chosen("staat.pdf", aPdf())]);
  await expect(asked).toContainText("Antwoord: staat.pdf");
});

test("a link to a paper is nothing the second time, to somebody else, once the case moved on and after signing out", async ({
  visit,
}) => {
  const school = await visit("melder@vo.example");
  const reference = await fileHoliday(school, await cityStudent(firstPlace + 3));
  await paperField(school).setInputFiles([chosen("brief.docx", await aDocument())]);
  await expect(school.getByRole("button", { name: "brief.docx downloaden" })).toBeVisible();
  const office = await visit(null);
  await signIn(office, "ambtenaar@gemeente.example");
  await office.goto(`/werkvoorraad/${reference}`);
  const asks = (await office.locator("form[action^='/bijlagen/bestand/']").first().getAttribute("action")) ?? "";
  const aLink = async () => {
    const headers = { origin: new URL(office.url()).origin };
    return (await office.request.post(asks, { headers, maxRedirects: 0 })).headers()["location"] ?? "";
  };
  const statusOf = async (page: Page, link: string) => (await page.request.get(link)).status();

  const first = await aLink();
  expect(await statusOf(office, first)).toBe(200);
  expect(await statusOf(office, first)).toBe(404);
  expect(await statusOf(school, await aLink())).toBe(404);
  const early = await aLink();
  await office.getByRole("button", { name: "Oppakken" }).click();
  await expect(office.getByRole("status")).toContainText("U heeft de melding in behandeling");
  expect(await statusOf(office, early)).toBe(404);
  const [last, session] = [await aLink(), await office.context().cookies()];
  await office.getByRole("button", { name: new RegExp(officerName) }).click();
  await office.getByRole("button", { name: "Uitloggen" }).click();
  await expect(office.getByText("U bent uitgelogd")).toBeVisible();
  await office.context().addCookies(session);
  expect((await office.request.get(last)).url()).toContain("/inloggen");
});

test("without script papers go along, and one that is wrong can be taken back", async ({ browser, visit }) => {
  const reference = await fileHoliday(await visit("melder@vo.example"), await cityStudent(firstPlace + 1));
  const school = await withoutScript(browser);
  await school.goto(`/meldingen/${reference}`);
  await paperField(school).setInputFiles([
    chosen("brief.docx", await aDocument()),
    chosen("foto.heic", Buffer.from("x")),
  ]);
  await school.getByRole("button", { name: "Bijlage toevoegen" }).click();
  await expect(papers(school)).toContainText("Uw bijlage staat bij de melding.");
  await expect(papers(school)).toContainText("Sla de foto op als jpg");
  expect((await download(school, "brief.docx downloaden")).name).toBe("brief.docx");
  await school.locator("summary", { hasText: "brief.docx verwijderen" }).click();
  await school.getByRole("button", { name: "Ja, verwijder dit bestand" }).click();
  await expect(papers(school)).toContainText("De bijlage is verwijderd.");
  await expect(papers(school)).toContainText("0 van 10");
  await school.context().close();
});

async function withoutScript(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false, locale: "nl-NL" })).newPage();
  await signIn(page, "melder@vo.example");
  return page;
}
