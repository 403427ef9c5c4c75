import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { foundSql, schoolsSql } from "@/lib/casework/inbox-search-sql.server";
import { searchInbox } from "@/lib/casework/queries/search-inbox.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import { ownHitsSql } from "@/lib/reports/queries/search.server";
import { readSearch } from "@/lib/reports/report-search";
import { NotAllowed } from "@/lib/shared/problem";
import { copiesOf, counted } from "@/tests/support/at-size";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;

async function named(firstName: string, lastName: string, kind: "resident" | "protected" = "resident") {
  const number = await aStudent({
    municipality: world.municipality,
    locationId: world.school.location.id,
    brin: world.brin,
    kind,
  });
  const filed = await aFiledReport(world, { student: { number }, ownReference: `${firstName}/${lastName}` });
  const { studentId } = await prisma.report.findUniqueOrThrow({ where: { id: filed.id } });
  await prisma.student.update({ where: { id: studentId }, data: { firstName, lastName, prefix: null } });
  return { ...filed, number };
}

async function search(text: string, viewer: Viewer = world.officer) {
  const wish = readSearch(text);
  if (wish === null) throw new Error(`nothing to look for in ${text}`);
  return searchInbox(viewer, thursday, wish);
}

const references = async (text: string, viewer?: Viewer) =>
  (await search(text, viewer)).lines.map(({ reference }) => reference);

describe("who finds what", () => {
  beforeEach(async () => {
    world = await aWorld();
  });

  test("an analyst of the office searches nothing", async () => {
    const analyst = officerOf(world.office.id, { role: "analyst" });
    await expect(search("jansen", analyst)).rejects.toBeInstanceOf(NotAllowed);
  });

  test("nobody finds a case of another office, by name, number or reference", async () => {
    const { reference, number } = await named("Imke", "Vlasblom");
    const stranger = (await aWorld()).officer;
    for (const text of ["Vlasblom", number, reference, "Imke/Vlasblom", "Locatie"]) {
      expect.soft(await search(text, stranger), text).toEqual({ lines: [], hasMore: false, schools: [] });
    }
  });

  test("a protected student is found only by whoever is named for such cases", async () => {
    const { reference } = await named("Imke", "Vlasblom", "protected");
    expect(await references("Vlasblom")).toEqual([]);
    expect(await references("Vlasblom", officerOf(world.office.id, { protectedCases: true }))).toEqual([reference]);
  });

  test("a search stands on the access log with the number found, and not with what was typed", async () => {
    await named("Imke", "Vlasblom");
    await search("Vlasblom");
    const entry = await prisma.auditEntry.findFirst({
      where: { action: "inbox:search", actorId: world.officer.accountId },
    });
    expect(entry).toMatchObject({ objectCount: 1, objectId: null, reason: "own-office" });
    expect(JSON.stringify(entry)).not.toContain("Vlasblom");
  });
});

describe("what is found", () => {
  beforeEach(async () => {
    world = await aWorld();
  });

  test.each([
    ["Vlasblom", "the name itself"],
    ["vlasb", "its beginning"],
    ["imke vlasblom", "both names"],
    ["vlasblom, imke", "the other way round"],
    ["Vlasbolm", "two letters changed about"],
    ["vlasblm", "a letter forgotten"],
    ["Vlaasblom", "a letter too many"],
    ["van der Vlasblom", "a prefix that is not there"],
  ])("%s finds Imke Vlasblom, and nobody else: %s", async (text) => {
    const { reference } = await named("Imke", "Vlasblom");
    await named("Joost", "Akkerman");
    expect(await references(text)).toEqual([reference]);
  });

  test("accents and capitals do not count", async () => {
    const { reference } = await named("Zoë", "Özdemir");
    for (const text of ["zoe ozdemir", "ZOË", "özdemir"])
      expect.soft(await references(text), text).toEqual([reference]);
  });

  test("a number is found exactly, with points or spaces, and never by a part of it", async () => {
    const { reference, number } = await named("Imke", "Vlasblom");
    expect(await references(number)).toEqual([reference]);
    expect(await references(`${number.slice(0, 4)}.${number.slice(4, 6)}.${number.slice(6)}`)).toEqual([reference]);
    expect(await references(number.slice(0, 8))).toEqual([]);
  });

  test("the reference of the desk and the school's own are found as they were typed", async () => {
    const { reference } = await named("Imke", "Vlasblom");
    expect(await references(reference.toLowerCase())).toEqual([reference]);
    expect(await references("imke/vlasblom")).toEqual([reference]);
  });

  test("what is open stands before what is done, of names that are as near", async () => {
    const [done, open] = [await named("Imke", "Vlasblom"), await named("Imke", "Vlasblom")];
    const ended = { closeReason: "back_to_school", closeNote: "student_seen" } as const;
    await closeReport(world.officer, { reference: open.reference, ...ended }, thursday);
    expect(await references("vlasblom")).toEqual([done.reference, open.reference]);
  });

  test("a school by a part of its name, mistyped too, with how many cases are open there", async () => {
    await named("Imke", "Vlasblom");
    await prisma.location.update({
      where: { id: world.school.location.id },
      data: { name: "Het Stedelijk Lyceum, Kottenpark" },
    });
    for (const text of ["Kottenpark", "kotenpark", "stedelik lyceum"]) {
      const { schools } = await search(text);
      expect.soft(schools, text).toMatchObject([{ locationCode: `${world.brin}00`, openCount: 1 }]);
    }
  });
});

describe("at size", () => {
  beforeAll(async () => {
    world = await aWorld();
    const elsewhere = await aWorld();
    await copiesOf((await named("Imke", "Vlasblom")).id, 1000);
    await copiesOf((await aFiledReport(elsewhere)).id, 8000);
    await prisma.$executeRaw`INSERT INTO students (id, number_hash, number_sealed, number_kind, number_hint, first_name,
        last_name, birth_date_on)
      SELECT gen_random_uuid(), 'hash' || n, '', 'bsn', '000', 'Voornaam' || n % 700, md5((n % 9000)::text), '2011-03-02'
      FROM generate_series(1, 20000) AS n`;
    await counted("reports", "students", "locations");
  }, 60_000);

  test("no search reads all students or all reports", async () => {
    for (const text of ["Vlasbolm", "imke vlasblom", "999999990", "V-2026-7K4QX9M", "kenmerk/7"]) {
      const wish = readSearch(text);
      if (wish === null) throw new Error(text);
      const plans = [foundSql(world.officer, wish, 51), ownHitsSql(world.reporter, text)].map(planOf);
      for (const plan of await Promise.all(plans))
        expect.soft(plan, text).not.toMatch(/Seq Scan on (reports|students)/);
    }
    expect(await planOf(schoolsSql(world.officer, ["stedelijk"]))).not.toMatch(/Seq Scan on reports/);
  });

  async function planOf(sql: Prisma.Sql): Promise<string> {
    const rows = await ask<{ "QUERY PLAN": string }>(Prisma.sql`EXPLAIN ${sql}`);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  }
});
