import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { recordStatements } from "@/lib/db/statement-count.server";
import { withClient } from "@/prisma/roles";
import { counted } from "@/tests/support/at-size";
import { testOwnerUrl } from "@/tests/support/database";
import { aFiledReport, anAccount, aReportInput, aStudent, aWorld, type World } from "@/tests/support/world";

const officeCount = 400;
/** What grows with the number of offices. */
const ofOffices = [
  ...["competences", "mandates", "rule_sets", "offices", "organisations", "accounts", "officer_terms"],
  ...["officer_leaves", "officer_locations", "office_terms", "office_free_days", "postcode_areas"],
];
const wholeTable = new RegExp(`Seq Scan on (public\\.)?"?(${ofOffices.join("|")})"?\\b`);

let world: World;
let statements: readonly string[];

/** All statements of one filing, by a student of whom the desk knows where he lives and stays. */
async function statementsOfFiling(): Promise<readonly string[]> {
  const { brin, municipality, school } = world;
  const number = await aStudent({ brin, municipality, locationId: school.location.id });
  const input = aReportInput(world, { student: { number }, stay: { postcode: "5001AB", houseNumber: "1" } });
  const { student, stay } = input;
  return (await recordStatements(() => aFiledReport(world, { student, stay }))).statements;
}

beforeAll(async () => {
  world = await aWorld();
  await anOfficeThatArrangesItsWork();
  statements = await statementsOfFiling();
  await restOfTheCountry();
  await counted(...ofOffices);
}, 120_000);

/** Rules in several versions, terms, leave, and a location that somebody cares for. */
async function anOfficeThatArrangesItsWork(): Promise<void> {
  const officeId = world.office.id;
  const { accountId } = await anAccount(officeId, "officer");
  const on = new Date("2026-01-01");
  const goesTo = { kind: "officers", officerIds: [accountId] };
  const rule = { name: "Regel", from: null, until: null, when: { levels: ["havo"] }, goesTo };
  const rules = Array.from({ length: 12 }, () => ({ ...rule, id: crypto.randomUUID() }));
  const kept = { officeId, rules, activeFrom: on, activatedAt: on, changedBy: "test", changedAt: on };
  await prisma.ruleSet.createMany({ data: [1, 2, 3].map((version) => ({ ...kept, version })) });
  await prisma.officerTerm.create({ data: { officeId, accountId, workDays: [1, 2] } });
  await prisma.officerLeave.create({ data: { officeId, accountId, firstDay: on } });
  await prisma.officerLocation.create({ data: { officeId, accountId, locationId: world.school.location.id } });
  await prisma.officeTerm.create({ data: { officeId, validFrom: on, firstReactionDays: 4 } });
  const freeDays = [1, 2, 3].map((date) => ({
    officeId,
    name: "Vrij",
    addedAt: on,
    day: new Date(`2026-06-0${date}`),
  }));
  await prisma.officeFreeDay.createMany({ data: freeDays });
  await prisma.postcodeArea.create({ data: { postcode: "5001", municipalityCode: world.municipality } });
}

/** Each office as that one, with its own municipality and people. */
async function restOfTheCountry(): Promise<void> {
  const copied: readonly (readonly [table: string, changes: string])[] = [
    ["municipalities", "'code', 'M' || n, 'name', 'Plaats ' || n"],
    ["organisations", "'id', md5(t.id::text || n)::uuid, 'code', t.code || '-' || n"],
    ["offices", "'id', md5(t.id::text || n)::uuid"],
    ["accounts", "'id', md5(t.id::text || n)::uuid, 'email', n || t.email"],
    ["mandates", `'id', gen_random_uuid(), ${ofOffice("organisation_id")}, ${ofOfficer}`],
    ["competences", `'id', gen_random_uuid(), ${ofOffice("office_id")}, 'municipality_code', 'M' || n`],
    ["rule_sets", `'id', gen_random_uuid(), ${ofOffice("office_id")}`],
    ["officer_terms", `${ofOffice("office_id")}, ${ofOfficer}`],
    ["officer_leaves", `'id', gen_random_uuid(), ${ofOffice("office_id")}, ${ofOfficer}`],
    ["officer_locations", `${ofOffice("office_id")}, ${ofOfficer}`],
    ["office_terms", `'id', gen_random_uuid(), ${ofOffice("office_id")}`],
    ["office_free_days", `'id', gen_random_uuid(), ${ofOffice("office_id")}`],
    ["postcode_areas", "'postcode', (5001 + n)::text, 'municipality_code', 'M' || n"],
  ];
  for (const [table, changes] of copied) {
    await prisma.$executeRawUnsafe(`INSERT INTO ${table} SELECT copy.* FROM ${table} t
      CROSS JOIN generate_series(1, ${officeCount - 1}) AS n
      CROSS JOIN LATERAL jsonb_populate_record(t, jsonb_build_object(${changes})) copy`);
  }
}

function ofOffice(column: string): string {
  return `'${column}', md5(t.${column}::text || n)::uuid`;
}

const ofOfficer = "'account_id', md5(t.account_id::text || n)::uuid";

describe("loading the table for one filing", () => {
  test("takes the same statements in a country of one office and of four hundred", async () => {
    expect(await prisma.office.count()).toBe(officeCount);
    expect(await statementsOfFiling()).toEqual(statements);
  });

  test("reads no table whole that grows with the number of offices", async () => {
    const routing = statements.filter((statement) => statement.includes("competences"));
    expect(routing).toHaveLength(1);
    await withClient(testOwnerUrl(), async (owner) => {
      for (const statement of statements) {
        const { rows } = await owner.query<{ "QUERY PLAN": string }>(`EXPLAIN (GENERIC_PLAN) ${statement}`);
        const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
        expect.soft(plan, statement).not.toMatch(wholeTable);
      }
    });
  });
});
