import { type DutyGround, dutyOn } from "@/lib/directory/regime-on";
import { ruleSets } from "@/lib/directory/rule-sets";
import type { Label } from "@/lib/i18n/locale";
import {
  addDays,
  birthday,
  type CalendarDate,
  calendarDate,
  endOfSchoolYear,
  firstOfNextMonth,
  inYearOf,
} from "@/lib/shared/calendar-date";
import { type Enrolment, enrolmentOn, type Life, lastEnrolmentBefore } from "./life";

/** How somebody stands on one day: always exactly one of these. */
export const standings = {
  enrolled: { nl: "ingeschreven", en: "enrolled" },
  leaver: { nl: "voortijdig schoolverlater", en: "early leaver" },
  waiting: { nl: "geslaagd, wacht op inschrijving", en: "graduated, waiting for an enrolment" },
  "absolute-absence": { nl: "leerplichtig en niet ingeschreven", en: "of compulsory age and not enrolled" },
  qualified: { nl: "startkwalificatie", en: "basic qualification" },
  exempt: { nl: "vrijgesteld", en: "exempt" },
  "certificate-with-work": { nl: "getuigschrift en werk", en: "certificate and work" },
  "over-age": { nl: "boven de leeftijdsgrens", en: "over the age limit" },
  "too-young": { nl: "nog niet leerplichtig", en: "not yet of compulsory age" },
  "never-enrolled": { nl: "nooit ingeschreven geweest", en: "never enrolled" },
  deceased: { nl: "overleden", en: "deceased" },
} as const satisfies Record<string, Label>;

export type Standing = keyof typeof standings;

export function isStanding(text: string): text is Standing {
  return Object.hasOwn(standings, text);
}

/** A graduate of the summer may look for a school until 1 October; who leaves in another season may not. */
const summer = { from: "05-01", until: "09-30" } as const;

/** Where somebody stands on this day, by the definitions of that day (settled 42). */
export function standingOn(life: Life, day: CalendarDate): Standing {
  if (life.deceasedOn !== null && life.deceasedOn <= day) return "deceased";
  if (enrolmentOn(life, day) !== null) return "enrolled";
  if (isTaughtElsewhere(life, day)) return "exempt";
  const { regime, ground } = dutyOn(life, day);
  if (regime === "none") return standingOfGround(ground);
  if (isWaiting(life, day)) return "waiting";
  if (regime !== "over_18") return "absolute-absence";
  return lastEnrolmentBefore(life, day) === null ? "never-enrolled" : "leaver";
}

const ofGround: Partial<Record<DutyGround, Standing>> = {
  deceased: "deceased",
  "too-young": "too-young",
  exempt: "exempt",
  "over-age": "over-age",
  "basic-qualification": "qualified",
  "works-with-certificate": "certificate-with-work",
};

function standingOfGround(ground: DutyGround): Standing {
  const standing = ofGround[ground];
  if (standing === undefined) throw new RangeError(`no duty on the ground ${ground}`);
  return standing;
}

/** Substitute education leaves the duty as it is, but nobody is missing from school. */
function isTaughtElsewhere({ exemptions }: Life, day: CalendarDate): boolean {
  return exemptions.some(
    ({ article, from, until }) => article === "substitute" && from <= day && (until === null || day <= until),
  );
}

function isWaiting(life: Life, day: CalendarDate): boolean {
  const last = lastEnrolmentBefore(life, day);
  return last !== null && day <= (waitsUntil(last) ?? "");
}

/** The last day on which a graduate of this enrolment may wait; null for whoever does not. */
function waitsUntil({ lastDay, diploma }: Enrolment): CalendarDate | null {
  if (lastDay === null || diploma === null) return null;
  const monthAndDay = lastDay.slice(5);
  if (monthAndDay < summer.from || monthAndDay > summer.until) return null;
  return inYearOf(lastDay, summer.until);
}

/** Ages at which a duty begins or ends on the birthday, and at which it ends with the school year. */
const ages = [6, 18, 23, 27] as const;
const schoolYearAges = [15, 16, 17, 18] as const;
const turns = Object.values(ruleSets).flatMap(({ validFrom }) =>
  validFrom === null ? [] : [calendarDate.parse(validFrom)],
);

/** The first of the days up to this one from which on somebody stands as he does now, without a break. */
export function standsSince(life: Life, day: CalendarDate): CalendarDate {
  const standing = standingOn(life, day);
  let since = day;
  for (const turn of daysOfChange(life, day)) {
    if (standingOn(life, turn) !== standing) return since;
    since = turn;
  }
  return since;
}

/** The days up to this one on which a standing can change, the latest first. */
function daysOfChange(life: Life, until: CalendarDate): readonly CalendarDate[] {
  const { birthDate, enrolments, exemptions, basicQualificationOn, deceasedOn } = life;
  const after = (day: CalendarDate | null) => (day === null ? [] : [addDays(day, 1)]);
  const days = [
    birthDate,
    firstOfNextMonth(birthday(birthDate, 5)),
    ...ages.map((age) => birthday(birthDate, age)),
    ...schoolYearAges.map((age) => addDays(endOfSchoolYear(birthday(birthDate, age)), 1)),
    ...enrolments.flatMap((one) => [one.firstDay, ...after(one.lastDay), ...after(waitsUntil(one))]),
    ...exemptions.flatMap(({ from, until: last }) => [from, ...after(last)]),
    ...(basicQualificationOn === null ? [] : [basicQualificationOn]),
    ...(deceasedOn === null ? [] : [deceasedOn]),
    ...turns,
  ];
  return [...new Set(days)].filter((one) => one <= until).toSorted((one, other) => (one < other ? 1 : -1));
}
