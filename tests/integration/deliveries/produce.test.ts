import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { lastPeriod } from "@/lib/deliveries/datasets";
import { forgetDeliveries } from "@/lib/deliveries/forget.server";
import { netLife } from "@/lib/deliveries/netting";
import { planDeliveries } from "@/lib/deliveries/plan.server";
import { produceDeliveries } from "@/lib/deliveries/produce.server";
import { readFile } from "@/lib/deliveries/store.server";
import { type Now, nowAt } from "@/lib/shared/clock";
import { truncateAll } from "@/tests/support/database";
import { lifeOf, type WrittenLife } from "@/tests/support/lives";
import { randomLives } from "@/tests/support/random-lives";
import { aPerson, aRegion, type Region } from "@/tests/support/region";

/** Monday 2 November 2026: October is over, and so is its last week. */
const monday: Now = nowAt(new Date("2026-11-02T06:00:00Z"));
const december: Now = nowAt(new Date("2026-12-01T06:00:00Z"));

const adult = "2006-03-14";
const leaver: WrittenLife = { born: adult, enrolled: ["MBO 27YU 2024-08-01 2026-10-09"] };
const longAway: WrittenLife = { born: adult, enrolled: ["MBO 27YU 2022-08-01 2026-05-01"] };
const back: WrittenLife = { born: adult, enrolled: ["MBO 27YU 2022-08-01 2026-05-01", "MBO 25LH 2026-10-12 -"] };
const student: WrittenLife = { born: adult, enrolled: ["MBO 27YU 2024-08-01 -"] };

let region: Region;

beforeEach(async () => {
  await truncateAll();
  region = await aRegion();
});

async function make(now: Now = monday) {
  await planDeliveries(now);
  return produceDeliveries(now);
}

async function theBalance(version = 1, from = "2026-10-01") {
  return prisma.delivery.findFirstOrThrow({
    where: { dataset: "monthly-balance", regionNumber: region.number, version, periodFrom: new Date(from) },
    include: { rows: true, files: true },
  });
}

const classOf = (rows: readonly { studentId: string; class: string }[], id: string) =>
  rows.find(({ studentId }) => studentId === id)?.class ?? null;

async function textOf(deliveryId: string, name: string): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of readFile(deliveryId, name)) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

test("a month is netted: who left, who is back, who is still away, and nobody who just studies", async () => {
  const people = await Promise.all([leaver, longAway, back, student].map((life) => aPerson(life, region)));
  await make();
  const { rows, status, counts } = await theBalance();
  expect(status).toBe("ready");
  expect(people.map(({ id }) => classOf(rows, id))).toEqual(["new", "still-open", "back", null]);
  expect(counts).toMatchObject({ opening: 2, closing: 2, byClass: { new: 1, back: 1, "still-open": 1 } });
});

test("a week states no balance, in its counts nor in any of its texts: it tells only of whom something changed", async () => {
  const weekly: WrittenLife = { born: adult, enrolled: ["MBO 27YU 2022-08-01 2026-05-01", "MBO 25LH 2026-10-27 -"] };
  await Promise.all([longAway, weekly, student].map((life) => aPerson(life, region)));
  await make();
  const { id, counts, files } = await prisma.delivery.findFirstOrThrow({
    where: { dataset: "weekly-changes", regionNumber: region.number },
    include: { files: true },
  });
  expect(counts).toMatchObject({ persons: 1, opening: null, closing: null, gone: { back: 1 } });
  const guide = await textOf(id, files.find(({ name }) => name.endsWith(".txt"))?.name ?? "");
  expect(guide).toMatch(/-1 {2}terug op school/);
  expect(guide).not.toMatch(/balans|bij het begin|aan het eind/i);
  expect(JSON.parse(await textOf(id, "manifest.json"))).toMatchObject({ counts: { opening: null, closing: null } });
});

test("planning twice, from two places at once, plans each period of a region once", async () => {
  const counts = await Promise.all([planDeliveries(monday), planDeliveries(monday), planDeliveries(monday)]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(await prisma.delivery.count());
  expect(await planDeliveries(monday)).toBe(0);
});

test("a region that nobody reads gets nothing made", async () => {
  await prisma.mandate.deleteMany({});
  expect(await planDeliveries(monday)).toBe(0);
});

test("a region without municipalities gets an empty delivery, not a fault", async () => {
  await prisma.municipality.updateMany({ data: { regionNumber: null } });
  await make();
  expect(await theBalance()).toMatchObject({ status: "ready", counts: { persons: 0 } });
});

test("two workers make each delivery once", async () => {
  await aPerson(leaver, region);
  const planned = await planDeliveries(monday);
  const made = await Promise.all([produceDeliveries(monday), produceDeliveries(monday)]);
  expect(made.reduce((sum, count) => sum + count, 0)).toBe(planned);
  const messages = await prisma.outboxMessage.count({ where: { topic: "delivery-ready" } });
  expect(messages).toBe(planned);
});

test("a month goes on from what was delivered, and says what the register corrected", async () => {
  const { id } = await aPerson(leaver, region);
  await make();
  // Two months later the school says that he never left.
  await prisma.enrolment.updateMany({ where: { studentId: id }, data: { lastDay: null } });
  const late = await aPerson({ born: adult, enrolled: ["MBO 27YU 2023-08-01 2024-09-10"] }, region);
  await make(december);
  const november = await theBalance(1, "2026-11-01");
  expect(november.counts).toMatchObject({ opening: 1, closing: 1 });
  expect(classOf(november.rows, id)).toBe("corrected");
  expect(classOf(november.rows, late.id)).toBe("new");
  const facts = november.rows.find(({ studentId }) => studentId === late.id)?.facts;
  expect(facts).toMatchObject({ reason: "register-late", isCorrection: true });
});

test("a week made again tells of what the register corrected since, with the old value and the new one", async () => {
  const { id } = await aPerson({ born: adult, enrolled: ["MBO 27YU 2024-08-01 2026-10-28"] }, region);
  await make();
  const ofWeek = { dataset: "weekly-changes", regionNumber: region.number } as const;
  const first = await prisma.delivery.findFirstOrThrow({ where: ofWeek, include: { rows: true } });
  expect(classOf(first.rows, id)).toBe("new");
  await prisma.enrolment.updateMany({ where: { studentId: id }, data: { lastDay: new Date("2026-10-30") } });
  const { periodFrom, periodUntil } = first;
  await prisma.delivery.create({
    data: { ...ofWeek, periodFrom, periodUntil, version: 2, status: "planned", plannedAt: monday.at },
  });
  await produceDeliveries(monday);
  const second = await prisma.delivery.findFirstOrThrow({ where: { ...ofWeek, version: 2 }, include: { rows: true } });
  expect(second.rows.find(({ studentId }) => studentId === id)?.facts).toMatchObject({
    corrections: [{ field: "lastDay", was: "2026-10-28", is: "2026-10-30" }],
  });
  expect(second.rows).toHaveLength(first.rows.length);
});

test("of a protected person no file says name, number, place or school", async () => {
  const { number } = await aPerson(leaver, region, { kind: "protected", lastName: "Geheimhouder" });
  await make();
  const { id, files } = await theBalance();
  const csv = await textOf(id, files.find(({ name }) => name.endsWith(".csv"))?.name ?? "");
  expect(csv).toContain("beschermd");
  for (const secret of [number, "Geheimhouder", "27YU", `Stad ${region.number}`]) expect(csv).not.toContain(secret);
});

test("numbers lie in no file and no row as they are", async () => {
  const { number } = await aPerson(leaver, region, { lastName: "Zoekmaar" });
  await make();
  const rows = await prisma.$queryRaw<{ hits: number }[]>`SELECT count(*)::int AS hits FROM delivery_rows
    WHERE facts::text LIKE ${`%${number}%`} OR facts::text LIKE '%Zoekmaar%'`;
  const parts = await prisma.deliveryFilePart.findMany();
  expect(rows[0]?.hits).toBe(0);
  expect(parts.filter(({ sealed }) => Buffer.from(sealed).includes(number))).toEqual([]);
  expect(parts.filter(({ sealed }) => Buffer.from(sealed).includes("Zoekmaar"))).toEqual([]);
});

test("files say what they are, for people and for scripts, and their checksums are right", async () => {
  await aPerson(leaver, region);
  await make();
  const { id, files } = await theBalance();
  const named = files.map(({ name, title }) => ({ name, title })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  expect(named).toEqual([
    { name: "manifest.json", title: "manifest.json" },
    { name: "sha256sums.txt", title: "SHA256SUMS" },
    ...["csv", "txt", "xlsx"].map((suffix) => ({
      name: `uitval-en-terugkeer_regio-${region.number}_2026-10_v1.${suffix}`,
      title: `Uitval en terugkeer – regio ${region.number} Streek ${region.number} – oktober 2026.${suffix}`,
    })),
  ]);
  const sums = await textOf(id, "sha256sums.txt");
  for (const file of files.filter(({ name }) => name.includes("_v1."))) {
    expect(sums).toContain(`${file.sha256}  ${file.title}`);
  }
  const guide = await textOf(id, named[3]?.name ?? "");
  expect(guide).toContain("Uitgevallen bij het begin");
  expect(guide).toContain("27");
});

test("after ninety days the files and rows are gone, and who took them is still known", async () => {
  await aPerson(leaver, region);
  await make();
  const { id } = await theBalance();
  await prisma.deliveryReceipt.create({
    data: { id: randomUUID(), deliveryId: id, takenBy: "x", fileName: "x.csv", takenAt: monday.at },
  });
  const later = nowAt(new Date("2027-02-15T06:00:00Z"));
  expect(await forgetDeliveries(monday)).toBe(0);
  expect(await forgetDeliveries(later)).toBeGreaterThan(0);
  expect(await theBalance()).toMatchObject({ status: "expired", rows: [], files: [] });
  expect(await prisma.deliveryReceipt.count()).toBe(1);
});

test("whom the database leaves out beforehand the rules leave out too: random lives, one by one", async () => {
  const period = lastPeriod("monthly-balance", monday.today);
  if (period === null) throw new Error("a month has a period");
  const lives = randomLives(300);
  const people: { id: string; life: WrittenLife }[] = [];
  for (const life of lives) people.push({ id: (await aPerson(life, region)).id, life });
  await make();
  const { rows } = await theBalance();
  const expected = people.map(({ id, life }) => {
    const netted = netLife(lifeOf(life), { regionNumber: 12, period, deliveredOpen: null });
    return [id, netted?.class ?? null];
  });
  expect(people.map(({ id }) => [id, classOf(rows, id)])).toEqual(expected);
  expect(new Set(rows.map((row) => row.class)).size).toBeGreaterThan(4);
});
