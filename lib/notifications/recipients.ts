import { defaultLocale, type Locale } from "@/lib/i18n/locale";
import type { EventKind } from "@/lib/timeline/events";
import type { Concerned, Doer, Mailbox, Person } from "./concerned";

export interface Addressee {
  /** Null: an address without an account. */
  readonly accountId: string | null;
  readonly email: string;
  readonly locale: Locale;
  readonly side: "school" | "office" | "desk";
  readonly hasNotice: boolean;
  readonly hasMail: boolean;
  readonly mayAnswer: boolean;
  /** A mailbox for which one letter a day was chosen; who has an account chooses himself, by kind of news. */
  readonly isDaily: boolean;
  /** Hears of it only for a colleague who is away. */
  readonly standsIn: boolean;
  /** The school or office whose rule alone has it told. Null: it has a part in the report, or chose to follow it. */
  readonly ruleOrganisationId: string | null;
}

type Channels = "notice" | "mail" | "both";

/** How each of those concerned is reached. */
const parties = {
  reporter: ({ reporter }: Concerned, channels: Channels) => at("school", reporter, channels),
  followers: ({ followers }: Concerned, channels: Channels) => followers.map((one) => person(one, "school", channels)),
  copies: ({ copies }: Concerned) => copies.map((one) => listener(one, "school")),
  officeFollowers: ({ officeFollowers }: Concerned, channels: Channels) =>
    officeFollowers.map((one) => person(one, "office", channels)),
  officeCopies: ({ officeCopies }: Concerned) => officeCopies.map((one) => listener(one, "office")),
  contact: ({ contactEmail, copies }: Concerned) =>
    contactEmail === null ? [] : [address(contactEmail, "school", copies)],
  officer: ({ officer }: Concerned, channels: Channels) => at("office", officer, channels),
  formerOfficer: ({ formerOfficer }: Concerned, channels: Channels) => at("office", formerOfficer, channels),
  /** The officer or, when there is none, the office's own address. */
  handler: ({ officer, officeEmail, officeCopies }: Concerned, channels: Channels) => {
    if (officer !== null) return [person(officer, "office", channels)];
    return officeEmail === null ? [] : [address(officeEmail, "office", officeCopies)];
  },
  otherOffice: ({ otherOfficeEmail }: Concerned) =>
    otherOfficeEmail === null ? [] : [address(otherOfficeEmail, "office", [])],
  deputy: ({ deputy }: Concerned, channels: Channels) => at("office", deputy, channels),
  leads: ({ leads }: Concerned, channels: Channels) => leads.map((one) => person(one, "office", channels)),
  confirmers: ({ confirmers }: Concerned, channels: Channels) =>
    confirmers.map((one) => person(one, "school", channels)),
  administrators: ({ administrators }: Concerned, channels: Channels) =>
    administrators.map((one) => person(one, "desk", channels)),
} as const satisfies Record<string, (concerned: Concerned, channels: Channels) => readonly Addressee[]>;

type Telling = readonly [party: keyof typeof parties, channels: Channels];

const school: readonly Telling[] = [
  ["reporter", "both"],
  ["followers", "both"],
  ["contact", "mail"],
  ["copies", "mail"],
];
const officerOnly: readonly Telling[] = [
  ["officer", "notice"],
  ["officeFollowers", "notice"],
];
/** From whom a colleague takes a report hears it from the desk, and does not find it gone. */
const formerOfficer: Telling = ["formerOfficer", "both"];
/** Who at the office has no part in the report and wants to hear of it all the same. */
const officeListeners: readonly Telling[] = [
  ["officeFollowers", "both"],
  ["officeCopies", "mail"],
];
const handlers: readonly Telling[] = [["handler", "both"], ...officeListeners];
/** The officer hears of what a colleague did with his report: of his own acts nobody is told. */
const everybody: readonly Telling[] = [...school, ["officer", "both"], ...officeListeners];

/**
 * Who is told of what, and how: a new kind of event does not compile without a decision here. Whatever changes who has a
 * report, or what comes next, is told by mail too: some people read nothing else.
 */
const told: { readonly [K in EventKind]: readonly Telling[] } = {
  // The next event, in the same moment, says where the report went.
  filed: [],
  written_down: [
    ["contact", "mail"],
    ["confirmers", "notice"],
  ],
  confirmed: officerOnly,
  confirm_reminded: [
    ["contact", "mail"],
    ["confirmers", "notice"],
  ],
  routed: [["followers", "both"], ["contact", "mail"], ["copies", "mail"], ...handlers],
  moved: [...school, ...handlers],
  unroutable: [
    ["followers", "both"],
    ["contact", "mail"],
    ["copies", "mail"],
    ["administrators", "both"],
  ],
  placed: [...school, ...handlers],
  // Its mail says that the report is now the reader's own.
  assigned: [...everybody, formerOfficer],
  referred: [...school, ...handlers],
  transfer_offered: [["otherOffice", "mail"]],
  transfer_accepted: [...school, ["otherOffice", "mail"], ...officeListeners],
  transfer_refused: handlers,
  transfer_lapsed: [...handlers, ["otherOffice", "mail"]],
  transfer_taken_back: [["otherOffice", "mail"]],
  taken_up: [...school, ...officeListeners, formerOfficer],
  acted: everybody,
  talk_ended: everybody,
  talk_moved: everybody,
  clock_paused: everybody,
  clock_resumed: everybody,
  clock_extended: everybody,
  // The office is reminded of all that it has on its desk in one letter a day.
  term_passed: school,
  no_reaction: [...handlers, ["deputy", "both"], ["leads", "both"]],
  noted: everybody,
  closed: everybody,
  undone: [...everybody, formerOfficer],
  reopened: everybody,
  corrected: [["reporter", "notice"], ["followers", "notice"], ["officer", "both"], ...officeListeners],
  messaged: [...school, ...handlers],
  call_asked: [["reporter", "notice"], ["followers", "notice"], ...handlers],
  // Who was on the telephone knows.
  call_told: [["reporter", "notice"], ["followers", "notice"], ...officerOnly],
  asked: everybody,
  answered: [...school, ...handlers],
  // Who has it and what comes next stay as they were.
  ask_reminded: [...school, ...officerOnly],
  ask_reopened: [...school, ...handlers],
  ask_dropped: everybody,
  withdrawn: [...school, ...handlers],
  attached: [...school, ...handlers],
  attachment_checked: [["reporter", "notice"], ["followers", "notice"], ...handlers],
  attachment_refused: [["reporter", "both"], ["followers", "both"], ...handlers],
  attachment_removed: [["reporter", "notice"], ["followers", "notice"], ...officerOnly],
};

/** Whom to tell of an event: each account and each address once. */
export function recipientsOf(kind: EventKind, concerned: Concerned, doer: Doer): readonly Addressee[] {
  const found = told[kind].flatMap(([party, channels]) => parties[party](concerned, channels));
  // The contact of a report is a bare address, also where it is that of somebody who chose to hear nothing.
  const isMuted = (accountId: string | null, email: string) =>
    concerned.muted.some((one) => (accountId === null ? one.email === email : one.accountId === accountId));
  const others = found.filter(({ accountId, email }) => !(isMuted(accountId, email) || isDoer(doer, accountId, email)));
  return [...mergedByAddress(others)];
}

function at(side: Addressee["side"], one: Person | null, channels: Channels): readonly Addressee[] {
  return one === null ? [] : [person(one, side, channels)];
}

function person(one: Person, side: Addressee["side"], channels: Channels): Addressee {
  return {
    ...one,
    side,
    hasNotice: channels !== "mail",
    hasMail: channels !== "notice",
    isDaily: false,
    ruleOrganisationId: one.ruleOrganisationId ?? null,
    standsIn: one.standsIn ?? false,
  };
}

/** What a school or office chose for a mailbox of its own holds in whatever part it hears of the report. */
function address(given: string, side: Addressee["side"], own: readonly Mailbox[]): Addressee {
  const email = given.toLowerCase();
  const isDaily = own.some((one) => one.email === email && one.isDaily);
  const known = { accountId: null, email, locale: defaultLocale };
  return {
    ...known,
    side,
    hasNotice: false,
    hasMail: true,
    mayAnswer: false,
    isDaily,
    ruleOrganisationId: null,
    standsIn: false,
  };
}

function listener(one: Mailbox, side: Addressee["side"]): Addressee {
  return { ...address(one.email, side, [one]), ruleOrganisationId: one.organisationId };
}

function isDoer(doer: Doer, accountId: string | null, email: string): boolean {
  return (accountId !== null && accountId === doer.accountId) || email === doer.email;
}

/**
 * An account wins from the bare address, because it knows the language; the channels of both are kept. What one side
 * must hear at once does not wait for what the other side chose.
 */
function mergedByAddress(all: readonly Addressee[]): Iterable<Addressee> {
  const merged = new Map<string, Addressee>();
  for (const one of all) {
    const known = merged.get(one.email);
    merged.set(one.email, known === undefined ? one : mergedInto(known, one));
  }
  return merged.values();
}

function mergedInto(known: Addressee, one: Addressee): Addressee {
  return {
    ...(known.accountId === null ? one : known),
    hasNotice: one.hasNotice || known.hasNotice,
    hasMail: one.hasMail || known.hasMail,
    isDaily: one.isDaily && known.isDaily,
    ruleOrganisationId: known.ruleOrganisationId === null ? null : one.ruleOrganisationId,
    standsIn: known.standsIn && one.standsIn,
  };
}
