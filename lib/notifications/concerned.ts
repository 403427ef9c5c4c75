import type { Locale } from "@/lib/i18n/locale";

export interface Person {
  readonly accountId: string;
  readonly email: string;
  readonly locale: Locale;
  /** May say something at the report, and so may do it by answering the mail about it. */
  readonly mayAnswer: boolean;
  /** Whose rule names this person, when nothing else has him told. Absent: he has a part in the report, or chose to follow it. */
  readonly ruleOrganisationId?: string | undefined;
  /** Hears of it for a colleague who is away. */
  readonly standsIn?: boolean | undefined;
}

/** An address without an account. */
export interface Mailbox {
  readonly email: string;
  /** Its school or office wants one letter a day there. */
  readonly isDaily: boolean;
  /** Whose rule names it. */
  readonly organisationId: string;
}

/** Everybody who may have to hear of an event. Who may not sign in, or not see the report, is not among them. */
export interface Concerned {
  /** Null: filed by a coupled system, or no longer at the school. */
  readonly reporter: Person | null;
  /** Colleagues of the reporter who prepared it. */
  readonly followers: readonly Person[];
  /** The address of the contact at school; null when none was given. */
  readonly contactEmail: string | null;
  /** Null: the shared inbox of the office. */
  readonly officer: Person | null;
  /** Who had it until the event. Null: it stayed where it was. */
  readonly formerOfficer: Person | null;
  /** Null: no office yet. */
  readonly officeEmail: string | null;
  /** The other side of a transfer. Null: there is none. */
  readonly otherOfficeEmail: string | null;
  readonly administrators: readonly Person[];
  /** Who stands in for the officer today. Null: the officer is there, or nobody does. */
  readonly deputy: Person | null;
  /** Who leads the team of the office. */
  readonly leads: readonly Person[];
  /** Who of the school may say that what the office wrote down is right. */
  readonly confirmers: readonly Person[];
  /** Mailboxes of the school that hear of all such reports. */
  readonly copies: readonly Mailbox[];
  /** Colleagues at the office who follow the report or all such reports, or stand in for its officer. */
  readonly officeFollowers: readonly Person[];
  /** Mailboxes of the office that hear of all such reports. */
  readonly officeCopies: readonly Mailbox[];
  /** Who chose to hear nothing of this report. */
  readonly muted: readonly { readonly accountId: string; readonly email: string }[];
}

/** Who did it: never told of what he did himself. */
export interface Doer {
  readonly accountId: string | null;
  readonly email: string | null;
}
