import type { CalendarDate } from "@/lib/shared/calendar-date";
import { isRole, type Role } from "./roles";

export interface MandatePeriod {
  readonly validFrom: CalendarDate;
  /** Null: until further notice. Otherwise the last day on which it holds. */
  readonly validUntil: CalendarDate | null;
}

export type MandateState = "future" | "current" | "ended";

export function mandateState(period: MandatePeriod, today: CalendarDate): MandateState {
  if (period.validFrom > today) return "future";
  return period.validUntil !== null && period.validUntil < today ? "ended" : "current";
}

/** The mandate somebody begins with: of those that hold today, the one granted first. Others are one click away. */
export function firstMandate<Mandate extends { readonly id: string; readonly role: string }>(
  mandates: readonly Mandate[],
): { readonly id: string; readonly role: Role } | null {
  for (const { id, role } of mandates) {
    if (isRole(role)) return { id, role };
  }
  return null;
}
