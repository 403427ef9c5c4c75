import type { Label } from "@/lib/i18n/locale";
import type { EventKind } from "@/lib/timeline/events";

/** How somebody wants to hear of something by mail. What stands in the desk is there in any case. */
export const deliveries = {
  now: { label: { nl: "Meteen", en: "At once" } },
  daily: { label: { nl: "Eén keer per dag, samen", en: "Once a day, together" } },
  off: { label: { nl: "Niet per mail", en: "Not by mail" } },
} as const satisfies Record<string, { readonly label: Label }>;

export type Delivery = keyof typeof deliveries;

interface Topic {
  readonly label: Label;
  readonly help: Label;
  readonly choices: readonly Delivery[];
}

/** Kinds of news among which people choose. */
export const topics = {
  place: {
    label: { nl: "Waar een melding is", en: "Where a report is" },
    help: {
      nl: "Een melding komt bij een kantoor, krijgt een behandelaar of gaat naar een ander kantoor. Van een dringende melding hoort een kantoor altijd meteen.",
      en: "A report comes to an office, gets an officer or goes to another office. Of an urgent report an office always hears at once.",
    },
    choices: ["now", "daily", "off"],
  },
  steps: {
    label: { nl: "Stappen van het kantoor", en: "Steps of the office" },
    help: {
      nl: "De melding is opgepakt, er is gebeld of gesproken, of er is iets aangepast.",
      en: "The report was taken up, somebody called or talked, or something was changed.",
    },
    choices: ["now", "daily", "off"],
  },
  talk: {
    label: { nl: "Berichten", en: "Messages" },
    help: { nl: "Iemand schrijft iets bij een melding.", en: "Somebody writes something with a report." },
    choices: ["now", "daily", "off"],
  },
  requests: {
    label: { nl: "Vragen en antwoorden", en: "Questions and answers" },
    help: {
      nl: "Er wordt iets gevraagd, met een laatste dag, of een collega haalt u bij een melding. Deze mail kan niet uit. Wacht een school te lang, of wil zij gebeld worden? Dan hoort u dat altijd meteen.",
      en: "Something is asked, with a last day, or a colleague brings you in at a report. This mail cannot be switched off. Does a school wait too long, or want a call? Then you always hear at once.",
    },
    choices: ["now", "daily"],
  },
  result: {
    label: { nl: "De afhandeling", en: "The end" },
    help: { nl: "Een melding is afgesloten of ingetrokken.", en: "A report was closed or withdrawn." },
    choices: ["now", "daily", "off"],
  },
} as const satisfies Record<string, Topic>;

export type TopicCode = keyof typeof topics;

function isTopic(code: string): code is TopicCode {
  return Object.hasOwn(topics, code);
}

export const topicCodes: readonly TopicCode[] = Object.keys(topics).filter(isTopic);

/** Each kind of event belongs to one kind of news: a new one does not compile without a decision here. */
const topicOf: { readonly [K in EventKind]: TopicCode } = {
  filed: "place",
  routed: "place",
  moved: "place",
  unroutable: "place",
  placed: "place",
  assigned: "place",
  referred: "place",
  transfer_offered: "place",
  transfer_accepted: "place",
  transfer_refused: "place",
  transfer_lapsed: "place",
  transfer_taken_back: "place",
  taken_up: "steps",
  acted: "steps",
  talk_ended: "steps",
  talk_moved: "steps",
  clock_paused: "steps",
  clock_resumed: "steps",
  clock_extended: "steps",
  term_passed: "steps",
  no_reaction: "requests",
  noted: "steps",
  closed: "result",
  reopened: "steps",
  undone: "steps",
  corrected: "steps",
  messaged: "talk",
  call_asked: "requests",
  call_told: "talk",
  asked: "requests",
  answered: "requests",
  ask_reminded: "requests",
  ask_reopened: "requests",
  ask_dropped: "requests",
  withdrawn: "result",
  attached: "talk",
  attachment_refused: "requests",
  attachment_removed: "talk",
  attachment_checked: "talk",
  written_down: "place",
  confirmed: "place",
  confirm_reminded: "place",
};

/** What somebody chose, by kind of news; what is not there was not chosen. */
export type Choices = Readonly<Partial<Record<TopicCode, Delivery>>>;

/** A mailbox hears of all kinds of news in the same way. */
export const allDaily: Choices = Object.fromEntries(topicCodes.map((code) => [code, "daily"]));

/** Who waits too long, or by the telephone, is not put off until tomorrow by somebody's choice of mail. */
const atOnce: ReadonlySet<EventKind> = new Set(["no_reaction", "call_asked"]);
/** Nor is an urgent report that comes to somebody. */
const arrivals: ReadonlySet<EventKind> = new Set(["routed", "moved", "placed", "referred", "assigned"]);

/** `isUrgent`: the reader is at the office that has an urgent report. */
export function deliveryOf(kind: EventKind, choices: Choices, { isUrgent }: { readonly isUrgent: boolean }): Delivery {
  if (atOnce.has(kind) || (isUrgent && arrivals.has(kind))) return "now";
  return choices[topicOf[kind]] ?? "now";
}

/** How often a mailbox without an account hears: nobody there can switch off what it was named for. */
export const mailboxDeliveries = ["now", "daily"] as const satisfies readonly Delivery[];

export type MailboxDelivery = (typeof mailboxDeliveries)[number];

export const mailboxDeliveryLabels: { readonly [D in MailboxDelivery]: Label } = {
  now: deliveries.now.label,
  daily: { nl: "Eén mail per dag", en: "One mail a day" },
};

export function deliveryTo({ isDaily }: { readonly isDaily: boolean }): MailboxDelivery {
  return isDaily ? "daily" : "now";
}

interface StoredChoice {
  readonly topic: string;
  readonly delivery: string;
}

/** Stored choices; what this release does not know, or does not let anybody choose, was not chosen. */
export function readChoices(rows: readonly StoredChoice[]): Choices {
  return Object.fromEntries(
    topicCodes.flatMap((code) => {
      const chosen = rows.find(({ topic }) => topic === code)?.delivery;
      const known = topics[code].choices.find((choice) => choice === chosen);
      return known === undefined ? [] : [[code, known]];
    }),
  );
}
