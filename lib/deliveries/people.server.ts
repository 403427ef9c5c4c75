import "server-only";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { patiently } from "@/lib/db/patience.server";
import { ask } from "@/lib/db/statement.server";
import { type CalendarDate, dayOf } from "@/lib/shared/calendar-date";
import { type Enrolment, type Life, readLife } from "./life";
import type { Mark } from "./marks";
import { type Asked, candidatesSql, openBeforeSql, peopleSql } from "./people-sql.server";
import { type ListedMunicipality, regionsByCode } from "./region-codes";
import type { Person } from "./row";

/** As `peopleSql` asks for it: days as they are written, lists null when they are empty. */
type PersonRow = Pick<Life, "birthDate" | "basicQualificationOn" | "deceasedOn"> &
  Pick<Person, "absence" | "earlier"> & {
    readonly id: string;
    readonly hasTwoNumbers: boolean;
    readonly enrolments: readonly Enrolment[] | null;
    readonly homes: readonly StoredHome[] | null;
    readonly exemptions: Life["exemptions"] | null;
    readonly mark: { readonly code: Mark; readonly at: string } | null;
  };

interface StoredHome {
  readonly from: CalendarDate;
  readonly kind: string;
  readonly code: string | null;
}

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

/** From which day on the register knows a school of anybody of these places; a day before birth is a fault of it. */
export async function findFirstDay(codes: readonly string[]): Promise<CalendarDate | null> {
  const [row] = await ask<{ day: CalendarDate | null }>(
    Prisma.sql`SELECT min(e.first_day_on)::text AS day FROM residences r JOIN students s ON s.id = r.student_id
      JOIN enrolments e ON e.student_id = s.id AND e.first_day_on >= s.birth_date_on
      WHERE r.municipality_code = ANY(${[...codes]})`,
  );
  return row?.day ?? null;
}

/** The ids of a delivery's persons in their order, after this one: asked once, because looking takes longest. */
export async function findCandidates(asked: Asked, after: string | null): Promise<readonly string[]> {
  const start = after === null ? Prisma.empty : Prisma.sql`WHERE c.id > ${after}::uuid`;
  const rows = await patiently((client) =>
    client.$queryRaw<{ id: string }[]>(Prisma.sql`SELECT c.id FROM (${candidatesSql(asked)}) c ${start} ORDER BY c.id`),
  );
  return rows.map(({ id }) => id);
}

export async function findOpenBefore(deliveryId: string): Promise<readonly string[]> {
  const rows = await ask<{ id: string }>(openBeforeSql(deliveryId));
  return rows.map(({ id }) => id);
}

const batchSize = 2_000;

interface Batch {
  /** Also of whom the register has lost since. */
  readonly ids: readonly string[];
  readonly people: readonly Person[];
}

/** These persons in their order, a batch at a time. */
export async function* loadPeople(
  asked: Asked & { readonly regionNumber: number },
  atlas: Atlas,
  candidates: readonly string[],
): AsyncGenerator<Batch> {
  for (let at = 0; at < candidates.length; at += batchSize) {
    const ids = candidates.slice(at, at + batchSize);
    const rows = await ask<PersonRow>(peopleSql(asked, ids));
    yield { ids, people: rows.map((row) => toPerson(row, atlas)) };
  }
}

function toPerson(row: PersonRow, atlas: Atlas): Person {
  const { id, enrolments, exemptions, mark, absence, earlier } = row;
  const stored = row.homes ?? [];
  const homes = stored.map(({ from, code }) => ({
    from,
    municipalityCode: code,
    regionNumber: code === null ? null : (atlas.regions.get(code) ?? null),
  }));
  return {
    ...readLife({ ...row, enrolments: enrolments ?? [], exemptions: exemptions ?? [], homes }),
    studentId: id,
    // An address that was ever protected stays out of files: they are read long after they were made.
    isProtected: stored.some(({ kind }) => kind === "protected"),
    schools: atlas.schools,
    municipalities: atlas.municipalities,
    mark: mark === null ? null : { code: mark.code, on: dayOf(new Date(mark.at)) },
    absence,
    earlier,
  };
}
