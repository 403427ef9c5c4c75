import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { type CalendarDate, toColumn } from "@/lib/shared/calendar-date";

/** Roles in which somebody has reports in hand. */
export const workingRoles: readonly string[] = ["officer", "team_lead", "coordinator"];

/** A mandate in which somebody has reports in hand at this office on this day. */
export function worksAt(officeId: string, day: CalendarDate): Prisma.MandateWhereInput {
  const on = toColumn(day);
  return {
    organisationId: officeId,
    role: { in: [...workingRoles] },
    validFrom: { lte: on },
    OR: [{ validUntil: null }, { validUntil: { gte: on } }],
  };
}
