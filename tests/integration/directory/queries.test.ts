import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import {
  findCalendar,
  findOwnStudent,
  findSchoolLocations,
  listOffices,
  searchOwnStudents,
} from "@/lib/directory/queries.server";
import { calendarDate } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { importText } from "@/tests/support/imports";
import { importSmallCountry, numbers } from "@/tests/support/small-country";
import { clientOf, deskPerson, officerOf, reporterOf } from "@/tests/support/viewers";

const now = nowAt(new Date("2026-11-25T09:00:00Z"));
const { sami, noor, finn } = numbers;
const unknown = { ok: false, problems: [{ code: "student-unknown", field: "student.number" }] };

let stedelijk: string;
let roc: string;

async function idOf(code: string): Promise<string> {
  return (await prisma.organisation.findUniqueOrThrow({ where: { code } })).id;
}

beforeAll(async () => {
  await importSmallCountry();
  await importText(
    "students",
    `student_number,first_name,prefix,last_name,birth_date,residence_kind,municipality_code,resident_from
      ${sami},Sami,de,Boer,2010-02-28,resident,0363,2010-03-01
      ${noor},Noor,,Ünal-Bos,2009-05-05,resident,0153,2010-03-01
      ${finn},Finn,,Vos,2009-05-05,resident,0153,2010-03-01`,
  );
  await importText(
    "enrolments",
    `student_number,sector,brin,location_code,group,first_day,last_day
      ${sami},VO,00AH,07,3B,2025-08-01,
      ${noor},VO,00AH,00,2A,2024-08-01,2026-07-31
      ${noor},MBO,01OE,05,,2026-08-01,
      ${finn},VO,00AH,07,4C,2020-08-01,2024-07-31`,
  );
  await importText(
    "calendar",
    `region,brin,location_code,first_day,last_day,kind
      noord,,,2026-10-12,2026-10-16,holiday
      ,00AH,,2026-11-02,2026-11-02,free
      ,00AH,07,2026-11-03,2026-11-03,free
      zuid,,,2026-10-19,2026-10-23,holiday`,
  );
  await importText(
    "offices",
    `code,name,municipality_code,regime,valid_from,email
      ZUID,Zuid,0153,compulsory,2026-01-01,a@b.example
      OOST,Óost,0363,compulsory,2026-01-01,a@b.example`,
  );
  stedelijk = await idOf("00AH");
  roc = await idOf("01OE");
});

describe("locations", () => {
  test("are those of the own school, or the ones that the mandate names", async () => {
    const all = await findSchoolLocations(reporterOf(stedelijk));
    expect(all.map(({ locationCode, lessonsPerDay }) => [locationCode, lessonsPerDay])).toEqual([
      ["00AH00", 6],
      ["00AH07", 6],
    ]);
    const one = all.slice(1).map(({ id }) => id);
    expect(await findSchoolLocations(reporterOf(stedelijk, { locationIds: one }))).toEqual(all.slice(1));
    expect(await findSchoolLocations(clientOf(stedelijk, "school", []))).toEqual(all);
  });

  test("are none for an office, the client of an office, or the desk", async () => {
    for (const viewer of [officerOf(stedelijk), clientOf(stedelijk, "office", []), deskPerson("administrator")]) {
      expect(await findSchoolLocations(viewer)).toEqual([]);
    }
  });
});

describe("a student", () => {
  test("of the own school is found by the whole number, and the access log says so", async () => {
    const viewer = reporterOf(stedelijk);
    const found = await findOwnStudent(viewer, now, " 9999.90.019 ");
    expect(found).toMatchObject({
      ok: true,
      value: {
        name: "Sami de Boer",
        birthDate: "2010-02-28",
        group: "3B",
        numberHint: "019",
        location: { locationCode: "00AH07" },
      },
    });
    const entries = await prisma.auditEntry.findMany({ where: { actorId: viewer.accountId } });
    expect(entries).toMatchObject([{ action: "student:read", objectKind: "student", reason: "own-school" }]);
  });

  test("who left within the last year is found, one who left earlier is not", async () => {
    expect(await findOwnStudent(reporterOf(stedelijk), now, noor)).toMatchObject({ ok: true, value: { group: "2A" } });
    expect(await findOwnStudent(reporterOf(stedelijk), now, finn)).toEqual(unknown);
  });

  test("of another school, of another location than the mandate names, and nobody at all are the same answer", async () => {
    const [main] = await findSchoolLocations(reporterOf(stedelijk));
    const ofMain = reporterOf(stedelijk, { locationIds: main ? [main.id] : [] });
    expect(await findOwnStudent(reporterOf(roc), now, sami)).toEqual(unknown);
    expect(await findOwnStudent(ofMain, now, sami)).toEqual(unknown);
    expect(await findOwnStudent(reporterOf(roc), now, "999990044")).toEqual(unknown);
  });

  test("is not looked for with a number that cannot be one, and that is no miss", async () => {
    const answer = await findOwnStudent(reporterOf(stedelijk), now, "99990019");
    expect(answer).toEqual({ ok: false, problems: [{ code: "student-number-length", field: "student.number" }] });
  });

  test("is not found any more by somebody who missed twenty times in an hour, also when it is the own one", async () => {
    const viewer = reporterOf(stedelijk);
    for (let miss = 0; miss < 20; miss += 1) expect(await findOwnStudent(viewer, now, finn)).toEqual(unknown);
    expect(await findOwnStudent(viewer, now, sami)).toMatchObject({ problems: [{ code: "too-many-lookups" }] });
    expect(await findOwnStudent(reporterOf(stedelijk), now, sami)).toMatchObject({ ok: true });
  });
});

describe("a search by name", () => {
  const names = async (school: string, text: string) =>
    (await searchOwnStudents(reporterOf(school), now, text)).map(({ name }) => name);

  test("finds the beginning of each part of a name, whatever the case and the accents", async () => {
    expect(await names(stedelijk, "boe")).toEqual(["Sami de Boer"]);
    expect(await names(stedelijk, "SAMI DE")).toEqual(["Sami de Boer"]);
    expect(await names(stedelijk, "unal")).toEqual(["Noor Ünal-Bos"]);
    expect(await names(stedelijk, "oer")).toEqual([]);
  });

  test("finds by parts in any order, by class and by day of birth, and only who fits all of them", async () => {
    const [found] = await searchOwnStudents(reporterOf(stedelijk), now, "boer sami");
    if (found === undefined) throw new Error("nobody was found");
    expect(found.name).toBe("Sami de Boer");
    const [year, month, date] = found.birthDate.split("-").map(Number);
    expect(await names(stedelijk, `${date}-${month}-${year}`)).toContain("Sami de Boer");
    expect(await names(stedelijk, `klas ${found.group?.toLowerCase()} sami`)).toEqual(["Sami de Boer"]);
    expect(await names(stedelijk, `sami ${date}-${month}-1999`)).toEqual([]);
    expect(await names(stedelijk, "sami ünal")).toEqual([]);
  });

  test.each(["bo%", "%oer", "s_mi", "'; DROP TABLE students--", "sam\\", "sami' OR '1'='1", "<script>"])(
    "takes the signs of %j for letters, and finds nobody",
    async (typed) => {
      expect(await names(stedelijk, typed)).toEqual([]);
    },
  );

  test("finds nobody of another school", async () => {
    expect(await names(roc, "boe")).toEqual([]);
    expect(await names(roc, "noor")).toEqual(["Noor Ünal-Bos"]);
  });

  test("takes the signs of a pattern as they are, and does not search for one letter", async () => {
    for (const text of ["%%", "__", "\\", "s", "  ", "';--", "{{7*7}}"])
      expect(await names(stedelijk, text)).toEqual([]);
  });
});

describe("the calendar of a location", () => {
  const autumn = { firstDay: calendarDate.parse("2026-10-01"), lastDay: calendarDate.parse("2026-11-30") };

  test("holds the holidays of its region and the days of the school that are meant for it", async () => {
    const [main, south] = await findSchoolLocations(reporterOf(stedelijk));
    const daysOf = async (locationId = "") =>
      (await findCalendar(reporterOf(stedelijk), { locationId }, autumn)).map(({ firstDay }) => firstDay);
    expect(await daysOf(main?.id)).toEqual(["2026-10-12", "2026-11-02"]);
    expect(await daysOf(south?.id)).toEqual(["2026-10-12", "2026-11-02", "2026-11-03"]);
  });

  test("of another school is not there", async () => {
    const [location] = await findSchoolLocations(reporterOf(stedelijk));
    const asked = findCalendar(reporterOf(roc), { locationId: location?.id ?? "" }, autumn);
    await expect(asked).rejects.toThrow(NotFound);
  });
});

test("offices are listed for whoever places a report by hand, in the order of the alphabet, and for nobody else", async () => {
  const offices = await listOffices(deskPerson("administrator"));
  expect(offices.map(({ name, kind }) => [name, kind])).toEqual([
    ["Óost", "municipal"],
    ["Zuid", "municipal"],
  ]);
  for (const viewer of [reporterOf(stedelijk), officerOf(offices[0]?.id ?? ""), deskPerson("service_desk")]) {
    await expect(listOffices(viewer)).rejects.toThrow(NotAllowed);
  }
});
