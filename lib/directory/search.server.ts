import "server-only";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import type { LocationScope } from "@/lib/directory/own-locations";
import type { StudentSearch } from "@/lib/directory/student-search";
import { addDays } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";

export const foundAtMost = 20;

/** Case and accents do not count in a search (settled 23). */
const folded = (sql: Prisma.Sql) =>
  Prisma.sql`lower(regexp_replace(normalize(${sql}, NFD), '[\u0300-\u036f]', '', 'g'))`;

const signsOfPatterns = /[\\%_]/g;

/** Each part begins a part of the name, or is the beginning of the class. */
function fits(word: string): Prisma.Sql {
  const begin = word.replaceAll(signsOfPatterns, "\\$&");
  return Prisma.sql`(${name} LIKE ${folded(Prisma.sql`${`% ${begin}%`}::text`)}
    OR ${folded(Prisma.sql`e.group_name`)} LIKE ${folded(Prisma.sql`${`${begin}%`}::text`)})`;
}

const name = folded(Prisma.sql`concat_ws(' ', '', s.first_name, s.prefix, s.last_name)`);

/** Students of own locations who are as they are looked for, in the order of the alphabet. */
export async function findStudentIds(
  scope: LocationScope,
  { words, birthDate }: StudentSearch,
  { today }: Now,
): Promise<readonly string[]> {
  const mandate = scope.id === undefined ? Prisma.empty : Prisma.sql`AND l.id = ANY(${scope.id.in}::uuid[])`;
  const asked = [...words.map(fits), ...(birthDate === null ? [] : [Prisma.sql`s.birth_date_on = ${birthDate}::date`])];
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM students s
      JOIN enrolments e ON e.student_id = s.id
      JOIN locations l ON l.id = e.location_id
     WHERE l.organisation_id = ${scope.organisationId}::uuid ${mandate} AND e.first_day_on <= ${today}::date
       AND (e.last_day_on IS NULL OR e.last_day_on >= ${addDays(today, -365)}::date)
       AND ${Prisma.join(asked, " AND ")}
     GROUP BY s.id
     ORDER BY s.last_name COLLATE "nl-x-icu", s.first_name COLLATE "nl-x-icu", s.id LIMIT ${foundAtMost}`;
  return rows.map(({ id }) => id);
}
