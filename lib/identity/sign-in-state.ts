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
}
