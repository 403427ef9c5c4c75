import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { searchReports } from "@/lib/reports/queries/search.server";
import { reporterOf } from "@/tests/support/viewers";
import { aFiledReport, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let imke: Awaited<ReturnType<typeof named>>;

async function named(firstName: string, lastName: string, ownReference: string, at: World = world) {
  const number = await aStudent({
    municipality: at.municipality,
    locationId: at.school.location.id,
    brin: at.brin,
  });
  const filed = await aFiledReport(at, { student: { number }, ownReference });
  const { studentId } = await prisma.report.findUniqueOrThrow({ where: { id: filed.id } });
  await prisma.student.update({ where: { id: studentId }, data: { firstName, lastName, prefix: "van der" } });
  return { ...filed, number };
}

async function found(text: string, viewer: Viewer = world.reporter) {
  return (await searchReports(viewer, thursday, text)).rows.map(({ reference }) => reference);
}

beforeAll(async () => {
  world = await aWorld();
  imke = await named("Imke", "Vlasblom", "VB-12");
  await named("Joost", "Akkerman", "VB-13");
  await named("Imke", "Vlasblom", "VB-12", await aWorld());
});

describe("a school that looks among its own reports", () => {
  test("finds nothing of another school, and a colleague of another location nothing of this one", async () => {
    const stranger = (await aWorld()).reporter;
    const elsewhere = reporterOf(world.school.id, { locationIds: [randomUUID()] });
    for (const text of ["Vlasblom", "VB-12", imke.reference]) {
      expect.soft(await found(text, stranger), text).toEqual([]);
      expect.soft(await found(text, elsewhere), text).toEqual([]);
    }
  });

  test("finds nobody by the number of a student, and nothing by signs or by parts of a reference", async () => {
    for (const text of [imke.number, "%", "_", "VB", "VB-1%", imke.reference.slice(0, 9), "", " "])
      expect.soft(await found(text), text).toEqual([]);
  });

  test.each(["vlasblom", "Imke van der Vlasblom", "IMKE", "vlas", "Vlasbolm", "vlasblom, imke", "VB-12"])(
    "finds the student by %j",
    async (text) => {
      expect(await found(text)).toEqual([imke.reference]);
      expect(await found(imke.reference.toLowerCase())).toEqual([imke.reference]);
    },
  );

  test("sees what is open before what is done, and writes down how much was found, never what was typed", async () => {
    const [done, open] = [await named("Wout", "Zwiep", "Z-1"), await named("Wout", "Zwiep", "Z-2")];
    await withdrawReport(world.reporter, { reference: open.reference, reason: "mistake" }, thursday);
    expect(await found("zwiep")).toEqual([done.reference, open.reference]);
    const [entry] = await prisma.auditEntry.findMany({
      where: { action: "report:search" },
      orderBy: { id: "desc" },
      take: 1,
    });
    expect(entry).toMatchObject({ objectCount: 2 });
    expect(JSON.stringify(entry)).not.toMatch(/zwiep/i);
  });
});
