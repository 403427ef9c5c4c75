import "server-only";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { settings } from "@/lib/config/env.server";
import { log } from "@/lib/config/log.server";
import { PrismaClient } from "@/lib/db/generated/client";
import { CountedClient } from "@/lib/db/statement-count.server";

const second = 1000;

/** Whoever cannot get a connection or a lock in time hears so; nobody waits for ever. */
function openPool(): Pool {
  const { databaseUrl, databasePoolMax } = settings();
  const opened = new Pool({
    connectionString: databaseUrl,
    Client: CountedClient,
    max: databasePoolMax,
    connectionTimeoutMillis: 5 * second,
    idleTimeoutMillis: 60 * second,
    statement_timeout: 10 * second,
    lock_timeout: 3 * second,
    idle_in_transaction_session_timeout: 15 * second,
    application_name: "verzuimloket",
    keepAlive: true,
    // A program that is done ends, also when it asked nothing through Prisma, which would close them.
    allowExitOnIdle: true,
  });
  // Without a listener it would end the process.
  opened.on("error", (error) => log().warn({ err: error }, "a waiting connection to the database was lost"));
  return opened;
}

/** The connections of this process, opened at the first statement; Prisma and `ask` draw from the same ones. */
export function pool(): Pool {
  if (globalThis.deskPool === undefined || globalThis.deskPool.ending) globalThis.deskPool = openPool();
  return globalThis.deskPool;
}

/** Under one name per text a connection plans a statement once; planning cost filing more than running did. */
export function statementName(text: string): string {
  return createHash("sha1").update(text).digest("base64url");
}

/** Opens the pool at the first statement, so that `next build` can import this file without a database. */
const adapter = {
  provider: "postgres" as const,
  adapterName: "@prisma/adapter-pg",
  connect: () =>
    new PrismaPg(pool(), {
      disposeExternalPool: true,
      statementNameGenerator: ({ sql }) => statementName(sql),
    }).connect(),
};

function openClient() {
  return new PrismaClient({
    adapter,
    errorFormat: "minimal",
    transactionOptions: { maxWait: 5 * second, timeout: 15 * second },
  });
}

export type Database = ReturnType<typeof openClient>;

declare global {
  var deskDatabase: Database | undefined;
  var deskPool: Pool | undefined;
}

// The development server loads this file anew at each change; the connections must not grow with it.
export const prisma: Database = globalThis.deskDatabase ?? openClient();
globalThis.deskDatabase = prisma;
