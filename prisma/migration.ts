import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { differenceBetween, type SchemaFile, schemaFiles } from "./migrate";

/** The schema as the newest migration leaves it: the next one is written from there. */
const snapshotFile = path.join(import.meta.dirname, "migrations", "schema.snapshot");

export function snapshot(): readonly SchemaFile[] {
  return existsSync(snapshotFile) ? [{ path: "schema.prisma", content: readFileSync(snapshotFile, "utf8") }] : [];
}

export function takeSnapshot(): void {
  writeFileSync(
    snapshotFile,
    schemaFiles()
      .map(({ content }) => content)
      .join("\n"),
  );
}

export async function writeMigration(url: string, title: string): Promise<string | null> {
  const sql = await differenceBetween(url, snapshot(), schemaFiles());
  if (sql === null) return null;
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const name = `${stamp}_${title.toLowerCase().replace(/[^a-z0-9]+/g, "_")}`;
  const directory = path.join(import.meta.dirname, "migrations", name);
  mkdirSync(directory);
  writeFileSync(path.join(directory, "migration.sql"), sql);
  takeSnapshot();
  return path.relative(process.cwd(), path.join(directory, "migration.sql"));
}
