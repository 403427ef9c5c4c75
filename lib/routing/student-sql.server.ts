import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/** The student `s` with the histories that decide regime and place, as one object. */
export const studentRowSql: Prisma.Sql = Prisma.sql`jsonb_build_object(
  'id', s.id, 'birthDate', s.birth_date_on, 'basicQualificationOn', s.basic_qualification_on,
  'deceasedOn', s.deceased_on, 'lastName', s.last_name,
  'enrolments', (SELECT coalesce(jsonb_agg(jsonb_build_object('sector', e.sector, 'firstDay', e.first_day_on,
    'lastDay', e.last_day_on, 'diploma', e.diploma, 'locationId', e.location_id, 'level', e.level)), '[]') FROM enrolments e WHERE e.student_id = s.id),
  'exemptions', (SELECT coalesce(jsonb_agg(jsonb_build_object('article', x.article, 'from', x.valid_from_on,
    'until', x.valid_until_on)), '[]') FROM exemptions x WHERE x.student_id = s.id),
  'residences', (SELECT coalesce(jsonb_agg(jsonb_build_object('from', r.resident_from_on, 'kind', r.kind,
    'municipalityCode', r.municipality_code, 'postcode', r.postcode)), '[]') FROM residences r WHERE r.student_id = s.id),
  'openCases', (SELECT coalesce(jsonb_agg(jsonb_build_object('officeId', o.office_id, 'officerId', o.officer_id)
    ORDER BY o.filed_at DESC, o.id DESC), '[]') FROM reports o
    WHERE o.student_id = s.id AND o.closed_at IS NULL AND o.officer_id IS NOT NULL))`;
