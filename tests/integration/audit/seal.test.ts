import { beforeEach, expect, test } from "vitest";
import { recordRead } from "@/lib/audit/record.server";
import { findBrokenSeal, sealEntries } from "@/lib/audit/seal.server";
import { prisma } from "@/lib/db/client.server";
import { systemViewer } from "@/lib/identity/viewer";
import { nowAt } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { withClient } from "@/prisma/roles";
import { testOwnerUrl, truncateAll } from "@/tests/support/database";

const later = (minutes: number) => nowAt(new Date(Date.now() + minutes * 60_000));

async function addEntries(count: number) {
  for (let index = 0; index < count; index += 1) {
    await recordRead(systemViewer("audit"), nowAt(new Date()), {
      action: "report:read",
      object: { kind: "report", id: newId() },
      reason: "own-duty",
    });
  }
}

/** What only the owner of the tables could do, and what a seal must show. */
const tamper = (sql: string) => withClient(testOwnerUrl(), (client) => client.query(sql));

beforeEach(truncateAll);

test("entries of the last minute wait, so that a slow transaction is not left out", async () => {
  await addEntries(3);
  expect(await sealEntries(nowAt(new Date()))).toBe(0);
  expect(await sealEntries(later(5))).toBe(3);
  expect(await sealEntries(later(5))).toBe(0);
});

test("a log that nobody touched is whole, over several seals", async () => {
  await addEntries(3);
  await sealEntries(later(5));
  await addEntries(2);
  await sealEntries(later(10));
  expect(await prisma.auditSeal.count()).toBe(2);
  expect(await findBrokenSeal()).toBeNull();
});

test.each([
  ["changed", "UPDATE audit_entries SET reason = 'other' WHERE id = (SELECT max(id::text)::uuid FROM audit_entries)"],
  ["taken away", "DELETE FROM audit_entries WHERE id = (SELECT min(id::text)::uuid FROM audit_entries)"],
])("an entry that was %s afterwards is found", async (_what, sql) => {
  await addEntries(3);
  await sealEntries(later(5));
  await tamper(sql);
  expect(await findBrokenSeal()).toBe(1);
});

test("a seal that was made anew over a changed log breaks the one after it", async () => {
  await addEntries(2);
  await sealEntries(later(5));
  await addEntries(2);
  await sealEntries(later(10));
  await tamper("UPDATE audit_seals SET hash = repeat('a', 64) WHERE sequence = 1");
  expect(await findBrokenSeal()).toBe(1);
});

test("two who seal at once make one seal", async () => {
  await addEntries(2);
  const sealed = await Promise.all([sealEntries(later(5)), sealEntries(later(5))]);
  expect(sealed.toSorted()).toEqual([0, 2]);
});

test("the role that runs the desk can neither change nor remove an entry or a seal", async () => {
  await addEntries(1);
  await sealEntries(later(5));
  await expect(prisma.auditEntry.deleteMany()).rejects.toThrow(/permission denied/);
  await expect(prisma.auditSeal.updateMany({ data: { entryCount: 0 } })).rejects.toThrow(/permission denied/);
});
