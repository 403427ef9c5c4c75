import { beforeEach, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { type Dataset, datasets, lastPeriod } from "@/lib/deliveries/datasets";
import { codesOfRegion, findCandidates, loadAtlas } from "@/lib/deliveries/people.server";
import { planDeliveries } from "@/lib/deliveries/plan.server";
import { produceDeliveries } from "@/lib/deliveries/produce.server";
import { openSearch, togetherFrom } from "@/lib/deliveries/search.server";
import { type Now, nowAt } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { withClient } from "@/prisma/roles";
import { testOwnerUrl, truncateAll } from "@/tests/support/database";
import { randomLives } from "@/tests/support/random-lives";
import { aPerson, aRegion, type Region } from "@/tests/support/region";

const monday: Now = nowAt(new Date("2026-11-02T06:00:00Z"));
const december: Now = nowAt(new Date("2026-12-01T06:00:00Z"));

let regions: readonly Region[];

beforeEach(async () => {
  await truncateAll();
  const made: Region[] = [];
  for (let count = 0; count <= togetherFrom; count += 1) made.push(await aRegion());
  regions = made;
});

const byItself: readonly Dataset[] = [
  "monthly-balance",
  "weekly-changes",
  "not-enrolled",
  "start-set",
  "late-qualifications",
  "long-term-absence",
];

test("regions that are looked through together have the persons that each has by itself, whatever the dataset", async () => {
  const lives = randomLives(150);
  for (const [at, life] of lives.entries()) await aPerson(life, regions[at % regions.length] ?? regions[0] ?? never());
  const atlas = await loadAtlas();
  for (const dataset of byItself) {
    const period = lastPeriod(dataset, monday.today) ?? never();
    await prisma.delivery.deleteMany();
    await planDeliveries(monday);
    const search = openSearch();
    const sizes: number[] = [];
    for (const { number: regionNumber } of regions) {
      const asked = { dataset, period, codes: codesOfRegion(atlas, regionNumber), previousId: null, ages: null };
      const alone = await findCandidates(asked, null);
      expect(await search.candidates(asked, claimOf(asked, regionNumber)), `${dataset} ${regionNumber}`).toEqual(alone);
      sizes.push(alone.length);
    }
    const isFound = datasets[dataset].method !== "reports";
    expect(Math.max(...sizes) > 0, dataset).toBe(isFound);
  }
});

type Asked = Parameters<typeof findCandidates>[0];

const claimOf = ({ dataset, period, previousId }: Asked, regionNumber: number) => ({
  id: newId(),
  attempt: 1,
  dataset,
  regionNumber,
  period,
  version: 1,
  wishes: null,
  previousId,
  cursor: null,
});

function never(): never {
  throw new Error("this is always there");
}

test("each region of many goes on from its own list, also with whom the register now has at school all the time", async () => {
  const left = { born: "2006-03-14", enrolled: ["MBO 27YU 2024-08-01 2026-10-09"] };
  for (const region of regions) await aPerson(left, region);
  await planDeliveries(monday);
  await produceDeliveries(monday);
  await prisma.enrolment.updateMany({ data: { lastDay: null } });
  await planDeliveries(december);
  await produceDeliveries(december);
  const november = await prisma.delivery.findMany({
    where: { dataset: "monthly-balance", periodFrom: new Date("2026-11-01") },
    include: { rows: true },
  });
  expect(november.map(({ rows }) => rows.map((row) => row.class))).toEqual(regions.map(() => ["corrected"]));
});

test("what was found for a region is handed out once: a delivery that comes again is looked for again", async () => {
  const left = { born: "2006-03-14", enrolled: ["MBO 27YU 2024-08-01 2026-10-09"] };
  const [region = never()] = regions;
  await planDeliveries(monday);
  const period = lastPeriod("monthly-balance", monday.today) ?? never();
  const codes = codesOfRegion(await loadAtlas(), region.number);
  const asked = { dataset: "monthly-balance", period, codes, previousId: null, ages: null } as const;
  const search = openSearch();
  expect(await search.candidates(asked, claimOf(asked, region.number))).toEqual([]);
  const { id } = await aPerson(left, region);
  expect(await search.candidates(asked, claimOf(asked, region.number))).toEqual([id]);
});

test("what could not be read once is read again: one fault of the database stays with one delivery", async () => {
  const [region = never(), other = never()] = regions;
  const { id } = await aPerson({ born: "2006-03-14", enrolled: ["MBO 27YU 2024-08-01 2026-10-09"] }, other);
  await planDeliveries(monday);
  const period = lastPeriod("monthly-balance", monday.today) ?? never();
  const atlas = await loadAtlas();
  const search = openSearch();
  const find = ({ number }: Region) => {
    const codes = codesOfRegion(atlas, number);
    const asked = { dataset: "monthly-balance", period, codes, previousId: null, ages: null } as const;
    return search.candidates(asked, claimOf(asked, number));
  };
  await without("locations", () => expect(search.atlas()).rejects.toThrow());
  expect((await search.atlas()).regions).toEqual(atlas.regions);
  await without("residences", () => expect(find(region)).rejects.toThrow());
  expect(await find(other)).toEqual([id]);
});

/** While a table is not there the database refuses what asks for it. */
async function without(table: "locations" | "residences", work: () => Promise<void>): Promise<void> {
  const asOwner = (sql: string) => withClient(testOwnerUrl(), (client) => client.query(sql));
  await asOwner(`ALTER TABLE ${table} RENAME TO hidden_${table}`);
  try {
    await work();
  } finally {
    await asOwner(`ALTER TABLE hidden_${table} RENAME TO ${table}`);
  }
}
