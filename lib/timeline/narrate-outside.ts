import type { Translate } from "@/lib/i18n/translator";
import type { EventKind, TimelineEvent } from "./events";
import { narrate } from "./narrate";
import type { NarrateLabels } from "./narrate-labels";
import type { NarrateReader } from "./narrator";
import { redactEvent } from "./redact";

/** Their sentence holds who acted, an office and a promised day: what may leave the desk (settled 9), and no more. */
const outsideKinds = [
  "taken_up",
  "noted",
  "reopened",
  "undone",
  "clock_resumed",
  "clock_extended",
  "term_passed",
  "no_reaction",
  "confirmed",
  "withdrawn",
  "messaged",
  "call_told",
] as const satisfies readonly EventKind[];

type OutsideEvent = Extract<TimelineEvent, { kind: (typeof outsideKinds)[number] }>;

/** Whether the sentence of the timeline may leave the desk; of every other event only that it happened is told there. */
export function isToldOutside(event: TimelineEvent): event is OutsideEvent {
  return outsideKinds.some((kind) => kind === event.kind);
}

/** No sentence of these kinds says a code. */
const noLabels: NarrateLabels = {
  absenceTypes: {},
  closeReasons: {},
  closeNotes: {},
  because: {},
  officerReasons: new Set(),
  interventions: {},
  interventionsForSchool: {},
  plannedForSchool: {},
  talkOutcomes: {},
  talkPresent: {},
  transfers: {},
  requests: {},
  parties: {},
  papers: {},
};

interface Outside {
  readonly reader: Omit<NarrateReader, "isOutside">;
  readonly isProtected: boolean;
  readonly t: Translate;
}

/** The sentence of the timeline as it may stand in a mail: who of an office acted, and of a school that it did. */
export function narrateOutside(event: OutsideEvent, { reader, isProtected, t }: Outside): string {
  return narrate(redactEvent(event, reader, isProtected), { ...reader, isOutside: true }, t, noLabels).text;
}
