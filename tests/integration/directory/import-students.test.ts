import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { lookupHash, openOptional, openText } from "@/lib/db/seal.server";
import { truncateAll } from "@/tests/support/database";
import { importText } from "@/tests/support/imports";
import { importSmallCountry, numbers } from "@/tests/support/small-country";

const header =
  "student_number,first_name,prefix,last_name,birth_date,residence_kind,municipality_code,resident_from,other_number";
const { sami, noor, finn, samiEducation } = numbers;

function studentsOf(...rows: readonly string[]): string {
  return [header, ...rows].join("\n");
}

const samiMoved = studentsOf(
  `${sami},Sami,de,Boer,2010-02-28,resident,0363,2010-03-01,`,
  `${sami},Sami,den,Boer,2010-02-28,resident,0153,2024-08-01,`,
);

function find(number: string) {
  const hash = lookupHash("student-number", number);
  return prisma.student.findFirstOrThrow({
    where: { OR: [{ numberHash: hash }, { otherNumberHash: hash }] },
    include: { residences: { orderBy: { residentFrom: "asc" } } },
  });
}

beforeEach(async () => {
  await truncateAll();
  await importSmallCountry();
});

describe("a student", () => {
  test("has a residence history of several rows, and the latest of them gives the name", async () => {
    expect(await importText("students", samiMoved)).toMatchObject({ created: 2, updated: 0, unchanged: 0 });
    expect(await importText("students", samiMoved)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const student = await find(sami);
    expect(student).toMatchObject({ prefix: "den", numberHint: "019", numberKind: "bsn" });
    expect(student.residences.map(({ municipalityCode }) => municipalityCode)).toEqual(["0363", "0153"]);
  });

  test("keeps the newer name when an older residence is added later", async () => {
    await importText("students", samiMoved);
    const older = studentsOf(`${sami},Samuel,,Boer,2010-02-28,resident,0168,2012-01-01,`);
    expect(await importText("students", older)).toMatchObject({ created: 1, updated: 0 });
    expect(await find(sami)).toMatchObject({ firstName: "Sami", prefix: "den" });
  });

  test("who gets another name counts as one changed row", async () => {
    await importText("students", samiMoved);
    expect(await importText("students", samiMoved.replaceAll("Boer", "Boers"))).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: 1,
    });
  });

  test("is nowhere in the database with a readable number", async () => {
    await importText("students", samiMoved);
    const student = await find(sami);
    expect(openText(student.numberSealed)).toBe(sami);
    const tables = await prisma.$queryRaw<{ text: string }[]>`SELECT s::text AS text FROM students s`;
    expect(JSON.stringify(tables)).not.toContain(sami);
  });

  test("who is refused is named by line and column, never by number", async () => {
    const outcome = await importText(
      "students",
      studentsOf(
        `${sami},Sami,,Boer,2010-02-28,resident,9999,2010-03-01,`,
        `${noor},Noor,,Bos,2099-01-01,resident,0363,2099-01-01,`,
        `99999001,Finn,,Vos,2011-01-01,resident,0363,2011-01-01,`,
      ),
    );
    expect(outcome.refused).toEqual([
      { line: 4, column: "student_number", code: "student-number-length", fact: null },
      { line: 2, column: "municipality_code", code: "municipality-unknown", fact: "9999" },
      { line: 3, column: "birth_date", code: "birth-date-in-future", fact: null },
    ]);
    expect(await prisma.student.count()).toBe(0);
  });
});

describe("a second number", () => {
  const asPupil = studentsOf(`${samiEducation},Sami,,Boer,2010-02-28,resident,0363,2010-03-01,`);
  const asCitizen = studentsOf(`${sami},Sami,,Boer,2010-02-28,resident,0363,2010-03-01,${samiEducation}`);

  test("joins a student who was known by it: one student, found under both", async () => {
    await importText("students", asPupil);
    expect(await importText("students", asCitizen)).toMatchObject({ created: 0, updated: 1 });
    expect(await importText("students", asCitizen)).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    const student = await find(sami);
    expect(student.id).toBe((await find(samiEducation)).id);
    expect(student).toMatchObject({ numberKind: "bsn", numberHint: "019" });
    expect(openOptional(student.otherNumberSealed)).toBe(samiEducation);
  });

  test("of another student who is known already is refused: joining two is not undone", async () => {
    await importText("students", studentsOf(`${sami},Sami,,Boer,2010-02-28,resident,0363,2010-03-01,`));
    await importText("students", asPupil);
    const outcome = await importText("students", asCitizen);
    expect(outcome.refused).toEqual([{ line: 2, column: "other_number", code: "number-of-another", fact: null }]);
  });

  test("beside one that is there already is refused", async () => {
    await importText("students", asCitizen);
    const third = studentsOf(`${noor},Sami,,Boer,2010-02-28,resident,0363,2010-03-01,${samiEducation}`);
    expect((await importText("students", third)).refused).toMatchObject([{ code: "number-of-another" }]);
  });

  test("in one file with the first, or with two students, is refused", async () => {
    const both = studentsOf(
      `${sami},Sami,,Boer,2010-02-28,resident,0363,2010-03-01,${samiEducation}`,
      `${samiEducation},Sami,,Boer,2010-02-28,resident,0363,2010-03-01,`,
    );
    expect((await importText("students", both)).refused).toMatchObject([{ line: 2, code: "number-in-file" }]);
    const shared = studentsOf(
      `${sami},Sami,,Boer,2010-02-28,resident,0363,2010-03-01,${samiEducation}`,
      `${noor},Noor,,Bos,2010-02-28,resident,0363,2010-03-01,${samiEducation}`,
    );
    expect((await importText("students", shared)).refused).toMatchObject([
      { line: 2, code: "number-in-file" },
      { line: 3, code: "number-in-file" },
    ]);
  });
});

describe("an enrolment", () => {
  const columns = "student_number,sector,brin,location_code,group,first_day,last_day";

  beforeEach(async () => {
    await importText("students", samiMoved);
  });

  test("is at a location that is known, or in education that does not report here", async () => {
    const outcome = await importText(
      "enrolments",
      [
        columns,
        `${sami},VO,00AH,07,3B,2026-08-01,`,
        `${sami},MBO,01OE,01OE05,,2026-08-01,`,
        `${sami},OTHER,99ZZ,99ZZ00,,2026-08-01,`,
      ].join("\n"),
    );
    expect(outcome).toMatchObject({ created: 3, rejected: 0 });
    const enrolments = await prisma.enrolment.findMany({ orderBy: { sector: "asc" }, include: { location: true } });
    expect(enrolments.map(({ sector, location }) => [sector, location?.name])).toEqual([
      ["VO", "Het Stedelijk Zuid"],
      ["MBO", "ROC van Twente"],
      ["OTHER", undefined],
    ]);
  });

  test("of an unknown student or at an unknown location is refused", async () => {
    const outcome = await importText(
      "enrolments",
      [columns, `${finn},VO,00AH,07,,2026-08-01,`, `${sami},PO,00AH,00AH07,,2026-08-01,`].join("\n"),
    );
    expect(outcome.refused).toEqual([
      { line: 2, column: "student_number", code: "student-unknown", fact: null },
      { line: 3, column: "location_code", code: "location-unknown", fact: "PO 00AH07" },
    ]);
  });

  test("that ends is the same enrolment, with a last day", async () => {
    await importText("enrolments", `${columns}\n${sami},VO,00AH,07,3B,2026-08-01,`);
    const ended = `${columns}\n${sami},VO,00AH,07,3B,2026-08-01,2026-10-31`;
    expect(await importText("enrolments", ended)).toMatchObject({ created: 0, updated: 1 });
    expect(await prisma.enrolment.findFirstOrThrow()).toMatchObject({ lastDay: new Date("2026-10-31") });
  });
});

test("an exemption holds for a student under either number", async () => {
  await importText("students", studentsOf(`${sami},Sami,,Boer,2010-02-28,resident,0363,2010-03-01,${samiEducation}`));
  const file = (number: string) => `student_number,article,from,until\n${number},5a,2026-08-01,2027-07-31`;
  expect(await importText("exemptions", file(samiEducation))).toMatchObject({ created: 1 });
  expect(await importText("exemptions", file(sami))).toMatchObject({ created: 0, unchanged: 1 });
});
