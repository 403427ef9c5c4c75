import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { StartProblem } from "@/prisma/processes";
import { endChild, statusOf } from "./child";

const patience = 25_000;
const restartsAtMost = 5;
const steadyAfter = 60_000;

/**
 * Runs the parts until `stop`, and starts one again that falls over. Resolves when all have ended: with a problem
 * when one falls over time and again.
 */
export async function keepAlive(
  parts: readonly (() => ChildProcess)[],
  stop: AbortSignal,
): Promise<StartProblem | undefined> {
  const giveUp = new AbortController();
  const signal = AbortSignal.any([stop, giveUp.signal]);
  const problems = await Promise.all(
    parts.map(async (start) => {
      const problem = await keepOneAlive(start, signal);
      if (problem) giveUp.abort();
      return problem;
    }),
  );
  return problems.find((problem) => problem !== undefined);
}

async function keepOneAlive(start: () => ChildProcess, stop: AbortSignal): Promise<StartProblem | undefined> {
  let restarts = 0;
  while (!stop.aborted) {
    const startedAt = Date.now();
    const child = start();
    const end = () => void endChild(child, patience);
    stop.addEventListener("abort", end);
    await statusOf(child);
    stop.removeEventListener("abort", end);
    if (stop.aborted) return;
    restarts = Date.now() - startedAt > steadyAfter ? 1 : restarts + 1;
    if (restarts > restartsAtMost) return new StartProblem("A part of the desk keeps falling over; see above.");
    console.error("A part of the desk fell over and is started again.");
    await wait(restarts * 200);
  }
  return;
}
