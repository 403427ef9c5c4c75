import "server-only";
import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { type CalendarDate, calendarDate, fromColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { noCalendar, type OfficeCalendar } from "./terms";

type Client = Pick<Prisma.TransactionClient, "officeTerm" | "officeFreeDay">;

/** The terms and free days of an office as they were known at a moment; what was added later breaks no promise. */
export async function loadOfficeCalendar(
  client: Client,
  officeId: string | null,
  knownAt: Date,
): Promise<OfficeCalendar> {
  if (officeId === null) return noCalendar;
  const [terms, days] = await Promise.all([
    client.officeTerm.findMany({ where: { officeId } }),
    client.officeFreeDay.findMany({ where: { officeId, ...knownOn(knownAt) }, select: { day: true } }),
  ]);
  return {
    rows: terms.map(({ validFrom, ...row }) => ({ ...row, from: fromColumn(validFrom) })),
    own: new Set(days.map(({ day }) => fromColumn(day))),
  };
}

export function knownOn(moment: Date): Prisma.OfficeFreeDayWhereInput {
  return { addedAt: { lte: moment }, OR: [{ removedAt: null }, { removedAt: { gt: moment } }] };
}

/** The longest term is shorter than two years. */
const reachDays = "730 days";

/**
 * The calendars of these offices at the moment of filing, as one jsonb expression that rides in a larger SELECT. Each
 * OFFSET 0 keeps a look-up by office, however many offices there are.
 */
export function officeCalendarsSql(officeIds: Prisma.Sql, { today }: Now): Prisma.Sql {
  return Prisma.sql`jsonb_build_object(
    'rows', (SELECT coalesce(jsonb_agg(jsonb_build_object('officeId', t.office_id, 'municipalityCode', t.municipality_code,
        'type', t.type, 'from', t.valid_from_on, 'firstReactionDays', t.first_reaction_days,
        'nextReactionDays', t.next_reaction_days, 'closingDays', t.closing_days)), '[]')
      FROM (${officeIds}) AS reached(id) CROSS JOIN LATERAL (SELECT k.* FROM office_terms k
        WHERE k.office_id = reached.id AND k.valid_from_on <= ${today}::date OFFSET 0) t),
    'days', (SELECT coalesce(jsonb_agg(jsonb_build_object('officeId', d.office_id, 'day', d.day_on)), '[]')
      FROM (${officeIds}) AS reached(id) CROSS JOIN LATERAL (SELECT k.* FROM office_free_days k
        WHERE k.office_id = reached.id AND k.removed_at IS NULL
          AND k.day_on BETWEEN ${today}::date AND ${today}::date + ${reachDays}::interval OFFSET 0) d))`;
}

const days = z.number().int().nullable();
const calendars = z.object({
  rows: z.array(
    z.object({
      officeId: z.string(),
      municipalityCode: z.string().nullable(),
      type: z.string().nullable(),
      from: calendarDate,
      firstReactionDays: days,
      nextReactionDays: days,
      closingDays: days,
    }),
  ),
  days: z.array(z.object({ officeId: z.string(), day: calendarDate })),
});

type OfficeCalendars = z.infer<typeof calendars>;

/** Reads what `officeCalendarsSql` gave. */
export function parseOfficeCalendars(json: unknown): OfficeCalendars {
  return calendars.parse(json);
}

/** What of it is of one of the offices. */
export function calendarOf(all: OfficeCalendars, officeId: string | null): OfficeCalendar {
  const own: readonly CalendarDate[] = all.days.filter((row) => row.officeId === officeId).map(({ day }) => day);
  return { rows: all.rows.filter((row) => row.officeId === officeId), own: new Set(own) };
}
