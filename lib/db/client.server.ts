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
  return new Pool({
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
  });
}

/** Under one name per text a connection plans a statement once; planning cost filing more than running did. */
function statementName(text: string): string {
  return createHash("sha1").update(text).digest("base64url");
}

/** Opens the pool at the first statement, so that `next build` can import this file without a database. */
const adapter = {
  provider: "postgres" as const,
  adapterName: "@prisma/adapter-pg",
  connect: () =>
    new PrismaPg(openPool(), {
      disposeExternalPool: true,
      statementNameGenerator: ({ sql }) => statementName(sql),
      onPoolError: (error) => log().warn({ err: error }, "a waiting connection to the database was lost"),
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
}

// The development server loads this file anew at each change; the connections must not grow with it.
export const prisma: Database = globalThis.deskDatabase ?? openClient();
globalThis.deskDatabase = prisma;
