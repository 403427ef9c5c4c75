import type { Tone } from "@/components/ui/status-tag";
import { dueOf } from "@/lib/casework/due";
import type { InboxLine } from "@/lib/casework/inbox";
import type { Now } from "@/lib/shared/clock";
import type { Status } from "@/lib/timeline/statuses";

type StandingWord = "late" | "over" | "waiting" | "new" | "reopened" | Status;

/** How a report stands, in one word; red only for what is late. */
export function standingOf(
  line: Pick<InboxLine, "status" | "hasReaction" | "promisedAt" | "isStill" | "changedAt">,
  now: Now,
): { readonly word: StandingWord; readonly tone: Tone } {
  const { status, hasReaction } = line;
  const { kind } = dueOf(line, now);
  if (kind === "late") return { word: hasReaction ? "over" : "late", tone: "late" };
  if (kind === "still") return { word: "waiting", tone: "wait" };
  return hasReaction ? { word: status, tone: reactedTone[status] } : untouched(status);
}

const reactedTone = {
  registered: "neutral",
  in_progress: "busy",
  noted: "neutral",
  closed: "done",
  withdrawn: "neutral",
} as const satisfies Record<Status, Tone>;

/** Nobody reacted: it is new, or was opened again and waits for that. */
function untouched(status: Status): { readonly word: StandingWord; readonly tone: Tone } {
  if (status === "registered") return { word: "new", tone: "neutral" };
  return status === "in_progress" ? { word: "reopened", tone: "wait" } : { word: status, tone: reactedTone[status] };
}
