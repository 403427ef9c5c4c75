import type { StudentFacts } from "@/lib/directory/regime-on";
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
  /** The first day of absence. */
  readonly firstDay: CalendarDate;
  readonly filedOn: CalendarDate;
}

/** Where somebody is registered on a day; null: the history begins later, or there is none. */
export function residenceOn(facts: Pick<RoutingFacts, "residences">, day: CalendarDate): ResidenceFacts | null {
  return facts.residences.reduce<ResidenceFacts | null>(
    (latest, residence) =>
      residence.from <= day && (latest === null || residence.from > latest.from) ? residence : latest,
    null,
  );
}

/** Also who went into hiding after the absence began: what counts is what the school may learn now (settled 12). */
export function isProtected(facts: RoutingFacts): boolean {
  return [facts.firstDay, facts.filedOn].some((day) => residenceOn(facts, day)?.kind === "protected");
}
