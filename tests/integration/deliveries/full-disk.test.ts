import { beforeEach, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { attemptsMost } from "@/lib/deliveries/delivery";
import { planDeliveries } from "@/lib/deliveries/plan.server";
import { produceDeliveries } from "@/lib/deliveries/produce.server";
import { nowAt } from "@/lib/shared/clock";
import { withClient } from "@/prisma/roles";
import { testOwnerUrl } from "@/tests/support/database";
import { aPerson, aRegion } from "@/tests/support/region";

const monday = nowAt(new Date("2026-11-02T06:00:00Z"));

const asOwner = (sql: string) => withClient(testOwnerUrl(), (client) => client.query(sql));

/** PostgreSQL answers what it answers when its disk is full, from the first byte of a file on. */
const fillDisk = () =>
  asOwner(`CREATE OR REPLACE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
    $$BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END$$;
    CREATE TRIGGER full_disk BEFORE INSERT ON delivery_file_parts FOR EACH ROW EXECUTE FUNCTION full_disk()`);

const makeRoom = () => asOwner("DROP FUNCTION IF EXISTS full_disk() CASCADE");

/** As if the time of whoever began it was over. */
const nextTry = async () => {
  await prisma.delivery.updateMany({ data: { leasedUntil: null } });
  return produceDeliveries(monday);
};

const statuses = async () => new Set((await prisma.delivery.findMany()).map(({ status }) => status));
const told = () => prisma.outboxMessage.count({ where: { topic: "delivery-ready" } });

beforeEach(async () => {
  await makeRoom();
  await prisma.delivery.deleteMany();
  await prisma.outboxMessage.deleteMany();
  const region = await aRegion();
  for (let count = 0; count < 3; count += 1) {
    await aPerson({ born: "2006-03-14", enrolled: ["MBO 27YU 2024-08-01 2026-10-09"] }, region);
  }
  await planDeliveries(monday);
  await fillDisk();
  return makeRoom;
});

test("on a full disk no delivery of any kind is ready and nobody is told; with room each is whole, once", async () => {
  expect(await nextTry()).toBe(0);
  expect(await statuses()).toEqual(new Set(["running"]));
  expect(await told()).toBe(0);
  await makeRoom();
  const planned = await prisma.delivery.count();
  expect(planned).toBeGreaterThan(4);
  expect(await nextTry()).toBe(planned);
  expect(await told()).toBe(planned);
  expect(await nextTry()).toBe(0);
  expect(await told()).toBe(planned);
  const files = await prisma.deliveryFile.findMany({ include: { _count: { select: { parts: true } } } });
  for (const { title, size, _count } of files) {
    expect(size, title).toBeGreaterThan(0);
    expect(_count.parts, title).toBeGreaterThan(0);
  }
});

test("where the disk stays full a delivery is given up instead of tried for ever, and nobody is told that it is there", async () => {
  for (let tries = 0; tries < attemptsMost; tries += 1) await nextTry();
  const past = new Date(monday.at.getTime() - 1_000);
  await prisma.delivery.updateMany({ data: { leasedUntil: past } });
  await produceDeliveries(monday);
  expect(await statuses()).toEqual(new Set(["failed"]));
  expect(await told()).toBe(0);
});
