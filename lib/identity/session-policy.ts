import type { Role } from "./roles";

interface SessionTerms {
  /** Without a key, click or touch for this long, the session ends. */
  readonly idleMinutes: number;
  /** However busy, the session ends this long after signing in. */
  readonly absoluteMinutes: number;
  /** For weighty acts one must have signed in this recently. */
  readonly stepUpMinutes: number;
}

/** A school day with an evening of work is ten hours; within NIST AAL2 (an hour idle, a day in all). */
const colleague = { idleMinutes: 60, absoluteMinutes: 600, stepUpMinutes: 15 } as const satisfies SessionTerms;
const localAdministrator = { idleMinutes: 30, absoluteMinutes: 600, stepUpMinutes: 10 } as const satisfies SessionTerms;
const deskStaff = { idleMinutes: 30, absoluteMinutes: 480, stepUpMinutes: 10 } as const satisfies SessionTerms;
const functionalAdministrator = {
  idleMinutes: 15,
  absoluteMinutes: 480,
  stepUpMinutes: 5,
} as const satisfies SessionTerms;

const sessionTerms: Readonly<Record<Role, SessionTerms>> = {
  reporter: colleague,
  preparer: colleague,
  reader: colleague,
  school_admin: localAdministrator,
  officer: colleague,
  office_clerk: colleague,
  team_lead: colleague,
  office_admin: localAdministrator,
  coordinator: colleague,
  analyst: colleague,
  service_desk: deskStaff,
  administrator: functionalAdministrator,
  auditor: deskStaff,
};

const sharedComputer = { idleMinutes: 15, absoluteMinutes: 120 } as const;

export function sessionTermsOf(role: Role, computer: "own" | "shared"): SessionTerms {
  const terms = sessionTerms[role];
  if (computer === "own") return terms;
  return {
    idleMinutes: Math.min(terms.idleMinutes, sharedComputer.idleMinutes),
    absoluteMinutes: Math.min(terms.absoluteMinutes, sharedComputer.absoluteMinutes),
    stepUpMinutes: terms.stepUpMinutes,
  };
}

/** Input is written down at most this often. */
export const inputNotedEveryMinutes = 1;

/** More sessions than this are not refused, but the account page asks whether all of them are wanted. */
export const usualSessionCount = 5;

interface SignedInSince {
  readonly role: Role;
  readonly authenticatedAt: Date;
}

/** For weighty acts: whether somebody showed who he is shortly enough ago. */
export function isFreshlySignedIn({ role, authenticatedAt }: SignedInSince, at: Date): boolean {
  const { stepUpMinutes } = sessionTermsOf(role, "own");
  return at.getTime() - authenticatedAt.getTime() <= stepUpMinutes * 60_000;
}
