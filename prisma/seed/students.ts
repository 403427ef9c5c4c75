import { addDays, ageOn, type CalendarDate, calendarDate } from "@/lib/shared/calendar-date";
import type { Row } from "./csv";
import { firstNames, lastNames, streets } from "./names";
import { homeCity, homeRegion } from "./offices";
import type { Chance } from "./random";
import { inventedNumbers } from "./student-numbers";

/** A student of the demo world, before he is written to the files of the import. */
export interface SeedStudent {
  readonly number: string;
  readonly school: Row;
  readonly group: string;
  readonly firstDay: CalendarDate;
  readonly birthDate: CalendarDate;
  readonly residences: readonly Row[];
  readonly names: Row;
  readonly basicQualificationOn: string;
}

interface Wishes {
  readonly today: CalendarDate;
  readonly schools: readonly Row[];
  readonly municipalities: readonly Row[];
  readonly count: number;
}

/** Invented students, most of them at the schools of the home city; equal chance gives equal students. */
export function inventStudents(
  chance: Chance,
  { today, schools, municipalities, count }: Wishes,
): readonly SeedStudent[] {
  const numbers = inventedNumbers({ after: 990_000_000, step: 7 });
  const home = schools.filter((school) => school["brin"] === "00AH" || school["brin"] === "27YU");
  const near = schools.filter((school) => school["municipality_code"] === homeCity);
  const townsNear = municipalities.filter(
    ({ region_number, code }) => region_number === homeRegion && code !== homeCity,
  );
  return Array.from({ length: count }, () => {
    const school = chance.weighted([
      [home, 7],
      [near, 2],
      [schools, 2],
    ]);
    return inventStudent(chance, { today, school: chance.pick(school), number: numbers(), townsNear, municipalities });
  });
}

interface Frame {
  readonly today: CalendarDate;
  readonly school: Row;
  readonly number: string;
  readonly townsNear: readonly Row[];
  readonly municipalities: readonly Row[];
}

function inventStudent(chance: Chance, frame: Frame): SeedStudent {
  const { today, school } = frame;
  const sector = school["sector"] ?? "VO";
  const [youngest, oldest] = agesOf(sector);
  const age = chance.between(youngest, oldest);
  const birthDate = addDays(today, -Math.round(age * 365.25) - chance.between(0, 364));
  const [prefix, last_name] = chance.pick(lastNames);
  const year = Number(today.slice(0, 4)) - (today.slice(5) < "08-01" ? 1 : 0);
  const since = chance.between(0, Math.min(3, Math.max(0, ageOn(birthDate, today) - youngest)));
  return {
    number: frame.number,
    school,
    group: groupOf(chance, sector, ageOn(birthDate, today)),
    firstDay: calendarDate.parse(`${year - Math.max(1, since)}-08-01`),
    birthDate,
    residences: inventResidences(chance, frame, birthDate),
    names: { first_name: chance.pick(firstNames), prefix, last_name },
    basicQualificationOn: sector === "MBO" && age >= 19 && chance.happens(0.08) ? `${year - 1}-07-10` : "",
  };
}

function agesOf(sector: string): readonly [youngest: number, oldest: number] {
  if (sector === "PO") return [5, 11];
  if (sector === "MBO") return [16, 23];
  return sector === "SO" ? [12, 18] : [12, 17];
}

function groupOf(chance: Chance, sector: string, age: number): string {
  if (sector === "PO") return `groep ${Math.min(8, Math.max(1, age - 3))}`;
  if (sector === "MBO")
    return `${chance.pick(["VZ", "MBI", "ICT", "HOR", "BOU", "AUT"])}${chance.between(1, 4)}${chance.pick(["A", "B", "C"])}`;
  return `${Math.min(6, Math.max(1, age - 11))}${chance.pick(["A", "B", "C", "D"])}`;
}

function inventResidences(chance: Chance, frame: Frame, birthDate: CalendarDate): readonly Row[] {
  const first = inventResidence(chance, frame, birthDate);
  if (!chance.happens(0.1)) return [first];
  return [first, inventResidence(chance, frame, addDays(frame.today, -chance.between(20, 500)))];
}

const nowhere = { municipality_code: "", street: "", house_number: "", postcode: "", city: "" } as const;

function inventResidence(chance: Chance, frame: Frame, from: CalendarDate): Row {
  const kind = chance.weighted([
    ["resident", 955],
    ["protected", 12],
    ["correspondence", 13],
    ["unknown", 10],
    ["abroad", 10],
  ] as const);
  const base = { residence_kind: kind, resident_from: from };
  if (kind === "unknown") return { ...base, ...nowhere, country: "" };
  if (kind === "abroad") return { ...base, ...nowhere, country: "Duitsland" };
  const town = townOf(chance, frame);
  return {
    ...base,
    municipality_code: town["code"] ?? "",
    street: chance.pick(streets),
    house_number: String(chance.between(1, 240)),
    postcode: "",
    city: town["name"] ?? "",
    country: "",
  };
}

/** Two out of three live where the school stands, a quarter in places around the home city, the rest anywhere. */
function townOf(chance: Chance, { school, townsNear, municipalities }: Frame): Row {
  const own = municipalities.filter(({ code }) => code === school["municipality_code"]);
  const around = school["municipality_code"] === homeCity ? townsNear : municipalities;
  return chance.pick(
    chance.weighted([
      [own, 66],
      [around, 28],
      [municipalities, 6],
    ]),
  );
}

export function studentRows(students: readonly SeedStudent[]): readonly Row[] {
  return students.flatMap((student) =>
    student.residences.map((residence) => ({
      student_number: student.number,
      ...student.names,
      birth_date: student.birthDate,
      ...residence,
      basic_qualification_on: student.basicQualificationOn,
    })),
  );
}

export function enrolmentRows(students: readonly SeedStudent[]): readonly Row[] {
  return students.map(({ number, school, group, firstDay }) => ({
    student_number: number,
    sector: school["sector"] ?? "",
    brin: school["brin"] ?? "",
    location_code: school["location_code"] ?? "",
    group,
    first_day: firstDay,
  }));
}
