import { expect, type Locator } from "@playwright/test";
import { surnameLetters } from "@/lib/routing/surname-letters";
import { cityStudent, writtenWeekday } from "./desk";
import { choose, tabTo } from "./keys";
import { expectAccessible } from "./look";
import { expectArrived, fileHoliday, nameStudent, next, sendReport, summary, tellHoliday } from "./report-form";
import { test } from "./test";

const firstPlace = 60;
const dayPlace = 403;
const lead = "teamleider@gemeente.example";
/** Her name. */
const self = "Ilse Wolters";

test.describe.configure({ timeout: 120_000 });

test("a team lead makes a rule, puts it in its place and into force, and a report goes by it", async ({ visit }) => {
  const [page, school] = [await visit(lead), await visit("melder@vo.example")];
  const student = await cityStudent(firstPlace);
  const letters = surnameLetters(student.names["last_name"] ?? "");
  const rules = page.getByRole("region", { name: /^Concept/ }).getByRole("listitem");

  await page.getByRole("link", { name: "Routering" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Regels van het kantoor");
  await expectAccessible(page, "rules that are not there yet");
  await page.getByRole("button", { name: "Regels aanpassen" }).click();

  await test.step("looks for a school, and is told what is wrong with the rest kept", async () => {
    await page.getByRole("link", { name: "Regel toevoegen" }).click();
    await page.getByLabel("Naam van de regel").fill("Haast met vakantie bij Samira");
    await page.getByRole("searchbox").fill(student.school["brin"] ?? "");
    await page.getByRole("button", { name: "Zoeken" }).click();
    const school = page.getByRole("group", { name: "Hele scholen" }).getByRole("checkbox");
    await school.first().check();
    await page.getByRole("searchbox").fill("zoiets is er niet");
    await page.getByRole("button", { name: "Zoeken" }).click();
    await expect(school).toHaveCount(1);
    await expect(school.first()).toBeChecked();
    await expect(page.getByLabel("Naam van de regel")).toHaveValue("Haast met vakantie bij Samira");
    await page.getByRole("checkbox", { name: "Luxeverzuim" }).check();
    await page.getByRole("radio", { name: "Alleen met spoed" }).check();
    await page.getByLabel("Achternaam vanaf letter").fill("1");
    await page.getByLabel("Achternaam tot en met letter").fill(letters);
    await page.getByRole("checkbox", { name: "Samira Bouali" }).check();
    await page.getByRole("button", { name: "Regel opslaan" }).click();
    await expect(summary(page)).toContainText("Vul een of twee letters in.");
    await expect(page.getByRole("checkbox", { name: "Samira Bouali" })).toBeChecked();
    await expectAccessible(page, "a rule with a fault");
    await page.getByLabel("Achternaam vanaf letter").fill(letters);
    await page.getByRole("button", { name: "Regel opslaan" }).click();
    await expect(page.getByRole("status")).toContainText("Opgeslagen");
  });

  await test.step("sees which rule is never reached, and moves the other below it", async () => {
    await page.getByRole("link", { name: "Regel toevoegen" }).click();
    await page.getByLabel("Naam van de regel").fill("Vangnet");
    await page.getByLabel("Leeftijd tot en met").fill("3");
    await page.getByRole("radio", { name: "De gezamenlijke werkvoorraad" }).check();
    await page.getByRole("button", { name: "Regel opslaan" }).click();
    await expect(rules).toHaveCount(2);
    await expect(rules.nth(1)).toContainText("Tot en met 3 jaar → gezamenlijke werkvoorraad");
    await expect(rules.nth(1)).toContainText("Deze regel wordt nooit bereikt: er is geen leerling met deze leeftijd");
    await expect(rules.first()).not.toContainText("wordt nooit bereikt");
    await expect(page.getByRole("button", { name: /^Omhoog: Haast/ })).toHaveCount(0);
    await page.getByRole("button", { name: "Omhoog: Vangnet" }).click();
    await expect(rules.first()).toContainText("Vangnet");
    await expectAccessible(page, "a draft of two rules");
  });

  await page.getByRole("button", { name: "Laten ingaan" }).click();
  await expect(page.getByRole("region", { name: "Regels die nu gelden" })).toContainText("Versie 1");

  await nameStudent(school, student);
  await tellHoliday(school);
  await school.getByLabel("Dit heeft haast").check();
  await school.getByLabel("Waarom heeft het haast?").fill("Morgen vliegt het gezin weg.");
  await next(school).click();
  const reference = await sendReport(school);
  await expect(school.getByRole("main")).toContainText(
    "Samira Bouali heeft de melding gekregen, omdat een regel van het kantoor",
  );

  await page.goto(`/werkvoorraad/${reference}`);
  await page.getByRole("link", { name: "Hele uitleg" }).click();
  await expect(page.getByRole("main")).toContainText("De regel “Haast met vakantie bij Samira” gaf de doorslag.");
  await expect(page.getByRole("main")).toContainText("Met dezelfde gegevens opnieuw bepaald: dezelfde uitkomst.");
  await expectAccessible(page, "the whole receipt");
});

test("a team lead tries other rules on past reports before they are in force", async ({ visit }) => {
  const page = await visit(lead);
  await page.goto("/routering/regels");
  await page.getByRole("link", { name: "Wat als" }).click();
  await expect(page.getByRole("main")).toContainText("Er zijn geen andere regels om te proberen");
  await expectAccessible(page, "no rules to try");
  await page.getByRole("main").getByRole("link", { name: "Naar de regels" }).click();
  await page.getByRole("button", { name: "Regels aanpassen" }).click();
  await page.getByRole("link", { name: "Regel toevoegen" }).click();
  await page.getByLabel("Naam van de regel").fill("Alles naar Samira");
  await page.getByRole("checkbox", { name: "Samira Bouali" }).check();
  await page.getByRole("button", { name: "Regel opslaan" }).click();

  await page.getByRole("link", { name: "Eerst proberen" }).click();
  await expect(page.getByRole("region", { name: "Uitkomst" })).toContainText(
    /Van de [\d.]+ meldingen zouden er [\d.]+/,
  );
  const shares = page.getByRole("table", { name: /^Meldingen per persoon/ });
  await expect(shares.getByRole("row", { name: /Samira Bouali/ })).toContainText("+");
  await expect(shares.getByRole("row", { name: /Peter Nijland/ })).toContainText("−");
  const first = page
    .getByRole("table", { name: /^Meldingen die bij iemand anders/ })
    .getByRole("row")
    .nth(1);
  await expect(first).toContainText("regel “Alles naar Samira”");
  await expectAccessible(page, "the outcome of a trial");

  await test.step("asks for a period, and is told what is wrong with it", async () => {
    await page.getByLabel("Tot en met").fill("morgen");
    await page.getByRole("button", { name: "Proberen" }).click();
    await expect(page.getByRole("main")).toContainText("Vul een dag in die bestaat");
    await expectAccessible(page, "a period that is none");
    await page.getByLabel("Tot en met").fill("1-1-2020");
    await page.getByRole("button", { name: "Proberen" }).click();
    await expect(page.getByRole("main")).toContainText("In deze periode kreeg het kantoor geen meldingen");
  });

  await page.goto("/routering/regels");
  await expect(page.getByRole("region", { name: /^Concept/ })).toContainText("Alles naar Samira");
  await page.locator("summary", { hasText: "Concept weggooien" }).click();
  await page.getByRole("button", { name: "Concept weggooien" }).click();
  await expect(page.getByRole("region", { name: /^Concept/ })).toHaveCount(0);
});

test("a team lead plans who is away and who stands in, and sees what a hand-over would do", async ({ visit }) => {
  const page = await visit(lead);
  await page.goto("/routering/mensen");
  await expectAccessible(page, "the people of an office");
  await page.getByRole("link", { name: "Peter Nijland" }).click();
  await expectAccessible(page, "one of the people");
  await expect(page.getByLabel("Vervanger").getByRole("option", { name: "Ilse Wolters" })).toHaveCount(0);

  await page.getByLabel("Eerste dag weg").fill("gisteren");
  await page.getByLabel("Vervanger").selectOption({ label: "Samira Bouali" });
  await page.getByRole("button", { name: "Afwezigheid bewaren" }).click();
  await expect(summary(page)).toContainText("Vul een dag in die bestaat");
  await page.getByLabel("Eerste dag weg").fill(writtenWeekday(1));
  await page.getByRole("button", { name: "Afwezigheid bewaren" }).click();
  await expect(page.getByRole("status")).toContainText("De afwezigheid is bewaard");
  await expect(page.getByRole("main")).toContainText("Vervanger: Samira Bouali");
  await page.goto("/routering/mensen");
  await expect(page.getByRole("row", { name: /Peter Nijland/ })).toContainText("Samira Bouali");
  await page.getByRole("link", { name: "Peter Nijland" }).click();
  await page.getByRole("button", { name: "Weer aanwezig" }).click();
  await expect(page.getByRole("status")).toContainText("De afwezigheid is beëindigd");

  await page.getByLabel("Waar moeten ze heen?").selectOption({ label: "Verdelen over het team" });
  await page.getByRole("button", { name: "Controleren" }).click();
  await expect(page.getByRole("table")).toContainText("Samira Bouali");
  await expectAccessible(page, "what a hand-over would do");
});

test("a team lead's day, with the keyboard alone: from a chart to a case, a caseload to others, and a rule", async ({
  visit,
}) => {
  const [school, page] = [await visit("melder@vo.example"), await visit(lead)];
  const reference = await fileHoliday(school, await cityStudent(dayPlace));
  const { keyboard } = page;
  const press = async (target: Locator, key = "Enter") => {
    await tabTo(page, target);
    await keyboard.press(key);
  };

  await test.step("takes a report herself", async () => {
    await page.goto(`/werkvoorraad/${reference}`);
    await press(page.getByRole("button", { name: "Oppakken" }));
    await expectArrived(page, "U heeft de melding in behandeling");
  });

  await test.step("goes from a number to a case behind it", async () => {
    await page.goto("/werkvoorraad");
    await press(page.getByRole("link", { name: "Overzicht" }));
    await press(page.getByRole("list", { name: "Werk per medewerker" }).getByRole("link", { name: self }));
    await expect(page.getByRole("heading", { name: `Open bij ${self}` })).toBeVisible();
    await expectAccessible(page, "cases behind a number");
    await press(page.locator(`tbody a[href*="${reference}"]`).first());
    await expect(page).toHaveURL(new RegExp(`/werkvoorraad/${reference}`));
  });

  await test.step("hands a caseload over, after seeing what would go where", async () => {
    await page.goto("/routering/mensen");
    await press(page.getByRole("table").getByRole("link", { name: self }));
    await tabTo(page, page.getByLabel("Waar moeten ze heen?"));
    await choose(page, page.getByLabel("Waar moeten ze heen?"), "inbox");
    await press(page.getByRole("button", { name: "Controleren" }));
    await expect(page.getByRole("row", { name: /Gezamenlijke werkvoorraad/ })).toBeVisible();
    await expectAccessible(page, "what a hand-over would do");
    await press(page.getByRole("button", { name: /overdragen$/ }));
    await expect(page.getByRole("status")).toContainText("overgedragen");
  });

  await test.step("writes a rule, and throws it away", async () => {
    await page.goto("/routering/regels");
    await press(page.getByRole("button", { name: "Regels aanpassen" }));
    await press(page.getByRole("link", { name: "Regel toevoegen" }));
    await tabTo(page, page.getByLabel("Naam van de regel"));
    await keyboard.type("Alles naar Samira");
    await press(page.getByRole("checkbox", { name: "Samira Bouali" }), "Space");
    await press(page.getByRole("button", { name: "Regel opslaan" }));
    await expect(page.getByRole("region", { name: /^Concept/ })).toContainText("Alles naar Samira");
    await expectAccessible(page, "rules with a draft");
    await press(page.locator("summary", { hasText: "Concept weggooien" }));
    await press(page.getByRole("button", { name: "Concept weggooien" }));
    await expect(page.getByRole("region", { name: /^Concept/ })).toHaveCount(0);
  });
});
