import "server-only";
import { setTimeout as rest } from "node:timers/promises";
import { log } from "@/lib/config/log.server";
import { copyErasures } from "./journal.server";

const restMilliseconds = 10_000;

/** Keeps the journal in this file up to date until the signal. Any number may do so, each beside its own keys. */
export async function copyErasuresUntil(
  signal: AbortSignal,
  file: string,
  milliseconds = restMilliseconds,
): Promise<void> {
  while (!signal.aborted) {
    const added = await copyErasures(file).catch(tryLater);
    if (added === 0) await rest(milliseconds, undefined, { signal }).catch(() => undefined);
  }
}

function tryLater(error: unknown): number {
  log().error({ err: error }, "what was erased could not be written beside the keys; trying again");
  return 0;
}
