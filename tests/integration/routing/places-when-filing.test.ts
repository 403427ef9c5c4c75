import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { calendarDate, toColumn } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";
import { aFiledReport, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let elsewhere: World;
let places = 5000;

const day = (text: string) => toColumn(calendarDate.parse(text));

beforeEach(async () => {
  [world, elsewhere] = [await aWorld(), await aWorld()];
});

/** A postcode that lies in these municipalities, another one at each call. */
async function aPostcode(...municipalities: readonly string[]): Promise<string> {
  places += 1;
  const postcode = `${places}AB`;
  const areas = municipalities.map((municipalityCode) => ({
    postcode,
    municipalityCode,
    validFrom: day("2010-01-01"),
  }));
  await prisma.postcodeArea.createMany({ data: areas });
  return postcode;
}

async function aMunicipalityThatMerged(into: string): Promise<string> {
  places += 1;
  const code = String(places);
  await prisma.municipality.create({
    data: { code, name: `Opgegaan ${code}`, regionNumber: 4, validUntil: day("2025-12-31") },
  });
  await prisma.municipalityChange.create({
    data: { oldCode: code, newCode: into, kind: "merger", effectiveOn: day("2026-01-01") },
  });
  return code;
}

interface Given {
  readonly stay?: string;
  readonly number?: string;
  readonly firstDay?: string;
  readonly lastDay?: string;
}

/** Files for this student, or for the one of the world, and tells where the report went. */
async function filed({ stay, number = world.studentNumber, ...absence }: Given, now = thursday) {
  const stays = stay === undefined ? {} : { stay: { postcode: stay, houseNumber: "1" } };
  const { reference } = await aFiledReport(world, { ...stays, ...absence, student: { number } }, now);
  const { officeId, assignments } = await prisma.report.findUniqueOrThrow({
    where: { reference },
    include: { assignments: true },
  });
  return { officeId, because: assignments.flatMap(({ because }) => because) };
}

const studentIn = (municipality: string | null, traits: { birthDate?: string; kind?: "resident" | "unknown" } = {}) =>
  aStudent({ municipality, brin: world.brin, locationId: world.school.location.id, ...traits });

describe("a stay address that the school gives", () => {
  test("in no municipality, or in two of which the student lives in neither, is never guessed", async () => {
    expect(await filed({ stay: "5999ZZ" })).toEqual({ officeId: null, because: ["address-needed"] });
    const third = await aWorld();
    const stay = await aPostcode(elsewhere.municipality, third.municipality);
    const number = await studentIn(world.municipality);
    expect(await filed({ stay, number })).toEqual({ officeId: null, because: ["address-needed"] });
  });

  test("in two municipalities of which the student lives in one leaves the report there", async () => {
    const stay = await aPostcode(elsewhere.municipality, world.municipality);
    const { officeId, because } = await filed({ stay });
    expect([officeId, because[0]]).toEqual([world.office.id, "lives-there"]);
  });

  test("in another municipality takes the report there, also of who has no known address", async () => {
    const stay = await aPostcode(elsewhere.municipality);
    const { officeId, because } = await filed({ stay });
    expect([officeId, because[0]]).toEqual([elsewhere.office.id, "stays-there"]);
    const number = await studentIn(null, { kind: "unknown" });
    expect((await filed({ number })).officeId).toBeNull();
    const other = await studentIn(null, { kind: "unknown" });
    expect((await filed({ stay, number: other })).officeId).toBe(elsewhere.office.id);
  });

  test("in a municipality that has merged takes the report to its successor", async () => {
    const stay = await aPostcode(await aMunicipalityThatMerged(elsewhere.municipality));
    const { officeId, because } = await filed({ stay });
    expect([officeId, because.slice(0, 2)]).toEqual([elsewhere.office.id, ["stays-there", "municipality-merged"]]);
  });
});

test("a region follows its municipality: adults of one that merged go to the successor's regional point from that day on", async () => {
  const merged = await aMunicipalityThatMerged(elsewhere.municipality);
  const [before, after] = [await aRegionalPoint(merged), await aRegionalPoint(elsewhere.municipality)];
  const adult = () => studentIn(merged, { birthDate: "2006-05-01" });
  const inDecember = { firstDay: "2025-12-15", lastDay: "2025-12-19" };
  const on = (date: string) => nowAt(new Date(`${date}T08:00:00Z`));
  expect((await filed({ number: await adult(), ...inDecember }, on("2025-12-31"))).officeId).toBe(before);
  expect((await filed({ number: await adult(), ...inDecember }, on("2026-01-01"))).officeId).toBe(after);
  const minor = await studentIn(merged, { birthDate: "2011-05-01" });
  expect((await filed({ number: minor })).officeId).toBe(elsewhere.office.id);
});

/** From now on this office alone looks after who is over 18 there. */
async function aRegionalPoint(municipalityCode: string): Promise<string> {
  const { office } = await aWorld();
  await prisma.office.update({ where: { id: office.id }, data: { kind: "regional" } });
  await prisma.competence.deleteMany({
    where: { OR: [{ officeId: office.id }, { municipalityCode, regime: "over_18" }] },
  });
  const validFrom = day("2010-01-01");
  await prisma.competence.create({ data: { officeId: office.id, municipalityCode, regime: "over_18", validFrom } });
  return office.id;
}
