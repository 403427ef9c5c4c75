import { expect, type Page } from "@playwright/test";
import { type AbsenceTypeCode, absenceTypes } from "@/lib/reports/absence-types";
import type { SeedStudent } from "@/prisma/seed/students";
import { writtenWeekday } from "./desk";

/** The name as the desk writes it. */
export function nameOf({ names }: SeedStudent): string {
  return [names["first_name"], names["prefix"], names["last_name"]].filter(Boolean).join(" ");
}

export const next = (page: Page) => page.getByRole("button", { name: "Verder", exact: true });
export const send = (page: Page) => page.getByRole("button", { name: "Melding versturen" });
export const summary = (page: Page) => page.getByRole("alert").filter({ hasText: "Er klopt iets nog niet" });

/** The first step: from the number to the student. */
export async function nameStudent(page: Page, student: SeedStudent): Promise<void> {
  await page.goto("/meldingen/nieuw");
  await page.getByLabel("BSN of onderwijsnummer").fill(student.number);
  await page.getByLabel("Vestiging").selectOption(locationOf(student));
  await next(page).click();
  await expect(page.getByText(nameOf(student)).first()).toBeVisible();
}

export function locationOf({ school }: SeedStudent): string {
  return `${school["sector"]}:${school["location_code"]}`;
}

export async function chooseType(page: Page, type: AbsenceTypeCode): Promise<void> {
  await page.getByRole("radio", { name: absenceTypes[type].label.nl }).check();
}

/** The second step for a holiday, which asks least. */
export async function tellHoliday(page: Page): Promise<void> {
  await chooseType(page, "holiday_truancy");
  await page.getByLabel("Eerste dag").fill(writtenWeekday(3));
  await page.getByLabel("Laatste dag").fill(writtenWeekday(2));
  await page.getByLabel("Reden").selectOption("holiday");
}

/** Sends what is checked, and gives the number of the report. */
export async function sendReport(page: Page): Promise<string> {
  await send(page).click();
  await expect(page.getByText("Uw melding is verstuurd")).toBeVisible();
  return referenceOf(page);
}

export function referenceOf(page: Page): string {
  const reference = /V-\d{4}-[2-9A-Z]{7}/.exec(page.url())?.[0];
  if (reference === undefined) throw new Error(`no report at ${page.url()}`);
  return reference;
}

/** A report as quick as the form allows. */
export async function fileHoliday(page: Page, student: SeedStudent): Promise<string> {
  await nameStudent(page, student);
  await tellHoliday(page);
  await next(page).click();
  return await sendReport(page);
}

/** What just came has the focus, so that a screen reader says it. */
export async function expectArrived(page: Page, words: string): Promise<void> {
  await expect(page.locator(":focus")).toContainText(words);
}
