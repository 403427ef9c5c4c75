import "server-only";
import { settings } from "@/lib/config/env.server";

/** Without one, mail waits in the mailbox of the desk. */
export function hasMailServer(): boolean {
  return settings().smtpUrl !== null;
}
