import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { MandateState } from "./mandates";
import type { Role } from "./roles";

export interface MandateView {
  readonly id: string;
  readonly role: Role;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly validFrom: CalendarDate;
  readonly validUntil: CalendarDate | null;
  readonly state: MandateState;
  readonly locations: readonly string[];
  readonly protectedCases: boolean;
}

export type AccountState = "invited" | "invitation-over" | "active" | "disabled";

export interface PersonView {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly state: AccountState;
  /** The last moment at which a session of this person began. */
  readonly lastSignInAt: Date | null;
  readonly mandates: readonly MandateView[];
}

export interface SessionView {
  readonly id: string;
  readonly device: string;
  readonly beganAt: Date;
  readonly lastInputAt: Date;
  readonly expiresAt: Date;
  readonly isThis: boolean;
  readonly isShared: boolean;
}

export function accountState(account: {
  readonly disabledAt: Date | null;
  readonly passwordHash: string | null;
  readonly hasOpenInvitation: boolean;
}): AccountState {
  if (account.disabledAt !== null) return "disabled";
  if (account.passwordHash !== null) return "active";
  return account.hasOpenInvitation ? "invited" : "invitation-over";
}
