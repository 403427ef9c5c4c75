import { expect, type Page } from "@playwright/test";
import { aPdf } from "@/tests/support/papers";
import { cityStudent, writtenWeekday } from "./desk";
import { choose, tabTo } from "./keys";
import { expectAccessible } from "./look";
import { chosen, paperField, papers } from "./paper-form";
import { expectArrived, nameOf, next, send, sendReport } from "./report-form";
import { test } from "./test";

const firstPlace = 391;
const reporter = "melder@vo.example";

test.describe.configure({ timeout: 180_000 });

async function pressOn(page: Page, role: "button" | "link", name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole(role, { name, exact: typeof name === "string" }).first());
  await page.keyboard.press("Enter");
}

test("the day of who reports all day is walked with the keyboard alone: a sheet, a template, a row of reports, paper", async ({
  visit,
}) => {
  const page = await visit(reporter);
  const { keyboard } = page;
  const [good, wrong, one] = await Promise.all([0, 1, 2].map((more) => cityStudent(firstPlace + more)));
  if (good === undefined || wrong === undefined || one === undefined) throw new Error("too few students");

  await test.step("a sheet is pasted, a row mended, and all are sent", async () => {
    await pressOn(page, "link", "Veel meldingen tegelijk");
    const opener = page.locator("summary", { hasText: "Of plak regels" });
    await expect(opener).toBeVisible();
    await tabTo(page, opener);
    await keyboard.press("Enter");
    await tabTo(page, page.getByLabel("Plak de regels"));
    const days = `${writtenWeekday(5)};${writtenWeekday(4)}`;
    const rows = [`${good.number};Luxeverzuim;${days};Vakantie`, `${wrong.number};Luxeverzuim;31-2-2026;;Vakantie`];
    await keyboard.insertText(["BSN;Soort verzuim;Eerste dag;Laatste dag;Reden", ...rows].join("\n"));
    await pressOn(page, "button", "Regels inlezen");
    await expect(page.getByText("1 melding gaat naar het kantoor")).toBeVisible({ timeout: 20_000 });
    await pressOn(page, "link", /^Verbeteren.*Regel 3$/);
    await expect(page.getByRole("heading", { name: "Regel 3 verbeteren" })).toBeVisible();
    for (const [label, day] of [
      ["Eerste dag", writtenWeekday(5)] as const,
      ["Laatste dag", writtenWeekday(4)] as const,
    ]) {
      await tabTo(page, page.getByLabel(label));
      await keyboard.press("Control+A");
      await keyboard.type(day);
    }
    await pressOn(page, "button", "Opslaan en volgende fout");
    await expect(page.getByText("De regel klopt nu").first()).toBeVisible();
    await pressOn(page, "button", "2 meldingen versturen");
    await expect(page.getByText("2 meldingen zijn verstuurd")).toBeVisible({ timeout: 20_000 });
  });

  await test.step("a template that is half typed is there again, is kept, and fills in a report", async () => {
    await page.goto("/meldingen/sjablonen");
    const name = page.getByLabel("Naam van het sjabloon");
    await tabTo(page, name);
    await keyboard.type("Met het toetsenbord");
    await expect(page.getByText("Bewaard", { exact: true })).toBeVisible();
    await page.reload();
    await expect(name).toHaveValue("Met het toetsenbord");
    await tabTo(page, page.getByLabel("Soort verzuim"));
    await choose(page, page.getByLabel("Soort verzuim"), "holiday_truancy");
    await tabTo(page, page.getByLabel("Reden", { exact: true }));
    await choose(page, page.getByLabel("Reden", { exact: true }), "holiday");
    await pressOn(page, "button", "Sjabloon bewaren");
    await expect(page.getByText("Het sjabloon is bewaard.")).toBeVisible();
  });

  await test.step("and the next comes after it without a way back", async () => {
    await page.goto("/meldingen/nieuw");
    await tabTo(page, page.getByLabel("BSN of onderwijsnummer"));
    await keyboard.type(one.number);
    await keyboard.press("Enter");
    await expectArrived(page, "Stap 2: Wat");
    const template = page.getByLabel("Sjabloon");
    await tabTo(page, template);
    const value = await template.locator("option", { hasText: "Met het toetsenbord" }).getAttribute("value");
    await choose(page, template, value ?? "");
    await pressOn(page, "button", "Invullen");
    await expectArrived(page, "Het sjabloon is ingevuld.");
    for (const [label, back] of [["Eerste dag", 3] as const, ["Laatste dag", 2] as const]) {
      await tabTo(page, page.getByLabel(label));
      await keyboard.type(writtenWeekday(back));
    }
    await pressOn(page, "button", "Verder");
    await expectArrived(page, "Stap 3: Controleren en versturen");
    await pressOn(page, "button", "Versturen en nog een melden");
    await expect(page.getByText(/^Melding V-\S+ is verstuurd$/)).toBeVisible();
    await expect(page.getByLabel("BSN of onderwijsnummer")).toBeFocused();
    await expectAccessible(page, "the next report, after one that was sent");
  });

  await test.step("what was sent is found by name and printed", async () => {
    await page.goto("/meldingen");
    const search = page.getByLabel("Zoek", { exact: false }).first();
    await tabTo(page, search);
    await keyboard.type(String(one.names["last_name"]));
    await keyboard.press("Enter");
    await pressOn(page, "link", "Meldingen afdrukken");
    const box = page.getByRole("checkbox").first();
    await tabTo(page, box);
    await keyboard.press("Space");
    await expect(box).toBeChecked();
    await tabTo(page, page.getByRole("button", { name: "Gekozen meldingen afdrukken" }));
    const [paper] = await Promise.all([page.waitForEvent("popup"), keyboard.press("Enter")]);
    await expect(paper.getByRole("article")).toHaveCount(1);
    await page.goto("/meldingen/sjablonen");
    await pressOn(page, "button", "Sjabloon Met het toetsenbord weggooien");
    await expectArrived(page, "Het sjabloon is weggegooid.");
  });
});

test("the day of who reports now and then goes by on a phone: by name, with hours, a paper, a question and the return", async ({
  visit,
}) => {
  const page = await visit(reporter, { viewport: { width: 375, height: 740 }, hasTouch: true });
  const student = await cityStudent(firstPlace + 3);
  await page.goto("/meldingen");
  await page.getByRole("link", { name: "Verzuim melden" }).first().tap();
  await page.getByLabel("Of zoek op naam, klas of geboortedatum").fill(nameOf(student));
  await page.keyboard.press("Enter");
  await page
    .getByRole("button", { name: new RegExp(nameOf(student)) })
    .first()
    .tap();
  await expectArrived(page, "Stap 2: Wat");
  await page.getByText("16 uur in 4 weken", { exact: true }).tap();
  await page.getByLabel("Eerste dag").fill(writtenWeekday(2));
  await page.getByRole("button", { name: "Alle lessen aankruisen" }).tap();
  await expect(page.getByText(/uur tot de grens van 16 uur|grens van 16 uur in 4 lesweken is bereikt/)).toBeVisible();
  await page.getByLabel("Reden").selectOption({ label: "Spijbelen" });
  await expectAccessible(page, "what and the hours, on a phone");
  await next(page).tap();
  await expect(send(page)).toBeVisible();
  const reference = await sendReport(page);

  await paperField(page).setInputFiles(chosen("brief.pdf", aPdf()));
  await expect(papers(page)).toContainText("brief.pdf");
  await expectAccessible(page, "a report that was sent, with a paper, on a phone");

  const office = await visit("ambtenaar@gemeente.example");
  await office.goto(`/werkvoorraad/${reference}`);
  await office.locator("summary", { hasText: "Vraag aan de school" }).click();
  await office.getByLabel("Wat wilt u weten?", { exact: true }).selectOption("dates");
  await office.getByRole("button", { name: "Vraag versturen" }).click();
  await expectArrived(office, "Uw vraag is naar de school gestuurd.");

  await page.goto("/meldingen");
  const asked = page.getByRole("region", { name: "Wat er van u gevraagd wordt" });
  await expectAccessible(page, "what is asked of a school, on a phone");
  await asked.locator(`a[href="/meldingen/${reference}#vragen"]`).tap();
  await page.getByLabel("Uw antwoord").fill("Alleen dinsdag.");
  await page.getByRole("button", { name: "Antwoord versturen", exact: true }).tap();
  await expectArrived(page, "Uw antwoord is verstuurd.");

  const back = page.getByRole("region", { name: "Weer op school?" });
  await back.getByRole("textbox").fill(writtenWeekday(1));
  await back.getByRole("button", { name: "Weer op school" }).tap();
  await expect(back).toHaveCount(0);
  await expectAccessible(page, "a report of who is back at school, on a phone");

  await page.goto("/meldingen/resultaten");
  await expectAccessible(page, "what happened with the reports, on a phone");
});
