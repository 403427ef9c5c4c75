import { expect } from "@playwright/test";
import { addDays } from "@/lib/shared/calendar-date";
import { cityOffice } from "@/prisma/seed/offices";
import { cityStudent, today } from "./desk";
import { expectAccessible } from "./look";
import { fileHoliday } from "./report-form";
import { test } from "./test";

const firstPlace = 110;
const written = (days: number) => addDays(today, days).split("-").map(Number).toReversed().join("-");

test("an officer plans a talk and waits for another body; the school reads that the clock stands still, and not for whom", async ({
  visit,
}) => {
  const [school, office] = [await visit("melder@vo.example"), await visit("ambtenaar@gemeente.example")];
  const reference = await fileHoliday(school, await cityStudent(firstPlace));
  const path = `/werkvoorraad/${reference}`;

  await test.step("plans a talk and takes the letter along", async () => {
    await office.goto(`${path}?doe=vastleggen`);
    const form = office.locator("#vastleggen");
    await expectAccessible(office, "zaak met formulier");
    await form.getByLabel("Wat heeft u gedaan?").selectOption("talk_at_office");
    await form.getByLabel("Op welke dag?").fill(written(7));
    await form.getByLabel("Hoe laat?").fill("14.30");
    await form.getByRole("button", { name: "Vastleggen" }).click();
    await expect(office.getByRole("heading", { name: "Gepland" })).toBeVisible();
    const [letter] = await Promise.all([
      office.waitForEvent("download"),
      office.getByRole("button", { name: "Uitnodiging (PDF)" }).click(),
    ]);
    expect(letter.suggestedFilename()).toBe(`uitnodiging-${reference}.pdf`);
    await school.reload();
    await expect(school.getByRole("main")).toContainText("heeft op kantoor een gesprek gepland");
  });

  await test.step("waits, and goes on", async () => {
    await office.goto(`${path}?doe=wachten`);
    const form = office.locator("#wachten");
    await form.getByLabel("Op wie wacht u?").selectOption("youth_doctor");
    await form.getByRole("button", { name: "Klok stilzetten" }).click();
    await expect(office.getByRole("status")).toContainText("De klok staat stil");
    await expect(office.getByRole("main")).toContainText("U wacht op de jeugdarts.");
    await school.reload();
    await expect(school.getByRole("main")).toContainText("wacht op een andere instantie. De klok staat stil.");
    expect(await school.content()).not.toContain("jeugdarts");
    await office.getByRole("button", { name: "Niet meer wachten" }).click();
    await expect(office.getByRole("status")).toContainText("De klok loopt weer");
  });
});

test("a team lead keeps the terms and texts of the office, and follows a number to its cases", async ({ visit }) => {
  const lead = await visit("teamleider@gemeente.example");

  await test.step("a term, with what is wrong with it first", async () => {
    await lead.goto("/routering/termijnen");
    await expectAccessible(lead, "termijnen");
    // Over-18 absence goes to the regional point: no other test waits for this term.
    await lead.getByLabel("Soort verzuim").selectOption("over_18_absence");
    await lead.getByLabel("Vanaf welke dag?").fill(written(1));
    await lead.getByLabel("Volgende reactie binnen (werkdagen)").fill("10");
    await lead.getByRole("button", { name: "Termijn bewaren" }).click();
    await expect(lead.getByRole("alert").first()).toContainText("Vul ook de eerste reactie in.");
    await lead.getByLabel("Eerste reactie binnen (werkdagen)").fill("3");
    await lead.getByRole("button", { name: "Termijn bewaren" }).click();
    await expect(lead.getByRole("status")).toContainText("De termijn is bewaard");
    await expect(lead.getByRole("row", { name: /18-plusverzuim/ })).toContainText("3 werkdagen");
  });

  await test.step("a text", async () => {
    await lead.goto("/routering/teksten");
    await expectAccessible(lead, "teksten");
    await lead.getByLabel("Naam").fill("Terugbellen");
    await lead.getByLabel("Tekst", { exact: true }).fill("Wij bellen u deze week terug.");
    await lead.getByRole("button", { name: "Tekst bewaren" }).click();
    await expect(lead.getByRole("heading", { name: "Terugbellen" })).toBeVisible();
  });

  await test.step("from a number to its cases", async () => {
    await lead.getByRole("link", { name: "Overzicht" }).click();
    await expect(lead.getByRole("main")).toContainText(`${cityOffice.name} heeft`);
    await expectAccessible(lead, "overzicht");
    await lead.getByRole("link", { name: "Langer dan drie maanden" }).click();
    await expect(lead.getByRole("heading", { name: "Open: Langer dan drie maanden" })).toBeVisible();
    await expectAccessible(lead, "meldingen achter een getal");
    await lead.getByRole("row").nth(1).getByRole("link").click();
    await expect(lead).toHaveURL(/\/werkvoorraad\/V-/);
  });
});
