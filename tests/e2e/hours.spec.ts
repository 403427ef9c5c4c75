import { expect } from "@playwright/test";
import { isSchoolDay } from "@/lib/directory/school-calendar";
import { formatWrittenDay } from "@/lib/i18n/format";
import { addDays, type CalendarDate } from "@/lib/shared/calendar-date";
import { cityStudent, demoWorld, today } from "./desk";
import { expectAccessible } from "./look";
import { chooseType, nameStudent, next, sendReport } from "./report-form";
import { test } from "./test";

/** The last days of lessons, the first first: no region has a holiday then. */
async function lessonDays(count: number): Promise<readonly CalendarDate[]> {
  const { calendar } = await demoWorld();
  const holidays = calendar.map((row) => ({
    firstDay: String(row["first_day"]),
    lastDay: String(row["last_day"]),
    kind: "holiday",
  }));
  const days: CalendarDate[] = [];
  for (let day = addDays(today, -1); days.length < count; day = addDays(day, -1)) {
    if (isSchoolDay(day, holidays)) days.unshift(day);
  }
  return days;
}

test("hours come from a sheet or by key, the threshold counts along, and a follow-up asks only the days", async ({
  visit,
}) => {
  const page = await visit("melder@vo.example");
  const days = await lessonDays(3);
  await nameStudent(page, await cityStudent(120));
  await chooseType(page, "sixteen_hours_in_four_weeks");
  await page.getByLabel("Eerste dag").fill(formatWrittenDay(days[0] ?? today));
  await page.getByText("Uren plakken of uit een bestand halen").click();
  const rows = days.map((day) => `${formatWrittenDay(day)};hele dag`);
  await page.getByLabel("Plak de regels").fill(["Wanneer;Hoeveel", ...rows, "totaal;18"].join("\n"));
  await page.getByRole("button", { name: "Uren overnemen" }).click();
  await expect(page.getByText("Kies de kolommen hieronder").first()).toBeVisible();
  await expectAccessible(page, "columns of a sheet");
  await page.getByLabel("Kolom met de dag").selectOption("Wanneer");
  await page.getByLabel("Kolom met het aantal uren").selectOption("Hoeveel");
  await page.getByRole("button", { name: "Uren overnemen" }).click();
  await expect(page.getByText("3 dagen overgenomen")).toBeVisible();
  await expect(page.getByText("Regel 5: hier staat geen dag")).toBeVisible();
  await expect(page.getByText(/De grens van 16 uur in 4 lesweken is bereikt/)).toBeVisible();

  await page.getByRole("button", { name: "Wissen" }).click();
  await page
    .getByRole("checkbox", { name: /^Lesuur 1,/ })
    .first()
    .focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByText("3 lesuren.")).toBeVisible();
  await page.getByRole("button", { name: "Alle lessen aankruisen" }).click();
  await expect(page.getByText(/De grens van 16 uur in 4 lesweken is bereikt/)).toBeVisible();

  await page.getByLabel("Reden").selectOption({ label: "Spijbelen" });
  await next(page).click();
  await expect(page.getByRole("heading", { name: "Grens en termijn" })).toBeVisible();
  await page.getByLabel("Verzuimstaat meesturen").check();
  await sendReport(page);
  await expect(page.getByText(/Op tijd gemeld/)).toBeVisible();
  await expect(page.getByRole("button", { name: "verzuimstaat.pdf downloaden" })).toBeVisible();
  await expectAccessible(page, "report with threshold");

  await page.getByRole("link", { name: "Vervolgmelding" }).click();
  await expect(page.getByText("Alles van die melding is overgenomen")).toBeVisible();
  await expect(page.getByLabel("Reden")).toHaveValue("truancy");
});

test("a school keeps its calendar and its steps for late arrival, and hears what is wrong", async ({ visit }) => {
  const page = await visit("beheerder@roc.example");
  await page.getByRole("link", { name: "Schoolkalender" }).click();
  await page.getByLabel("Soort").selectOption({ label: "Vrije dag van de school" });
  await page.getByLabel("Eerste dag").fill("9-3-2027");
  await page.getByLabel("Laatste dag").fill("8-3-2027");
  await page.getByRole("button", { name: "Toevoegen" }).click();
  await expect(page.getByText("De laatste dag ligt voor de eerste dag").first()).toBeVisible();
  await page.getByLabel("Laatste dag").fill("10-3-2027");
  await page.getByLabel(/^Naam/).fill("Studiedagen");
  await page.getByRole("button", { name: "Toevoegen" }).click();
  await expect(page.getByText("De periode staat in de kalender")).toBeVisible();
  await expect(page.getByText("Vrije dag van de school: Studiedagen")).toBeVisible();
  await expectAccessible(page, "school calendar");
  await page.getByRole("button", { name: /^Verwijder 9 maart/ }).click();
  await expect(page.getByText("De periode is verwijderd")).toBeVisible();

  await page.getByLabel("Aantal keer").first().fill("4");
  await page.getByLabel("Wat er gebeurt").first().fill("gesprek met de mentor");
  await page.getByRole("button", { name: "Stappen opslaan" }).click();
  await expect(page.getByText("De stappen zijn opgeslagen")).toBeVisible();
  await expect(page.getByLabel("Aantal keer").first()).toHaveValue("4");
});
