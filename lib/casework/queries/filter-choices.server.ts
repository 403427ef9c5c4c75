import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import { scopeSql } from "@/lib/reports/report-scope.server";
import type { Now } from "@/lib/shared/clock";
import type { FilterChoices, FilterLabels } from "../filter-views";
import { readsInbox } from "../inbox";
import type { InboxFilter, SchoolChoice } from "../inbox-filter";

const nothing: FilterChoices = { schools: [], municipalities: [], officers: [] };

/**
 * Asked when the form of the filters is opened, and not with each page: however many schools an office works with, its
 * list stays as light. Whoever has the work of a former officer before him can still filter by that name.
 */
export async function findFilterChoices(viewer: OfficeViewer, now: Now): Promise<FilterChoices> {
  if (!readsInbox(viewer)) return nothing;
  const own = scopeSql(visibleReports(viewer));
  const columns = Prisma.sql`location_id, municipality_code, officer_id`;
  // Open and done apart, because each has an index that holds these columns.
  const [found] = await ask<FilterChoices & Record<string, unknown>>(Prisma.sql`WITH own AS MATERIALIZED (
      SELECT ${columns} FROM reports WHERE ${own} AND closed_at IS NULL GROUP BY 1, 2, 3
      UNION SELECT ${columns} FROM reports WHERE ${own} AND closed_at IS NOT NULL GROUP BY 1, 2, 3),
    here AS (SELECT DISTINCT m.account_id FROM mandates m
      WHERE m.organisation_id = ${viewer.officeId}::uuid AND m.valid_from_on <= ${now.today}::date
        AND (m.valid_until_on IS NULL OR m.valid_until_on >= ${now.today}::date))
    SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'schoolName', o.name, 'sector', l.sector,
          'locationCode', l.location_code, 'locationName', l.name)
          ORDER BY o.name COLLATE "nl-x-icu", o.code, l.name COLLATE "nl-x-icu", l.location_code), '[]')
        FROM locations l JOIN organisations o ON o.id = l.organisation_id
        WHERE l.id IN (SELECT location_id FROM own)) AS schools,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', m.code, 'name', m.name) ORDER BY m.name COLLATE "nl-x-icu"), '[]')
        FROM municipalities m WHERE m.code IN (SELECT municipality_code FROM own)) AS municipalities,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name,
          'worksHere', a.id IN (SELECT account_id FROM here)) ORDER BY a.name COLLATE "nl-x-icu", a.id), '[]')
        FROM accounts a WHERE a.id IN (SELECT officer_id FROM own)) AS officers`);
  return found ?? nothing;
}

const noLabels: FilterLabels = { school: null, municipality: null, officer: null };

/** Only what an address does not say itself is looked up. */
export async function findFilterLabels(viewer: OfficeViewer, filter: InboxFilter): Promise<FilterLabels> {
  const { school, municipality, officerId } = filter;
  if (!readsInbox(viewer) || (school ?? municipality ?? officerId ?? null) === null) return noLabels;
  const [labels] = await ask<FilterLabels & Record<string, unknown>>(Prisma.sql`SELECT
    ${school === undefined ? Prisma.sql`NULL` : schoolName(school)} AS school,
    (SELECT m.name FROM municipalities m WHERE m.code = ${municipality ?? null}) AS municipality,
    (SELECT a.name FROM accounts a WHERE a.id = ${officerId ?? null}::uuid AND EXISTS (SELECT FROM mandates m
      WHERE m.account_id = a.id AND m.organisation_id = ${viewer.officeId}::uuid)) AS officer`);
  return labels ?? noLabels;
}

function schoolName(school: SchoolChoice): Prisma.Sql {
  return school.kind === "school"
    ? Prisma.sql`(SELECT o.name FROM organisations o WHERE o.code = ${school.code} AND o.kind = 'school')`
    : Prisma.sql`(SELECT l.name FROM locations l
        WHERE l.sector = ${school.sector}::sector AND l.location_code = ${school.code})`;
}
