import type { SchoolViewer } from "@/lib/identity/viewer";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";

/** Who works at the own school today, as a filter on accounts; not the viewer himself. */
export function colleaguesOf({ organisationId, accountId }: SchoolViewer, now: Now) {
  return { ...worksAt(organisationId, now), id: { not: accountId } };
}

export function worksAt(organisationId: string, now: Now) {
  const today = toColumn(now.today);
  return {
    disabledAt: null,
    mandates: {
      some: { organisationId, validFrom: { lte: today }, OR: [{ validUntil: null }, { validUntil: { gte: today } }] },
    },
  };
}

/** Who works there or did: not who only hears of its reports, such as the officer of an office. */
export function hasWorkedAt(organisationId: string) {
  return { mandates: { some: { organisationId } } };
}
