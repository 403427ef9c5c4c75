import type { EnrolmentFacts, StudentFacts } from "@/lib/directory/regime-on";
import type { CalendarDate } from "@/lib/shared/calendar-date";

export const residenceKinds = ["resident", "correspondence", "abroad", "unknown", "protected"] as const;
export type ResidenceKind = (typeof residenceKinds)[number];

export interface ResidenceFacts {
  readonly from: CalendarDate;
  readonly kind: ResidenceKind;
  /** Null: abroad or unknown. */
  readonly municipalityCode: string | null;
  /** Null: not known. */
  readonly postcode: string | null;
}

/** A report of the same student that an officer of an office still works on. */
export interface OpenCase {
  readonly officeId: string;
  readonly officerId: string;
}

/** Everything about one report that decides where it goes. */
export interface RoutingFacts {
  readonly student: StudentFacts & { readonly id: string };
  /** The history, in any order. */
  readonly residences: readonly ResidenceFacts[];
  /** Where the school says that the student stays; null: where he is registered. */
  readonly stay: { readonly postcode: string } | null;
  /** The latest first. */
  readonly openCases: readonly OpenCase[];
  readonly locationId: string;
  /** The organisation that the location belongs to. */
  readonly schoolId: string;
  /** The kind of absence. */
  readonly type: string;
  readonly isUrgent: boolean;
  /** The first letters of the family name, see `surnameLetters`; empty: not known. */
  readonly letters: string;
  /** Of the programme at this location on the first day of absence; null: not known. */
  readonly level: string | null;
  /** The first day of absence. */
  readonly firstDay: CalendarDate;
  readonly filedOn: CalendarDate;
}

/** Where somebody is registered on a day; null: the history begins later, or there is none. */
export function residenceOn(facts: Pick<RoutingFacts, "residences">, day: CalendarDate): ResidenceFacts | null {
  let latest: ResidenceFacts | null = null;
  for (const residence of facts.residences) {
    if (residence.from <= day && (latest === null || residence.from > latest.from)) latest = residence;
  }
  return latest;
}

/** Also who went into hiding after the absence began: what counts is what the school may learn now (settled 12). */
export function isProtected(facts: RoutingFacts): boolean {
  const { firstDay, filedOn } = facts;
  if (residenceOn(facts, firstDay)?.kind === "protected") return true;
  return filedOn !== firstDay && residenceOn(facts, filedOn)?.kind === "protected";
}

/** The digits of the postcode where the student stays, else lives; a protected address too: it does not leave here. */
export function postcodeDigits(facts: RoutingFacts): string | null {
  const postcode = facts.stay?.postcode ?? residenceOn(facts, facts.firstDay)?.postcode ?? null;
  return postcode === null ? null : postcode.slice(0, 4);
}

interface EnrolmentWithLevel extends EnrolmentFacts {
  /** Null: no level is named, or not a location that can report here. */
  readonly locationId: string | null;
  readonly level: string | null;
}

/** The level at a location on a day; of several enrolments there the one that began last. */
export function levelAt(
  enrolments: readonly EnrolmentWithLevel[],
  locationId: string,
  day: CalendarDate,
): string | null {
  let latest: EnrolmentWithLevel | null = null;
  for (const enrolment of enrolments) {
    if (enrolment.locationId !== locationId || enrolment.level === null || !isEnrolledOn(enrolment, day)) continue;
    if (latest === null || enrolment.firstDay > latest.firstDay) latest = enrolment;
  }
  return latest?.level ?? null;
}

function isEnrolledOn({ firstDay, lastDay }: EnrolmentFacts, day: CalendarDate): boolean {
  return firstDay <= day && (lastDay === null || day <= lastDay);
}
