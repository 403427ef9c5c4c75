import { spawnSync } from "node:child_process";
import { beforeAll, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import type { Dataset } from "@/lib/deliveries/datasets";
import { planDeliveries } from "@/lib/deliveries/plan.server";
import { produceDeliveries } from "@/lib/deliveries/produce.server";
import { nowAt } from "@/lib/shared/clock";
import { aPerson, aRegion, type Region } from "@/tests/support/region";

const monday = nowAt(new Date("2026-11-02T06:00:00Z"));
let region: Region;

beforeAll(async () => {
  region = await aRegion();
  for (let count = 0; count < 3; count += 1) {
    await aPerson({ born: "2006-03-14", enrolled: ["MBO 27YU 2024-08-01 2026-10-09"] }, region);
    await aPerson({ born: "2012-03-14", enrolled: ["VO 00AH 2024-08-01 2026-06-01"] }, region);
  }
});

/** One delivery only, as if nobody had begun it. */
async function again(dataset: Dataset) {
  await prisma.outboxMessage.deleteMany();
  await prisma.deliveryFile.deleteMany();
  await prisma.deliveryRow.deleteMany();
  await prisma.delivery.deleteMany();
  await planDeliveries(monday);
  await prisma.delivery.deleteMany({ where: { dataset: { not: dataset } } });
}

/** Another process makes the delivery and dies around a statement; answers how many it sent when it lived. */
function makeAndDie(killAt: number): number | null {
  const order = JSON.stringify({ killAt, today: monday.at });
  const run = spawnSync(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "tests/support/making-victim.ts", order],
    { encoding: "utf8", env: process.env },
  );
  return run.signal === "SIGKILL" ? null : Number(run.stdout);
}

async function standing() {
  const delivery = await prisma.delivery.findFirstOrThrow({
    include: { files: true, _count: { select: { rows: true } } },
  });
  return {
    status: delivery.status,
    files: delivery.files.length,
    rows: delivery._count.rows,
    told: await prisma.outboxMessage.count({ where: { topic: "delivery-ready" } }),
  };
}

const whole = { status: "ready", files: 5, rows: 3, told: 1 };

// By gaps and by a reference day; what finds persons by their reports goes through the same steps.
test.each([
  ["monthly-balance", 7],
  ["not-enrolled", 3],
] as const)(
  "a worker that dies at any step of a delivery (%s) leaves nothing that looks ready, and the next one makes it whole, once",
  async (dataset, kills) => {
    await again(dataset);
    const sent = makeAndDie(0);
    if (sent === null) throw new Error("nobody was to die");
    expect(await standing()).toEqual(whole);
    const steps = Array.from({ length: kills }, (_, index) => 2 + Math.floor((index * (sent - 2)) / kills));
    for (const step of steps) {
      await again(dataset);
      expect(makeAndDie(step), `at statement ${step} of ${sent}`).toBeNull();
      const left = await standing();
      expect.soft(left.status === "ready" ? left : whole, `at statement ${step}`).toEqual(whole);
      await produceDeliveries(nowAt(new Date(monday.at.getTime() + 3_600_000)));
      await produceDeliveries(nowAt(new Date(Date.now() + 3_600_000)));
      expect.soft(await standing(), `after statement ${step}`).toEqual(whole);
    }
  },
  120_000,
);
