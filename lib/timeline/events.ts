import { z } from "zod";
import type { Status } from "./statuses";

const day = z.string();
/** From one office to the other, and why, as a code; blank is not for this reader. */
const handing = z.object({ from: z.string(), to: z.string(), reason: z.string() });
/** A paper that goes along: what it is, never what it is called. */
const paper = z.object({ attachment: z.string(), kind: z.string(), format: z.string() });
const place = z.object({ office: z.string(), officer: z.string().nullable() });

/**
 * What can happen to a report. Events are append-only; they carry what is needed to tell the story later without
 * asking things that may be gone by then: names as they were, codes and days, never free text about a student.
 */
export const eventKinds = {
  filed: { version: 1, data: z.object({ type: z.string(), firstDay: day, followUpTo: z.string().nullable() }) },
  /** By the office, when the school called or mailed. */
  written_down: { version: 1, data: z.object({ type: z.string(), firstDay: day, caller: z.string() }) },
  confirmed: { version: 1, data: z.object({}) },
  confirm_reminded: { version: 1, data: z.object({}) },
  routed: { version: 1, data: place.extend({ because: z.array(z.string()), municipality: z.string().nullable() }) },
  /** It followed its municipality, when that changed. */
  moved: { version: 1, data: place.extend({ because: z.array(z.string()), municipality: z.string().nullable() }) },
  unroutable: { version: 1, data: z.object({ why: z.string() }) },
  placed: { version: 1, data: place.extend({ reason: z.string() }) },
  assigned: { version: 1, data: z.object({ officer: z.string().nullable() }) },
  referred: { version: 1, data: handing },
  transfer_offered: { version: 1, data: handing.extend({ dueOn: day }) },
  transfer_accepted: { version: 1, data: handing },
  transfer_refused: { version: 1, data: handing },
  transfer_lapsed: { version: 1, data: handing },
  transfer_taken_back: { version: 1, data: handing },
  taken_up: { version: 1, data: z.object({}) },
  acted: {
    version: 1,
    data: z.object({
      intervention: z.string(),
      on: day,
      /** Of a talk: at what time, and where. Events of before these were asked have neither. */
      time: z.string().nullable().default(null),
      place: z.string().nullable().default(null),
      words: z.string().nullable(),
    }),
  },
  /** How a planned talk went. The talk is the event with which it was planned. */
  talk_ended: {
    version: 1,
    data: z.object({
      talk: z.string(),
      intervention: z.string(),
      on: day,
      outcome: z.string(),
      present: z.string().nullable(),
      words: z.string().nullable(),
    }),
  },
  talk_moved: {
    version: 1,
    data: z.object({
      talk: z.string(),
      intervention: z.string(),
      from: day,
      on: day,
      time: z.string().nullable(),
      place: z.string().nullable(),
      words: z.string().nullable(),
    }),
  },
  /** The clock stands still while the office waits for somebody; the party is for the office only. */
  clock_paused: {
    version: 1,
    data: z.object({
      reason: z.string(),
      party: z.string().nullable(),
      until: day.nullable(),
      words: z.string().nullable(),
    }),
  },
  clock_resumed: { version: 1, data: z.object({ due: day.nullable() }) },
  clock_extended: { version: 1, data: z.object({ due: day, reason: z.string() }) },
  /** The promised day went by without a reaction. */
  term_passed: { version: 1, data: z.object({ due: day }) },
  /** The school says that the term is over and nobody reacted. */
  no_reaction: { version: 1, data: z.object({ due: day }) },
  noted: { version: 1, data: z.object({ words: z.string().nullable() }) },
  closed: {
    version: 1,
    data: z.object({ closeReason: z.string(), closeNote: z.string(), words: z.string().nullable() }),
  },
  reopened: { version: 1, data: z.object({ reason: z.string() }) },
  /** Somebody took back his last act, by the id of its event: it counts as not done. */
  undone: { version: 1, data: z.object({ what: z.enum(["taken_up", "assigned", "closed"]), event: z.string() }) },
  corrected: { version: 1, data: z.object({ fields: z.array(z.string()), lastDay: day.nullable() }) },
  /** The words stand in the conversation, sealed. */
  messaged: { version: 1, data: z.object({ message: z.string(), asksReopening: z.boolean() }) },
  /** The school asks the office to call; number and times stand in the conversation. */
  call_asked: { version: 1, data: z.object({ message: z.string() }) },
  /** The school wrote down that it was on the telephone with the office. */
  call_told: { version: 1, data: z.object({ message: z.string() }) },
  asked: { version: 1, data: z.object({ request: z.string(), what: z.string(), dueOn: day }) },
  answered: { version: 1, data: z.object({ request: z.string(), what: z.string() }) },
  ask_reminded: {
    version: 1,
    data: z.object({ request: z.string(), what: z.string(), dueOn: day, isLate: z.boolean() }),
  },
  /** The paper that answered it was refused by the scanner: it waits again. */
  ask_reopened: { version: 1, data: z.object({ request: z.string(), what: z.string(), dueOn: day }) },
  ask_dropped: { version: 1, data: z.object({ request: z.string(), what: z.string() }) },
  withdrawn: { version: 1, data: z.object({ reason: z.string() }) },
  attached: { version: 1, data: paper.extend({ waits: z.boolean() }) },
  /** It came while the scanner was away, and can be opened now. */
  attachment_checked: { version: 1, data: paper },
  /** Something in it would have harmed whoever opened it. */
  attachment_refused: { version: 1, data: paper },
  attachment_removed: { version: 1, data: paper },
} as const satisfies Record<string, { version: number; data: z.ZodType }>;

export type EventKind = keyof typeof eventKinds;
export type EventData<K extends EventKind> = z.infer<(typeof eventKinds)[K]["data"]>;

export interface EventActor {
  readonly side: "school" | "office" | "desk" | "system";
  readonly id: string | null;
  readonly name: string;
  /** Null: the desk itself. */
  readonly organisation: string | null;
}

interface EventFrame {
  readonly id: string;
  readonly reportId: string;
  readonly at: Date;
  readonly actor: EventActor;
  /** The outward status after this event. */
  readonly status: Status;
}

/** A typed event: the kind decides what its data are. */
export type TimelineEvent = {
  [K in EventKind]: EventFrame & { readonly kind: K; readonly data: EventData<K> };
}[EventKind];

/** What a command says of an event before it is stored. */
export type NewEvent = {
  [K in EventKind]: {
    readonly kind: K;
    readonly data: EventData<K>;
    readonly status: Status;
    /** Words that only the office reads. */
    readonly note?: string;
  };
}[EventKind];

function isEventKind(value: string): value is EventKind {
  return Object.hasOwn(eventKinds, value);
}

/** Reads a stored event; throws when it is of a kind or shape that this release does not know. */
export function parseEvent(frame: EventFrame & { kind: string; data: unknown }): TimelineEvent {
  if (!isEventKind(frame.kind)) throw new TypeError(`unknown event kind: ${frame.kind}`);
  const data = eventKinds[frame.kind].data.parse(frame.data);
  // The kind has just chosen the parser, which the compiler cannot follow through the table.
  return { ...frame, data } as TimelineEvent;
}
