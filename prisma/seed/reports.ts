import type { AbsenceTypeCode } from "@/lib/reports/absence-types";
import { reasonCodes, schoolActionCodes } from "@/lib/reports/codes";
import { type ReportInput, reportInput } from "@/lib/reports/input";
import { addDays, ageOn, type CalendarDate, weekdayOf } from "@/lib/shared/calendar-date";
import type { Chance } from "./random";
import type { SeedStudent } from "./students";

export interface SeedReport {
  readonly student: SeedStudent;
  readonly filedOn: CalendarDate;
  readonly input: ReportInput;
  /** What the office does with it, in order, with the working days that it takes each time. */
  readonly steps: readonly { readonly act: SeedAct; readonly daysLater: number }[];
}

export type SeedAct = "take" | "call" | "talk" | "letter" | "acknowledge" | "close" | "withdraw";

interface Wishes {
  readonly students: readonly SeedStudent[];
  readonly today: CalendarDate;
  readonly count: number;
}

/** A school year of reports: some students have several, most have none; the last weeks are still open. */
export function inventReports(chance: Chance, { students, today, count }: Wishes): readonly SeedReport[] {
  const absentees = students.filter(() => chance.happens(0.3));
  const filed = new Set<string>();
  return Array.from({ length: count }, () => inventReport(chance, chance.pick(absentees), today))
    .filter(({ student, filedOn }) => {
      const key = `${student.number} ${filedOn.slice(0, 7)}`;
      return !filed.has(key) && filed.add(key);
    })
    .sort((one, other) => one.filedOn.localeCompare(other.filedOn));
}

function inventReport(chance: Chance, student: SeedStudent, today: CalendarDate): SeedReport {
  const filedOn = schoolDay(addDays(today, -Math.floor(chance.next() ** 1.6 * 290)), today);
  const age = ageOn(student.birthDate, filedOn);
  const type = typeFor(chance, age);
  return {
    student,
    filedOn,
    input: reportInput.parse(inventInput(chance, student, type, filedOn)),
    steps: inventSteps(chance, (Date.parse(today) - Date.parse(filedOn)) / 86_400_000),
  };
}

/** The last weekday up to this day, outside July and August. */
function schoolDay(day: CalendarDate, today: CalendarDate): CalendarDate {
  let found = day > today ? today : day;
  while (weekdayOf(found) > 5 || ["07", "08"].includes(found.slice(5, 7))) found = addDays(found, -1);
  return found;
}

function typeFor(chance: Chance, age: number): AbsenceTypeCode {
  if (age >= 18)
    return chance.weighted([
      ["over_18_absence", 9],
      ["other_absence", 1],
    ]);
  return chance.weighted([
    ["sixteen_hours_in_four_weeks", 46],
    ["late_arrival", 22],
    ["holiday_truancy", 12],
    ["long_term_non_attendance", 10],
    ["other_absence", 10],
  ]);
}

/** The reason that a school gives in its own words, and what it may add. Each type has words that fit it. */
const ownWords: Readonly<Record<AbsenceTypeCode, { readonly reasons: Sentences; readonly more: Sentences }>> = {
  sixteen_hours_in_four_weeks: {
    reasons: ["Blijft weg bij de eerste uren.", "Gaat na de pauze naar huis.", "Mist steeds dezelfde vakken."],
    more: ["Komt niet op de afspraken met de mentor.", "Thuis wordt de telefoon niet opgenomen."],
  },
  late_arrival: {
    reasons: ["Zegt zelf dat hij zich verslaapt.", "De bus rijdt niet meer op tijd, zegt de leerling."],
    more: ["Nablijven hielp niet.", "Is met de mentor begonnen aan een plan voor de ochtend."],
  },
  holiday_truancy: {
    reasons: ["Was voor de vakantie al vertrokken.", "Kwam een paar dagen na de vakantie terug."],
    more: ["Het verzoek om verlof was afgewezen.", "Ouders vroegen geen verlof aan."],
  },
  long_term_non_attendance: {
    reasons: ["Is sinds de vakantie niet meer gezien.", "Komt het huis niet meer uit, zegt een ouder."],
    more: ["De jeugdarts is gevraagd mee te kijken.", "Een gesprek op school ging twee keer niet door."],
  },
  over_18_absence: {
    reasons: ["Is sinds weken niet meer in de les geweest.", "Werkt nu overdag, zegt een klasgenoot."],
    more: ["Reageert niet op berichten van de loopbaanbegeleider.", "Twijfelt over de opleiding."],
  },
  other_absence: {
    reasons: ["Mist losse uren, zonder bericht.", "Gaat vaker naar huis met hoofdpijn."],
    more: ["Ouders weten ervan en vragen om mee te denken.", "Het is de derde keer deze maand."],
  },
};

type Sentences = readonly [string, ...string[]];

function inventInput(chance: Chance, student: SeedStudent, type: AbsenceTypeCode, filedOn: CalendarDate): unknown {
  const { school, number } = student;
  const words = ownWords[type];
  return {
    school: { brin: school["brin"], location: school["location_code"], sector: school["sector"] },
    student: { number },
    type,
    ...inventPeriod(chance, type, filedOn),
    reasonCode: type === "holiday_truancy" ? "holiday" : chance.pick(reasonCodes),
    reason: chance.pick(words.reasons),
    ...(chance.happens(0.5) ? { explanation: chance.pick(words.more) } : {}),
    schoolActions: schoolActionCodes.filter(() => chance.happens(0.25)),
    ...(chance.happens(0.04) ? { urgent: { reason: "De leerling is jong en nergens te bereiken." } } : {}),
    ...(chance.happens(0.4) ? { ownReference: `VB-${chance.between(100, 999)}` } : {}),
  };
}

function inventPeriod(chance: Chance, type: AbsenceTypeCode, filedOn: CalendarDate) {
  if (type === "late_arrival") {
    const days = weekdaysBefore(filedOn, chance.between(3, 12));
    return { arrivals: days.map((day) => ({ day, minutes: chance.between(5, 55) })) };
  }
  if (type === "long_term_non_attendance" || type === "over_18_absence") {
    const firstDay = addDays(filedOn, -chance.between(30, 50));
    return { firstDay, ...(chance.happens(0.4) ? { lastDay: addDays(filedOn, -1) } : {}) };
  }
  const days = weekdaysBefore(filedOn, chance.between(4, 9));
  const period = { firstDay: days.at(-1) ?? filedOn, lastDay: days[0] ?? filedOn };
  if (type === "holiday_truancy") return period;
  return { ...period, hours: days.map((day) => ({ day, lessons: lessonsOf(chance) })) };
}

function lessonsOf(chance: Chance): readonly number[] {
  const first = chance.between(1, 4);
  return Array.from({ length: chance.between(1, 4) }, (_, index) => first + index);
}

/** This many weekdays before a day, the nearest first. */
function weekdaysBefore(day: CalendarDate, count: number): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let back = addDays(day, -1); days.length < count; back = addDays(back, -1)) {
    if (weekdayOf(back) <= 5) days.push(back);
  }
  return days;
}

/** Of older reports most are closed; some lie untouched, as the study found. */
function inventSteps(chance: Chance, ageInDays: number): SeedReport["steps"] {
  const steps: { act: SeedAct; daysLater: number }[] = [];
  const add = (act: SeedAct, daysLater: number) => steps.push({ act, daysLater });
  if (chance.happens(0.03)) add("withdraw", chance.between(1, 4));
  else if (chance.happens(0.12)) add("acknowledge", chance.between(1, 9));
  else if (!chance.happens(0.06)) {
    add(
      "take",
      chance.weighted([
        [1, 5],
        [2, 4],
        [4, 3],
        [9, 1],
      ]),
    );
    for (const act of ["call", "talk", "letter"] as const) if (chance.happens(0.45)) add(act, chance.between(1, 6));
    if (chance.happens(0.85)) add("close", chance.between(3, 20));
  }
  let day = 0;
  return steps.filter(({ daysLater }) => {
    // Five working days take a week.
    day += Math.ceil((daysLater * 7) / 5) + 2;
    return day <= ageInDays;
  });
}
