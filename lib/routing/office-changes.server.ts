import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { CalendarDate } from "@/lib/shared/calendar-date";

/** A duty of a municipality that goes from one office to another on a day. */
export interface OfficeChange {
  readonly municipalityCode: string;
  readonly effectiveOn: CalendarDate;
  readonly officeName: string;
}

interface Asked {
  /** Null: all days from `since` on. */
  readonly only: { readonly oldCode: string; readonly effectiveOn: CalendarDate } | null;
  readonly since: CalendarDate;
}

/** Duties that another office takes over, without a day between: the earliest first. */
export function officeChanges({ only, since }: Asked): Promise<readonly OfficeChange[]> {
  const where =
    only === null
      ? Prisma.sql`c.valid_from_on >= ${since}::date`
      : Prisma.sql`c.valid_from_on = ${only.effectiveOn}::date AND c.municipality_code = ${only.oldCode}`;
  return ask<OfficeChange>(Prisma.sql`SELECT DISTINCT c.municipality_code AS "municipalityCode",
      c.valid_from_on::text AS "effectiveOn", o.name AS "officeName"
    FROM competences c JOIN organisations o ON o.id = c.office_id
    WHERE ${where} AND EXISTS (SELECT FROM competences b WHERE b.municipality_code = c.municipality_code
      AND b.regime = c.regime AND b.office_id <> c.office_id AND b.valid_until_on = c.valid_from_on - 1)
    ORDER BY 2, 1, 3`);
}
