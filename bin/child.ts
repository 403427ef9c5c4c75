import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";

export const root = path.dirname(import.meta.dirname);
const leash = pathToFileURL(path.join(root, "bin", "leash.mjs")).href;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Starts a JavaScript program that ends when this process does. */
export function startScript(script: string, args: readonly string[], env: Environment): ChildProcess {
  return startChild(["--import", leash, path.join(root, script), ...args], env);
}

/** Starts a TypeScript program of ours that ends when this process does. */
export function startProgram(
  script: string,
  args: readonly string[],
  env: Environment,
  engineFlags: readonly string[] = [],
): ChildProcess {
  const flags = [...engineFlags, "--conditions=react-server", "--import", "tsx", "--import", leash];
  return startChild([...flags, path.join(root, script), ...args], env);
}

/**
 * For a program that works through much, a little at a time: a sheet of 5,000 reports took 140 MiB more without them,
 * and 30 MiB with them, in the same time.
 */
export const thriftyFlags = ["--max-semi-space-size=8", "--heap-growing-percent=50"] as const;

function startChild(args: readonly string[], env: Environment): ChildProcess {
  const options: SpawnOptions = {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, ...env, LEASH_PARENT: String(process.pid) },
  };
  return spawn(process.execPath, args, options);
}

/** The exit status; one that was ended by a signal counts as failed. */
export function statusOf(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** Asks a child to end, and makes it end when it takes longer than it may. */
export async function endChild(child: ChildProcess, patience: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = statusOf(child);
  child.kill("SIGTERM");
  const impatience = setTimeout(() => child.kill("SIGKILL"), patience);
  await ended;
  clearTimeout(impatience);
}
