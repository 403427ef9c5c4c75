import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { type CalendarDate, toColumn } from "@/lib/shared/calendar-date";

/** Roles in which somebody has reports in hand. */
export const workingRoles: readonly string[] = ["officer", "team_lead", "coordinator"];

/** Of those, the roles to which the router gives reports; a team lead gets them by hand only. */
export const routedRoles: readonly string[] = ["officer", "coordinator"];

/** A mandate in which somebody has reports in hand at this office on this day. */
export function worksAt(officeId: string, day: CalendarDate): Prisma.MandateWhereInput {
  return mandateAt(officeId, day, workingRoles);
}

/** A mandate with which the router gives somebody reports at this office on this day. */
export function isRoutedAt(officeId: string, day: CalendarDate): Prisma.MandateWhereInput {
  return mandateAt(officeId, day, routedRoles);
}

function mandateAt(officeId: string, day: CalendarDate, roles: readonly string[]): Prisma.MandateWhereInput {
  const on = toColumn(day);
  return {
    organisationId: officeId,
    role: { in: [...roles] },
    validFrom: { lte: on },
    OR: [{ validUntil: null }, { validUntil: { gte: on } }],
  };
}
