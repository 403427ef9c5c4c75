import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { commands } from "@/bin/desk/route";
import { prisma } from "@/lib/db/client.server";
import { systemViewer } from "@/lib/identity/viewer";
import type { RouteAnswer, RouteQuestion } from "@/lib/routing/question";
import { routeBatch } from "@/lib/routing/route-batch.server";
import { routeFor } from "@/lib/routing/route-for.server";
import { readSchoolCode } from "@/lib/routing/school-code";
import { calendarDate } from "@/lib/shared/calendar-date";
import { NotAllowed } from "@/lib/shared/problem";
import { importText } from "@/tests/support/imports";
import { importSmallCountry } from "@/tests/support/small-country";
import { deskPerson, officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aStudent, aStudentNumber, aWorld, thursday } from "@/tests/support/world";

const viewer = systemViewer("command-line");
const people = Object.fromEntries(
  [
    "enschede",
    "merged",
    "split",
    "splitNowhere",
    "over18",
    "hidden",
    "abroad",
    "unknown",
    "young",
    "losser",
    "moved",
  ].map((name) => [name, aStudentNumber()]),
);
const otherNumber = aStudentNumber();

beforeAll(async () => {
  await importSmallCountry();
  await importText(
    "municipality-changes",
    `old_code,new_code,effective_date,kind,old_name
      0999,0153,2019-01-01,merger,Oudstad
      0998,0999,2005-01-01,merger,Ouderstad
      0997,0153,2021-01-01,split,Tweeling
      0997,0363,2021-01-01,split,Tweeling`,
  );
  await importText("postcodes", "postcode,municipality_code\n7522,0153\n1011,0363\n1011AA,0363");
  await importText(
    "offices",
    `code,name,kind,municipality_code,regime,valid_from,email,region_number
      LPE,Leerplicht Enschede,municipal,0153,compulsory,2010-01-01,lp@enschede.example,
      LPE,Leerplicht Enschede,municipal,0153,qualification,2010-01-01,lp@enschede.example,
      LPA,Leerplicht Amsterdam,municipal,0363,compulsory,2010-01-01,lp@amsterdam.example,
      R4,Doorstroompunt Twente,regional,0153,over_18,2010-01-01,rmc@twente.example,4`,
  );
  await importStudents();
});

async function importStudents() {
  const row = (name: string, birth: string, place: string) => `${people[name]},Sami,Boer,${birth},${place}`;
  await importText(
    "students",
    [
      "student_number,first_name,last_name,birth_date,residence_kind,municipality_code,postcode,resident_from,other_number",
      `${row("enschede", "2011-03-02", "resident,0153,7522AA,2015-01-01")},${otherNumber}`,
      `${row("merged", "2011-03-02", "resident,0998,,2000-01-01")},`,
      `${row("split", "2011-03-02", "resident,0997,1011AA,2015-01-01")},`,
      `${row("splitNowhere", "2011-03-02", "resident,0997,9999AA,2015-01-01")},`,
      `${row("over18", "2007-03-02", "resident,0153,,2015-01-01")},`,
      `${row("hidden", "2011-03-02", "protected,0153,,2015-01-01")},`,
      `${row("abroad", "2011-03-02", "abroad,,,2015-01-01")},`,
      `${row("unknown", "2011-03-02", "unknown,,,2015-01-01")},`,
      `${row("young", "2022-03-02", "resident,0153,,2022-03-02")},`,
      `${row("losser", "2011-03-02", "resident,0168,,2015-01-01")},`,
      `${row("moved", "2011-03-02", "resident,0363,,2015-01-01")},`,
      `${row("moved", "2011-03-02", "resident,0153,,2026-04-15")},`,
    ].join("\n"),
  );
}

function asked(studentNumber: string | undefined, school = "VO:00AH/00", filedOn = "2026-04-23"): RouteQuestion {
  const code = readSchoolCode(school);
  if (studentNumber === undefined || code === null) throw new Error("no such student or school in this test");
  const day = (text: string) => calendarDate.parse(text);
  return { studentNumber, school: code, type: "other_absence", firstDay: day("2026-04-13"), filedOn: day(filedOn) };
}

async function ask(question: RouteQuestion): Promise<RouteAnswer> {
  return routeFor(viewer, question, thursday);
}

async function askAll(...chunks: RouteQuestion[][]): Promise<RouteAnswer[]> {
  const answers: RouteAnswer[] = [];
  for await (const some of routeBatch(viewer, inOrder(chunks), thursday)) answers.push(...some);
  return answers;
}

async function* inOrder(chunks: RouteQuestion[][]) {
  yield* chunks;
}

function inShort(answer: RouteAnswer): string {
  if (!answer.ok) return answer.code;
  const { route } = answer;
  return route.kind === "assigned" ? `${route.office.code} ${route.municipality.code} ${route.regime}` : route.why;
}

const expected = {
  enschede: "LPE 0153 compulsory",
  merged: "LPE 0153 compulsory",
  split: "LPA 0363 compulsory",
  splitNowhere: "address-needed",
  over18: "R4 0153 over_18",
  hidden: "LPE 0153 compulsory",
  abroad: "abroad",
  unknown: "unknown-residence",
  young: "no-regime",
  losser: "no-office",
  moved: "LPA 0363 compulsory",
};

describe("desk route", () => {
  test.each(Object.entries(expected))("sends the student called %s to %s", async (name, place) => {
    expect(inShort(await ask(asked(people[name])))).toBe(place);
  });

  test("finds a student by a second number", async () => {
    expect(inShort(await ask(asked(otherNumber)))).toBe("LPE 0153 compulsory");
  });

  test("names what is not known", async () => {
    expect(inShort(await ask(asked(aStudentNumber())))).toBe("student-unknown");
    expect(inShort(await ask(asked(people["enschede"], "VO:00AH/09")))).toBe("location-unknown");
    expect(inShort(await ask(asked(people["enschede"], "MBO:00AH/00")))).toBe("location-unknown");
    expect(inShort(await ask(asked(people["enschede"], "01OE/05")))).toBe("sector-needed");
    expect(inShort(await ask(asked(people["enschede"], "MBO:01OE/05")))).toBe("LPE 0153 compulsory");
  });

  test("ignores what happens after the day of filing", async () => {
    const answer = await ask(asked(people["merged"], "VO:00AH/00", "2018-12-31"));
    expect(answer.ok && answer.route.kind).toBe("unroutable");
    expect(answer.ok && answer.route.municipality?.code).toBe("0999");
  });

  test("puts on the access log who asked about whom", async () => {
    await ask(asked(people["enschede"]));
    const entry = await prisma.auditEntry.findFirst({ where: { action: "route:ask" }, orderBy: { id: "desc" } });
    expect(entry).toMatchObject({ actorRole: "command-line", objectKind: "student", result: "done" });
  });

  test("is not for schools, offices or other people of the desk", async () => {
    const { school, office } = await aWorld();
    const strangers = [reporterOf(school.id), officerOf(office.id), deskPerson("service_desk"), deskPerson("auditor")];
    for (const stranger of strangers) {
      await expect(routeFor(stranger, asked(people["enschede"]), thursday)).rejects.toThrow(NotAllowed);
      await expect(routeBatch(stranger, inOrder([]), thursday).next()).rejects.toThrow(NotAllowed);
    }
  });
});

describe("the batch", () => {
  test("answers in the order of the questions what each would be answered alone", async () => {
    const questions = [
      ...Object.keys(expected).map((name) => asked(people[name])),
      asked(aStudentNumber()),
      asked(people["enschede"], "01OE/05"),
      asked(otherNumber),
    ];
    const alone = await Promise.all(questions.map(ask));
    expect(await askAll(questions.slice(0, 4), [], questions.slice(4))).toEqual(alone);
  });

  test("names the line of the file with each answer, in its order, also where a row is refused", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "route-batch-"));
    const file = path.join(folder, "questions.csv");
    const row = (number: string | undefined, type = "other_absence") => `${number},VO:00AH/00,${type},2026-04-13`;
    const rows = [
      row(people["enschede"]),
      row("onzin"),
      "",
      row(people["losser"]),
      row(people["young"], "x"),
      row(people["over18"]),
    ];
    await writeFile(file, ["student,school,type,day", ...rows, ""].join("\n"));
    const written: string[] = [];
    const out = vi.spyOn(process.stdout, "write").mockImplementation((text) => written.push(String(text)) > 0);
    const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const status = await commands[0]?.run(["--batch", file]).finally(() => {
      out.mockRestore();
      said.mockRestore();
    });
    await rm(folder, { recursive: true });
    expect(status).toBe(2);
    const answers = written
      .join("")
      .trim()
      .split("\n")
      .map((text) => JSON.parse(text));
    expect(answers.map(({ line, outcome, problems }) => [line, outcome ?? problems[0]])).toEqual([
      [2, "assigned"],
      [3, "student-number-invalid"],
      [5, "unroutable"],
      [6, "type-unknown"],
      [7, "assigned"],
    ]);
  });

  test("answers nothing to nothing", async () => {
    expect(await askAll()).toEqual([]);
  });
});

describe("the officer", () => {
  test("with the open case, then the one of the location, then the one with the least open work", async () => {
    const world = await aWorld();
    const question = () => asked(world.studentNumber, `VO:${world.brin}/00`);
    const officerOfRoute = async () => {
      const [alone, [inBatch]] = await Promise.all([ask(question()), askAll([question()])]);
      expect(inBatch).toEqual(alone);
      return alone.ok && alone.route.kind === "assigned" ? [alone.route.officer?.id, alone.route.because.at(-1)] : null;
    };
    const second = await anAccount(world.office.id, "officer");
    await aFiledReport(world, { student: { number: await classmate(world) } });
    expect(await officerOfRoute()).toEqual([second.accountId, "least-open-work"]);

    const first = world.officer.accountId;
    await prisma.officerLocation.create({
      data: { officeId: world.office.id, accountId: first, locationId: world.school.location.id },
    });
    expect(await officerOfRoute()).toEqual([first, "cares-for-location"]);

    await aFiledReport(world);
    await prisma.report.updateMany({
      where: { student: { residences: { some: {} } }, officeId: world.office.id },
      data: { officerId: second.accountId },
    });
    expect(await officerOfRoute()).toEqual([second.accountId, "open-case"]);

    await prisma.account.update({ where: { id: second.accountId }, data: { disabledAt: thursday.at } });
    expect(await officerOfRoute()).toEqual([first, "cares-for-location"]);
  });

  test("of a student with a protected address is one who is named for it", async () => {
    const world = await aWorld();
    const { brin, municipality, school, office } = world;
    const number = await aStudent({ brin, municipality, locationId: school.location.id, kind: "protected" });
    const filed = await aFiledReport(world, { student: { number } });
    expect(filed.assignment).toEqual({ outcome: "assigned", office: null, officer: null, because: ["protected"] });
    const stored = () => prisma.report.findUniqueOrThrow({ where: { id: filed.id } });
    expect(await stored()).toMatchObject({ officeId: office.id, officerId: null, isProtected: true });

    const named = await anAccount(office.id, "officer", { protectedCases: true });
    const answer = await ask(asked(number, `VO:${brin}/00`));
    expect(answer.ok && answer.route.kind === "assigned" && answer.route.officer?.id).toBe(named.accountId);
  });
});

test("a decision is kept with what was known, without names and numbers", async () => {
  const world = await aWorld();
  const { id } = await aFiledReport(world);
  const kept = await prisma.assignment.findFirstOrThrow({ where: { reportId: id } });
  expect(kept).toMatchObject({
    outcome: "assigned",
    regime: "compulsory",
    municipalityCode: world.municipality,
    officeId: world.office.id,
    officerId: world.officer.accountId,
    rule: "least-open-work",
    because: ["lives-there", "own-office", "least-open-work"],
    placedBy: null,
  });
  expect(kept.facts).toMatchObject({ firstDay: "2026-04-13", student: { birthDate: "2011-03-02" } });
  expect(JSON.stringify(kept)).not.toMatch(/Sami|Boer/i);
  expect(JSON.stringify(kept)).not.toContain(world.studentNumber);
});

async function classmate({ municipality, school, brin }: Awaited<ReturnType<typeof aWorld>>) {
  return aStudent({ municipality, brin, locationId: school.location.id });
}
