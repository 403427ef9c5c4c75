import { beforeAll, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { planDeliveries } from "@/lib/deliveries/plan.server";
import { produceDeliveries } from "@/lib/deliveries/produce.server";
import { deliver } from "@/lib/notifications/deliver.server";
import { nowAt } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { postWith } from "@/tests/support/post";
import { aPerson, aRegion, type Region } from "@/tests/support/region";
import { anAccount } from "@/tests/support/world";

const monday = nowAt(new Date("2026-11-02T06:00:00Z"));
const first = { count: 1, isLast: false };
const title = (region: Region) => `Uitval en terugkeer – regio ${region.number} Streek ${region.number} – oktober 2026`;

let region: Region;

beforeAll(async () => {
  region = await aRegion();
  const life = { born: "2006-03-14", enrolled: ["MBO 27YU 2024-08-01 2026-10-09"] };
  await aPerson(life, region, { lastName: "Canary" });
  await makeDeliveries();
});

async function makeDeliveries() {
  await planDeliveries(monday);
  await produceDeliveries(monday);
}

/** Sends what is to be told of the balance of this region; answers the letters, by address. */
async function lettersAbout({ number }: Region) {
  const where = { regionNumber: number, dataset: "monthly-balance" };
  const { id } = await prisma.delivery.findFirstOrThrow({ where });
  const messages = await prisma.outboxMessage.findMany({
    where: { topic: "delivery-ready", payload: { path: ["deliveryId"], equals: id } },
  });
  for (const message of messages) await deliver(message.id, postWith(), first);
  return prisma.letter.findMany({ where: { eventId: id }, orderBy: { toAddress: "asc" } });
}

const addressOf = async (accountId: string) =>
  (await prisma.account.findUniqueOrThrow({ where: { id: accountId } })).email;

test("each coordinator of the region, and nobody else, hears how many there are and never who", async () => {
  const analyst = await anAccount(region.officeId, "analyst");
  const elsewhere = await aRegion();
  const letters = await lettersAbout(region);
  expect(letters.map(({ toAddress }) => toAddress)).toEqual([await addressOf(region.coordinator.accountId)]);
  expect(letters[0]).toMatchObject({ subject: `Nieuw voor u: ${title(region)}` });
  expect(letters[0]?.text).toContain("1 nieuwe uitvaller, niemand is terug op school.");
  expect(letters[0]?.text).toContain("https://loket.example/beveiligd/leveringen");
  const said = JSON.stringify([letters, await prisma.outboxMessage.findMany()]);
  expect(said).not.toMatch(/Canary|Robin|2006/);
  for (const { accountId } of [analyst, elsewhere.coordinator]) {
    expect(letters.map(({ toAddress }) => toAddress)).not.toContain(await addressOf(accountId));
  }
});

test("the mail is there once, however often the work is done", async () => {
  await lettersAbout(region);
  await prisma.outboxMessage.updateMany({ data: { doneAt: null } });
  expect(await lettersAbout(region)).toHaveLength(1);
});

test("somebody who reads English hears it in English, and a region without a coordinator by its own address", async () => {
  const [english, empty] = [await aRegion(), await aRegion()];
  await makeDeliveries();
  await prisma.account.update({ where: { id: english.coordinator.accountId }, data: { locale: "en" } });
  await prisma.mandate.deleteMany({ where: { accountId: empty.coordinator.accountId } });
  const [letter] = await lettersAbout(english);
  expect(letter?.subject).toMatch(/^New for you: /);
  const letters = await lettersAbout(empty);
  expect(letters.map(({ toAddress }) => toAddress)).toEqual([`post@r${empty.number}.example`]);
});

test("an office that is gone gets no mail and holds nothing up", async () => {
  const { officeId } = await aRegion();
  await makeDeliveries();
  const { id } = await prisma.outboxMessage.findFirstOrThrow({
    where: { topic: "delivery-ready", payload: { path: ["officeId"], equals: officeId } },
  });
  const payload = { deliveryId: newId(), officeId: newId(), title: "x", newCount: 0, backCount: 0 };
  await prisma.outboxMessage.update({ where: { id }, data: { payload, doneAt: null } });
  await deliver(id, postWith(), first);
  expect(await prisma.letter.count({ where: { eventId: payload.deliveryId } })).toBe(0);
  expect(await prisma.outboxMessage.findUniqueOrThrow({ where: { id } })).toMatchObject({ doneAt: expect.any(Date) });
});
