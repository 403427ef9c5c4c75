import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { importBytes } from "@/tests/support/imports";
import { hasReference, type ReferenceKind, referenceFile } from "@/tests/support/reference";

if (!hasReference) console.warn("SKIPPED: the reference data is not beside this checkout, so it was not imported.");

const files = [
  ["regions", 40],
  ["municipalities", 342],
  ["municipality-changes", 1138],
  ["postcodes", 4092],
  ["schools", 9320],
] as const satisfies readonly (readonly [ReferenceKind, number])[];

describe.skipIf(!hasReference)("the country as its publishers describe it", () => {
  beforeAll(async () => {
    for (const [kind, rows] of files) {
      const outcome = await importBytes(kind, referenceFile(kind));
      expect(outcome).toMatchObject({ rows, created: rows, updated: 0, unchanged: 0, rejected: 0 });
    }
  }, 120_000);

  test.each(files)("%s changes nothing when it is imported again", async (kind, rows) => {
    expect(await importBytes(kind, referenceFile(kind))).toMatchObject({ created: 0, updated: 0, unchanged: rows });
  });

  test("has every municipality of today, and the old ones until the day before they went up in others", async () => {
    expect(await prisma.municipality.count({ where: { validUntil: null } })).toBe(342);
    const dorth = await prisma.municipality.findUniqueOrThrow({ where: { code: "1313" } });
    expect(dorth).toMatchObject({ name: "Dorth", validUntil: new Date("1831-06-30") });
  });

  test("has one organisation for each institution, also where one code exists in two sectors", async () => {
    const twice = await prisma.location.findMany({
      where: { locationCode: "01OE05" },
      include: { organisation: true },
    });
    expect(twice.map(({ sector }) => sector).sort()).toEqual(["MBO", "VO"]);
    expect(new Set(twice.map(({ organisationId }) => organisationId)).size).toBe(1);
  });
});
