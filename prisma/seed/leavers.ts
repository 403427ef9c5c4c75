import { addDays, type CalendarDate, calendarDate, daysBetween } from "@/lib/shared/calendar-date";
import type { Row } from "./csv";
import { firstNames, lastNames, streets } from "./names";
import { homeRegion } from "./offices";
import type { Chance } from "./random";
import { inventedNumbers } from "./student-numbers";

interface Frame {
  readonly today: CalendarDate;
  readonly schools: readonly Row[];
  readonly municipalities: readonly Row[];
}

/** Rows of the files of the import: who left school, and what became of him. */
export interface Leavers {
  readonly students: readonly Row[];
  readonly enrolments: readonly Row[];
}

const count = 320;

/** Young people of the home region who left a school within the last years; some came back, some never left at all. */
export function inventLeavers(chance: Chance, frame: Frame): Leavers {
  const towns = frame.municipalities.filter(({ region_number }) => region_number === homeRegion);
  const colleges = frame.schools.filter(({ sector }) => sector === "MBO");
  const schools = frame.schools.filter(({ sector }) => sector === "VO" || sector === "SO");
  // As those of the students, and none of them.
  const numbers = inventedNumbers({ after: 995_000_000, step: 11 });
  const all = Array.from({ length: count }, () => {
    const number = numbers();
    const fate = chance.weighted(fates);
    const isYoung = fate === "graduate" || fate === "absent";
    const from = chance.pick(isYoung ? schools : colleges);
    return {
      student: studentRow(chance, {
        number,
        town: chance.pick(towns),
        age: isYoung ? 17 : chance.between(18, 25),
        frame,
      }),
      enrolments: fateRows(chance, { fate, number, from, next: chance.pick(colleges), today: frame.today }),
    };
  });
  return { students: all.map(({ student }) => student), enrolments: all.flatMap(({ enrolments }) => enrolments) };
}

type Fate = "recent" | "away" | "back" | "switched" | "graduate" | "qualified" | "absent";

const fates: readonly (readonly [Fate, number])[] = [
  ["recent", 20],
  ["away", 34],
  ["back", 14],
  ["switched", 16],
  ["graduate", 6],
  ["qualified", 6],
  ["absent", 4],
];

interface StudentFrame {
  readonly number: string;
  readonly town: Row;
  readonly age: number;
  readonly frame: Frame;
}

function studentRow(chance: Chance, { number, town, age, frame }: StudentFrame): Row {
  const [prefix, last_name] = chance.pick(lastNames);
  const birth_date = addDays(frame.today, -Math.round(age * 365.25) - chance.between(20, 340));
  return {
    student_number: number,
    first_name: chance.pick(firstNames),
    prefix,
    last_name,
    birth_date,
    residence_kind: chance.happens(0.02) ? "protected" : "resident",
    municipality_code: town["code"] ?? "",
    street: chance.pick(streets),
    house_number: String(chance.between(1, 240)),
    city: town["name"] ?? "",
    resident_from: birth_date,
  };
}

interface FateFrame {
  readonly fate: Fate;
  readonly number: string;
  readonly from: Row;
  readonly next: Row;
  readonly today: CalendarDate;
}

const reasons = ["unknown", "work", "other", "expelled", "care", "other_programme"] as const;

function fateRows(chance: Chance, { fate, number, from, next, today }: FateFrame): readonly Row[] {
  const begin = addDays(today, -chance.between(420, 900));
  const left = leftOn(chance, fate, today);
  const first = {
    ...enrolmentRow(number, from, begin),
    last_day: left,
    exit_reason: chance.pick(reasons),
    level: from["sector"] === "MBO" ? String(chance.between(1, 3)) : "",
  };
  const again = (day: CalendarDate): Row => enrolmentRow(number, next, day);
  switch (fate) {
    case "back":
      return [first, again(addDays(today, -chance.between(3, 50)))];
    case "switched":
      return [{ ...first, exit_reason: "other_school" }, again(addDays(left, chance.between(1, 12)))];
    case "qualified":
      return [{ ...first, exit_reason: "graduated", diploma: "mbo2" }];
    case "graduate":
      return [{ ...first, exit_reason: "graduated", diploma: "vmbo" }];
    default:
      return [first];
  }
}

/** Within the last eight weeks, or long ago; who graduated did so at the end of a school year. */
function leftOn(chance: Chance, fate: Fate, today: CalendarDate): CalendarDate {
  if (fate === "graduate") return lastEndOfSchoolYear(today);
  if (fate === "away" || fate === "back") return addDays(today, -chance.between(90, 400));
  return addDays(today, -chance.between(15, 58));
}

function lastEndOfSchoolYear(today: CalendarDate): CalendarDate {
  const thisYear = calendarDate.parse(`${today.slice(0, 4)}-07-31`);
  return daysBetween(thisYear, today) > 0 ? thisYear : calendarDate.parse(`${Number(today.slice(0, 4)) - 1}-07-31`);
}

function enrolmentRow(number: string, school: Row, first_day: CalendarDate): Row {
  return {
    student_number: number,
    sector: school["sector"] ?? "",
    brin: school["brin"] ?? "",
    location_code: school["location_code"] ?? "",
    first_day,
    last_day: "",
    exit_reason: "",
    level: "",
    diploma: "",
  };
}
