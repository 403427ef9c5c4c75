import { expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { isSchemaCurrent } from "@/lib/db/schema-state.server";
import { recordStatements } from "@/lib/db/statement-count.server";
import { differenceBetween, pendingMigrations, schemaFiles } from "@/prisma/migrate";
import { snapshot } from "@/prisma/migration";
import { withClient } from "@/prisma/roles";
import { testDeskUrl } from "@/tests/support/database";

const asDesk = (sql: string) => withClient(testDeskUrl(), (client) => client.query(sql));

test.each([
  "UPDATE audit_entries SET action = 'nothing'",
  "DELETE FROM audit_entries",
  "TRUNCATE audit_entries",
  "DELETE FROM audit_seals",
  "UPDATE erasures SET kind = 'draft'",
  "DELETE FROM erasures",
  "UPDATE events SET id = id",
  "DELETE FROM events",
  "ALTER TABLE reports ADD COLUMN note text",
  "DROP TABLE reports",
  "CREATE TABLE own (id int)",
  "CREATE FUNCTION own() RETURNS int LANGUAGE sql AS 'SELECT 1'",
  "DELETE FROM _prisma_migrations",
  "SET session_replication_role = replica",
])("the desk's own role is refused: %s", async (sql) => {
  await expect(asDesk(sql)).rejects.toThrow(/permission denied|must be owner/);
});

test("the desk's own role owns nothing", async () => {
  const owned = await asDesk("SELECT relname FROM pg_class WHERE relowner = 'desk'::regrole");
  expect(owned.rows).toEqual([]);
});

test("the desk's own role may use the queues", async () => {
  const queues = await asDesk("SELECT name FROM pgboss.queue ORDER BY name");
  expect(queues.rowCount).toBeGreaterThan(0);
});

test("the migrations lead to the schema that the code was written for", async () => {
  expect(await pendingMigrations(testDeskUrl())).toEqual([]);
  expect(await isSchemaCurrent()).toBe(true);
  expect(await differenceBetween(testDeskUrl(), snapshot(), schemaFiles())).toBeNull();
});

test("nobody waits for ever: statements, locks and idle transactions end by themselves", async () => {
  const limits = await prisma.$queryRaw<{ name: string; setting: string }[]>`
    SELECT name, setting FROM pg_settings
     WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') ORDER BY name`;
  expect(limits.map(({ setting }) => Number(setting))).toEqual([15_000, 3_000, 10_000]);
});

test("a recording counts the trips of an operation and leaves out its transaction", async () => {
  const { statements } = await recordStatements(() =>
    prisma.$transaction(async (tx) => {
      await tx.account.count();
      await tx.organisation.count();
    }),
  );
  expect(statements).toHaveLength(2);
});
