import { beforeEach, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { keepMunicipalityLadder, keepSchoolLadder } from "@/lib/reports/commands/keep-ladder.server";
import { findSchoolLadder, listMunicipalityLadders } from "@/lib/reports/queries/ladders.server";
import { NotFound } from "@/lib/shared/problem";
import { truncateAll } from "@/tests/support/database";
import { officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aWorld, standingOf, thursday, type World } from "@/tests/support/world";

let world: World;

beforeEach(async () => {
  await truncateAll();
  world = await aWorld();
});

async function keeperOf({ school }: World) {
  const account = await anAccount(school.id, "school_admin");
  return reporterOf(school.id, { ...account, role: "school_admin" });
}

async function leadOf({ office }: World) {
  const account = await anAccount(office.id, "team_lead");
  return officerOf(office.id, { ...account, role: "team_lead" });
}

const steps = (times: number) => ({ steps: [{ times, action: `na ${times} keer` }] });
const late = { type: "late_arrival", firstDay: undefined, lastDay: undefined };
const arrivals = (...days: readonly string[]) => ({ ...late, arrivals: days.map((day) => ({ day, minutes: 5 })) });

test("a reporter sets no steps of the school, an officer none of the municipality, and a lead none of another", async () => {
  const lead = await leadOf(world);
  const foreign = { municipalityCode: (await aWorld()).municipality, ...steps(2) };
  const own = { municipalityCode: world.municipality, ...steps(2) };
  await expect((async () => keepSchoolLadder(world.reporter, steps(2), thursday))()).rejects.toThrow(NotFound);
  await expect((async () => keepSchoolLadder(lead, steps(2), thursday))()).rejects.toThrow(NotFound);
  await expect((async () => keepMunicipalityLadder(world.officer, own, thursday))()).rejects.toThrow(NotFound);
  await expect((async () => keepMunicipalityLadder(lead, foreign, thursday))()).rejects.toThrow(NotFound);
  await expect((async () => findSchoolLadder(world.reporter))()).rejects.toThrow(NotFound);
  await expect((async () => listMunicipalityLadders(world.officer, thursday))()).rejects.toThrow(NotFound);
  expect(await prisma.lateLadder.count()).toBe(0);
});

test("the school's own steps go before those of its municipality, and those before the usual ones", async () => {
  const { reference } = await aFiledReport(world, arrivals("2026-04-20", "2026-04-21"));
  const nextOf = async () => (await standingOf(world.officer, thursday, reference)).ladder?.next?.times;
  expect(await nextOf()).toBe(3);
  const lead = await leadOf(world);
  await keepMunicipalityLadder(lead, { municipalityCode: world.municipality, ...steps(4) }, thursday);
  expect(await nextOf()).toBe(4);
  const keeper = await keeperOf(world);
  await keepSchoolLadder(keeper, steps(5), thursday);
  expect(await nextOf()).toBe(5);
  expect(await findSchoolLadder(keeper)).toEqual(steps(5).steps);
  expect(await listMunicipalityLadders(lead, thursday)).toMatchObject([
    { code: world.municipality, steps: steps(4).steps },
  ]);
  await keepSchoolLadder(keeper, { steps: [] }, thursday);
  expect(await nextOf()).toBe(4);
});

test("times late of earlier reports by the school count along, for school and officer alike", async () => {
  await aFiledReport(world, arrivals("2026-04-14", "2026-04-15"));
  await prisma.report.updateMany({ data: { filedAt: new Date("2026-04-16T09:00:00Z") } });
  const { reference } = await aFiledReport(world, arrivals("2026-04-20"));
  for (const viewer of [world.reporter, world.officer]) {
    const { ladder, threshold } = await standingOf(viewer, thursday, reference);
    expect(ladder).toMatchObject({ count: 3, reached: { times: 3 }, next: { times: 6 } });
    expect(threshold).toBeNull();
  }
});
