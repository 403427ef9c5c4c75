import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { PgBoss } from "pg-boss";

/** The owner migrates and owns the tables; the desk's own role runs, and owns nothing. */
export const ownerRole = "desk_owner";
export const deskRole = "desk";
export const deskDatabase = "desk";

/** Rows of these tables are only ever added: no program of the desk can rewrite what happened. */
const appendOnlyTables = ["audit_entries", "audit_seals", "erasures", "events"];

/** Tables that the desk's own role may only read. */
const readOnlyTables = ["_prisma_migrations"];

export const jobSchema = "pgboss";

export async function withClient<Value>(url: string, work: (client: Client) => Promise<Value>): Promise<Value> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes both roles in a cluster of our own, with these passwords. */
export async function prepareRoles(adminUrl: string, passwords: { owner: string; desk: string }): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (const [role, password] of [
      [ownerRole, passwords.owner],
      [deskRole, passwords.desk],
    ] as const) {
      const known = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
      const verb = known.rowCount === 0 ? "CREATE" : "ALTER";
      await client.query(`${verb} ROLE ${escapeIdentifier(role)} LOGIN PASSWORD ${escapeLiteral(password)}`);
    }
  });
}

export async function hasDatabase(adminUrl: string, database: string): Promise<boolean> {
  return withClient(adminUrl, async (client) => {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    return found.rowCount === 1;
  });
}

export async function createDatabase(adminUrl: string, database: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const name = escapeIdentifier(database);
    await client.query(`CREATE DATABASE ${name} OWNER ${ownerRole}`);
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    // Temporary tables live in the session alone: an import stages its rows there.
    await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO ${deskRole}`);
  });
}

export async function dropDatabase(adminUrl: string, database: string): Promise<void> {
  await withClient(adminUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(database)} WITH (FORCE)`),
  );
}

/** Gives the running role what it needs and no more. Safe to repeat; run after each migration. */
export async function grantRights(ownerUrl: string, role: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const desk = escapeIdentifier(role);
    const tables = await tablesOf(client, "public");
    const statements = [
      `GRANT USAGE ON SCHEMA public TO ${desk}`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${desk}`,
      `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${desk}`,
      ...appendOnlyTables
        .filter((table) => tables.has(table))
        .map((table) => `REVOKE UPDATE, DELETE, TRUNCATE ON ${escapeIdentifier(table)} FROM ${desk}`),
      ...readOnlyTables
        .filter((table) => tables.has(table))
        .map((table) => `REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ${escapeIdentifier(table)} FROM ${desk}`),
      ...((await tablesOf(client, jobSchema)).size > 0 ? jobGrants(desk) : []),
    ];
    await client.query("BEGIN");
    for (const statement of statements) await client.query(statement);
    await client.query("COMMIT");
  });
}

const jobGrants = (desk: string) => [
  `GRANT USAGE ON SCHEMA ${jobSchema} TO ${desk}`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${jobSchema} TO ${desk}`,
  `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${jobSchema} TO ${desk}`,
  `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${jobSchema} TO ${desk}`,
];

async function tablesOf(client: Client, schema: string): Promise<ReadonlySet<string>> {
  const found = await client.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = $1", [
    schema,
  ]);
  return new Set(found.rows.map(({ name }) => name));
}

/** Brings the job tables up to date as the owner: the desk's own role may use them, not make them. */
export async function prepareJobs(ownerUrl: string, queues: readonly string[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: jobSchema,
    max: 2,
    supervise: false,
    schedule: false,
    reindex: false,
  });
  boss.on("error", () => undefined);
  await boss.start();
  for (const queue of queues) await boss.createQueue(queue);
  await boss.stop({ graceful: false });
}
