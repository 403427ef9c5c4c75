import { cp, rm } from "node:fs/promises";
import { Agent } from "node:http";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build, isBuilt, nextSettings, serverSettings } from "@/bin/build";
import { type Environment, endChild, root, startScript, statusOf } from "@/bin/child";
import { freePort } from "@/prisma/server-process";
import { type BenchCluster, home } from "@/tests/bench/cluster";
import { type Ask, ask, type Server } from "@/tests/bench/load";

const next = "node_modules/next/dist/bin/next";
const anchorFolder = path.join(home, "anchor-app");

export interface RunningServer extends Server {
  readonly end: () => Promise<void>;
}

/** The pages of the desk as `npm start` serves them, without the worker. */
export async function startDesk(
  cluster: BenchCluster,
  database: string,
  own: Environment = {},
): Promise<RunningServer> {
  const environment = { ...cluster.environment(database), ...serverSettings(), AUTH_TRUST_HOST: "true", ...own };
  return start("bin/web.ts", (port) => ["127.0.0.1", port], environment);
}

export async function startAnchor(
  cluster: BenchCluster,
  database: string,
  own: Environment = {},
): Promise<RunningServer> {
  const args = (port: string) => ["start", anchorFolder, "-H", "127.0.0.1", "-p", port];
  return start(next, args, { ...cluster.environment(database), ...own });
}

async function start(
  script: string,
  argsFor: (port: string) => readonly string[],
  environment: Environment,
): Promise<RunningServer> {
  const port = await freePort();
  const child = startScript(script, argsFor(String(port)), { ...nextSettings(), ...environment });
  return { port, pid: child.pid ?? 0, end: () => endChild(child, 5_000) };
}

/** Asks until the page is there; a server that still starts refuses the connection. */
export async function untilAnswered(server: Server, asked: Ask): Promise<void> {
  await untilStatus(server, asked, (status) => status === 200);
}

/** Waits until a server answers at all. */
export async function untilUp(server: RunningServer): Promise<RunningServer> {
  await untilStatus(server, { path: "/api/health/live" }, () => true);
  return server;
}

async function untilStatus(server: Server, asked: Ask, isFine: (status: number) => boolean): Promise<void> {
  const agent = new Agent();
  const deadline = performance.now() + 60_000;
  for (;;) {
    const answer = await ask(agent, server.port, asked).catch(() => null);
    if (answer !== null && isFine(answer.status)) return;
    if (performance.now() > deadline) {
      throw new Error(`no page on ${asked.path}: ${answer?.status} ${answer?.text.slice(0, 300)}`);
    }
    await wait(10);
  }
}

/** Builds the pages of the desk when they are older than the source, and the smallest app beside them. */
export async function buildBoth(): Promise<void> {
  if (!(isBuilt() || (await build()))) throw new Error("the pages of the desk could not be built");
  await rm(anchorFolder, { recursive: true, force: true });
  await cp(path.join(root, "tests", "bench", "anchor-app"), anchorFolder, { recursive: true });
  const compiler = startScript(next, ["build", anchorFolder], nextSettings());
  if ((await statusOf(compiler)) !== 0) throw new Error("the smallest app could not be built");
}
