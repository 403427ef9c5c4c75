import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { prisma } from "@/lib/db/client.server";

let expected: readonly string[] | undefined;

/** Whether the database has every migration that this version of the desk was written for. */
export async function isSchemaCurrent(): Promise<boolean> {
  expected ??= await migrationNames();
  const rows = await prisma.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const applied = new Set(rows.map(({ name }) => name));
  return expected.every((name) => applied.has(name));
}

async function migrationNames(): Promise<string[]> {
  const entries = await readdir(path.join(process.cwd(), "prisma/migrations"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
