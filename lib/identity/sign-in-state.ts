import type { Role } from "./roles";
import type { PersonViewer } from "./viewer";

interface MandateChoice {
  readonly mandateId: string;
  readonly role: Role;
  readonly organisationName: string;
}

/** The viewer with what every page shows around its content. */
export interface SignIn {
  readonly viewer: PersonViewer;
  /** Other mandates that this person could act in, today. */
  readonly otherMandates: readonly MandateChoice[];
  readonly isDemo: boolean;
  readonly unreadNoticeCount: number;
  readonly expiresAt: Date;
  /** Without input before this moment the session ends earlier. */
  readonly idleEndsAt: Date;
}

/** What a page must know to warn in time: how long it lasts, and whose it is. The clock of the browser decides nothing. */
export interface SessionLeft {
  readonly idleSeconds: number;
  readonly absoluteSeconds: number;
  readonly accountId: string;
  readonly mandateId: string;
}

export function sessionLeft({ viewer, idleEndsAt, expiresAt }: SignIn, at: Date): SessionLeft {
  const secondsUntil = (end: Date) => Math.max(0, Math.round((end.getTime() - at.getTime()) / 1000));
  return {
    idleSeconds: secondsUntil(idleEndsAt),
    absoluteSeconds: secondsUntil(expiresAt),
    accountId: viewer.accountId,
    mandateId: viewer.mandateId,
  };
}
