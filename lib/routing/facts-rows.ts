import { z } from "zod";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { residenceKinds } from "./facts";
import { compileOfficeRules } from "./office-rules/compile";
import { type OfficeRule, officeRule } from "./office-rules/rule-set";
import type { DatedRules, Officer, PostcodeArea, RoutingTable } from "./table";

/** A day out of a `date` column: the database has already made sure that it exists. */
const day = z.custom<CalendarDate>((value) => typeof value === "string" && value.length === 10);
const dayOrNull = day.nullable();
const text = z.string();

const period = { from: day, until: dayOrNull };

export const studentShape = {
  id: text,
  birthDate: day,
  basicQualificationOn: dayOrNull,
  deceasedOn: dayOrNull,
  lastName: text,
  enrolments: z.array(
    z.object({
      sector: text,
      firstDay: day,
      lastDay: dayOrNull,
      diploma: text.nullable(),
      locationId: text.nullable(),
      level: text.nullable(),
    }),
  ),
  exemptions: z.array(z.object({ article: text, ...period })),
  residences: z.array(
    z.object({
      from: day,
      kind: z.enum(residenceKinds),
      municipalityCode: text.nullable(),
      postcode: text.nullable(),
    }),
  ),
  openCases: z.array(z.object({ officeId: text, officerId: text })),
};

export const studentRow = z.object(studentShape);

export const areaRow = z.object({ postcode: text, municipalityCode: text, ...period });

/** What one report can reach. */
export const reachRows = z.object({
  municipalities: z.array(z.object({ code: text, name: text })),
  changes: z.array(
    z.object({
      oldCode: text,
      newCode: text,
      effectiveOn: day,
      kind: z.enum(["merger", "split", "border-correction"]),
    }),
  ),
  areas: z.array(areaRow),
  competences: z.array(
    z.object({
      officeId: text,
      municipalityCode: text,
      regime: z.enum(["compulsory", "qualification", "over_18"]),
      ...period,
    }),
  ),
});

/** What offices have. */
export const officeRows = z.object({
  offices: z.array(z.object({ id: text, code: text, name: text, kind: z.enum(["municipal", "joint", "regional"]) })),
  officers: z.array(
    z.object({
      officeId: text,
      id: text,
      name: text,
      role: text,
      protectedCases: z.boolean(),
      openReports: z.number(),
      locationIds: z.array(text),
      workDays: z.array(z.number()),
      caseCap: z.number().nullable(),
      noNewFrom: dayOrNull,
      leaves: z.array(z.object({ firstDay: day, lastDay: dayOrNull, deputyId: text.nullable() })),
      lastGivenAt: text.nullable(),
      ...period,
    }),
  ),
  ruleSets: z.array(
    z.object({
      officeId: text,
      version: z.number(),
      activeFrom: day,
      spread: z.enum(["least-open-work", "in-turn"]),
      rules: z.array(z.unknown()).transform(readableRules),
    }),
  ),
});

export const tableRows = z.object({ ...reachRows.shape, ...officeRows.shape });

export type TableRows = z.infer<typeof tableRows>;

/** A rule in a form that this desk no longer reads must not keep a report from being filed. */
function readableRules(rules: readonly unknown[]): readonly OfficeRule[] {
  return rules.flatMap((rule) => officeRule.safeParse(rule).data ?? []);
}

/** Rows into the maps in which the rules look things up. */
export function toRoutingTable(rows: TableRows): RoutingTable {
  return {
    municipalities: new Map(rows.municipalities.map((municipality) => [municipality.code, municipality])),
    changes: grouped(rows.changes, ({ oldCode }) => oldCode),
    areas: areasByPostcode(rows.areas),
    competences: grouped(rows.competences, ({ municipalityCode }) => municipalityCode),
    offices: new Map(rows.offices.map((office) => [office.id, office])),
    officers: grouped(rows.officers.map(toOfficer), ({ officeId }) => officeId),
    ruleSets: grouped([...rows.ruleSets].sort(latestFirst).map(toDatedRules), ({ officeId }) => officeId),
  };
}

type RuleSetRow = TableRows["ruleSets"][number];

function latestFirst(a: RuleSetRow, b: RuleSetRow): number {
  if (a.activeFrom !== b.activeFrom) return a.activeFrom < b.activeFrom ? 1 : -1;
  return b.version - a.version;
}

function toDatedRules({ officeId, activeFrom, ...rules }: RuleSetRow): DatedRules & { readonly officeId: string } {
  return { officeId, activeFrom, rules: compileOfficeRules(rules) };
}

export function areasByPostcode(areas: readonly z.infer<typeof areaRow>[]): ReadonlyMap<string, PostcodeArea[]> {
  return grouped(areas, ({ postcode }) => postcode);
}

export function toOfficer(row: TableRows["officers"][number]): Officer & { readonly officeId: string } {
  return { ...row, locationIds: new Set(row.locationIds) };
}

export function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
