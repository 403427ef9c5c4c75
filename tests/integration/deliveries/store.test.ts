import { createHash, randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { beforeEach, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { bundle } from "@/lib/deliveries/bundle.server";
import { goOnWith } from "@/lib/deliveries/claim.server";
import { fileRows } from "@/lib/deliveries/file-rows.server";
import { planDeliveries } from "@/lib/deliveries/plan.server";
import { produceDeliveries } from "@/lib/deliveries/produce.server";
import { dropFiles, keepFile, readFile, readFilesInTurn } from "@/lib/deliveries/store.server";
import { nowAt } from "@/lib/shared/clock";
import { aPerson, aRegion } from "@/tests/support/region";

const monday = nowAt(new Date("2026-11-02T06:00:00Z"));
let deliveryId: string;

beforeEach(async () => {
  await prisma.delivery.deleteMany();
  const region = await aRegion();
  for (let count = 0; count < 2; count += 1) {
    await aPerson({ born: "2006-03-14", enrolled: ["MBO 27YU 2024-08-01 2026-10-09"] }, region);
  }
  await planDeliveries(monday);
  await produceDeliveries(monday);
  const { id } = await prisma.delivery.findFirstOrThrow({ where: { dataset: "monthly-balance" } });
  deliveryId = id;
});

const named = () => ({ deliveryId, name: "proef.csv", title: "Proef.csv", mediaType: "text/csv" });

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const kept = () => buffer(readFile(deliveryId, "proef.csv"));

const storedFile = () =>
  prisma.deliveryFile.findUnique({ where: { deliveryId_name: { deliveryId, name: "proef.csv" } } });

test.each([0, 1, 256 * 1024, 256 * 1024 + 1, 1_000_000])(
  "a file of %i bytes comes back as it was, with its size and its checksum",
  async (length) => {
    const bytes = randomBytes(length);
    const told = await keepFile(named(), inPieces(bytes, 70_000));
    const truth = { size: length, sha256: createHash("sha256").update(bytes).digest("hex") };
    expect(told).toEqual(truth);
    expect(await storedFile()).toMatchObject(truth);
    expect((await kept()).equals(bytes)).toBe(true);
  },
);

test("files that are read one after the other are the same as each by itself", async () => {
  await keepFile(named(), inPieces(randomBytes(600_000), 70_000));
  const files = await prisma.deliveryFile.findMany({ where: { deliveryId }, orderBy: { name: "asc" } });
  expect(files.length).toBeGreaterThan(3);
  const read = readFilesInTurn(deliveryId);
  for (const { name } of files) {
    expect((await buffer(read(name))).equals(await buffer(readFile(deliveryId, name)))).toBe(true);
  }
});

test("a file of which no part is left, or that is not next, is no empty file", async () => {
  await keepFile(named(), inPieces(randomBytes(10), 10));
  const [first, second] = await prisma.deliveryFile.findMany({ where: { deliveryId }, orderBy: { name: "asc" } });
  await expect(buffer(readFilesInTurn(deliveryId)(second?.name ?? ""))).rejects.toThrow("no parts in its turn");
  await prisma.deliveryFilePart.deleteMany({ where: { deliveryId, name: first?.name ?? "" } });
  const read = readFilesInTurn(deliveryId);
  const files = [first, second].flatMap((file) =>
    file === undefined ? [] : [{ ...file, bytes: () => read(file.name) }],
  );
  await expect(buffer(bundle(files, monday.at))).rejects.toThrow("no parts in its turn");
});

test("a file that another try threw away gets no more parts", async () => {
  async function* thrownAway() {
    yield randomBytes(600_000);
    await dropFiles(deliveryId);
    yield randomBytes(600_000);
  }
  await keepFile(named(), thrownAway());
  expect(await storedFile()).toBeNull();
});

test("work that another worker has taken over writes nothing more", async () => {
  await prisma.delivery.update({ where: { id: deliveryId }, data: { status: "running", attemptCount: 2 } });
  const writeRow = (attempt: number, studentId: string) =>
    goOnWith(
      { id: deliveryId, attempt },
      Prisma.sql`persons_done = 77`,
      Prisma.sql`INSERT INTO delivery_rows (delivery_id, student_id, class, was_open, is_open, is_protected, facts)
        SELECT mine.id, ${studentId}::uuid, 'new', false, true, false, '{}' FROM mine`,
    );
  const before = await prisma.deliveryRow.count({ where: { deliveryId } });
  await expect(writeRow(1, "00000000-0000-7000-8000-000000000001")).rejects.toThrow();
  expect(await prisma.deliveryRow.count({ where: { deliveryId } })).toBe(before);
  await writeRow(2, "00000000-0000-7000-8000-000000000001");
  expect(await prisma.deliveryRow.count({ where: { deliveryId } })).toBe(before + 1);
  expect(await prisma.delivery.findUnique({ where: { id: deliveryId } })).toMatchObject({ personsDone: 77 });
});

test("each file has everybody, also after one that was cut off while it was written", async () => {
  for (const count of [2, 1_000_000]) {
    const walk = fileRows(deliveryId, count);
    for await (const _ of walk()) break;
    const sizes: number[] = [];
    for (let file = 0; file < 2; file += 1) {
      for await (const batch of walk()) sizes.push(batch.length);
    }
    expect(sizes).toEqual([2, 2]);
  }
});
