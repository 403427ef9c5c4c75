import { expect } from "@playwright/test";
import { cityStudent, writtenWeekday } from "./desk";
import { expectAccessible } from "./look";
import { nameOf, summary } from "./report-form";
import { test } from "./test";

const firstPlace = 170;

test("a school calls: the office writes it down, and the school says that it is right", async ({ visit }) => {
  const [office, school] = [await visit("administratie@gemeente.example"), await visit("melder@vo.example")];
  const student = await cityStudent(firstPlace);
  await office.goto("/werkvoorraad");
  await office.getByRole("link", { name: "Doorgegeven melding noteren" }).click();
  await expectAccessible(office, "the form for what a school says on the telephone");

  await test.step("looks for the school, and is told what is wrong with the rest kept", async () => {
    await office.getByLabel("Wie geeft het door?").fill("Conciërge Van den Broek");
    await office.getByRole("searchbox").fill(student.school["brin"] ?? "");
    await office.getByRole("button", { name: "Zoeken" }).click();
    await office.getByRole("radio", { name: /00AH/ }).first().check();
    await office.getByLabel("E-mailadres").fill("melder@vo.example");
    await office.getByRole("radio", { name: "Luxeverzuim" }).check();
    await office.getByLabel("BSN of onderwijsnummer").fill("999999990");
    await office.getByLabel("Eerste dag").fill(writtenWeekday(2));
    await office.getByLabel("Reden").selectOption({ label: "Vakantie" });
    await office.getByRole("button", { name: "Melding noteren" }).click();
    await expect(summary(office)).toContainText("geen leerling gevonden van wie de meldingen bij uw kantoor horen");
    await expect(office.getByLabel("Wie geeft het door?")).toHaveValue("Conciërge Van den Broek");
    await expectAccessible(office, "the form with a fault");
  });

  await office.getByLabel("BSN of onderwijsnummer").fill(student.number);
  await office.getByRole("button", { name: "Melding noteren" }).click();
  await expect(office.getByRole("status")).toContainText("De melding is genoteerd");
  await expect(office.getByRole("main")).toContainText("De school heeft nog niet gezegd of het klopt.");

  await school.goto("/meldingen");
  await expectAccessible(school, "reports to confirm");
  await school.getByRole("link", { name: new RegExp(`^${nameOf(student)}, vanaf`) }).click();
  await expect(school.getByRole("main")).toContainText("zoals doorgegeven door Conciërge Van den Broek");
  await expectAccessible(school, "a report to confirm");
  await school.getByRole("button", { name: "Ja, dit klopt" }).click();
  await expect(school.getByRole("status")).toContainText("U heeft de melding bevestigd");
  await expect(school.getByRole("button", { name: "Ja, dit klopt" })).toHaveCount(0);

  await office.reload();
  await expect(office.getByRole("main")).toContainText("De school heeft bevestigd dat het klopt.");
});
