import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import { cityOffice, jointOffice } from "@/prisma/seed/offices";
import { type SeedStudent, studentRows } from "@/prisma/seed/students";
import { cityStudent, dataDirectory, today } from "./desk";
import { expectAccessible } from "./look";
import { expectArrived, fileHoliday, nameOf, summary } from "./report-form";
import { test } from "./test";

const firstPlace = 70;
const reporter = "melder@vo.example";
const city = "ambtenaar@gemeente.example";
const bureau = "ambtenaar@bureau.example";

test.describe.configure({ timeout: 120_000 });

const timeline = (page: Page) => page.getByRole("list", { name: "Wat er met deze melding gebeurt" });

test("of two colleagues who offer one case the second hears who was first, and keeps his words", async ({ visit }) => {
  const [school, first, second] = [
    await visit(reporter),
    await visit(city),
    await visit("teamleider@gemeente.example"),
  ];
  const reference = await fileHoliday(school, await cityStudent(377));
  for (const page of [first, second]) {
    await page.goto(`/werkvoorraad/${reference}/overdragen`);
    await page.getByLabel("Bericht aan het andere kantoor").fill("Woont er sinds kort.");
    await page.getByLabel("Naar welk kantoor?").selectOption({ label: jointOffice.name });
    await page.getByLabel("Waarom?").selectOption({ label: "Omdat de leerling is verhuisd" });
  }
  await first.getByRole("button", { name: "Overdracht aanbieden" }).click();
  await expectArrived(first, "De zaak is aangeboden");
  await second.getByRole("button", { name: "Overdracht aanbieden" }).click();
  await expect(summary(second)).toContainText("Jan de Vries");
  await expect(second.getByLabel("Bericht aan het andere kantoor")).toHaveValue("Woont er sinds kort.");
});

test("one office hands a case over, the other takes it, and the school reads one timeline", async ({ visit }) => {
  const [school, from, to] = [await visit(reporter), await visit(city), await visit(bureau)];
  const student = await cityStudent(firstPlace);
  const reference = await fileHoliday(school, student);

  await test.step("the first office offers it", async () => {
    await from.goto(`/werkvoorraad/${reference}`);
    await from.locator("summary", { hasText: "Gebeld" }).click();
    await from.getByLabel("Alleen uw kantoor leest dit").first().fill("Klonk gespannen.");
    await from.getByRole("button", { name: "Gebeld vastleggen" }).click();
    await expect(from.getByRole("status")).toContainText("Vastgelegd");
    await from.getByRole("link", { name: "Overdragen" }).click();
    await expectAccessible(from, "handing a case over");
    await from.getByLabel("Bericht aan het andere kantoor").fill("Woont er sinds kort.");
    await from.getByRole("button", { name: "Overdracht aanbieden" }).click();
    await expect(summary(from)).toContainText("Kies een kantoor.");
    await expect(from.getByLabel("Bericht aan het andere kantoor")).toHaveValue("Woont er sinds kort.");
    await from.getByLabel("Naar welk kantoor?").selectOption({ label: jointOffice.name });
    await from.getByLabel("Waarom?").selectOption({ label: "Omdat de leerling is verhuisd" });
    await from.getByRole("button", { name: "Overdracht aanbieden" }).click();
    await expectArrived(from, "De zaak is aangeboden");
    await expect(from.getByRole("main")).toContainText(`Aangeboden aan ${jointOffice.name}`);
    await expect(from.getByRole("link", { name: "Doorsturen" })).toHaveCount(0);
    await expectAccessible(from, "a case that is offered");
    await from.goto(`/werkvoorraad/${reference}/doorsturen`);
    await expect(from).toHaveURL(new RegExp(`/werkvoorraad/${reference}$`));
  });

  await test.step("the other office sees the offer and nothing more, and takes the case", async () => {
    await to.goto("/werkvoorraad");
    await to.getByRole("link", { name: /^Overdrachten.*om over te nemen/ }).click();
    await expectAccessible(to, "what lies between offices");
    await to.getByRole("table", { name: "Wacht op uw antwoord" }).getByRole("link", { name: reference }).click();
    await expect(to.getByRole("main")).toContainText(nameOf(student));
    await expect(to.getByRole("main")).toContainText("Woont er sinds kort.");
    expect(await to.content()).not.toContain("gespannen");
    await expectAccessible(to, "an offer");
    await to.getByRole("button", { name: "Weigeren" }).click();
    await expect(summary(to)).toContainText("Kies een reden.");
    await to.getByRole("button", { name: "Overnemen" }).click();
    await expectArrived(to, "De zaak is nu van u");
    await expect(timeline(to)).toContainText("Klonk gespannen.");
    await expect(timeline(to)).toContainText(
      `${jointOffice.name} heeft de melding overgenomen van ${cityOffice.name}.`,
    );
  });

  await test.step("the school reads on, and not why", async () => {
    await school.goto(`/meldingen/${reference}`);
    await expect(timeline(school)).toContainText(`De melding ging naar ${cityOffice.name}`);
    await expect(timeline(school)).toContainText(`${jointOffice.name} heeft de melding overgenomen`);
    expect(await school.content()).not.toMatch(/verhuisd|sinds kort|gespannen/);
    await expectAccessible(school, "one timeline of two offices");
  });

  await test.step("the first office looks back", async () => {
    await from.goto(`/werkvoorraad/${reference}`);
    await expect(from.getByRole("main")).toContainText(`Deze melding ligt bij ${jointOffice.name}`);
    await expect(timeline(from)).toContainText("Klonk gespannen.");
    await expect(from.getByRole("button", { name: "Oppakken" })).toHaveCount(0);
    expect(await from.content()).not.toContain(nameOf(student));
    await expectAccessible(from, "looking back");
  });
});

test("what came to the wrong office is sent on at once, without script too", async ({ visit }) => {
  const school = await visit(reporter);
  const reference = await fileHoliday(school, await cityStudent(firstPlace + 1));
  await visit(city);
  const office = await visit(city, { javaScriptEnabled: false });
  await office.goto(`/werkvoorraad/${reference}`);
  await office.getByRole("link", { name: "Doorsturen" }).click();
  await office.getByRole("button", { name: "Melding doorsturen" }).click();
  await expect(summary(office)).toContainText("Kies een kantoor.");
  await office.getByLabel("Naar welk kantoor?").selectOption({ label: jointOffice.name });
  await office.getByLabel("Waarom?").selectOption({ label: "Omdat de leerling ergens anders verblijft" });
  await office.getByRole("button", { name: "Melding doorsturen" }).click();
  await expect(office.getByRole("status")).toContainText("De melding is doorgestuurd");
  await school.goto(`/meldingen/${reference}`);
  await expect(timeline(school)).toContainText(`doorgestuurd naar ${jointOffice.name}`);
});

test("the register says that a student moved: the case page leads to the form, filled in", async ({ visit }, info) => {
  const [school, office] = [await visit(reporter), await visit(city)];
  const student = await cityStudent(firstPlace + 2);
  const reference = await fileHoliday(school, student);
  await importMove(student, info.outputPath("moved.csv"));

  await office.goto(`/werkvoorraad/${reference}`);
  await expect(office.getByRole("main")).toContainText("De leerling is verhuisd");
  await expectAccessible(office, "what the register says");
  await office.getByRole("link", { name: "Zaak overdragen" }).click();
  await expect(office.getByLabel("Naar welk kantoor?").locator("option:checked")).toHaveText(jointOffice.name);
  await expect(office.getByLabel("Waarom?").locator("option:checked")).toHaveText("Omdat de leerling is verhuisd");
  await office.goBack();
  await office.getByRole("button", { name: "Gezien" }).click();
  await expectArrived(office, "Gezien");
  await expect(office.getByRole("main")).not.toContainText("De leerling is verhuisd");
  await school.goto(`/meldingen/${reference}`);
  expect(await school.content()).not.toContain("verhuisd");
});

/** From today on the student lives in a town of the joint bureau, says a file of the register. */
async function importMove(student: SeedStudent, file: string): Promise<void> {
  const [row] = studentRows([student]);
  const moved = { ...row, resident_from: today, municipality_code: "0168", city: "Losser", street: "Molenweg" };
  await writeFile(file, `${Object.keys(moved).join(",")}\n${Object.values(moved).join(",")}\n`);
  const desk = path.join(import.meta.dirname, "..", "..", "bin", "desk.mjs");
  const env = { ...process.env, DATABASE_URL: "", MIGRATION_DATABASE_URL: "", DATA_DIR: dataDirectory };
  await promisify(execFile)(process.execPath, [desk, "import", "students", file], { env });
}
