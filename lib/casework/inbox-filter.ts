import { type Regime, regimes } from "@/lib/directory/regime";
import { formatWrittenDay } from "@/lib/i18n/format";
import { type AbsenceTypeCode, isAbsenceType } from "@/lib/reports/absence-types";
import { type CalendarDate, readWrittenDay } from "@/lib/shared/calendar-date";
import { type Status, statusCodes, statuses } from "@/lib/timeline/statuses";
import type { InboxView } from "./inbox";

/** A school with all its locations by its code, or one location by sector and code. */
export type SchoolChoice =
  | { readonly kind: "school"; readonly code: string }
  | { readonly kind: "location"; readonly sector: string; readonly code: string };

/** What is left out of a list. Nothing of it names a student, so that it may stand in an address. */
export interface InboxFilter {
  readonly school?: SchoolChoice | undefined;
  readonly type?: AbsenceTypeCode | undefined;
  readonly municipality?: string | undefined;
  readonly regime?: Regime | undefined;
  /** Null: the shared inbox. */
  readonly officerId?: string | null | undefined;
  readonly status?: Status | undefined;
  /** The days on which a report was filed. */
  readonly filedFrom?: CalendarDate | undefined;
  readonly filedUntil?: CalendarDate | undefined;
  readonly isUrgent?: true | undefined;
  /** The school said something that nobody of the office has read. */
  readonly isUnread?: true | undefined;
  readonly isWaiting?: true | undefined;
  /** Whoever reads the list follows it. */
  readonly isFollowed?: true | undefined;
}

/** The names of the filters in an address, in the order of the form. */
export const filterNames = [
  "school",
  "soort",
  "gemeente",
  "plicht",
  "bij",
  "status",
  "van",
  "tot",
  "spoed",
  "ongelezen",
  "wacht",
  "volgt",
] as const;
export type FilterName = (typeof filterNames)[number];
export type FilterTexts = Readonly<Partial<Record<FilterName, string>>>;

/** In the place of an officer: the shared inbox. */
export const nobody = "niemand";
const yes = "ja";

/** What an address asks; what is no choice asks for nothing. */
export function readInboxFilter(texts: FilterTexts): InboxFilter {
  const { soort = "", plicht = "", gemeente = "", status } = texts;
  return {
    school: readSchool(texts.school ?? ""),
    type: isAbsenceType(soort) ? soort : undefined,
    municipality: /^\d{4}$/.test(gemeente) ? gemeente : undefined,
    regime: isRegime(plicht) ? plicht : undefined,
    officerId: readOfficer(texts.bij ?? ""),
    status: statusCodes.find((code) => code === status),
    filedFrom: readWrittenDay(texts.van ?? "") ?? undefined,
    filedUntil: readWrittenDay(texts.tot ?? "") ?? undefined,
    isUrgent: flag(texts.spoed),
    isUnread: flag(texts.ongelezen),
    isWaiting: flag(texts.wacht),
    isFollowed: flag(texts.volgt),
  };
}

/** The same in the words of an address, without what is not asked. */
export function writeInboxFilter(filter: InboxFilter): FilterTexts {
  const { school, officerId, filedFrom, filedUntil } = filter;
  const written: Readonly<Record<FilterName, string | undefined>> = {
    school: school && writeSchool(school),
    soort: filter.type,
    gemeente: filter.municipality,
    plicht: filter.regime,
    bij: officerId === null ? nobody : officerId,
    status: filter.status,
    van: filedFrom && formatWrittenDay(filedFrom),
    tot: filedUntil && formatWrittenDay(filedUntil),
    spoed: filter.isUrgent && yes,
    ongelezen: filter.isUnread && yes,
    wacht: filter.isWaiting && yes,
    volgt: filter.isFollowed && yes,
  };
  return Object.fromEntries(Object.entries(written).filter(([, text]) => text !== undefined));
}

export function isNarrowed(filter: InboxFilter): boolean {
  return Object.keys(writeInboxFilter(filter)).length > 0;
}

/** The statuses that a list can hold. */
export function statusesIn(view: InboxView): readonly Status[] {
  return statusCodes.filter((status) => statuses[status].open === (view !== "done"));
}

export function writeSchool(school: SchoolChoice): string {
  return school.kind === "school" ? school.code : `${school.sector}:${school.code}`;
}

function readSchool(text: string): SchoolChoice | undefined {
  const [, sector, code] = /^(?:(PO|SO|VO|MBO):)?([0-9A-Z]{4,6})$/.exec(text) ?? [];
  if (code === undefined) return undefined;
  return sector === undefined ? { kind: "school", code } : { kind: "location", sector, code };
}

function readOfficer(text: string): string | null | undefined {
  if (text === nobody) return null;
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined;
}

function isRegime(code: string): code is Regime {
  return Object.hasOwn(regimes, code);
}

function flag(text: string | undefined): true | undefined {
  return text === yes ? true : undefined;
}
