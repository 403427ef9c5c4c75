import { mkdir, readdir, rm, stat, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { queues } from "@/lib/config/queues";
import { type LaunchSettings, parseSettings } from "@/lib/config/settings";
import { keySettings, readOrMakeKeys } from "./keys";
import { migrate, pendingMigrations } from "./migrate";
import { isRunning, markOf, StartProblem, withLock } from "./processes";
import {
  createDatabase,
  deskDatabase,
  deskRole,
  dropDatabase,
  grantRights,
  hasDatabase,
  ownerRole,
  prepareJobs,
  prepareRoles,
  withClient,
} from "./roles";
import {
  type Cluster,
  findRunning,
  halt,
  initialise,
  launch,
  type RunningServer,
  superuserUrl,
} from "./server-process";

type Source = Readonly<Record<string, string | undefined>>;

export type OpenDatabase = {
  readonly kind: "embedded" | "own";
  readonly deskUrl: string;
  /** Null when nobody gave the owner's address: then this database can be used, not migrated. */
  readonly ownerUrl: string | null;
  /** What a process of the desk needs in its environment to work on this database. */
  readonly environment: Readonly<Record<string, string>>;
  /** Starts the embedded server again when it is gone; true when it had to. */
  readonly revive: () => Promise<boolean>;
  /** Empties the embedded database, so that a seeding that was cut off can begin anew. */
  readonly recreate: () => Promise<void>;
  /** Leaves the database; the last one to leave the embedded server stops it. */
  readonly close: () => Promise<void>;
};

/** The database that the settings mean: a server of one's own, or the embedded one, joined or started. */
export async function openDatabase(settings: LaunchSettings, source: Source): Promise<OpenDatabase> {
  return settings.databaseUrl === null ? openEmbedded(settings.dataDirectory) : openOwn(settings, source);
}

/** Opens the database, does the work, and leaves it again. */
export async function withDatabase<Value>(
  settings: LaunchSettings,
  source: Source,
  work: (database: OpenDatabase) => Promise<Value>,
): Promise<Value> {
  const database = await openDatabase(settings, source);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Migrates, makes the job tables and grants the running role its rights. Safe to repeat. */
export async function prepareDatabase(database: OpenDatabase): Promise<readonly string[]> {
  if (database.ownerUrl === null) {
    await requireCurrentSchema(database);
    return [];
  }
  const applied = await migrate(database.ownerUrl);
  await prepareJobs(database.ownerUrl, queues);
  await grantRights(database.ownerUrl, database.kind === "embedded" ? deskRole : roleOf(database.deskUrl));
  return applied;
}

async function requireCurrentSchema({ deskUrl }: OpenDatabase): Promise<void> {
  const missing = await pendingMigrations(deskUrl);
  if (missing.length === 0) return;
  throw new StartProblem(
    `The database lacks ${missing.length} migrations, from ${missing[0]} on: set MIGRATION_DATABASE_URL to the role that owns its tables.`,
  );
}

export function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

async function openOwn(settings: LaunchSettings, source: Source): Promise<OpenDatabase> {
  const { databaseUrl, migrationDatabaseUrl } = settings;
  if (databaseUrl === null) throw new StartProblem("DATABASE_URL is missing.");
  // A database of one's own has no keys beside it: they must be there before anything is written.
  parseSettings(source);
  await requireAnswer("DATABASE_URL", databaseUrl);
  if (migrationDatabaseUrl !== null) await requireAnswer("MIGRATION_DATABASE_URL", migrationDatabaseUrl);
  return {
    kind: "own",
    deskUrl: databaseUrl,
    ownerUrl: migrationDatabaseUrl,
    environment: {},
    revive: async () => false,
    recreate: async () => undefined,
    close: async () => undefined,
  };
}

async function requireAnswer(name: string, url: string): Promise<void> {
  try {
    await withClient(url, (client) => client.query("SELECT 1"));
  } catch (cause) {
    const { hostname, port, pathname } = new URL(url);
    const reason = cause instanceof AggregateError || !(cause instanceof Error) ? "no answer" : cause.message;
    throw new StartProblem(
      `The database ${hostname}:${port || "5432"}${pathname} (${name}) cannot be reached: ${reason}.`,
      { cause },
    );
  }
}

async function openEmbedded(dataDirectory: string): Promise<OpenDatabase> {
  const home = path.resolve(dataDirectory);
  await mkdir(path.join(home, "users"), { recursive: true, mode: 0o700 });
  const directory = path.join(home, "database");
  const keys = await readOrMakeKeys(path.join(home, "keys"), directory);
  const cluster: Cluster = {
    directory,
    logFile: path.join(home, "database.log"),
    password: keys.passwords.superuser,
    options: { shared_buffers: "256MB", jit: "off", checkpoint_timeout: "15min", max_wal_size: "2GB" },
  };
  const server = await exclusively(home, async () => {
    const running = findRunning(directory) ?? (await startServer(cluster));
    await writeFile(ownMark(home), "");
    await prepareCluster(cluster, running, keys.passwords);
    return running;
  });
  const urlFor = (role: string, password: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${server.port}/${deskDatabase}`;
  const deskUrl = urlFor(deskRole, keys.passwords.desk);
  return {
    kind: "embedded",
    deskUrl,
    ownerUrl: urlFor(ownerRole, keys.passwords.owner),
    environment: { ...keySettings(keys), DATABASE_URL: deskUrl },
    revive: () => exclusively(home, () => revive(cluster, server)),
    recreate: () => recreate(superuserUrl(cluster, server)),
    close: () => exclusively(home, () => leave(home, directory)),
  };
}

const exclusively = <Value>(home: string, work: () => Promise<Value>) =>
  withLock(path.join(home, "database.lock"), 60_000, work);

const megabyte = 1024 * 1024;

async function startServer(cluster: Cluster): Promise<RunningServer> {
  const version = await stat(path.join(cluster.directory, "PG_VERSION")).catch(() => null);
  if (version === null) await initialise(cluster);
  const log = await stat(cluster.logFile).catch(() => null);
  if (log !== null && log.size > 20 * megabyte) await truncate(cluster.logFile);
  return launch(cluster);
}

async function prepareCluster(
  cluster: Cluster,
  server: RunningServer,
  passwords: { owner: string; desk: string },
): Promise<void> {
  const adminUrl = superuserUrl(cluster, server);
  if (await hasDatabase(adminUrl, deskDatabase)) return;
  await prepareRoles(adminUrl, passwords);
  await createDatabase(adminUrl, deskDatabase);
}

async function recreate(adminUrl: string): Promise<void> {
  await dropDatabase(adminUrl, deskDatabase);
  await createDatabase(adminUrl, deskDatabase);
}

async function revive(cluster: Cluster, server: RunningServer): Promise<boolean> {
  if (findRunning(cluster.directory) !== null) return false;
  await launch(cluster, server.port);
  return true;
}

const ownMark = (home: string) => path.join(home, "users", markOf(process.pid));

async function leave(home: string, directory: string): Promise<void> {
  await rm(ownMark(home), { force: true });
  const others = await readdir(path.join(home, "users"));
  const gone = others.filter((mark) => !isRunning(mark));
  await Promise.all(gone.map((mark) => rm(path.join(home, "users", mark), { force: true })));
  const server = findRunning(directory);
  if (server !== null && gone.length === others.length) await halt(server.pid);
}
