import { expect, type Page } from "@playwright/test";
import { formatDay, formatWrittenDay } from "@/lib/i18n/format";
import { addDays, type CalendarDate } from "@/lib/shared/calendar-date";
import { cityStudent, studentsWithoutReport, today, writtenWeekday } from "./desk";
import { chooseType, locationOf, nameStudent, next, send, summary, tellHoliday } from "./report-form";
import { test } from "./test";

const firstPlace = 50;

const fault = (page: Page, field: string) => page.locator(`[id="${field}-fout"]`);

test("a number that cannot be read or found gets a sentence at the field, and the choice beside it stays", async ({
  visit,
}) => {
  const [page, student, elsewhere] = [
    await visit("melder@vo.example"),
    await cityStudent(firstPlace),
    (await studentsWithoutReport({ brin: "27YU", ages: [16, 17] }))[0]?.number ?? "",
  ];
  const { number } = student;
  const wrong = "Dit nummer klopt niet. Kijk het BSN of onderwijsnummer na.";
  const unknown = "Bij uw school is geen leerling met dit nummer ingeschreven. Kijk het nummer na.";
  const refused = [
    [number.slice(1), "Een BSN of onderwijsnummer heeft negen cijfers. Begint het met een 0?"],
    [`${number.slice(0, 8)}${(Number(number.at(-1)) + 1) % 10}`, wrong],
    ["000000000", wrong],
    ["9,9E+08", "Dit nummer is door een spreadsheet afgerond. Neem het over uit uw leerlingadministratie."],
    ["99000\u202e0588", wrong],
    ["<script>alert(1)</script>", wrong],
    ["' OR 1=1 --", wrong],
    ["   ", "Vul dit in."],
    ["undefined", wrong],
    [elsewhere, unknown],
    ["999999990", unknown],
  ] as const;
  await page.goto("/meldingen/nieuw");
  await page.getByLabel("Vestiging").selectOption(locationOf(student));
  for (const [typed, sentence] of refused) {
    await page.getByLabel("BSN of onderwijsnummer").fill(typed);
    await sendStep(page);
    await expect(fault(page, "student.number")).toHaveText(sentence);
    await expect(summary(page)).toContainText(sentence);
    await expect(page.getByLabel("BSN of onderwijsnummer")).toHaveValue(typed.trim());
    await expect(page.getByLabel("Vestiging")).toHaveValue(locationOf(student));
    await expect(page).toHaveTitle(/^Fout: /);
  }
});

test("a number is understood as people and programs write it", async ({ visit }) => {
  const [page, student] = [await visit("melder@vo.example"), await cityStudent(firstPlace)];
  const { number } = student;
  const [head, rest] = [number.slice(0, 4), number.slice(4)];
  const fullWidth = [...number].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join("");
  const arabic = [...number].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join("");
  for (const written of [`${head} ${rest.slice(0, 2)} ${rest.slice(2)}`, `${head}.${rest}`, fullWidth, arabic]) {
    await nameStudent(page, { ...student, number: written });
  }
});

test("a location of another school and a reason that is not on the list are refused at the field", async ({
  visit,
}) => {
  const [page, student] = [await visit("melder@vo.example"), await cityStudent(firstPlace)];
  await page.goto("/meldingen/nieuw");
  await page.getByLabel("BSN of onderwijsnummer").fill(student.number);
  await tamper(page, "Vestiging", "MBO:27YU01");
  await next(page).click();
  await tellHoliday(page);
  await next(page).click();
  await expect(fault(page, "school.location")).toHaveText("Deze vestiging hoort niet bij uw school. Kies een andere.");

  await nameStudent(page, student);
  await tellHoliday(page);
  await tamper(page, "Reden", "constructor");
  await next(page).click();
  await expect(fault(page, "reasonCode")).toHaveText("Kies een reden.");
  await expect(page.getByLabel("Eerste dag")).toHaveValue(writtenWeekday(3));
});

const written = (days: number) => formatWrittenDay(addDays(today, days));

interface BadDays {
  readonly first: string;
  readonly last?: string;
  readonly faults: Readonly<Record<string, string>>;
}

const noDay = "Vul een dag in die bestaat, bijvoorbeeld 31-5-2026.";
const turnedRound = "De laatste dag ligt voor de eerste dag. Pas een van de twee aan.";

const badDays: readonly BadDays[] = [
  { first: "31-4-2026", faults: { firstDay: noDay } },
  { first: "30-02-2026", faults: { firstDay: noDay } },
  { first: "00-00-2026", faults: { firstDay: noDay } },
  { first: "gisteren", faults: { firstDay: noDay } },
  { first: "1-1-1899", faults: { firstDay: noDay } },
  { first: " ", faults: { firstDay: "Vul de eerste dag in, bijvoorbeeld 31-5-2026." } },
  { first: written(-3), last: "31-2-2026", faults: { lastDay: noDay } },
  { first: written(-3), last: written(-6), faults: { firstDay: turnedRound, lastDay: turnedRound } },
  { first: written(1), faults: { firstDay: "Vul een dag in die al is geweest, of vandaag." } },
  { first: written(-3), last: written(2), faults: { lastDay: "Vul een dag in die al is geweest, of vandaag." } },
  {
    first: written(-400),
    faults: { firstDay: "Deze dag is meer dan een jaar geleden. Bel het loket als u dit toch wilt melden." },
  },
];

test("days that cannot be get a sentence at the field, and nothing else that was typed is lost", async ({ visit }) => {
  const page = await visit("melder@vo.example");
  await nameStudent(page, await cityStudent(firstPlace));
  await tellHoliday(page);
  await page.getByLabel("Toelichting").fill("Blijft staan.");
  for (const { first, last = "", faults } of badDays) {
    await page.getByLabel("Eerste dag").fill(first);
    await page.getByLabel("Laatste dag").fill(last);
    await sendStep(page);
    for (const [field, sentence] of Object.entries(faults)) await expect(fault(page, field)).toHaveText(sentence);
    await expect(page.locator('[id$="-fout"]')).toHaveCount(Object.keys(faults).length);
    await expect(page.getByLabel("Eerste dag")).toHaveValue(first.trim());
    await expect(page.getByLabel("Laatste dag")).toHaveValue(last);
    await expect(page.getByLabel("Toelichting")).toHaveValue("Blijft staan.");
    await expect(page.getByLabel("Reden")).toHaveValue("holiday");
  }
});

test("a day is understood as people and programs write it, and said back in words", async ({ visit }) => {
  const page = await visit("melder@vo.example");
  await nameStudent(page, await cityStudent(firstPlace));
  await tellHoliday(page);
  const day: CalendarDate = addDays(today, -20);
  const [year = "", month = "", date = ""] = day.split("-");
  const short = `${Number(date)}-${Number(month)}-${year.slice(2)}`;
  for (const asTyped of [short, `${date}/${month}/${year}`, day, `${date}.${month}.${year}`, formatDay(day, "nl")]) {
    await page.getByLabel("Eerste dag").fill(asTyped);
    await page.getByLabel("Laatste dag").fill(asTyped);
    await next(page).click();
    await expect(page.getByRole("definition").filter({ hasText: formatDay(day, "nl") })).toBeVisible();
    await page.getByRole("button", { name: "Terug", exact: true }).click();
    await expect(page.getByLabel("Eerste dag")).toHaveValue(asTyped);
  }
});

const badWords = [
  ["Toelichting", "explanation", "x".repeat(10_001), "Deze tekst is te lang. Maak hem korter."],
  [
    "Toelichting",
    "explanation",
    "Zag\u202e er uit",
    "Er staan tekens in die het loket niet kan bewaren. Typ de tekst opnieuw.",
  ],
  [
    "Toelichting",
    "explanation",
    "nul\u200bbreedte",
    "Er staan tekens in die het loket niet kan bewaren. Typ de tekst opnieuw.",
  ],
  [
    "In uw eigen woorden",
    "reason",
    `a${"\u0301".repeat(30)}`,
    "Er staan tekens in die het loket niet kan bewaren. Typ de tekst opnieuw.",
  ],
  ["In uw eigen woorden", "reason", "x".repeat(201), "Deze tekst is te lang. Maak hem korter."],
  ["Uw kenmerk", "ownReference", "x".repeat(41), "Deze tekst is te lang. Maak hem korter."],
  ["E-mailadres", "contact.email", "a@b", "Vul een e-mailadres in, bijvoorbeeld naam@school.nl."],
  ["E-mailadres", "contact.email", '"e@evil.nl"@school.nl', "Vul een e-mailadres in, bijvoorbeeld naam@school.nl."],
  ["E-mailadres", "contact.email", "x\uff20y.nl", "Vul een e-mailadres in, bijvoorbeeld naam@school.nl."],
  ["Naam", "contact.name", "   ", "Vul dit in."],
  ["Telefoon van ouder of leerling", "parentPhone", "bel maar", "Vul een telefoonnummer in, bijvoorbeeld 06 12345678."],
] as const;

test("words that cannot be kept get a sentence at the field, and stay there to be mended", async ({ visit }) => {
  const page = await visit("melder@vo.example");
  await nameStudent(page, await cityStudent(firstPlace));
  await tellHoliday(page);
  for (const [label, field, typed, sentence] of badWords) {
    const input = page.getByLabel(label, { exact: label === "Naam" });
    const before = await input.inputValue();
    await input.fill(typed);
    await sendStep(page);
    await expect(fault(page, field)).toHaveText(sentence);
    await expect(input).toHaveValue(typed.trim());
    await expect(page.getByLabel("Eerste dag")).toHaveValue(writtenWeekday(3));
    await input.fill(before);
  }
});

test("minutes that cannot be get a sentence at their own row", async ({ visit }) => {
  const page = await visit("melder@vo.example");
  await nameStudent(page, await cityStudent(firstPlace));
  await chooseType(page, "late_arrival");
  await page.getByLabel("Reden").selectOption("oversleeping");
  await page.getByLabel("Dag", { exact: true }).fill(writtenWeekday(2));
  for (const typed of ["-1", "0", "1e9", "601", "12,5", "kwartier"]) {
    await page.getByLabel("Minuten te laat").fill(typed);
    await sendStep(page);
    await expect(fault(page, "arrivals.0.minutes")).toBeVisible();
    await expect(page.getByLabel("Minuten te laat")).toHaveValue(typed);
    await expect(page.getByLabel("Dag", { exact: true })).toHaveValue(writtenWeekday(2));
  }
});

test("text that looks like a program is only text, and a number in it is warned of", async ({ visit }) => {
  const [page, student] = [await visit("melder@vo.example"), await cityStudent(firstPlace)];
  const odd = `<script>alert(1)</script> {{7*7}} \${x} javascript:alert(1) '; DROP TABLE reports-- % _ ${student.number}`;
  page.on("dialog", () => expect("a dialog").toBe("no dialog"));
  await nameStudent(page, student);
  await tellHoliday(page);
  await page.getByLabel("Toelichting").fill(odd);
  await page.getByLabel("In uw eigen woorden").fill("null undefined NaN true");
  await next(page).click();
  await expect(send(page)).toBeVisible();
  await expect(page.getByText(odd)).toBeVisible();
  await expect(page.getByText("null undefined NaN true")).toBeVisible();
  await expect(page.getByText("In de toelichting staat een getal van negen cijfers.")).toBeVisible();
});

/** Sends the step and waits for its answer, which makes the fields anew. */
async function sendStep(page: Page): Promise<void> {
  await page.locator('input[name="step"]').evaluate((field) => field.setAttribute("data-before", ""));
  await next(page).click();
  await expect(page.locator("[data-before]")).toHaveCount(0);
}

/** As somebody would who changes the page: an answer that was not offered. */
async function tamper(page: Page, label: string, value: string): Promise<void> {
  await page.getByLabel(label).evaluate((select, chosen) => {
    if (!(select instanceof HTMLSelectElement)) return;
    select.add(new Option(chosen, chosen));
    select.value = chosen;
  }, value);
}
