import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import { ownLocations } from "@/lib/directory/own-locations";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { firstDayOf, yearOfPeriod } from "@/lib/statistics/period";
import { homeRegionOf } from "@/lib/statistics/places.server";
import {
  countsOf,
  type Gathering,
  gathered,
  monthsOver,
  mostSilent,
  type SilentLocation,
  type SilentView,
} from "@/lib/statistics/silent";

interface Wish {
  readonly month: string;
  /** Null: the whole country. */
  readonly region: number | null;
  /** Null: all sectors. */
  readonly sector: string | null;
  readonly by: Gathering;
}

/** Locations with pupils that reported nothing in a month, and what is known of why. */
export async function listSilent(viewer: Viewer, wish: Wish, now: Now): Promise<SilentView> {
  if (!can(viewer, "figures:read-places", { level: "location" })) throw new NotFound("figures");
  const all = await askLocations(wish.month, placesOf(wish));
  const silent = all.filter(({ state }) => state !== "reported");
  await recordRead(viewer, now, {
    action: "figures:read",
    object: { kind: "location", count: silent.length },
    reason: usualReason(viewer),
  });
  return {
    rows: silent.toSorted((one, other) => rank(one) - rank(other)).slice(0, mostSilent),
    groups: wish.by === "location" ? null : gathered(all, wish.by).slice(0, mostSilent),
    counts: countsOf(all),
  };
}

/** Who was not heard of comes first. */
const rank = ({ state }: SilentLocation) => (state === "silent" ? 0 : 1);

export interface OwnMonth {
  readonly month: string;
  readonly rows: readonly SilentLocation[];
}

const monthsShown = 3;

/** The own locations of a school in the last months. */
export async function listOwnSilence(viewer: Viewer, now: Now): Promise<readonly OwnMonth[]> {
  const scope = ownLocations(viewer);
  if (scope === null || !can(viewer, "figures:read-own", {})) throw new NotFound("figures");
  const ids = scope.id === undefined ? Prisma.sql`true` : Prisma.sql`l.id = ANY(${scope.id.in}::uuid[])`;
  const own = Prisma.sql`l.organisation_id = ${scope.organisationId}::uuid AND ${ids}`;
  return Promise.all(
    monthsOver(now.today, monthsShown).map(async (month) => ({ month, rows: await askLocations(month, own) })),
  );
}

/** The region with which the page begins. */
export async function homeRegion(viewer: Viewer): Promise<number | null> {
  if (!can(viewer, "figures:read", {})) throw new NotFound("figures");
  const region = await homeRegionOf(viewer);
  return region === null ? null : Number(region);
}

function placesOf({ region, sector }: Wish): Prisma.Sql {
  const conditions = [
    region === null ? Prisma.sql`true` : Prisma.sql`m.region_number = ${region}`,
    sector === null ? Prisma.sql`true` : Prisma.sql`l.sector::text = ${sector}`,
  ];
  return Prisma.join(conditions, " AND ");
}

/** A location without pupils cannot report; a month in which every weekday is a holiday, a block or free needs none. */
function askLocations(month: string, places: Prisma.Sql): Promise<readonly SilentLocation[]> {
  const first = firstDayOf(month);
  return ask<SilentLocation & Record<string, unknown>>(Prisma.sql`
    SELECT l.id AS "locationId", o.name AS school, l.brin, l.name AS location, l.sector::text AS sector,
      l.board_number AS "boardNumber", b.enrolled_count AS enrolled,
      CASE WHEN c.place IS NOT NULL THEN 'reported' WHEN q.month IS NOT NULL THEN 'quiet'
        WHEN NOT EXISTS (SELECT FROM generate_series(${first}::date, ${first}::date + interval '1 month -1 day', '1 day') d
          WHERE extract(isodow FROM d) <= 5 AND NOT EXISTS (SELECT FROM calendar_periods p
            WHERE p.owner IN ('region:' || m.holiday_region, 'school:' || l.brin || ':::')
              AND d BETWEEN p.first_day_on AND p.last_day_on)) THEN 'closed'
        ELSE 'silent' END AS state,
      (SELECT max(x.period) FROM figure_cells x WHERE x.level = 'location' AND x.place = l.id::text
        AND x.breakdown = 'all' AND length(x.period) = 7) AS "lastMonth"
    FROM locations l JOIN organisations o ON o.id = l.organisation_id
      JOIN figure_bases b ON b.level = 'location' AND b.place = l.id::text AND b.school_year = ${yearOfPeriod(month)}
      LEFT JOIN municipalities m ON m.code = l.municipality_code
      LEFT JOIN figure_cells c ON c.level = 'location' AND c.place = l.id::text AND c.period = ${month}
        AND c.breakdown = 'all'
      LEFT JOIN quiet_months q ON q.location_id = l.id AND q.month = ${month}
    WHERE ${places} ORDER BY o.name COLLATE "nl-x-icu", l.name COLLATE "nl-x-icu"`);
}
