import { randomBytes } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { escapeIdentifier } from "pg";
import { root } from "@/bin/child";
import { queues } from "@/lib/config/queues";
import { migrate } from "@/prisma/migrate";
import {
  createDatabase,
  deskRole,
  grantRights,
  ownerRole,
  prepareJobs,
  prepareRoles,
  withClient,
} from "@/prisma/roles";
import { type Cluster, findRunning, halt, initialise, launch, superuserUrl } from "@/prisma/server-process";

export const home = path.join(root, ".tmp", "bench");

// The migrations run once; every other database is a copy.
const template = "bench_empty";

const password = randomBytes(16).toString("hex");
const secret = () => randomBytes(32).toString("base64");

/** A server of the benchmarks' own, with the settings of the embedded one; nobody's data is near it. */
export interface BenchCluster {
  readonly logFile: string;
  readonly adminUrl: (database?: string) => string;
  /** An empty migrated database, or a copy of another one. */
  readonly create: (database: string, from?: string) => Promise<void>;
  /** What a process of the desk needs to work on this database. */
  readonly environment: (database: string) => Readonly<Record<string, string>>;
  readonly end: () => Promise<void>;
}

export async function openCluster(): Promise<BenchCluster> {
  const directory = path.join(home, "database");
  const data = path.join(home, "data");
  const left = findRunning(directory);
  if (left !== null) await halt(left.pid);
  for (const folder of [directory, data]) await rm(folder, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  const cluster: Cluster = {
    directory,
    logFile: path.join(home, "database.log"),
    password,
    options: {
      shared_buffers: "256MB",
      jit: "off",
      checkpoint_timeout: "15min",
      max_wal_size: "2GB",
      log_line_prefix: "%d ",
    },
  };
  await rm(cluster.logFile, { force: true });
  await initialise(cluster);
  const server = await launch(cluster);
  const urlAs = (role: string, database: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${server.port}/${database}`;
  const keys = {
    ENCRYPTION_KEYS: `bench:${secret()}`,
    LOOKUP_KEY: secret(),
    SESSION_SECRETS: secret(),
    LOG_LEVEL: "error",
    DATA_DIR: data,
  };
  const adminUrl = (database?: string) => superuserUrl(cluster, server, database);
  await prepareRoles(adminUrl(), { owner: password, desk: password });
  await createMigrated(adminUrl(), template, urlAs(ownerRole, template));
  return {
    logFile: cluster.logFile,
    adminUrl,
    create: async (database, from = template) => {
      const names = `${escapeIdentifier(database)} TEMPLATE ${escapeIdentifier(from)}`;
      await withClient(adminUrl(), (client) =>
        client.query(`CREATE DATABASE ${names} OWNER ${ownerRole} STRATEGY file_copy`),
      );
    },
    environment: (database) => ({
      ...keys,
      DATABASE_URL: urlAs(deskRole, database),
      MIGRATION_DATABASE_URL: urlAs(ownerRole, database),
    }),
    end: async () => {
      await halt(server.pid);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function createMigrated(adminUrl: string, database: string, ownerUrl: string): Promise<void> {
  await createDatabase(adminUrl, database);
  await migrate(ownerUrl);
  await prepareJobs(ownerUrl, queues);
  await grantRights(ownerUrl, deskRole);
}
