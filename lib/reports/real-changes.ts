import { type CalendarDate, fromColumn } from "@/lib/shared/calendar-date";
import type { CorrectionInput } from "./correction";
import { hoursOf } from "./hours";
import type { LessonSettings } from "./lesson-hours";

/** What stands in the report now, under the names of a correction. */
export interface Correctable {
  readonly lastDay: CalendarDate | null;
  readonly days: readonly {
    readonly day: Date;
    readonly hours: unknown;
    readonly lessons: readonly number[];
    readonly wholeDay: boolean;
  }[];
  readonly arrivals: readonly { readonly day: Date; readonly minutes: number }[];
  readonly reasonCode: string;
  readonly reason: string | null;
  readonly explanation: string | null;
  readonly schoolActions: readonly string[];
  readonly schoolActionsNote: string | null;
  readonly contactName: string;
  readonly contactFunction: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly parentPhone: string | null;
  readonly ownReference: string | null;
  readonly location: LessonSettings;
}

/** A correction without what the report says already. */
export function realChanges(report: Correctable, changes: CorrectionInput): CorrectionInput {
  const stored: Readonly<Record<string, unknown>> = inWords(report);
  const given: Readonly<Record<string, unknown>> = { ...changes, ...comparable(report, changes) };
  const isReal = (field: string) => given[field] !== undefined && !isSame(given[field], stored[field]);
  return Object.fromEntries(Object.entries(changes).filter(([field]) => isReal(field)));
}

function inWords({ days, arrivals, schoolActions, ...report }: Correctable) {
  return {
    ...report,
    hours: days
      .map(({ day, hours, lessons, wholeDay }) => dayLine(fromColumn(day), Number(hours), lessons, wholeDay))
      .sort(),
    arrivals: arrivals.map(({ day, minutes }) => `${fromColumn(day)} ${minutes}`),
    schoolActions: schoolActions.toSorted(),
    contact: [report.contactName, report.contactFunction, report.contactEmail, report.contactPhone],
  };
}

/** The fields that can be said in more than one way, in the way in which the stored ones are compared. */
function comparable({ location }: Correctable, { hours, arrivals, schoolActions, contact }: CorrectionInput) {
  return {
    hours: hours
      ?.map((entry) => dayLine(entry.day, hoursOf(entry, location), entry.lessons ?? [], entry.wholeDay))
      .sort(),
    arrivals: arrivals?.map(({ day, minutes }) => `${day} ${minutes}`),
    schoolActions: schoolActions?.toSorted(),
    contact: contact && [contact.name, contact.function ?? null, contact.email, contact.phone ?? null],
  };
}

function dayLine(day: CalendarDate, hours: number, lessons: readonly number[], wholeDay = false): string {
  return `${day} ${hours} ${[...new Set(lessons)].sort((one, other) => one - other)} ${wholeDay}`;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
