import type { Now } from "@/lib/shared/clock";

/** The first thing that an office does with a report stops its term; later acts leave that moment alone. */
export function reactionColumns(report: { readonly firstReactionAt: Date | null }, now: Now) {
  return report.firstReactionAt === null ? { firstReactionAt: now.at } : {};
}
