import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { type CalendarDate, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { dayOfBase, schoolYearsUntil } from "./period";
import { inTurn } from "./turn.server";

const yearsBack = 2;

/** How many are enrolled, once a day: of this school year anew, of one that is over only when it is not there yet. */
export async function keepBases(now: Now): Promise<void> {
  const [current = "", ...past] = schoolYearsUntil(now.today, yearsBack);
  for (const schoolYear of [current, ...past]) {
    await inTurn(async (client) => {
      const known = await client.figureBase.findFirst({
        where: { schoolYear, ...(schoolYear === current ? { countedOn: toColumn(now.today) } : {}) },
      });
      if (known === null) await countEnrolled(client, schoolYear, now.today);
    });
  }
}

async function countEnrolled(client: Prisma.TransactionClient, schoolYear: string, today: CalendarDate): Promise<void> {
  const on = dayOfBase(schoolYear, today);
  await client.figureBase.deleteMany({ where: { schoolYear } });
  await client.$executeRaw`INSERT INTO figure_bases (level, place, school_year, enrolled_count, counted_on)
    WITH present AS (SELECT e.student_id, e.location_id, l.organisation_id, h.municipality_code, m.region_number
      FROM enrolments e JOIN locations l ON l.id = e.location_id
        LEFT JOIN LATERAL (SELECT x.municipality_code FROM residences x WHERE x.student_id = e.student_id
          AND x.resident_from_on <= ${on}::date ORDER BY x.resident_from_on DESC LIMIT 1) h ON true
        LEFT JOIN municipalities m ON m.code = h.municipality_code
      WHERE e.first_day_on <= ${on}::date AND (e.last_day_on IS NULL OR e.last_day_on >= ${on}::date))
    SELECT v.level, v.place, ${schoolYear}, count(DISTINCT p.student_id), ${today}::date FROM present p
      CROSS JOIN LATERAL (VALUES ('location', p.location_id::text), ('school', p.organisation_id::text),
        ('municipality', p.municipality_code), ('region', p.region_number::text), ('country', 'NL')) v(level, place)
    WHERE v.place IS NOT NULL GROUP BY v.level, v.place`;
}
