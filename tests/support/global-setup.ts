import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { queues } from "@/lib/config/queues";
import { migrate } from "@/prisma/migrate";
import {
  createDatabase,
  deskRole,
  dropDatabase,
  grantRights,
  ownerRole,
  prepareJobs,
  prepareRoles,
} from "@/prisma/roles";
import { type Cluster, halt, initialise, launch, superuserUrl } from "@/prisma/server-process";
import { hasClamd } from "@/tests/support/clamd";
import { hasSpreadsheetProgram } from "@/tests/support/soffice";
import { templateDatabase, testPassword, urlAs } from "@/tests/support/test-cluster";

declare module "vitest" {
  interface ProvidedContext {
    adminUrl: string;
  }
}

type Run = { readonly adminUrl: string; readonly end: () => Promise<void> };

declare global {
  /** The cluster of this run: the projects share it, and the last one to end stops it. */
  var testRun: { users: number; readonly run: Promise<Run> } | undefined;
}

export async function setup(project: TestProject): Promise<void> {
  globalThis.testRun ??= { users: 0, run: beginRun() };
  globalThis.testRun.users++;
  const { adminUrl } = await globalThis.testRun.run;
  project.provide("adminUrl", adminUrl);
}

export async function teardown(): Promise<void> {
  const { testRun } = globalThis;
  if (testRun === undefined) return;
  testRun.users--;
  if (testRun.users > 0) return;
  const { end } = await testRun.run;
  await end();
}

async function beginRun(): Promise<Run> {
  hasClamd();
  hasSpreadsheetProgram();
  const { DATABASE_URL_TEST_ADMIN: given } = process.env;
  if (given) {
    await makeTemplate(given);
    return { adminUrl: given, end: () => dropDatabase(given, templateDatabase) };
  }
  const home = await mkdtemp(path.join(tmpdir(), "desk-test-"));
  const cluster: Cluster = {
    directory: path.join(home, "database"),
    logFile: path.join(home, "database.log"),
    password: testPassword,
    // Nothing here outlives the run, so nothing has to reach the disk.
    options: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off", jit: "off" },
  };
  await initialise(cluster);
  const server = await launch(cluster);
  const end = async () => {
    await halt(server.pid);
    await rm(home, { recursive: true, force: true });
  };
  try {
    const adminUrl = superuserUrl(cluster, server);
    await makeTemplate(adminUrl);
    return { adminUrl, end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function makeTemplate(adminUrl: string): Promise<void> {
  await prepareRoles(adminUrl, { owner: testPassword, desk: testPassword });
  await dropDatabase(adminUrl, templateDatabase);
  await createDatabase(adminUrl, templateDatabase);
  const ownerUrl = urlAs(adminUrl, ownerRole, templateDatabase);
  await migrate(ownerUrl);
  await prepareJobs(ownerUrl, queues);
  await grantRights(ownerUrl, deskRole);
}
