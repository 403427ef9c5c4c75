import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { restoreBackup } from "@/lib/db/backup/restore.server";
import { writeBackup } from "@/lib/db/backup/write.server";
import { prisma } from "@/lib/db/client.server";
import { withClient } from "@/prisma/roles";
import { testOwnerUrl, truncateAll } from "@/tests/support/database";
import { importText } from "@/tests/support/imports";
import { importSmallCountry, numbers } from "@/tests/support/small-country";

let folder: string;
let file: string;

/** Every row of every table, as text. */
async function contents(): Promise<Record<string, readonly string[]>> {
  return withClient(testOwnerUrl(), async (client) => {
    const tables = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
    );
    const found: Record<string, readonly string[]> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
      found[name] = rows.map(({ row }) => row);
    }
    return found;
  });
}

const restore = (from = file) => restoreBackup(testOwnerUrl(), from);
const refusal = (code: string) => ({ ok: false, problems: [{ code }] });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "desk-backup-"));
  file = path.join(folder, "desk.backup");
  await importSmallCountry();
  await importText(
    "students",
    `student_number,first_name,last_name,birth_date,residence_kind,street,resident_from
      ${numbers.sami},Sämi,B\\oer,2010-02-28,protected,'t  Hof,2010-03-01`,
  );
  await prisma.deskSetting.create({ data: { key: "demo", value: true } });
  await prisma.outboxMessage.create({
    data: { id: crypto.randomUUID(), topic: "report-event", payload: {}, createdAt: new Date(), relayedAt: new Date() },
  });
  await writeBackup(file, new Date());
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a backup", () => {
  test("put back into an empty desk gives every row of every table, and sends what was on its way", async () => {
    const before = await contents();
    await truncateAll();
    expect(await restore()).toMatchObject({ ok: true });
    const after = await contents();
    expect({ ...after, outbox_messages: [] }).toEqual({ ...before, outbox_messages: [] });
    expect(await prisma.outboxMessage.findFirstOrThrow()).toMatchObject({ relayedAt: null });
  });

  test("is a file that only its owner can read, without a key and without a readable number", async () => {
    const { mode } = await stat(file);
    expect(mode & 0o077).toBe(0);
    const text = gunzipSync(await readFile(file)).toString();
    expect(text).not.toContain(numbers.sami);
    for (const secret of ["LOOKUP_KEY", "ENCRYPTION_KEYS"]) {
      expect(text).not.toContain(String(process.env[secret]).replace(/^test:/, ""));
    }
  });

  test("never replaces a file that is there, and leaves none behind when it fails", async () => {
    const there = path.join(folder, "there");
    await writeFile(there, "kept");
    await expect(writeBackup(there, new Date())).rejects.toThrow("EEXIST");
    expect(await readFile(there, "utf8")).toBe("kept");
    await expect(stat(`${there}.unfinished-${process.pid}`)).rejects.toThrow("ENOENT");
  });
});

describe("a desk that is empty stays so when the backup", () => {
  beforeEach(truncateAll);

  async function expectRefused(damaged: Buffer, code = "backup-damaged") {
    const broken = path.join(folder, "broken");
    await writeFile(broken, damaged);
    expect(await restore(broken)).toMatchObject(refusal(code));
    expect(await prisma.municipality.count()).toBe(0);
    expect(await prisma.student.count()).toBe(0);
  }

  const changed = async (from: string, to: string) => {
    const text = gunzipSync(await readFile(file)).toString();
    expect(text).toContain(from);
    return gzipSync(text.replace(from, to));
  };

  test("was cut off", async () => {
    const whole = await readFile(file);
    for (const share of [0, 0.01, 0.5, 0.99]) await expectRefused(whole.subarray(0, Math.floor(whole.length * share)));
  });

  test("lacks its last line", async () => {
    await expectRefused(await changed('{"end":true}\n', ""));
  });

  test("is no backup at all", async () => {
    await expectRefused(Buffer.from("not a backup"));
    await expectRefused(gzipSync("not a backup\n"));
    await expectRefused(gzipSync('{"format":"something else"}\n'));
  });

  test("names another table than comes next", async () => {
    await expectRefused(await changed('"table":"students"', '"table":"pg_authid"'));
  });

  test("is of another version or of other keys", async () => {
    await expectRefused(await changed('"migrations":["', '"migrations":["20200101_older","'), "backup-other-version");
    await expectRefused(
      await changed('"encryptionKeyIds":["test"]', '"encryptionKeyIds":["lost"]'),
      "backup-other-keys",
    );
    await expectRefused(await changed('"lookupKeyCheck":"', '"lookupKeyCheck":"0'), "backup-other-keys");
  });
});

test("a desk that holds one row takes no backup", async () => {
  await truncateAll();
  await importText("regions", "number,name\n1,Oost-Groningen");
  expect(await restore()).toMatchObject(refusal("desk-not-empty"));
  expect(await prisma.region.count()).toBe(1);
});

test("a backup that is not there is an error, not an empty desk", async () => {
  await truncateAll();
  await expect(restore(path.join(folder, "nowhere"))).rejects.toThrow("ENOENT");
});
