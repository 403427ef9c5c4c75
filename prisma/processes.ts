import { readFileSync } from "node:fs";
import { open, readFile, rm } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";

/** Something a person can mend before starting again. Its message is one sentence. */
export class StartProblem extends Error {
  override name = "StartProblem";
}

/**
 * A process as it can be written down: its number and, on Linux, the moment it began. A number alone is used again,
 * in a container often by the very next process.
 */
export type ProcessMark = `${number}-${string}`;

export function markOf(pid: number): ProcessMark {
  return `${pid}-${beganAt(pid) ?? "unknown"}`;
}

export function pidOf(mark: string): number {
  return Number.parseInt(mark, 10);
}

export function isRunning(mark: string): boolean {
  const pid = pidOf(mark);
  return pid > 0 && isAlive(pid) && markOf(pid) === mark;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return isErrorWithCode(error, "EPERM");
  }
}

export function isErrorWithCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

export async function goneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await wait(20);
  }
  return true;
}

/** Runs `work` while no other process does so under the same file. A holder that died is passed over. */
export async function withLock<Value>(file: string, milliseconds: number, work: () => Promise<Value>): Promise<Value> {
  await takeLock(file, Date.now() + milliseconds);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function takeLock(file: string, deadline: number): Promise<void> {
  while (!(await claim(file))) {
    if (Date.now() > deadline) {
      throw new StartProblem(`Another process (${pidOf(await holderOf(file))}) holds ${file}; wait until it is done.`);
    }
    await wait(50);
  }
}

/** Writes this process's mark into the file, unless a living process stands there. */
export async function claim(file: string): Promise<boolean> {
  try {
    const handle = await open(file, "wx", 0o600);
    await handle.writeFile(markOf(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if (!isErrorWithCode(error, "EEXIST")) throw error;
  }
  const holder = await holderOf(file);
  // An empty file is a claim that is being written.
  if (holder !== "" && !isRunning(holder)) await rm(file, { force: true });
  return false;
}

export async function holderOf(file: string): Promise<string> {
  return (await readFile(file, "utf8").catch(() => "")).trim();
}

function statFieldsOf(pid: number): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold spaces, so count from behind it.
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

const beganAt = (pid: number) => statFieldsOf(pid)?.at(19);
const isZombie = (pid: number) => statFieldsOf(pid)?.at(0) === "Z";
