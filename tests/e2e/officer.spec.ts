import { expect, type Page } from "@playwright/test";
import { cityOffice, homeCity, jointOffice, regionalOffice } from "@/prisma/seed/offices";
import { people } from "@/prisma/seed/people";
import type { SeedStudent } from "@/prisma/seed/students";
import { cityStudent, studentsWithoutReport } from "./desk";
import { fileHoliday, nameOf, nameStudent, next, sendReport, summary, tellHoliday } from "./report-form";
import { test } from "./test";

const firstPlace = 10;
const reporter = "melder@vo.example";
const officer = "ambtenaar@gemeente.example";
const officerName = "Jan de Vries";

const timeline = (page: Page) => page.getByRole("list", { name: "Wat er met deze melding gebeurt" });

test("an officer finds a report, takes it up, calls and closes; the school reads each step with the name", async ({
  visit,
}) => {
  const [school, office] = [await visit(reporter), await visit(officer)];
  const student = await cityStudent(firstPlace);
  await nameStudent(school, student);
  await tellHoliday(school);
  await school.getByLabel("Dit heeft haast").check();
  await school.getByLabel("Waarom heeft het haast?").fill("Morgen vliegt het gezin weg.");
  await next(school).click();
  const reference = await sendReport(school);
  await expect(timeline(school)).toContainText(`De melding ging naar ${cityOffice.name}`);

  await test.step("finds it", async () => {
    await office.goto("/werkvoorraad?lijst=urgent");
    await office.getByRole("link", { name: nameOf(student) }).click();
    const peek = office.getByRole("complementary", { name: "Gekozen melding" });
    await expect(peek).toContainText("Morgen vliegt het gezin weg.");
    await peek.getByRole("link", { name: "Openen" }).click();
    await expect(office).toHaveURL(new RegExp(`/werkvoorraad/${reference}`));
  });

  await test.step("takes it up", async () => {
    await office.getByRole("button", { name: "Oppakken" }).click();
    await expect(office.getByRole("status")).toContainText("U heeft de melding in behandeling");
    await expect(office.getByRole("heading", { name: "Deze melding is van u" })).toBeVisible();
    await school.reload();
    const taken = `${officerName} (${cityOffice.name}) heeft de melding in behandeling genomen.`;
    await expect(timeline(school)).toContainText(taken);
    await expect(school.getByText(`${cityOffice.name} opende deze melding op`)).toBeVisible();
    await expect(school.getByRole("heading", { name: `${officerName} van ${cityOffice.name}` })).toBeVisible();
  });

  await test.step("calls", async () => {
    await office.locator("summary", { hasText: "Gebeld" }).click();
    await office.getByLabel("Dit leest de school").first().fill("Moeder gesproken, zij belt de school.");
    await office.getByLabel("Alleen uw kantoor leest dit").first().fill("Klonk gespannen.");
    await office.getByRole("button", { name: "Gebeld vastleggen" }).click();
    await expect(office.getByRole("status")).toContainText("Vastgelegd");
    await expect(timeline(office)).toContainText("Klonk gespannen.");
    await school.reload();
    await expect(timeline(school)).toContainText(`${officerName} (${cityOffice.name}) heeft gebeld.`);
    await expect(timeline(school)).toContainText("Moeder gesproken, zij belt de school.");
    expect(await school.content()).not.toContain("gespannen");
  });

  await test.step("closes, not without a reason", async () => {
    await office.locator("summary", { hasText: "Afsluiten" }).click();
    const close = office.getByRole("button", { name: "Melding afsluiten" });
    await office.getByLabel("Wat gebeurt er verder?").selectOption({ label: "Er volgt geen actie meer" });
    await close.click();
    await expect(summary(office)).toContainText("Kies waarom de melding wordt afgesloten.");
    await expect(office.getByLabel("Wat gebeurt er verder?")).toHaveValue("no_further_action");
    await office.getByLabel("Waarom sluit u af?").selectOption({ label: "Terug naar school" });
    await close.click();
    await expect(office.getByText("De melding is afgesloten", { exact: true })).toBeVisible();
    await school.reload();
    const closed = `${officerName} (${cityOffice.name}) heeft de melding afgesloten: Terug naar school.`;
    await expect(timeline(school)).toContainText(closed);
    await expect(timeline(school)).toContainText("Er volgt geen actie meer.");
    await expect(school.getByText("Afgesloten", { exact: true })).toBeVisible();
  });
});

test("an officer takes note of a report, and the school reads that nothing follows", async ({ visit }) => {
  const [school, office] = [await visit(reporter), await visit(officer)];
  const reference = await fileHoliday(school, await cityStudent(firstPlace + 1));
  await office.goto(`/werkvoorraad?melding=${reference}`);
  await office.locator("summary", { hasText: "Ter kennisgeving" }).click();
  await office.getByRole("button", { name: "Ter kennisgeving aannemen" }).click();
  await expect(office.getByText("Ter kennisgeving aangenomen")).toBeVisible();
  await school.reload();
  await expect(timeline(school)).toContainText(
    `${officerName} (${cityOffice.name}) heeft de melding gelezen en doet er nu niets mee.`,
  );
});

test("a school withdraws a report, not without a reason, and the office reads why", async ({ visit }) => {
  const [school, office] = [await visit(reporter), await visit(officer)];
  const reference = await fileHoliday(school, await cityStudent(firstPlace + 2));
  await school.getByRole("link", { name: "Melding intrekken" }).click();
  await school.getByRole("button", { name: "Melding intrekken" }).click();
  await expect(summary(school)).toContainText("Vul dit in.");
  await school.getByLabel("Waarom trekt u de melding in?").fill("De ouders hadden toestemming.");
  await school.getByRole("button", { name: "Melding intrekken" }).click();
  await expect(school.getByText("De melding is ingetrokken", { exact: true })).toBeVisible();
  await expect(timeline(school)).toContainText("U heeft de melding ingetrokken.");
  await office.goto(`/werkvoorraad/${reference}`);
  await expect(timeline(office)).toContainText("De ouders hadden toestemming.");
  await expect(office.getByRole("button", { name: "Oppakken" })).toHaveCount(0);
});

test("of a student with a protected address the school learns no office, no officer and no place", async ({
  visit,
}) => {
  const [school, office] = [await visit(reporter), await visit(officer)];
  const student = await first({ kind: "protected", livesIn: homeCity });
  await nameStudent(school, student);
  await tellHoliday(school);
  await next(school).click();
  await expect(school.getByRole("heading", { name: "Uw melding gaat naar het bevoegde kantoor" })).toBeVisible();
  await expectNoPlace(school);
  const reference = await sendReport(school);
  await expectNoPlace(school);

  await office.goto(`/werkvoorraad/${reference}`);
  await office.getByRole("button", { name: "Oppakken" }).click();
  await expect(office.getByRole("status")).toContainText("U heeft de melding in behandeling");
  for (const path of ["", "/afdruk", "/aanpassen", "/intrekken"]) {
    const page = await school.goto(`/meldingen/${reference}${path}`);
    expect(page?.status()).toBe(200);
    await expectNoPlace(school);
  }
  await school.goto("/berichten");
  expectNoPlaceIn((await school.getByRole("listitem").filter({ hasText: reference }).allInnerTexts()).join("\n"));
  await school.goto("/meldingen?lijst=alles");
  const line = school.getByRole("row").filter({ has: school.locator(`a[href$="${reference}"]`) });
  expectNoPlaceIn(String(await line.textContent()));

  const colleague = await visit("ambtenaar2@gemeente.example", { mayComplain: /404/ });
  expect((await colleague.goto(`/werkvoorraad/${reference}`))?.status()).toBe(404);
});

test("a report without an office waits at the desk, which places it by hand and tells the school", async ({
  visit,
}) => {
  const [school, desk] = [await visit(reporter), await visit("beheer@loket.example")];
  const student = await first({ kind: "unknown" });
  await nameStudent(school, student);
  await tellHoliday(school);
  await next(school).click();
  await expect(school.getByRole("heading", { name: "Er is nog geen kantoor voor deze melding" })).toBeVisible();
  const reference = await sendReport(school);
  await expect(school.getByRole("status")).toContainText("omdat niet bekend is waar de leerling woont");
  await expect(school.getByText("Zodra dat er is, kunt u elkaar hier schrijven.")).toBeVisible();

  await desk.goto("/routering");
  const line = desk.getByRole("link", { name: reference });
  while ((await line.count()) === 0) await desk.getByRole("link", { name: "Volgende", exact: true }).click();
  await line.click();
  expect(await desk.content()).not.toContain(student.names["last_name"]);
  await desk.getByLabel("Naam of code van het kantoor, of een gemeente").fill("Enschede");
  await desk.getByRole("button", { name: "Zoeken" }).click();
  await desk.getByRole("radio", { name: cityOffice.name }).check();
  await desk.getByLabel("Waarom dit kantoor?").fill("Daar stond de leerling het laatst ingeschreven.");
  await desk.getByRole("button", { name: "Aan dit kantoor geven" }).click();
  await expect(desk.getByText("De melding heeft een kantoor")).toBeVisible();

  await school.reload();
  await expect(timeline(school)).toContainText(`Het Verzuimloket heeft de melding aan ${cityOffice.name} gegeven.`);
  const office = await visit(officer);
  await office.goto(`/werkvoorraad/${reference}`);
  await expect(office.getByRole("button", { name: "Oppakken" })).toBeVisible();
});

async function first(wish: { readonly kind: string; readonly livesIn?: string }): Promise<SeedStudent> {
  const [student] = await studentsWithoutReport({ brin: "00AH", ...wish });
  if (student === undefined) throw new Error("the demo world has too few students");
  return student;
}

/** Officers and offices of the demo world; the school's own people are called otherwise. */
const places = [
  ...people
    .filter(({ mandates }) => mandates.some(({ organisation }) => organisation === cityOffice.code))
    .map(({ name }) => name),
  ...[cityOffice, jointOffice, regionalOffice].flatMap(({ code, name }) => [code, name]),
  "Bureau Leerplicht",
];

/** In all that was sent to the browser, not only in what it shows. */
async function expectNoPlace(page: Page): Promise<void> {
  expectNoPlaceIn(await page.content());
}

function expectNoPlaceIn(text: string): void {
  expect(places.filter((place) => text.includes(place))).toEqual([]);
}
