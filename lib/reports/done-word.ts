import type { EventKind } from "@/lib/timeline/events";
import type { TimelineEntry } from "./views";

const kinds = {
  sent: "filed",
  changed: "corrected",
  confirmed: "confirmed",
  withdrawn: "withdrawn",
  urged: "no_reaction",
} as const satisfies Record<string, EventKind>;
export type SchoolDone = keyof typeof kinds;

const written: ReadonlyMap<string, SchoolDone> = new Map([
  ["aangepast", "changed"],
  ["bevestigd", "confirmed"],
  ["ingetrokken", "withdrawn"],
  ["gevraagd", "urged"],
]);

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * What the school just did to a report, as its address says, and as long as nobody did anything since: an address is
 * kept, gone back to and typed over.
 */
export function readSchoolDone(query: Query, timeline: readonly TimelineEntry[]): SchoolDone | null {
  const { verstuurd, gedaan } = query;
  const said = verstuurd === undefined ? written.get(String(gedaan)) : "sent";
  if (said === undefined) return null;
  const last = timeline.findLast(({ event }) => isAct(event.kind) && isPerson(event.actor.side));
  return last?.event.kind === kinds[said] ? said : null;
}

const decided: ReadonlySet<EventKind> = new Set(["routed", "unroutable"]);

/** Where it went is told as done by who filed it, and papers that went along come after it. */
function isAct(kind: EventKind): boolean {
  return !(decided.has(kind) || kind.startsWith("attach"));
}

function isPerson(side: "school" | "office" | "desk" | "system"): boolean {
  return side === "school" || side === "office";
}
