import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { localeOf } from "@/lib/i18n/locale";
import { talkingRoles } from "@/lib/policy/conversation-rules";
import { readingOfficeRoles } from "@/lib/policy/report-rules";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { Person } from "./concerned";

/** What decides whether somebody may open a report, and so may be told of it. */
export interface ReachFacts {
  readonly organisationId: string;
  readonly locationId: string;
  readonly officeId: string | null;
  readonly isProtected: boolean;
}

export function validToday(now: Now): Prisma.MandateWhereInput {
  const today = toColumn(now.today);
  return { validFrom: { lte: today }, OR: [{ validUntil: null }, { validUntil: { gte: today } }] };
}

/** A mandate that names no locations is for all of them; the database keeps that as an empty list or as none. */
export function holdsAt(locationId: string): Prisma.MandateWhereInput {
  return {
    OR: [{ locationIds: { isEmpty: true } }, { locationIds: { equals: null } }, { locationIds: { has: locationId } }],
  };
}

export const personColumns = { id: true, email: true, locale: true } as const;

export function accountColumns(now: Now) {
  return {
    ...personColumns,
    name: true,
    disabledAt: true,
    mandates: {
      where: validToday(now),
      select: { organisationId: true, role: true, locationIds: true, protectedCases: true },
    },
  } satisfies Prisma.AccountSelect;
}

export type AccountRow = Prisma.AccountGetPayload<{ select: ReturnType<typeof accountColumns> }>;
type MandateRow = AccountRow["mandates"][number];

export function atSchoolOf({ organisationId, locationId }: ReachFacts) {
  return (mandate: MandateRow) =>
    mandate.organisationId === organisationId &&
    (mandate.locationIds.length === 0 || mandate.locationIds.includes(locationId));
}

export function atOfficeOf({ officeId, isProtected }: ReachFacts) {
  return (mandate: MandateRow) =>
    mandate.organisationId === officeId &&
    readingOfficeRoles.has(mandate.role) &&
    (mandate.protectedCases || !isProtected);
}

/** Who may open the report as somebody of the school today: the same rule as `atSchoolOf`, as a filter on accounts. */
export function readersAtSchoolOf({ organisationId, locationId }: ReachFacts, now: Now): Prisma.AccountWhereInput {
  return { disabledAt: null, mandates: { some: { AND: [validToday(now), holdsAt(locationId), { organisationId }] } } };
}

/** The same at the office that has the report, as `atOfficeOf`. */
export function readersAtOfficeOf({ officeId, isProtected }: ReachFacts, now: Now): Prisma.AccountWhereInput {
  if (officeId === null) return { id: { in: [] } };
  const reading = { organisationId: officeId, role: { in: [...readingOfficeRoles] } };
  const named = isProtected ? { protectedCases: true } : {};
  return { disabledAt: null, mandates: { some: { AND: [validToday(now), reading, named] } } };
}

export function reachable(account: AccountRow | null, mayRead: (mandate: MandateRow) => boolean): Person | null {
  if (account === null || account.disabledAt !== null) return null;
  const reading = account.mandates.filter(mayRead);
  if (reading.length === 0) return null;
  return { ...toPerson(account), mayAnswer: reading.some(({ role }) => talkingRoles.has(role)) };
}

export function toPerson({ id, email, locale }: { id: string; email: string; locale: string }): Person {
  return { accountId: id, email, locale: localeOf(locale), mayAnswer: false };
}
