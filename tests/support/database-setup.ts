import { rm } from "node:fs/promises";
import path from "node:path";
import { escapeIdentifier } from "pg";
import { afterAll, inject } from "vitest";
import { dropDatabase, withClient } from "@/prisma/roles";
import { testDatabase, testDeskUrl } from "@/tests/support/database";
import { templateDatabase } from "@/tests/support/test-cluster";

const adminUrl = inject("adminUrl");

await dropDatabase(adminUrl, testDatabase);
await withClient(adminUrl, async (client) => {
  await client.query(
    `CREATE DATABASE ${escapeIdentifier(testDatabase)} TEMPLATE ${templateDatabase} OWNER desk_owner STRATEGY file_copy`,
  );
});

/** Else what a program writes beside its keys would lie with the desk that somebody has in this checkout. */
const folder = path.join(import.meta.dirname, "..", "..", ".tmp", "data", testDatabase);

const key = (letter: string) => Buffer.alloc(32, letter).toString("base64");

Object.assign(process.env, {
  DATABASE_URL: testDeskUrl(),
  DATABASE_POOL_MAX: "5",
  DATA_DIR: folder,
  ENCRYPTION_KEYS: `test:${key("e")}`,
  LOOKUP_KEY: key("l"),
  SESSION_SECRETS: "a-session-secret-for-tests-only-000",
  LOG_LEVEL: "silent",
});

afterAll(async () => {
  const { prisma } = await import("@/lib/db/client.server");
  await prisma.$disconnect();
  await dropDatabase(adminUrl, testDatabase);
  await rm(folder, { recursive: true, force: true });
});
