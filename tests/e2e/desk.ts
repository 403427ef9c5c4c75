import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { addDays, ageOn, type CalendarDate, weekdayOf } from "@/lib/shared/calendar-date";
import { now } from "@/lib/shared/clock";
import { inventDemoWorld } from "@/prisma/seed/demo-world";
import { homeCity } from "@/prisma/seed/offices";
import type { SeedStudent } from "@/prisma/seed/students";

export const password = "verzuimloket-demo";
export const today = now().today;

const root = path.join(import.meta.dirname, "..", "..");
const { E2E_DATA_DIR } = process.env;
/** Where the desk under test has its database and keys. */
export const dataDirectory = E2E_DATA_DIR ?? path.join(root, ".tmp", "e2e");

/** Signs in as one of the demo accounts and waits for the own desk. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/inloggen");
  await page.getByLabel("E-mailadres").fill(email);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Inloggen" }).click();
  await expect(page).not.toHaveURL(/inloggen/);
}

interface Wish {
  readonly brin: string;
  readonly livesIn?: string;
  readonly kind?: string;
  readonly ages?: readonly [from: number, to: number];
}

/** The world that the desk was seeded with. Inventing it takes much of a busy second, so a worker does it once. */
export const demoWorld = once(() => inventDemoWorld(today));

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Students of the demo world without any report, who are as wished; each caller names its own place in the list. */
export async function studentsWithoutReport({ brin, livesIn, kind = "resident", ages = [12, 17] }: Wish) {
  const world = await demoWorld();
  const reported = new Set(world.reports.map(({ student }) => student.number));
  const fits = ({ number, school, residences, birthDate }: SeedStudent) =>
    school["brin"] === brin &&
    !reported.has(number) &&
    residences.length === 1 &&
    residences[0]?.["residence_kind"] === kind &&
    (livesIn === undefined || residences[0]?.["municipality_code"] === livesIn) &&
    ageOn(birthDate, today) >= ages[0] &&
    ageOn(birthDate, today) <= ages[1];
  return world.students.filter(fits);
}

/** A student of the demo reporter's school who lives in the demo officer's city. */
export async function cityStudent(place: number): Promise<SeedStudent> {
  const found = (await studentsWithoutReport({ brin: "00AH", livesIn: homeCity }))[place];
  if (found === undefined) throw new Error("the demo world has too few students");
  return found;
}

/** The weekday this many weekdays back, as people write it. */
export function writtenWeekday(back: number): string {
  let day: CalendarDate = today;
  for (let left = back; left > 0; ) {
    day = addDays(day, -1);
    if (weekdayOf(day) <= 5) left -= 1;
  }
  const [year, month, date] = day.split("-").map(Number);
  return `${date}-${month}-${year}`;
}
