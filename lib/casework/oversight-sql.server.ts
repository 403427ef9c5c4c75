import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { overTerm } from "@/lib/reports/clock-sql.server";
import { addDays, startOfDay } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { type Behind, filedBetween, outcomeDays } from "./oversight";

/** Any outcome at all, besides each of them. */
type Counted = Behind | { readonly what: "outcome"; readonly closeReason: null };

/** An open report that is over its term. */
export function overOpen({ at }: Now): Prisma.Sql {
  return Prisma.sql`${overTerm} < ${at}`;
}

/** The reports that a number counts, as a condition on the columns of `reports`: number and list ask the same. */
export function isBehind(behind: Counted, { today }: Now): Prisma.Sql {
  switch (behind.what) {
    case "age": {
      const { from, before } = filedBetween(behind.age, today);
      const since = from === null ? Prisma.sql`TRUE` : Prisma.sql`filed_at >= ${from}`;
      return Prisma.sql`(closed_at IS NULL AND ${since} AND filed_at < ${before})`;
    }
    case "unopened":
      return Prisma.sql`(closed_at IS NULL AND status = 'registered' AND first_reaction_at IS NULL)`;
    case "idle":
      return Prisma.sql`(closed_at IS NULL AND paused_at IS NULL AND changed_at < ${startOfDay(addDays(today, -behind.days))})`;
    case "officer":
      return behind.officerId === null
        ? Prisma.sql`(closed_at IS NULL AND officer_id IS NULL)`
        : Prisma.sql`(closed_at IS NULL AND officer_id = ${behind.officerId}::uuid)`;
    case "outcome": {
      const which = behind.closeReason === null ? Prisma.sql`IS NOT NULL` : Prisma.sql`= ${behind.closeReason}`;
      return Prisma.sql`(status = 'closed' AND close_reason ${which} AND closed_at >= ${startOfDay(addDays(today, -outcomeDays))})`;
    }
  }
}
