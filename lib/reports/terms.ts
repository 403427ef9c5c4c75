import { type CalendarDate, endOfDay } from "@/lib/shared/calendar-date";
import { lastDayInTime, noFreeDays, type OwnFreeDays } from "@/lib/shared/working-days";

/** Within how many working days an office reacts first, reacts again and is done. Null: it promises no such day. */
export interface Terms {
  readonly firstReactionDays: number;
  readonly nextReactionDays: number | null;
  readonly closingDays: number | null;
}

/** What an office set for a part of its reports, from a day on. Null for the first reaction: the wider terms again. */
export interface TermRow extends Omit<Terms, "firstReactionDays"> {
  /** Null: all municipalities of the office. */
  readonly municipalityCode: string | null;
  /** Null: all types of absence. */
  readonly type: string | null;
  readonly from: CalendarDate;
  readonly firstReactionDays: number | null;
}

/** What an office promises, and on which days of its own it is closed. */
export interface OfficeCalendar {
  readonly rows: readonly TermRow[];
  readonly own: OwnFreeDays;
}

export const noCalendar: OfficeCalendar = { rows: [], own: noFreeDays };

/** The law names no term: this is what holds until an office sets its own (settled 7). */
export const usualTerms: Terms = { firstReactionDays: 5, nextReactionDays: null, closingDays: null };

interface TermQuestion {
  /** Null: no municipality could be named. */
  readonly municipalityCode: string | null;
  readonly type: string;
  readonly on: CalendarDate;
}

/** The terms for one report: the narrowest that hold on this day; a municipality is narrower than a type. */
export function termsFor(rows: readonly TermRow[], { municipalityCode, type, on }: TermQuestion): Terms {
  const scopes = [
    { municipalityCode, type },
    { municipalityCode, type: null },
    { municipalityCode: null, type },
    { municipalityCode: null, type: null },
  ];
  for (const scope of scopes) {
    const row = rowOn(rows, scope, on);
    if (row !== undefined && row.firstReactionDays !== null) {
      const { firstReactionDays, nextReactionDays, closingDays } = row;
      return { firstReactionDays, nextReactionDays, closingDays };
    }
  }
  return usualTerms;
}

type TermScope = Pick<TermRow, "municipalityCode" | "type">;

/** What a part of the reports has of its own on a day. */
function rowOn<Row extends TermRow>(rows: readonly Row[], scope: TermScope, on: CalendarDate): Row | undefined {
  return rows
    .filter((row) => row.municipalityCode === scope.municipalityCode && row.type === scope.type && row.from <= on)
    .toSorted((one, other) => (one.from < other.from ? 1 : -1))[0];
}

/** The end of the last day of a promise that begins now; null when nothing is promised. */
export function dueAfter(startedAt: Date, days: number, own: OwnFreeDays): Date;
export function dueAfter(startedAt: Date, days: number | null, own: OwnFreeDays): Date | null;
export function dueAfter(startedAt: Date, days: number | null, own: OwnFreeDays): Date | null {
  return days === null ? null : endOfDay(lastDayInTime(startedAt, days, own));
}

export interface KeptTerm extends TermRow {
  readonly id: string;
  /** Null: all municipalities. */
  readonly municipalityName: string | null;
}

export interface OfficeTermsView {
  /** What holds now, and what will. */
  readonly terms: readonly KeptTerm[];
  /** Those to come. */
  readonly freeDays: readonly { readonly id: string; readonly day: CalendarDate; readonly name: string }[];
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
}
