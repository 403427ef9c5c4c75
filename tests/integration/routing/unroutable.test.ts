import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { placeReport } from "@/lib/reports/commands/place-report.server";
import { listTableFaults } from "@/lib/routing/queries/table-faults.server";
import { findOffices, findUnroutable, listUnroutable } from "@/lib/routing/queries.server";
import { NotFound } from "@/lib/shared/problem";
import { truncateAll } from "@/tests/support/database";
import { clientOf, deskPerson, officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

const administrator = deskPerson("administrator");
let world: World;

beforeEach(async () => {
  await truncateAll();
  world = await aWorld();
});

type Traits = Omit<Parameters<typeof aStudent>[0], "brin" | "locationId">;

async function fileFor(traits: Traits) {
  const number = await aStudent({ brin: world.brin, locationId: world.school.location.id, ...traits });
  return aFiledReport(world, { student: { number } });
}

async function aPlaceWithoutOffice() {
  await prisma.municipality.create({ data: { code: "0168", name: "Losser" } });
  return "0168";
}

describe("the list of reports without an office", () => {
  test("says of each its reference, day, school, type, regime and why, and nothing of the student", async () => {
    const first = await fileFor({ municipality: null, kind: "unknown" });
    const second = await fileFor({ municipality: await aPlaceWithoutOffice() });
    await aFiledReport(world);
    const { rows, nextCursor } = await listUnroutable(administrator, thursday, undefined);
    const { name } = world.school;
    const school = { schoolName: name, locationName: world.school.location.name };
    const same = { version: 1, filedOn: thursday.today, ...school, type: "other_absence" };
    expect(rows.toSorted((a, b) => a.why.localeCompare(b.why))).toEqual([
      { ...same, reference: second.reference, regime: "compulsory", why: "no-office", municipality: "Losser" },
      { ...same, reference: first.reference, regime: "compulsory", why: "unknown-residence", municipality: null },
    ]);
    expect(nextCursor).toBeNull();
  });

  test("does not name the municipality of a protected address", async () => {
    const filed = await fileFor({ municipality: await aPlaceWithoutOffice(), kind: "protected" });
    expect(await findUnroutable(administrator, thursday, filed.reference)).toMatchObject({
      why: "no-office",
      municipality: null,
    });
  });

  test("goes on after fifty, the longest waiting first, and misses nobody", async () => {
    await fileFor({ municipality: null, kind: "abroad" });
    await copyReport(119);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listUnroutable(administrator, thursday, cursor);
      seen.push(...page.rows.map((row) => row.reference));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    expect((await listUnroutable(administrator, thursday, "no cursor")).rows).toHaveLength(50);
  });

  test("is on the access log with its number", async () => {
    await fileFor({ municipality: null, kind: "unknown" });
    await listUnroutable(administrator, thursday, undefined);
    const entry = await prisma.auditEntry.findFirstOrThrow({ where: { action: "unroutable:list" } });
    expect(entry).toMatchObject({ actorRole: "administrator", objectCount: 1 });
  });

  test("does not exist for anybody else", async () => {
    const { reference } = await fileFor({ municipality: null, kind: "unknown" });
    const strangers = [
      reporterOf(world.school.id),
      officerOf(world.office.id, { role: "team_lead" }),
      deskPerson("service_desk"),
      deskPerson("auditor"),
      clientOf(world.office.id, "office", ["reports:read"]),
    ];
    for (const stranger of strangers) {
      await expect(listUnroutable(stranger, thursday, undefined)).rejects.toBeInstanceOf(NotFound);
      await expect(findUnroutable(stranger, thursday, reference)).rejects.toBeInstanceOf(NotFound);
      await expect(findOffices(stranger, thursday, "a")).rejects.toBeInstanceOf(NotFound);
      await expect(listTableFaults(stranger, thursday)).rejects.toBeInstanceOf(NotFound);
    }
    expect(await prisma.auditEntry.count({ where: { action: { startsWith: "unroutable" } } })).toBe(0);
  });

  test("loses a report once it has an office, with the decision kept beside the first", async () => {
    const { reference, id } = await fileFor({ municipality: null, kind: "unknown" });
    const placement = { reference, version: 1, officeCode: world.office.code, reason: "De school noemt het adres." };
    expect(await placeReport(administrator, placement, thursday)).toEqual({ ok: true, value: { reference } });
    expect((await listUnroutable(administrator, thursday, undefined)).rows).toEqual([]);
    await expect(findUnroutable(administrator, thursday, reference)).rejects.toBeInstanceOf(NotFound);
    const decisions = await prisma.assignment.findMany({ where: { reportId: id }, orderBy: { id: "asc" } });
    expect(decisions.map(({ outcome, rule, because }) => ({ outcome, rule, because }))).toEqual([
      { outcome: "unroutable", rule: "residence", because: ["unknown-residence"] },
      { outcome: "assigned", rule: "placed-by-hand", because: ["placed-by-hand", "shared-inbox"] },
    ]);
    expect(decisions[1]).toMatchObject({ officeId: world.office.id, placedBy: administrator.name });
  });

  test("has no place for a report that was routed, withdrawn or never there", async () => {
    const routed = await aFiledReport(world);
    for (const reference of [routed.reference, "V-2026-2222222", "no reference"]) {
      await expect(findUnroutable(administrator, thursday, reference)).rejects.toBeInstanceOf(NotFound);
    }
  });
});

describe("offices", () => {
  test.each([
    ["their name", () => "leerplicht", 1],
    ["their code", () => world.office.code.toLowerCase(), 1],
    ["a municipality that they serve", () => "plaats", 1],
    ["a sign that means something to the database", () => "%", 0],
    ["nothing", () => "  ", 0],
  ])("are found by %s", async (_name, words, count) => {
    expect(await findOffices(administrator, thursday, words())).toHaveLength(count);
  });
});

describe("the table of offices", () => {
  test("shows the duties of municipalities that nobody or several have", async () => {
    await aPlaceWithoutOffice();
    await prisma.municipality.create({ data: { code: "0999", name: "Vroeger", validUntil: new Date("2018-12-31") } });
    const other = await aWorld();
    await prisma.competence.create({
      data: {
        officeId: other.office.id,
        municipalityCode: world.municipality,
        regime: "over_18",
        validFrom: new Date("2020-01-01"),
      },
    });
    const { count, shown } = await listTableFaults(administrator, thursday);
    expect(count).toBe(2);
    expect(shown).toHaveLength(2);
    expect(shown).toContainEqual({
      municipality: "Losser",
      regimes: ["compulsory", "qualification", "over_18"],
      offices: [],
    });
    const double = shown.find(({ offices }) => offices.length > 0);
    expect(double?.regimes).toEqual(["over_18"]);
    expect(double?.offices.toSorted()).toEqual([other.office.name, world.office.name].toSorted());
  });
});

/** The report that is there, many times, filed at different moments. */
async function copyReport(times: number): Promise<void> {
  await prisma.$executeRaw`INSERT INTO reports SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
      'submission_id', gen_random_uuid(), 'reference', 'V-2026-COPY' || n, 'filed_at', r.filed_at + n / 3 * interval '1 minute'))).*
    FROM reports r, generate_series(1, ${times}::int) n`;
  await prisma.$executeRaw`INSERT INTO assignments SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(),
      'report_id', r.id))).* FROM assignments a, reports r WHERE r.id <> a.report_id`;
}
