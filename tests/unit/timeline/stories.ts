import type { EventActor, EventData, EventKind, TimelineEvent } from "@/lib/timeline/events";
import { parseEvent } from "@/lib/timeline/events";
import type { Status } from "@/lib/timeline/statuses";

const anouk: EventActor = {
  side: "school",
  id: "anouk",
  name: "Anouk Verbeek",
  organisation: "Stedelijk Lyceum",
};
export const devries: EventActor = {
  side: "office",
  id: "devries",
  name: "J. de Vries",
  organisation: "Leerplicht Enschede",
};
export const desk: EventActor = { side: "desk", id: "beheer", name: "B. Heer", organisation: null };

const system: EventActor = { side: "system", id: null, name: "Verzuimloket", organisation: null };

const paper = { attachment: "paper", kind: "absence_sheet", format: "pdf" };

const handing = { from: "Leerplicht Enschede", to: "Leerplicht Almelo" };

let count = 0;

/** An event as it is stored; later ones have later ids. */
export function eventOf<K extends EventKind>(
  kind: K,
  data: EventData<K>,
  frame: { actor?: EventActor; at?: string; status?: Status } = {},
): TimelineEvent {
  count += 1;
  return parseEvent({
    id: String(count).padStart(6, "0"),
    reportId: "report",
    at: new Date(frame.at ?? "2026-04-23T14:31:00Z"),
    actor: frame.actor ?? anouk,
    status: frame.status ?? "registered",
    kind,
    data,
  });
}

/** One event of every kind. */
export const everyKind: { readonly [K in EventKind]: TimelineEvent } = {
  filed: eventOf("filed", { type: "sixteen_hours_in_four_weeks", firstDay: "2026-04-01", followUpTo: null }),
  written_down: eventOf(
    "written_down",
    { type: "other_absence", firstDay: "2026-04-01", caller: "Anouk Verbeek" },
    { actor: devries },
  ),
  confirmed: eventOf("confirmed", {}),
  confirm_reminded: eventOf("confirm_reminded", {}, { actor: system }),
  routed: eventOf("routed", {
    office: "Leerplicht Enschede",
    officer: "J. de Vries",
    because: ["lives-there", "own-office", "cares-for-location"],
    municipality: "Enschede",
  }),
  moved: eventOf("moved", {
    office: "Leerplicht Almelo",
    officer: null,
    because: ["lives-there", "municipality-merged", "own-office", "shared-inbox"],
    municipality: "Almelo",
  }),
  unroutable: eventOf("unroutable", { why: "unknown-residence" }),
  placed: eventOf("placed", { office: "Leerplicht Almelo", officer: null, reason: "Adres gebeld." }, { actor: desk }),
  assigned: eventOf("assigned", { officer: "P. Smit" }, { actor: devries }),
  referred: eventOf("referred", { ...handing, reason: "lives-elsewhere" }, { actor: devries }),
  transfer_offered: eventOf(
    "transfer_offered",
    { ...handing, reason: "moved", dueOn: "2026-05-11" },
    { actor: devries },
  ),
  transfer_accepted: eventOf("transfer_accepted", { ...handing, reason: "moved" }, { actor: devries }),
  transfer_refused: eventOf("transfer_refused", { ...handing, reason: "finish-first" }, { actor: devries }),
  transfer_lapsed: eventOf("transfer_lapsed", { ...handing, reason: "" }, { actor: system }),
  transfer_taken_back: eventOf("transfer_taken_back", { ...handing, reason: "" }, { actor: devries }),
  taken_up: eventOf("taken_up", {}, { actor: devries, status: "in_progress" }),
  acted: eventOf(
    "acted",
    { intervention: "called", on: "2026-04-24", time: null, place: null, words: "Moeder gesproken." },
    { actor: devries, at: "2026-04-24T09:00:00Z", status: "in_progress" },
  ),
  talk_ended: eventOf(
    "talk_ended",
    {
      talk: "e1",
      intervention: "talk_at_school",
      on: "2026-05-12",
      outcome: "agreed",
      present: "student_and_parent",
      words: "Sami komt voortaan om half negen.",
    },
    { actor: devries, at: "2026-05-12T14:00:00Z", status: "in_progress" },
  ),
  talk_moved: eventOf(
    "talk_moved",
    {
      talk: "e1",
      intervention: "talk_at_school",
      from: "2026-05-12",
      on: "2026-05-19",
      time: "14:30",
      place: "kamer 12",
      words: null,
    },
    { actor: devries, status: "in_progress" },
  ),
  clock_paused: eventOf(
    "clock_paused",
    { reason: "third_party", party: "youth_doctor", until: "2026-05-20", words: "De jeugdarts heeft een wachtlijst." },
    { actor: devries, status: "in_progress" },
  ),
  clock_resumed: eventOf("clock_resumed", { due: "2026-05-26" }, { actor: devries, status: "in_progress" }),
  clock_extended: eventOf(
    "clock_extended",
    { due: "2026-06-02", reason: "Wij wachten op een huisbezoek." },
    { actor: devries, status: "in_progress" },
  ),
  term_passed: eventOf("term_passed", { due: "2026-05-01" }, { actor: system }),
  no_reaction: eventOf("no_reaction", { due: "2026-05-01" }),
  noted: eventOf("noted", { words: null }, { actor: devries, status: "noted" }),
  closed: eventOf(
    "closed",
    { closeReason: "back_to_school", closeNote: "student_seen", words: "Succes." },
    { actor: devries, status: "closed" },
  ),
  reopened: eventOf("reopened", { reason: "Verzuimt weer." }, { actor: devries, status: "in_progress" }),
  undone: eventOf("undone", { what: "closed", event: "e1" }, { actor: devries, status: "registered" }),
  corrected: eventOf("corrected", { fields: ["hours", "reason"], lastDay: null }),
  messaged: eventOf("messaged", { message: "m1", asksReopening: false }, { actor: devries }),
  call_asked: eventOf("call_asked", { message: "m2" }),
  call_told: eventOf("call_told", { message: "m3" }),
  asked: eventOf("asked", { request: "r1", what: "absence_sheet", dueOn: "2026-05-06" }, { actor: devries }),
  answered: eventOf("answered", { request: "r1", what: "absence_sheet" }),
  ask_reminded: eventOf(
    "ask_reminded",
    { request: "r1", what: "absence_sheet", dueOn: "2026-05-06", isLate: false },
    { actor: system },
  ),
  ask_reopened: eventOf(
    "ask_reopened",
    { request: "r1", what: "absence_sheet", dueOn: "2026-05-06" },
    { actor: system },
  ),
  ask_dropped: eventOf("ask_dropped", { request: "r2", what: "contact" }, { actor: devries }),
  withdrawn: eventOf("withdrawn", { reason: "Verkeerde leerling." }, { status: "withdrawn" }),
  attached: eventOf("attached", { ...paper, waits: false }),
  attachment_checked: eventOf("attachment_checked", paper, { actor: system }),
  attachment_refused: eventOf("attachment_refused", paper, { actor: system }),
  attachment_removed: eventOf("attachment_removed", paper),
};
