import type { Label } from "@/lib/i18n/locale";
import { ageOn, birthday, type CalendarDate, endOfSchoolYear, firstOfNextMonth } from "@/lib/shared/calendar-date";
import { endOfFullSchoolYears } from "./full-school-years";
import type { Regime } from "./regime";
import { type RuleSet, ruleSetOn } from "./rule-sets";

/** What decides which duty somebody has on a day. */
export interface StudentFacts {
  readonly birthDate: CalendarDate;
  readonly basicQualificationOn: CalendarDate | null;
  readonly deceasedOn: CalendarDate | null;
  readonly enrolments: readonly EnrolmentFacts[];
  readonly exemptions: readonly ExemptionFacts[];
}

export interface EnrolmentFacts {
  readonly sector: string;
  readonly firstDay: CalendarDate;
  /** Null: still enrolled. Otherwise the last day of the enrolment. */
  readonly lastDay: CalendarDate | null;
  readonly diploma: string | null;
}

export interface ExemptionFacts {
  readonly article: string;
  readonly from: CalendarDate;
  /** Null: until further notice. Otherwise the last day on which it holds. */
  readonly until: CalendarDate | null;
}

/** Why the regime is what it is. */
export const dutyGrounds = {
  deceased: { nl: "overleden", en: "deceased" },
  "too-young": { nl: "nog niet leerplichtig", en: "not yet of compulsory age" },
  exempt: { nl: "vrijgesteld", en: "exempt" },
  "compulsory-age": { nl: "leeftijd voor de leerplicht", en: "of compulsory age" },
  "basic-qualification": { nl: "heeft een startkwalificatie", en: "has a basic qualification" },
  "over-age": { nl: "te oud", en: "over age" },
  "works-with-certificate": { nl: "werkt, met een getuigschrift", en: "works, with a certificate" },
  certificate: { nl: "heeft een getuigschrift", en: "has a certificate" },
  "qualification-age": { nl: "leeftijd voor de kwalificatieplicht", en: "of the age for the qualification duty" },
  adult: { nl: "18 jaar of ouder", en: "18 or older" },
} as const satisfies Record<string, Label>;
export type DutyGround = keyof typeof dutyGrounds;

export interface Duty {
  readonly regime: Regime;
  readonly ground: DutyGround;
}

/** Articles that end the duty to be at school. `substitute` and `employed` are in the same register but do not. */
export const exemptingArticles: ReadonlySet<string> = new Set(["5a", "5b", "5c", "5-travelling", "15"]);
/** Leerplichtwet, article 1 (f): mbo 1 is no basic qualification. */
export const basicQualifications: ReadonlySet<string> = new Set(["havo", "vwo", "mbo2", "mbo3", "mbo4"]);
/** Leerplichtwet, article 4a (2): who holds one of these has no qualification duty. */
const endsQualificationDuty: ReadonlySet<string> = new Set(["pro_certificate", "vso_certificate"]);
/** Who holds one of these and works is no early leaver (WEB, article 8.3.1). */
const countsWithWork: ReadonlySet<string> = new Set(["pro_certificate", "vso_certificate", "mbo1"]);

/** The duty that applies on the first day of absence. Pure, and the only place where this is decided. */
export function regimeOn(student: StudentFacts, day: CalendarDate): Regime {
  return dutyOn(student, day).regime;
}

export function dutyOn(student: StudentFacts, day: CalendarDate): Duty {
  const rules = ruleSetOn(day);
  const age = ageOn(student.birthDate, day);
  if (student.deceasedOn !== null && student.deceasedOn <= day) return { regime: "none", ground: "deceased" };
  if (age <= rules.compulsory.fromAge && !hasBegun(student, day, rules)) return { regime: "none", ground: "too-young" };
  if (isExempt(student, day)) return { regime: "none", ground: "exempt" };
  if (isOfCompulsoryAge(student, day, rules)) return { regime: "compulsory", ground: "compulsory-age" };
  if (age >= rules.over18.untilAge) return { regime: "none", ground: "over-age" };
  if (hasBasicQualification(student, day)) return { regime: "none", ground: "basic-qualification" };
  return afterCompulsoryAge(student, day, age >= rules.qualification.untilAge);
}

function afterCompulsoryAge(student: StudentFacts, day: CalendarDate, isAdult: boolean): Duty {
  const certificate = holds(student, day, endsQualificationDuty);
  if (!isAdult && !certificate) return { regime: "qualification", ground: "qualification-age" };
  if (worksOn(student, day) && holds(student, day, countsWithWork)) {
    return { regime: "none", ground: "works-with-certificate" };
  }
  return { regime: "over_18", ground: isAdult ? "adult" : "certificate" };
}

/** From the first of the month after the birthday: the first school day of that month cannot lie before it. */
function hasBegun({ birthDate }: StudentFacts, day: CalendarDate, { compulsory }: RuleSet): boolean {
  return firstOfNextMonth(birthday(birthDate, compulsory.fromAge)) <= day;
}

/** Until the end of the school year in which one turns 16, or in which twelve full school years are completed. */
function isOfCompulsoryAge(student: StudentFacts, day: CalendarDate, { compulsory }: RuleSet): boolean {
  const { birthDate } = student;
  const hasReached = ageOn(birthDate, day) >= compulsory.untilAge;
  if (hasReached && day > endOfSchoolYear(birthday(birthDate, compulsory.untilAge))) return false;
  const earliestYear = Number(day.slice(0, 4)) - compulsory.fullSchoolYears;
  if (!student.enrolments.some(({ firstDay }) => Number(firstDay.slice(0, 4)) <= earliestYear)) return true;
  const end = endOfFullSchoolYears(student.enrolments, compulsory.fullSchoolYears);
  return end === null || day <= end;
}

function isExempt(student: StudentFacts, day: CalendarDate): boolean {
  return student.exemptions.some((exemption) => exemptingArticles.has(exemption.article) && holdsOn(exemption, day));
}

function worksOn(student: StudentFacts, day: CalendarDate): boolean {
  return student.exemptions.some((exemption) => exemption.article === "employed" && holdsOn(exemption, day));
}

function holdsOn({ from, until }: ExemptionFacts, day: CalendarDate): boolean {
  return from <= day && (until === null || day <= until);
}

function hasBasicQualification(student: StudentFacts, day: CalendarDate): boolean {
  const { basicQualificationOn } = student;
  return (basicQualificationOn !== null && basicQualificationOn <= day) || holds(student, day, basicQualifications);
}

/** A diploma counts from the day after the enrolment in which it was obtained: on its last day one is still enrolled. */
function holds({ enrolments }: StudentFacts, day: CalendarDate, diplomas: ReadonlySet<string>): boolean {
  return enrolments.some(
    ({ diploma, lastDay }) => diploma !== null && diplomas.has(diploma) && lastDay !== null && lastDay < day,
  );
}
