import "server-only";
import { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { type CalendarDate, calendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import type { TableFault } from "../views";

const faultsShown = 50;

const faults = z.object({
  count: z.number(),
  shown: z.array(
    z.object({
      municipality: z.string(),
      regimes: z.array(z.enum(["compulsory", "qualification", "over_18"])),
      offices: z.array(z.string()),
    }),
  ),
});

export interface TableFaults {
  /** Municipalities. */
  readonly count: number;
  /** The first of them. */
  readonly shown: readonly TableFault[];
}

/** Where the table of offices leaves duties of a municipality to nobody, or to several, today. */
export async function listTableFaults(viewer: Viewer, now: Now): Promise<TableFaults> {
  requireList(viewer);
  return tableFaultsOn(now.today);
}

const turnsShown = 6;

/** The same for the coming days on which the table changes, the first of them; days without a fault are left out. */
export async function listComingFaults(
  viewer: Viewer,
  now: Now,
): Promise<readonly (TableFaults & { readonly on: CalendarDate })[]> {
  requireList(viewer);
  const turns = await prisma.$queryRaw<{ day: string }[]>`
    SELECT DISTINCT day::text AS day FROM (SELECT valid_from_on AS day FROM competences
      UNION SELECT valid_until_on + 1 FROM competences UNION SELECT valid_from_on FROM municipalities
      UNION SELECT valid_until_on + 1 FROM municipalities) turns
    WHERE day > ${now.today}::date ORDER BY day LIMIT ${turnsShown}`;
  const days = turns.map(({ day }) => calendarDate.parse(day));
  const found = await Promise.all(days.map(async (on) => ({ on, ...(await tableFaultsOn(on)) })));
  return found.filter(({ count }) => count > 0);
}

async function tableFaultsOn(day: CalendarDate): Promise<TableFaults> {
  const [row] = await prisma.$queryRaw<{ faults: unknown }[]>`
    WITH duty AS (
      SELECT m.code, m.name, d.regime, d.place, array_remove(array_agg(DISTINCT g.name), NULL) AS offices
      FROM municipalities m
      CROSS JOIN (VALUES ('compulsory', 1), ('qualification', 2), ('over_18', 3)) AS d (regime, place)
      LEFT JOIN competences c ON c.municipality_code = m.code AND c.regime = d.regime
        AND c.valid_from_on <= ${day}::date AND (c.valid_until_on IS NULL OR c.valid_until_on >= ${day}::date)
      LEFT JOIN organisations g ON g.id = c.office_id
      WHERE (m.valid_from_on IS NULL OR m.valid_from_on <= ${day}::date)
        AND (m.valid_until_on IS NULL OR m.valid_until_on >= ${day}::date)
      GROUP BY m.code, m.name, d.regime, d.place HAVING count(DISTINCT c.office_id) <> 1),
    fault AS (SELECT name AS municipality, code, offices, array_agg(regime ORDER BY place) AS regimes
      FROM duty GROUP BY code, name, offices)
    SELECT jsonb_build_object('count', (SELECT count(DISTINCT code) FROM fault),
      'shown', (SELECT coalesce(jsonb_agg(s), '[]') FROM (SELECT municipality, regimes, offices FROM fault
        ORDER BY municipality COLLATE "nl-x-icu", code, offices LIMIT ${faultsShown}) s)) AS faults`;
  return faults.parse(row?.faults);
}

function requireList(viewer: Viewer): void {
  if (!can(viewer, "unroutable:list", {})) throw new NotFound("routing");
}
