import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { type Client, Pool } from "pg";
import { StartProblem } from "./processes";
import { withClient } from "./roles";

const folder = import.meta.dirname;
const filters = { externalTables: [], externalEnums: [] };

// Any number that no other program uses as an advisory lock in this database.
const migrationLock = 846_293_201;

type Migration = { readonly name: string; readonly sql: string };
export type SchemaFile = { readonly path: string; readonly content: string };

export function migrations(): readonly Migration[] {
  const directory = path.join(folder, "migrations");
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(path.join(directory, name, "migration.sql"), "utf8") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function schemaFiles(): readonly SchemaFile[] {
  const directory = path.join(folder, "schema");
  return readdirSync(directory)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: `prisma/schema/${name}`, content: readFileSync(path.join(directory, name), "utf8") }));
}

/** Names of migrations that the database lacks. One that was changed after it was applied is refused. */
export async function pendingMigrations(url: string): Promise<readonly string[]> {
  const applied = await withClient(url, appliedMigrations);
  return migrations()
    .filter(({ name, sql }) => {
      const checksum = applied.get(name);
      if (checksum !== undefined && checksum !== createHash("sha256").update(sql).digest("hex")) {
        throw new StartProblem(`Migration ${name} was changed after this database had it: restore the file.`);
      }
      return checksum === undefined;
    })
    .map(({ name }) => name);
}

async function appliedMigrations(client: Client): Promise<ReadonlyMap<string, string>> {
  const table = await client.query<{ known: boolean }>(
    "SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS known",
  );
  if (table.rows[0]?.known !== true) return new Map();
  const rows = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return new Map(rows.rows.map(({ name, checksum }) => [name, checksum]));
}

/** Applies what is missing, as the owner; two processes that do so at once take turns. */
export async function migrate(ownerUrl: string): Promise<readonly string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    const missing = await pendingMigrations(ownerUrl);
    if (missing.length === 0) return [];
    const done = await withEngine(ownerUrl, (engine) =>
      engine.applyMigrations({ migrationsList: migrationList(), filters }),
    );
    return done.appliedMigrationNames;
  });
}

/** The SQL that leads from one schema to another; null when there is nothing to do. Only asks the server its version. */
export async function differenceBetween(
  url: string,
  from: readonly SchemaFile[],
  to: readonly SchemaFile[],
): Promise<string | null> {
  const { stdout } = await withEngine(url, (engine) =>
    engine.diff({
      from: from.length === 0 ? { tag: "empty" } : { tag: "schemaDatamodel", files: [...from] },
      to: { tag: "schemaDatamodel", files: [...to] },
      script: true,
      exitCode: null,
      filters,
    }),
  );
  return stdout === null || stdout.trim() === "" || stdout.includes("This is an empty migration") ? null : stdout;
}

function migrationList(): MigrationList {
  return {
    baseDir: path.join(folder, "migrations"),
    shadowDbInitScript: "",
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(path.join(folder, "migrations", "migration_lock.toml"), "utf8"),
    },
    migrationDirectories: migrations().map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

async function withEngine<Value>(url: string, work: (engine: SchemaEngine) => Promise<Value>): Promise<Value> {
  const pool = new Pool({ connectionString: url });
  try {
    return await work(await openEngine(pool));
  } finally {
    await pool.end();
  }
}

/** Prisma's own schema engine as WebAssembly: its binary would have to be downloaded. */
async function openEngine(pool: Pool): Promise<SchemaEngine> {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const module = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const code = readFileSync(module.replace(/\.js$/, ".wasm"));
  // The engine limits its wait for a lock by a timer that it never clears, which would keep this process for 10 s.
  const imports = Object.entries(bindings).map(([name, value]) =>
    name.startsWith("__wbg_setTimeout") ? [name, briefTimeout] : [name, value],
  );
  const { instance } = await WebAssembly.instantiate(code, { "./schema_engine_bg.js": Object.fromEntries(imports) });
  bindings.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: begin } = instance.exports;
  if (typeof begin === "function") begin();
  const datamodels = schemaFiles().map(({ path, content }): [string, string] => [path, content]);
  return bindings.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool)),
  );
}

const briefTimeout = (work: () => void, milliseconds: number) => setTimeout(work, milliseconds).unref();
