import type { Tone } from "@/components/ui/status-tag";
import { dueOf } from "@/lib/casework/due";
import type { InboxLine } from "@/lib/casework/inbox";
import type { Now } from "@/lib/shared/clock";
import type { Status } from "@/lib/timeline/statuses";

type StandingWord = "late" | "new" | "reopened" | Status;

/** How a report stands, in one word; red only for what is late. */
export function standingOf(
  line: Pick<InboxLine, "status" | "hasReaction" | "dueAt" | "changedAt">,
  now: Now,
): { readonly word: StandingWord; readonly tone: Tone } {
  const { status, hasReaction } = line;
  if (dueOf(line, now).kind === "late") return { word: "late", tone: "late" };
  if (status === "registered")
    return hasReaction ? { word: status, tone: "neutral" } : { word: "new", tone: "neutral" };
  if (status === "in_progress")
    return hasReaction ? { word: status, tone: "busy" } : { word: "reopened", tone: "wait" };
  return { word: status, tone: status === "closed" ? "done" : "neutral" };
}
