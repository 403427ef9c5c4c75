import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { prepareFilings } from "@/lib/reports/prepare-filing.server";
import { aReportInput, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

async function prepared(world: World, numbers: readonly string[]) {
  const asked = numbers.map((number) => ({
    input: aReportInput(world, { student: { number } }),
    submissionId: randomUUID(),
  }));
  const all = await prepareFilings(world.reporter, asked, thursday, { right: "report:file" });
  return all.map((one) => {
    if (!one.ok) throw new Error(JSON.stringify(one.problems));
    return one.value;
  });
}

test("reports that are asked about together go where each would go alone, and each is told of its own offices only", async () => {
  const [here, there] = [await aWorld(), await aWorld()];
  const { brin, school } = here;
  const living = (municipality: string) => aStudent({ brin, municipality, locationId: school.location.id });
  const numbers = [await living(here.municipality), await living(there.municipality)];
  // At one office somebody cares for the location, so the work of the others there does not count; at the other nobody.
  await prisma.officerLocation.create({
    data: { officeId: here.office.id, accountId: here.officer.accountId, locationId: school.location.id },
  });

  const together = await prepared(here, numbers);
  const alone = (await Promise.all(numbers.map((number) => prepared(here, [number])))).flat();
  expect(together.map(({ route }) => route)).toEqual(alone.map(({ route }) => route));
  expect(together.map(({ route }) => (route.kind === "assigned" ? route.office.id : null))).toEqual([
    here.office.id,
    there.office.id,
  ]);
  for (const [at, { routing }] of together.entries()) {
    const office = [here.office.id, there.office.id][at];
    expect(routing.rows.offices.map(({ id }) => id)).toEqual([office]);
    expect(routing.rows.officers.map(({ officeId }) => officeId)).toEqual([office]);
    expect(routing.rows.officers.flatMap(({ locationIds }) => locationIds)).toEqual(
      at === 0 ? [school.location.id] : [],
    );
  }
});
