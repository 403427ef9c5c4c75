import "server-only";
import type { Now } from "@/lib/shared/clock";
import { givenUpFor } from "./delivery-status";
import { giveUp } from "./give-up.server";

/**
 * A mail server took a letter and says later that nobody could be reached: from then on that stands at the report, as
 * if it had been refused at once. What else comes back, such as that somebody is out of office, is laid aside.
 */
export async function noteBounce(letterId: string, statuses: readonly string[], now: Now): Promise<void> {
  const code = statuses.map(givenUpFor).find((found) => found !== null);
  if (code === undefined) return;
  await giveUp({ letterId, code: `bounced ${code}`, at: now.at });
}
