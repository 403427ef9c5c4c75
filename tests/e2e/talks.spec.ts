import { expect, type Page } from "@playwright/test";
import { addDays } from "@/lib/shared/calendar-date";
import { cityStudent, today } from "./desk";
import { expectAccessible } from "./look";
import { expectArrived, fileHoliday, summary } from "./report-form";
import { test } from "./test";

const firstPlace = 402;

const written = (days: number) => addDays(today, days).split("-").toReversed().map(Number).join("-");
const card = (page: Page) => page.getByRole("region", { name: "Hoe ging het gesprek?" });

async function planTomorrow(officer: Page, reference: string) {
  await officer.goto(`/werkvoorraad/${reference}`);
  await officer.locator("summary", { hasText: "Vastleggen" }).first().click();
  await officer.getByLabel("Wat heeft u gedaan?").selectOption("talk_at_school");
  await officer.getByLabel("Op welke dag?").fill(written(1));
  await officer.getByLabel("Hoe laat?").first().fill("14.30");
  await officer.getByLabel("Waar?").first().fill("kamer 12");
  await officer.getByRole("button", { name: "Vastleggen", exact: true }).click();
  await expectArrived(officer, "Vastgelegd");
}

test("an officer plans a talk, moves it, and says in two presses how it went; the school reads it", async ({
  visit,
}) => {
  const [school, officer] = [await visit("melder@vo.example"), await visit("ambtenaar@gemeente.example")];
  const reference = await fileHoliday(school, await cityStudent(firstPlace));

  await test.step("planned for tomorrow, it is not asked after", async () => {
    await planTomorrow(officer, reference);
    await expect(card(officer)).toHaveCount(0);
    await school.reload();
    await expect(school.getByRole("region", { name: "Afspraken" })).toContainText("Gesprek op school");
  });

  await test.step("moved to today, after a day that has been", async () => {
    const planned = officer.getByRole("region", { name: "Gepland" });
    await planned.locator("summary", { hasText: "Naar een andere dag" }).click();
    await expect(planned.getByLabel("Waar?")).toHaveValue("kamer 12");
    await planned.getByLabel("Naar welke dag?").fill(written(-1));
    await planned.getByRole("button", { name: "Gesprek verplaatsen" }).click();
    await expect(summary(officer)).toContainText("Deze dag is al geweest.");
    await planned.getByLabel("Naar welke dag?").fill(written(0));
    await expectAccessible(officer, "a talk that is moved");
    await planned.getByRole("button", { name: "Gesprek verplaatsen" }).click();
    await expectArrived(officer, "Het gesprek is verplaatst");
    await school.reload();
    // Today, with the time and the place that nobody spoke of.
    await expect(school.getByRole("region", { name: "Afspraken" })).toContainText(/14[.:]30.*kamer 12/);
  });

  await test.step("how it went", async () => {
    await card(officer).getByRole("button", { name: "Vastleggen hoe het ging" }).click();
    await expect(summary(officer)).toContainText("Kies hoe het gesprek ging.");
    await expectAccessible(officer, "how a talk went, refused");
    await card(officer).getByRole("radio", { name: "Gevoerd, met afspraken" }).check();
    await card(officer).getByRole("button", { name: "Vastleggen hoe het ging" }).click();
    await expectArrived(officer, "Vastgelegd");
    await expect(card(officer)).toHaveCount(0);
    await school.reload();
    await expect(school.getByRole("list", { name: "Wat er met deze melding gebeurt" })).toContainText(
      "Gevoerd, met afspraken.",
    );
    await expect(school.getByRole("region", { name: "Afspraken" })).toHaveCount(0);
  });
});

test("who closes a report is told that a talk still stands, and calls it off afterwards; the school sees that", async ({
  visit,
}) => {
  const [school, officer] = [await visit("melder@vo.example"), await visit("ambtenaar@gemeente.example")];
  const reference = await fileHoliday(school, await cityStudent(375));
  await planTomorrow(officer, reference);

  await officer.locator("summary", { hasText: "Afsluiten" }).click();
  await expect(officer.getByText("Afsluiten zegt het niet af.")).toBeVisible();
  await officer.getByLabel("Waarom sluit u af?").selectOption({ index: 1 });
  await officer.getByLabel("Wat gebeurt er verder?").selectOption({ index: 1 });
  await officer.getByRole("button", { name: "Melding afsluiten" }).click();
  await expectArrived(officer, "De melding is afgesloten");

  const standing = officer.getByRole("region", { name: "Er staat nog een gesprek gepland" });
  await expect(standing).toContainText("14.30 uur, kamer 12");
  await expectAccessible(officer, "a closed report with a talk that stands");
  await standing.locator("summary", { hasText: "Het gesprek gaat niet door" }).click();
  await standing.getByRole("button", { name: "Vastleggen dat het niet doorgaat" }).click();
  await expectArrived(officer, "Vastgelegd");
  await expect(standing).toHaveCount(0);
  await school.goto(`/meldingen/${reference}`);
  await expect(school.getByRole("region", { name: "Afspraken" })).toContainText("Ging niet door.");
  await expect(school.getByText("Haal uit uw agenda")).toBeVisible();
});
