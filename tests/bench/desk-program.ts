import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { root } from "@/bin/child";
import { type BenchCluster, home } from "@/tests/bench/cluster";
import { cpuMilliseconds, memoryOf } from "@/tests/bench/process-figures";

const flags = ["--conditions=react-server", "--import", "tsx", "bin/desk.ts"];

export interface DeskRun {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number;
  /** Where its standard output went. */
  readonly output: string;
}

/** Runs the administrator's command line as a program of its own, and watches what it takes. */
export async function runDesk(cluster: BenchCluster, database: string, ...args: readonly string[]): Promise<DeskRun> {
  const output = path.join(home, "desk-output.ndjson");
  const { INIT_CWD: _, ...rest } = process.env;
  const began = performance.now();
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd: root,
    env: { ...rest, ...cluster.environment(database) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const pid = child.pid ?? 0;
  let peakMiB = 0;
  let cpu = 0;
  let said = "";
  child.stderr.on("data", (part: Buffer) => {
    said = `${said}${part.toString()}`.slice(0, 2_000);
  });
  const watch = setInterval(() => {
    peakMiB = Math.max(peakMiB, memoryOf(pid, "VmHWM") || 0);
    cpu = Math.max(cpu, cpuMilliseconds(pid) || 0);
  }, 50);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  await pipeline(child.stdout, createWriteStream(output));
  const status = await ended;
  clearInterval(watch);
  if (status !== 0) throw new Error(`desk ${args.join(" ")} ended with ${status}: ${said}`);
  return { seconds: (performance.now() - began) / 1000, cpuSeconds: cpu / 1000, peakMiB, output };
}
