import "server-only";
import { log } from "@/lib/config/log.server";
import { isSchemaCurrent } from "@/lib/db/schema-state.server";
import { within } from "./deadline";

const patienceMilliseconds = 4_000;

/** Whether this process can serve: the database answers and has every migration. Why it cannot is for the log only. */
export async function isReady(): Promise<boolean> {
  try {
    return await within(patienceMilliseconds, isSchemaCurrent());
  } catch (error) {
    log().warn({ err: error }, "not ready");
    return false;
  }
}
