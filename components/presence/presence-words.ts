import type { PresenceHour } from "@/lib/casework/presence";
import type { Words } from "@/lib/i18n/words";

/** "dinsdag van 9.00 tot 12.00 uur" */
export function presenceTime(
  { weekday, from, until }: Pick<PresenceHour, "weekday" | "from" | "until">,
  t: Words<"presence">,
  day: Words<"people.weekday">,
): string {
  return t("time", { day: day(weekday), from: spoken(from), until: spoken(until) });
}

/** On the clock as people write it: 9.00, not 09:00. */
function spoken(time: string): string {
  return time.replace(/^0/, "").replace(":", ".");
}
