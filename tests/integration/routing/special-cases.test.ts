import { beforeEach, describe, expect, test } from "vitest";
import { assignReport } from "@/lib/casework/commands/assign-report.server";
import { prisma } from "@/lib/db/client.server";
import { findReport } from "@/lib/reports/queries.server";
import { NotFound } from "@/lib/shared/problem";
import { importText } from "@/tests/support/imports";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aStudent, aStudentNumber, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;

beforeEach(async () => {
  world = await aWorld();
});

const stored = (reference: string) =>
  prisma.report.findUniqueOrThrow({ where: { reference }, include: { assignments: true } });

describe("an education number that becomes a BSN", () => {
  let handler: Awaited<ReturnType<typeof anAccount>>;
  let first: string;

  /** The colleague who has the open report has more work than the other, so that nothing else leads there. */
  beforeEach(async () => {
    handler = await anAccount(world.office.id, "officer");
    first = (await aFiledReport(world)).reference;
    const lead = officerOf(world.office.id, { ...(await anAccount(world.office.id, "team_lead")), role: "team_lead" });
    const toHandler = { reference: first, officerId: handler.accountId, version: 1 };
    expect(await assignReport(lead, toHandler, thursday)).toMatchObject({ ok: true });
  });

  const becomes = (number: string) =>
    importText(
      "students",
      `student_number,first_name,prefix,last_name,birth_date,residence_kind,municipality_code,resident_from,other_number
        ${number},Sami,de,Boer,2011-03-02,resident,${world.municipality},2011-03-02,${world.studentNumber}`,
    );

  test("that is another student's already is refused, and leaves each with his own officer", async () => {
    const { brin, municipality, school } = world;
    const bsn = await aStudent({ brin, municipality, locationId: school.location.id });
    expect((await becomes(bsn)).refused).toMatchObject([{ column: "other_number", code: "number-of-another" }]);
    const next = await aFiledReport(world, { student: { number: bsn } });
    expect((await stored(next.reference)).officerId).toBe(world.officer.accountId);
    const again = await aFiledReport(world, { separate: true });
    expect((await stored(again.reference)).officerId).toBe(handler.accountId);
  });

  test("takes the next report, under either number, to the officer who has the open one", async () => {
    const bsn = aStudentNumber();
    expect(await becomes(bsn)).toMatchObject({ updated: 1, refused: [] });
    for (const number of [bsn, world.studentNumber]) {
      const next = await stored((await aFiledReport(world, { student: { number }, separate: true })).reference);
      expect(next).toMatchObject({ officerId: handler.accountId, studentId: (await stored(first)).studentId });
      expect(next.assignments[0]?.because).toContain("open-case");
    }
  });
});

test("of two institutions of one board, at which one person reports, each report goes where its student lives", async () => {
  const elsewhere = await aWorld();
  const second = await prisma.location.update({
    where: { id: elsewhere.school.location.id },
    data: { organisationId: world.school.id },
  });
  const filedAt = async (brin: string, locationId: string, municipality: string) => {
    const number = await aStudent({ brin, municipality, locationId });
    return (await aFiledReport(world, { school: { brin, location: "00" }, student: { number } })).reference;
  };
  const references = [
    await filedAt(world.brin, world.school.location.id, world.municipality),
    await filedAt(world.brin, world.school.location.id, elsewhere.municipality),
    await filedAt(second.brin, second.id, world.municipality),
    await filedAt(second.brin, second.id, elsewhere.municipality),
  ];
  const [here, there] = [world.office.id, elsewhere.office.id];
  const offices = await Promise.all(references.map(async (reference) => (await stored(reference)).officeId));
  expect(offices).toEqual([here, there, here, there]);
  const own = await Promise.all(
    references.map((reference) =>
      findReport(world.officer, thursday, reference).then(
        () => true,
        (error: unknown) => !(error instanceof NotFound),
      ),
    ),
  );
  expect(own).toEqual([true, false, true, false]);
});
