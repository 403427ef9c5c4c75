import { existsSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isLoopback } from "@/lib/config/loopback";
import { addressOf, type LaunchSettings, parseLaunchSettings, SettingProblem } from "@/lib/config/settings";
import { type OpenDatabase, openDatabase, prepareDatabase } from "@/prisma/embedded";
import { claim, holderOf, isRunning, pidOf, StartProblem } from "@/prisma/processes";
import { build, isBuilt, serverSettings } from "./build";
import { type Environment, root, startProgram, startScript, statusOf, thriftyFlags } from "./child";
import { demoAccountLines, isDemo, isEmpty } from "./demo";
import { interruption } from "./interruption";
import { keepAlive } from "./keep-alive";

const isDevelopment = process.argv.includes("--dev");
// Where several instances share one database, some serve pages only.
const isWebOnly = process.argv.includes("--web");

async function main(stop: AbortSignal): Promise<void> {
  const settings = parseLaunchSettings(process.env);
  const release = await claimFolder(settings);
  try {
    await requireFreePort(settings);
    const database = await openDatabase(settings, process.env);
    try {
      await serve(settings, database, stop);
    } finally {
      await database.close();
    }
  } finally {
    release();
  }
}

async function serve(settings: LaunchSettings, database: OpenDatabase, stop: AbortSignal): Promise<void> {
  await recoverCutOffSeeding(settings, database);
  const applied = await prepareDatabase(database);
  if (applied.length > 0) console.log(`Database brought up to date (${applied.length} migrations).`);
  if (stop.aborted) return;
  await seedWhenEmpty(settings, database, stop);
  if (stop.aborted) return;
  const demo = await isDemo(database.deskUrl);
  if (demo) requireLoopback(settings);
  if (!(isDevelopment || isBuilt())) {
    console.log("Building the pages.");
    if (!(await build(stop)) && !stop.aborted) throw new StartProblem("The pages could not be built; see above.");
  }
  if (stop.aborted) return;
  await runDesk(settings, database, demo, stop);
}

async function runDesk(
  settings: LaunchSettings,
  database: OpenDatabase,
  demo: boolean,
  stop: AbortSignal,
): Promise<void> {
  const environment = { ...database.environment, ...originSettings(settings) };
  const parts = [() => startWeb(settings, environment), ...workers(environment)];
  const stopping = new AbortController();
  stop.addEventListener("abort", () => stopping.abort());
  const failed = keepAlive(parts, stopping.signal);
  const watched = watchDatabase(database, stopping.signal);
  try {
    const failure = await Promise.race([answers(settings, stopping.signal), failed, watched]);
    if (failure instanceof Error) throw failure;
    if (!stopping.signal.aborted) announce(settings, demo);
    const later = await Promise.race([failed, watched]);
    if (later instanceof Error) throw later;
  } finally {
    stopping.abort();
    await failed;
  }
}

function announce(settings: LaunchSettings, demo: boolean): void {
  console.log(`\nVerzuimloket is open: ${addressOf(settings)}`);
  if (demo) console.log(`\n${demoAccountLines()}`);
  console.log("\nCtrl-C ends it.");
}

function startWeb({ host, port }: LaunchSettings, environment: Environment) {
  const mode = isDevelopment ? { NODE_ENV: "development" } : {};
  return startScript("bin/web.ts", [host, String(port)], { ...environment, ...serverSettings(), ...mode });
}

function workers(environment: Environment) {
  const isWanted = !isWebOnly && existsSync(path.join(root, "bin", "worker.ts"));
  return isWanted ? [() => startProgram("bin/worker.ts", [], environment, thriftyFlags)] : [];
}

/** next-auth reads its origin from the environment; without a public one it takes the name that the browser used. */
function originSettings({ publicUrl }: LaunchSettings): Environment {
  return publicUrl === null ? { AUTH_TRUST_HOST: "true" } : { NEXTAUTH_URL: publicUrl };
}

async function answers({ host, port }: LaunchSettings, stop: AbortSignal): Promise<undefined> {
  const reachable =
    host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "[::1]" : host.includes(":") ? `[${host}]` : host;
  while (!stop.aborted) {
    try {
      await fetch(`http://${reachable}:${port}/api/health/live`, { signal: AbortSignal.timeout(10_000) });
      return;
    } catch {
      await wait(100);
    }
  }
  return;
}

/** Resolves when the desk should end: with a problem when the database cannot be brought back. */
async function watchDatabase(database: OpenDatabase, stop: AbortSignal): Promise<Error | undefined> {
  while (!stop.aborted) {
    await wait(2000, undefined, { signal: stop }).catch(() => undefined);
    try {
      if (!stop.aborted && (await database.revive())) console.error("The database had stopped and was started again.");
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
  return;
}

async function seedWhenEmpty(settings: LaunchSettings, database: OpenDatabase, stop: AbortSignal): Promise<void> {
  const wanted = settings.seed ?? (database.kind === "embedded" ? "demo" : "none");
  if (wanted === "none" || !(await isEmpty(database.deskUrl))) return;
  requireLoopback(settings);
  if (!existsSync(path.join(root, "bin", "seed.ts"))) {
    console.log("There is no demo world to load yet; the database stays empty.");
    return;
  }
  console.log("Making the demo world.");
  const marker = seedingMarker(settings);
  if (database.kind === "embedded") writeFileSync(marker, "");
  const seeding = startProgram("bin/seed.ts", [], database.environment);
  const end = () => seeding.kill("SIGTERM");
  stop.addEventListener("abort", end);
  const status = await statusOf(seeding);
  stop.removeEventListener("abort", end);
  if (status === 0) rmSync(marker, { force: true });
  else if (!stop.aborted) throw new StartProblem("The demo world could not be made; see above.");
}

const seedingMarker = ({ dataDirectory }: LaunchSettings) => path.join(dataDirectory, "seeding");

async function recoverCutOffSeeding(settings: LaunchSettings, database: OpenDatabase): Promise<void> {
  const marker = seedingMarker(settings);
  if (database.kind !== "embedded" || !existsSync(marker)) return;
  console.log("The last start was cut off while it made the demo world; beginning anew.");
  await database.recreate();
  rmSync(marker, { force: true });
}

function requireLoopback({ host }: LaunchSettings): void {
  if (isLoopback(host)) return;
  throw new StartProblem(
    `A demo database is only served on this machine, not on HOST=${host}: leave HOST out, or start with SEED=none and another DATA_DIR.`,
  );
}

function requireFreePort({ host, port }: LaunchSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: `Port ${port} on ${host} is in use by another program: stop that one, or set PORT.`,
        EACCES: `Port ${port} may not be opened by this user: set PORT to 1024 or higher.`,
      };
      reject(
        new StartProblem(reasons[error.code ?? ""] ?? `HOST=${host} cannot be listened on (${error.code}): set HOST.`),
      );
    });
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

/** One desk per embedded database: two would seed and stop it for each other. */
async function claimFolder({ dataDirectory, databaseUrl }: LaunchSettings): Promise<() => void> {
  if (databaseUrl !== null) return () => undefined;
  const home = path.resolve(dataDirectory);
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new StartProblem(`DATA_DIR ${home} cannot be made or written to.`, { cause });
  }
  const file = path.join(home, "running");
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await claim(file)) return () => rmSync(file, { force: true });
    const holder = await holderOf(file);
    if (isRunning(holder)) {
      throw new StartProblem(`Verzuimloket already runs on ${home} (process ${pidOf(holder)}): stop it first.`);
    }
    await wait(50);
  }
  throw new StartProblem(`Another start on ${home} is under way: wait for it, or remove ${file}.`);
}

try {
  await main(interruption());
} catch (error) {
  if (!(error instanceof StartProblem || error instanceof SettingProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
