import { expect, type Page } from "@playwright/test";
import type { AbsenceTypeCode } from "@/lib/reports/absence-types";
import { cityOffice, regionalOffice } from "@/prisma/seed/offices";
import type { SeedStudent } from "@/prisma/seed/students";
import { cityStudent, studentsWithoutReport, writtenWeekday } from "./desk";
import { chooseType, expectArrived, nameOf, nameStudent, next, sendReport, summary } from "./report-form";
import { test } from "./test";

const firstPlace = 0;

interface Case {
  readonly type: AbsenceTypeCode;
  readonly reporter: string;
  readonly student: () => Promise<SeedStudent>;
  readonly tell: (page: Page) => Promise<void>;
  /** What the page before sending says of it. */
  readonly checked: readonly (string | RegExp)[];
  readonly office: string;
  /** Why this office; why this officer is said only where the officer is named. */
  readonly why: readonly [string, string];
}

const atCity = {
  reporter: "melder@vo.example",
  office: cityOffice.name,
  why: ["de leerling daar woont", "dit het eigen kantoor van de gemeente is"],
} as const;

const cases: readonly Case[] = [
  {
    ...atCity,
    type: "sixteen_hours_in_four_weeks",
    student: () => cityStudent(firstPlace),
    tell: async (page) => {
      await page.getByLabel("Eerste dag").fill(writtenWeekday(4));
      const lesson = page.getByRole("checkbox", { name: /^Lesuur 2,/ });
      await lesson.first().check();
      await expect(page.getByText(/Nog 15 uur tot de grens van 16 uur/)).toBeVisible();
      await page
        .getByRole("checkbox", { name: /^Lesuur 3,/ })
        .first()
        .check();
      await page.getByLabel("Reden").selectOption({ label: "Spijbelen" });
      await page.getByLabel("Toelichting").fill("Gaat na de pauze naar huis.");
    },
    checked: ["16 uur in 4 weken", "nog niet terug", "2 uur op 1 dag", "Spijbelen", "Gaat na de pauze naar huis."],
  },
  {
    ...atCity,
    type: "long_term_non_attendance",
    student: () => cityStudent(firstPlace + 1),
    tell: async (page) => {
      await page.getByLabel("Eerste dag").fill(writtenWeekday(30));
      await page.getByLabel("Reden").selectOption({ label: "Situatie thuis" });
    },
    checked: ["Langdurig verzuim", "nog niet terug", "Situatie thuis"],
  },
  {
    ...atCity,
    type: "holiday_truancy",
    student: () => cityStudent(firstPlace + 2),
    tell: async (page) => {
      await page.getByLabel("Eerste dag").fill(writtenWeekday(5));
      await page.getByLabel("Laatste dag").fill(writtenWeekday(3));
      await page.getByLabel("Reden").selectOption({ label: "Vakantie" });
    },
    checked: ["Luxeverzuim", "Vakantie"],
  },
  {
    type: "over_18_absence",
    reporter: "melder@roc.example",
    student: grownUp,
    tell: async (page) => {
      await page.getByLabel("Eerste dag").fill(writtenWeekday(25));
      await page.getByLabel("Reden").selectOption({ label: "Werk" });
    },
    checked: ["18-plusverzuim", "nog niet terug", "Werk"],
    office: regionalOffice.name,
    why: ["de leerling daar woont", "de Leerplichtwet voor de leerling niet meer geldt"],
  },
  {
    ...atCity,
    type: "late_arrival",
    student: () => cityStudent(firstPlace + 3),
    tell: async (page) => {
      await page.getByLabel("Dag", { exact: true }).fill(writtenWeekday(2));
      await page.getByLabel("Minuten te laat").fill("20");
      await page.getByRole("button", { name: "Nog een keer toevoegen" }).click();
      await page.getByLabel("Dag", { exact: true }).nth(1).fill(writtenWeekday(1));
      await page.getByLabel("Minuten te laat").nth(1).fill("35");
      await page.getByLabel("Reden").selectOption({ label: "Verslapen" });
    },
    checked: ["Te laat komen", "20 minuten", "35 minuten", "Verslapen"],
  },
  {
    ...atCity,
    type: "other_absence",
    student: () => cityStudent(firstPlace + 4),
    tell: async (page) => {
      await page.getByLabel("Eerste dag").fill(writtenWeekday(2));
      await page.getByLabel("Laatste dag").fill(writtenWeekday(1));
      await page
        .getByRole("checkbox", { name: /^Hele dag,/ })
        .first()
        .check();
      await page.getByLabel("Reden").selectOption({ label: "Conflict op school" });
      await page.getByLabel("In uw eigen woorden").fill("Ruzie in de kantine.");
      await page.getByLabel("Nee, alleen melden").check();
      await page.getByLabel("Waarom is dat niet nodig?").fill("Het gesprek is al gepland.");
    },
    checked: ["Overig verzuim", "op 1 dag", "Conflict op school", "Ruzie in de kantine.", "Het gesprek is al gepland."],
  },
];

async function grownUp(): Promise<SeedStudent> {
  const found = await studentsWithoutReport({ brin: "27YU", livesIn: "0153", ages: [19, 22] });
  const student = found.find(({ basicQualificationOn }) => basicQualificationOn === "");
  if (student === undefined) throw new Error("the demo world has too few students");
  return student;
}

for (const { type, reporter, student: find, tell, checked, office, why } of cases) {
  test(`a school files ${type}, reads it before sending and knows after it where it is and why`, async ({ visit }) => {
    const [page, student] = [await visit(reporter), await find()];
    await nameStudent(page, student);
    await chooseType(page, type);
    await tell(page);
    await next(page).click();

    await expectArrived(page, "Stap 3: Controleren en versturen");
    await expect(page.getByRole("heading", { name: office })).toBeVisible();
    await expect(page.getByText(`Omdat ${why.join(", ")} en`)).toBeVisible();
    const main = page.getByRole("main");
    await expect(main).toContainText(nameOf(student));
    for (const words of checked) await expect(main).toContainText(words);

    const reference = await sendReport(page);
    const sent = page.getByRole("status").filter({ hasText: "Uw melding is verstuurd" });
    await expectArrived(page, "Uw melding is verstuurd");
    await expect(sent).toContainText(`De melding ging naar ${office}, omdat ${why.join(" en ")}.`);
    await expect(sent).toContainText(
      /U hoort uiterlijk (maan|dins|woens|donder|vrij)dag \d{1,2} \p{L}+ wat ermee gebeurt/u,
    );
    await page.goto("/meldingen");
    await expect(page.locator(`a[href="/meldingen/${reference}"]`).first()).toBeVisible();
  });
}

test("a report of the same days asks whether it belongs to the first, and then stands beside it", async ({ visit }) => {
  const [page, student] = [await visit("melder@vo.example"), await cityStudent(firstPlace + 5)];
  const file = async () => {
    await nameStudent(page, student);
    await chooseType(page, "other_absence");
    await page.getByLabel("Eerste dag").fill(writtenWeekday(3));
    await page.getByLabel("Laatste dag").fill(writtenWeekday(3));
    await page.getByLabel("Reden").selectOption({ label: "Motivatie" });
    await next(page).click();
  };
  await file();
  const first = await sendReport(page);
  await file();
  await expect(page.getByText(`Er is al een melding van deze leerling over deze dagen: ${first}.`)).toBeVisible();
  await page.getByRole("button", { name: "Melding versturen" }).click();
  await expect(summary(page)).toContainText("Kies of dit bij die melding hoort.");
  await page.getByLabel("Ja, voeg toe als vervolg").check();
  const second = await sendReport(page);
  expect(second).not.toBe(first);
  await expect(page.getByText(first).first()).toBeVisible();
});
