import "server-only";
import { setTimeout as rest } from "node:timers/promises";
import { log } from "@/lib/config/log.server";
import { now } from "@/lib/shared/clock";
import { type AlongsideRefusal, scanWaiting } from "./scan-waiting.server";
import { hasScanner } from "./scanner.server";

/** So soon after a scanner is back, what waited for it is looked through. */
const restMilliseconds = 15_000;

/** Looks again and again whether the scanner is back for what waits, until the signal. Any number may do so. */
export async function scanUntil(
  signal: AbortSignal,
  alongside: AlongsideRefusal,
  milliseconds = restMilliseconds,
): Promise<void> {
  while (hasScanner() && !signal.aborted) {
    await scanWaiting(now(), alongside).catch(tryLater);
    await rest(milliseconds, undefined, { signal }).catch(() => undefined);
  }
}

function tryLater(error: unknown): void {
  log().warn({ err: error }, "papers that wait for the scanner could not be looked through; trying again");
}
