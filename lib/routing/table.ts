import type { DutyRegime } from "@/lib/directory/regime";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Leave } from "./availability";
import type { CompiledRules } from "./office-rules/compile";
import type { NamedMunicipality } from "./route";

/** `from` and `until` are both days on which a thing holds; null: without end. */
interface Period {
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

export interface MunicipalityChange {
  readonly newCode: string;
  readonly effectiveOn: CalendarDate;
  readonly kind: "merger" | "split" | "border-correction";
}

export interface PostcodeArea extends Period {
  readonly municipalityCode: string;
}

export interface Competence extends Period {
  readonly officeId: string;
  readonly regime: DutyRegime;
}

export const officeKinds = {
  municipal: { label: { nl: "Kantoor van de gemeente", en: "Office of the municipality" } },
  joint: { label: { nl: "Kantoor van meer gemeenten", en: "Office of several municipalities" } },
  regional: { label: { nl: "Doorstroompunt van de regio", en: "Regional point" } },
} as const satisfies Record<string, { label: { nl: string; en: string } }>;

export type OfficeKind = keyof typeof officeKinds;

export interface RoutingOffice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: OfficeKind;
}

/** Somebody with a mandate at an office, who may sign in. */
export interface Officer extends Period {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly protectedCases: boolean;
  readonly openReports: number;
  readonly locationIds: ReadonlySet<string>;
  /** 1 is Monday; empty: all working days. */
  readonly workDays: readonly number[];
  /** Null: no limit to the open reports on this desk. */
  readonly caseCap: number | null;
  /** Null: not leaving. From this day on no new report comes here. */
  readonly noNewFrom: CalendarDate | null;
  readonly leaves: readonly Leave[];
  /** When this office last gave a report; null: never, or nobody asks for it. */
  readonly lastGivenAt: string | null;
}

/** The rules of an office in one version, and the day from which it is in force. */
export interface DatedRules {
  readonly activeFrom: CalendarDate;
  readonly rules: CompiledRules;
}

/** What the router knows of the country. One report needs a small cut of it, a file of reports the whole. */
export interface RoutingTable {
  readonly municipalities: ReadonlyMap<string, NamedMunicipality>;
  /** By old code. */
  readonly changes: ReadonlyMap<string, readonly MunicipalityChange[]>;
  /** By postcode, of four or six characters. */
  readonly areas: ReadonlyMap<string, readonly PostcodeArea[]>;
  /** By code of the municipality. */
  readonly competences: ReadonlyMap<string, readonly Competence[]>;
  /** By id. */
  readonly offices: ReadonlyMap<string, RoutingOffice>;
  /** By id of the office. */
  readonly officers: ReadonlyMap<string, readonly Officer[]>;
  /** By id of the office, the one in force first: the latest day, then the highest version. */
  readonly ruleSets: ReadonlyMap<string, readonly DatedRules[]>;
}

/** The rules that an office has in force on a day; null: it has none of its own. */
export function rulesOn(table: RoutingTable, officeId: string, day: CalendarDate): CompiledRules | null {
  return table.ruleSets.get(officeId)?.find(({ activeFrom }) => activeFrom <= day)?.rules ?? null;
}

export function holdsOn({ from, until }: Period, day: CalendarDate): boolean {
  return from <= day && (until === null || day <= until);
}

/** The municipalities that a postcode lies in on a day. Six characters say more than four. */
export function municipalitiesOf(table: RoutingTable, postcode: string, day: CalendarDate): readonly string[] {
  const exact = codesOn(table.areas.get(postcode), day);
  return exact.length > 0 ? exact : codesOn(table.areas.get(postcode.slice(0, 4)), day);
}

function codesOn(areas: readonly PostcodeArea[] | undefined, day: CalendarDate): readonly string[] {
  if (areas === undefined) return [];
  return [...new Set(areas.filter((area) => holdsOn(area, day)).map((area) => area.municipalityCode))].sort();
}
