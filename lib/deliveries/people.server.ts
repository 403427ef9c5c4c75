import "server-only";
import { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { patiently } from "@/lib/db/patience.server";
import { calendarDate, dayOf } from "@/lib/shared/calendar-date";
import { rowFacts } from "./facts";
import { readLife } from "./life";
import { markCodes } from "./marks";
import { type Asked, candidatesSql, peopleSql } from "./people-sql.server";
import { type ListedMunicipality, regionsByCode } from "./region-codes";
import type { Person } from "./row";

const nullableDay = calendarDate.nullable();

const personRow = z.object({
  id: z.uuid(),
  birthDate: calendarDate,
  basicQualificationOn: nullableDay,
  deceasedOn: nullableDay,
  hasTwoNumbers: z.boolean(),
  enrolments: z.array(
    z.object({
      sector: z.string(),
      brin: z.string(),
      locationCode: z.string().nullable(),
      firstDay: calendarDate,
      lastDay: nullableDay,
      programmeCode: z.string().nullable(),
      level: z.string().nullable(),
      exitReason: z.string().nullable(),
      diploma: z.string().nullable(),
    }),
  ),
  homes: z.array(z.object({ from: calendarDate, kind: z.string(), code: z.string().nullable() })),
  exemptions: z.array(z.object({ article: z.string(), from: calendarDate, until: nullableDay })),
  mark: z.object({ code: z.enum(markCodes), at: z.iso.datetime({ offset: true }) }).nullable(),
  absence: z.object({ reference: z.string(), firstDay: calendarDate }).nullable(),
  earlier: z.object({ isOpen: z.boolean(), facts: rowFacts }).nullable(),
});

/** The names and regions by which rows are read; loaded once for a delivery. */
export interface Atlas {
  readonly regions: ReadonlyMap<string, number>;
  readonly municipalities: ReadonlyMap<string, string>;
  readonly schools: ReadonlyMap<string, string>;
}

export async function loadAtlas(): Promise<Atlas> {
  const [municipalities, changes, locations] = await Promise.all([
    prisma.municipality.findMany({ select: { code: true, name: true, regionNumber: true } }),
    prisma.municipalityChange.findMany({ select: { oldCode: true, newCode: true }, orderBy: { effectiveOn: "asc" } }),
    prisma.location.findMany({ select: { sector: true, locationCode: true, name: true } }),
  ]);
  return {
    regions: regionsByCode(municipalities satisfies readonly ListedMunicipality[], changes),
    municipalities: new Map(municipalities.map(({ code, name }) => [code, name])),
    schools: new Map(locations.map(({ sector, locationCode, name }) => [`${sector}:${locationCode}`, name])),
  };
}

export function codesOfRegion({ regions }: Atlas, regionNumber: number): readonly string[] {
  return [...regions].filter(([, number]) => number === regionNumber).map(([code]) => code);
}

export async function countCandidates(asked: Asked): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>(
    Prisma.sql`SELECT count(*)::int AS count FROM (${candidatesSql(asked)}) c`,
  );
  return row?.count ?? 0;
}

/** The ids of a delivery's persons in their order, after this one: asked once, because looking takes longest. */
export async function findCandidates(asked: Asked, after: string | null): Promise<readonly string[]> {
  const start = after === null ? Prisma.empty : Prisma.sql`WHERE c.id > ${after}::uuid`;
  const rows = await patiently((client) =>
    client.$queryRaw<{ id: string }[]>(Prisma.sql`SELECT c.id FROM (${candidatesSql(asked)}) c ${start} ORDER BY c.id`),
  );
  return rows.map(({ id }) => id);
}

export async function loadPeople(
  asked: Asked & { readonly regionNumber: number },
  atlas: Atlas,
  ids: readonly string[],
): Promise<readonly Person[]> {
  const rows = await prisma.$queryRaw<unknown[]>(peopleSql(asked, ids));
  return rows.map((row) => toPerson(personRow.parse(row), atlas));
}

function toPerson(row: z.output<typeof personRow>, atlas: Atlas): Person {
  const homes = row.homes.map(({ from, code }) => ({
    from,
    municipalityCode: code,
    regionNumber: code === null ? null : (atlas.regions.get(code) ?? null),
  }));
  return {
    ...readLife({ ...row, homes }),
    studentId: row.id,
    // An address that was ever protected stays out of files: they are read long after they were made.
    isProtected: row.homes.some(({ kind }) => kind === "protected"),
    schools: atlas.schools,
    municipalities: atlas.municipalities,
    mark: row.mark === null ? null : { code: row.mark.code, on: dayOf(new Date(row.mark.at)) },
    absence: row.absence,
    earlier: row.earlier,
  };
}
