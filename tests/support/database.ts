import { escapeIdentifier } from "pg";
import { inject } from "vitest";
import { deskRole, ownerRole, withClient } from "@/prisma/roles";
import { urlAs } from "@/tests/support/test-cluster";

/**
 * Every test file of the integration and policy projects has a database of its own, an empty copy of the migrated
 * template, made before the file is loaded and dropped after it. `prisma` is connected to it as the desk's own role.
 * Tests within a file share it: give each its own records, or call `truncateAll` in `beforeEach`.
 */
export const testDatabase = `desk_test_${process.pid}`;

/** The role that runs the desk: no tables of its own, events and audit entries can only be added. */
export const testDeskUrl = () => urlAs(inject("adminUrl"), deskRole, testDatabase);

/** The role that owns the tables. */
export const testOwnerUrl = () => urlAs(inject("adminUrl"), ownerRole, testDatabase);

/** Empties every table, also those that the desk itself may only add to. */
export async function truncateAll(): Promise<void> {
  await withClient(testOwnerUrl(), async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
    );
    await client.query(`TRUNCATE ${rows.map(({ name }) => escapeIdentifier(name)).join(", ")} CASCADE`);
  });
}
