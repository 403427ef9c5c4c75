import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { setCompetence } from "@/lib/directory/commands/set-competence.server";
import { competenceForm } from "@/lib/directory/competence-input";
import { findMunicipalities, listOwnDuties, readArea } from "@/lib/directory/queries/areas.server";
import { listComingFaults } from "@/lib/routing/queries/table-faults.server";
import { addDays } from "@/lib/shared/calendar-date";
import { NotFound } from "@/lib/shared/problem";
import { deskPerson, officerOf } from "@/tests/support/viewers";
import { aFiledReport, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

const keeper = deskPerson("administrator");
let world: World;
let other: World;

beforeEach(async () => {
  [world, other] = [await aWorld(), await aWorld()];
});

const wish = (traits: object = {}) =>
  competenceForm.parse({
    municipalityCode: world.municipality,
    regimes: ["compulsory", "qualification"],
    officeCode: other.office.code,
    from: "23-4-2026",
    ...traits,
  });

const rows = () =>
  prisma.competence.findMany({ where: { municipalityCode: world.municipality }, orderBy: { id: "asc" } });

describe("who does not tend the areas", () => {
  test("finds no municipality and changes nothing", async () => {
    const before = await rows();
    for (const viewer of [
      world.officer,
      officerOf(other.office.id, { role: "team_lead" }),
      deskPerson("service_desk"),
    ]) {
      await expect(setCompetence(viewer, wish(), thursday)).rejects.toBeInstanceOf(NotFound);
      await expect(readArea(viewer, thursday, world.municipality)).rejects.toBeInstanceOf(NotFound);
      await expect(findMunicipalities(viewer, thursday, "Plaats")).rejects.toBeInstanceOf(NotFound);
    }
    expect(await rows()).toEqual(before);
  });
});

describe("a duty is not given", () => {
  test("from a day that has been, to an office that is not there, nor of a municipality that is not there", async () => {
    const before = await rows();
    const past = await setCompetence(keeper, wish({ from: "22-4-2026" }), thursday);
    expect(past).toMatchObject({ ok: false, problems: [{ code: "day-past", field: "from" }] });
    const nobody = await setCompetence(keeper, wish({ officeCode: "NIETS" }), thursday);
    expect(nobody).toMatchObject({ ok: false, problems: [{ code: "office-unknown", field: "officeCode" }] });
    await expect(setCompetence(keeper, wish({ municipalityCode: "0000" }), thursday)).rejects.toBeInstanceOf(NotFound);
    expect(await rows()).toEqual(before);
  });
});

describe("a duty that is given to another office", () => {
  test("decides about new reports from that day on, and the other duties stay", async () => {
    expect(await setCompetence(keeper, wish(), thursday)).toMatchObject({ ok: true });
    const { assignment } = await aFiledReport(world);
    expect(assignment.office?.code).toBe(other.office.code);
    const area = await readArea(keeper, thursday, world.municipality);
    expect(area.duties.map(({ faults }) => faults)).toEqual([[], [], []]);
    expect(area.duties[2]?.held).toMatchObject([{ officeName: world.office.name }]);
  });

  test("from a day to come leaves today alone", async () => {
    const tomorrow = addDays(thursday.today, 1);
    const [year, month, date] = tomorrow.split("-").map(Number);
    expect(await setCompetence(keeper, wish({ from: `${date}-${month}-${year}` }), thursday)).toMatchObject({
      ok: true,
    });
    const { brin, municipality, school } = world;
    const number = await aStudent({ brin, municipality, locationId: school.location.id });
    const { assignment } = await aFiledReport(world, { student: { number } });
    expect(assignment.office?.code).toBe(world.office.code);
    const [compulsory] = (await readArea(keeper, thursday, world.municipality)).duties;
    expect(compulsory?.held.map(({ from, until }) => [from, until])).toEqual([
      [tomorrow, null],
      ["2009-08-01", thursday.today],
    ]);
  });

  test("by two at one moment has one office in the end, and no day with two", async () => {
    await Promise.all([
      setCompetence(keeper, wish(), thursday),
      setCompetence(keeper, wish({ officeCode: world.office.code }), thursday),
    ]);
    const area = await readArea(keeper, thursday, world.municipality);
    expect(area.duties.flatMap(({ faults }) => faults)).toEqual([]);
  });

  test("may begin in the past where nobody had it", async () => {
    await prisma.competence.deleteMany({ where: { municipalityCode: world.municipality, regime: "compulsory" } });
    const early = wish({ regimes: "compulsory", from: "1-1-2026" });
    expect(await setCompetence(keeper, early, thursday)).toMatchObject({ ok: true });
  });
});

test("a gap that is still to come is told with its first day", async () => {
  await prisma.competence.updateMany({
    where: { municipalityCode: world.municipality, regime: "over_18" },
    data: { validUntil: new Date("2026-04-30") },
  });
  const coming = await listComingFaults(keeper, thursday);
  const name = (await readArea(keeper, thursday, world.municipality)).name;
  const found = coming.find(({ on }) => on === "2026-05-01");
  expect(found?.shown).toContainEqual({ municipality: name, regimes: ["over_18"], offices: [] });
});

describe("the duties of the own office", () => {
  const lead = (at: World) => officerOf(at.office.id, { role: "team_lead" });

  test("are for its lead: an officer, a school and the desk find none", async () => {
    for (const viewer of [officerOf(world.office.id), world.reporter, deskPerson("administrator")])
      await expect(listOwnDuties(viewer, thursday)).rejects.toBeInstanceOf(NotFound);
  });

  test("are those of now and later and of no other office, with what is wrong first", async () => {
    await setCompetence(keeper, wish({ regimes: "compulsory" }), thursday);
    await prisma.competence.updateMany({
      where: { municipalityCode: world.municipality, regime: "over_18" },
      data: { validUntil: new Date("2026-04-30") },
    });
    const duties = await listOwnDuties(lead(world), thursday);
    expect(duties).toMatchObject([
      { regime: "over_18", until: "2026-04-30", faults: [{ kind: "gap", from: "2026-05-01", until: null }] },
      { regime: "qualification", until: null, faults: [] },
    ]);
    expect(duties).toHaveLength(2);
    expect((await listOwnDuties(lead(other), thursday)).map(({ regime, from }) => [regime, from])).toContainEqual([
      "compulsory",
      thursday.today,
    ]);
  });
});
