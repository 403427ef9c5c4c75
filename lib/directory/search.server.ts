import "server-only";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import type { LocationScope } from "@/lib/directory/own-locations";
import { addDays } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";

const foundAtMost = 20;

/** Case and accents do not count in a search (settled 23). */
const folded = (sql: Prisma.Sql) =>
  Prisma.sql`lower(regexp_replace(normalize(${sql}, NFD), '[\u0300-\u036f]', '', 'g'))`;

const signsOfPatterns = /[\\%_]/g;

/** Students of own locations of whom a part of the name begins like this, in the order of the alphabet. */
export async function findStudentIds(scope: LocationScope, text: string, { today }: Now): Promise<readonly string[]> {
  const pattern = `% ${text.normalize("NFC").replaceAll(signsOfPatterns, "\\$&")}%`;
  const name = folded(Prisma.sql`concat_ws(' ', '', s.first_name, s.prefix, s.last_name)`);
  const mandate = scope.id === undefined ? Prisma.empty : Prisma.sql`AND l.id = ANY(${scope.id.in}::uuid[])`;
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM students s WHERE s.id IN (
      SELECT e.student_id FROM enrolments e JOIN locations l ON l.id = e.location_id
      WHERE l.organisation_id = ${scope.organisationId}::uuid ${mandate} AND e.first_day_on <= ${today}::date
        AND (e.last_day_on IS NULL OR e.last_day_on >= ${addDays(today, -365)}::date))
    AND ${name} LIKE ${folded(Prisma.sql`${pattern}::text`)}
    ORDER BY s.last_name COLLATE "nl-x-icu", s.first_name COLLATE "nl-x-icu", s.id LIMIT ${foundAtMost}`;
  return rows.map(({ id }) => id);
}
