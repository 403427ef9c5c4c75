import { beforeEach, describe, expect, test } from "vitest";
import { carryOutAreaMoves } from "@/lib/casework/area-moves.server";
import { listAreaMoves, tryAreaMove } from "@/lib/casework/queries/area-moves.server";
import { prisma } from "@/lib/db/client.server";
import { lookupHash } from "@/lib/db/seal.server";
import { setCompetence } from "@/lib/directory/commands/set-competence.server";
import { findReport } from "@/lib/reports/queries.server";
import { dropAreaMove, planAreaMove } from "@/lib/routing/commands/plan-area-move.server";
import { calendarDate } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { deskPerson, officerOf } from "@/tests/support/viewers";
import { aFiledReport, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

const keeper = deskPerson("administrator");
const effectiveOn = calendarDate.parse("2026-06-01");
const theDay = nowAt(new Date("2026-06-01T06:00:00Z"));
const dayBefore = nowAt(new Date("2026-05-31T12:00:00Z"));

let world: World;
let successor: World;
let choice: { oldCode: string; effectiveOn: typeof effectiveOn };

beforeEach(async () => {
  [world, successor] = [await aWorld(), await aWorld()];
  choice = { oldCode: world.municipality, effectiveOn };
  await announced(successor.municipality);
});

const announced = (newCode: string, kind: "merger" | "split" | "border-correction" = "merger") =>
  prisma.municipalityChange.create({
    data: { oldCode: world.municipality, newCode, kind, effectiveOn: new Date(effectiveOn) },
  });

const stored = (reference: string) =>
  prisma.report.findUniqueOrThrow({
    where: { reference },
    include: { assignments: { orderBy: { decidedAt: "asc" } }, events: { orderBy: { id: "asc" } } },
  });

const another = async (kind: "resident" | "protected" = "resident") => {
  const { brin, municipality, school } = world;
  return { number: await aStudent({ brin, municipality, locationId: school.location.id, kind }) };
};

let postcodes = 6000;

async function aPostcodeIn(municipalityCode: string, lastDay: string | null = null): Promise<string> {
  postcodes += 1;
  const postcode = `${postcodes}AB`;
  const validUntil = lastDay === null ? null : new Date(lastDay);
  await prisma.postcodeArea.create({ data: { postcode, municipalityCode, validUntil } });
  return postcode;
}

async function livingAt(postcode: string) {
  const student = await another();
  const numberHash = lookupHash("student-number", student.number);
  await prisma.residence.updateMany({ where: { student: { numberHash } }, data: { postcode } });
  return student;
}

async function counts() {
  const officeId = { in: [world.office.id, successor.office.id] };
  return [
    await prisma.report.findMany({ where: { officeId }, orderBy: { id: "asc" } }),
    await prisma.event.count({ where: { report: { officeId } } }),
    await prisma.areaMove.count({ where: { oldCode: world.municipality } }),
  ];
}

describe("who does not tend the areas", () => {
  test("sees no moves, tries none and plans none", async () => {
    for (const viewer of [world.officer, officerOf(world.office.id, { role: "team_lead" }), deskPerson("auditor")]) {
      await expect(listAreaMoves(viewer, thursday)).rejects.toBeInstanceOf(NotFound);
      await expect(tryAreaMove(viewer, thursday, choice)).rejects.toBeInstanceOf(NotFound);
      await expect(planAreaMove(viewer, choice, thursday)).rejects.toBeInstanceOf(NotFound);
      await expect(dropAreaMove(viewer, choice, thursday)).rejects.toBeInstanceOf(NotFound);
    }
    const strange = { oldCode: "9999", effectiveOn };
    await expect(planAreaMove(keeper, strange, thursday)).rejects.toBeInstanceOf(NotFound);
    await expect(tryAreaMove(keeper, thursday, strange)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("a dry run", () => {
  test("lists what would move and where, counts who has a protected address, and changes nothing", async () => {
    const { reference } = await aFiledReport(world);
    await aFiledReport(world, { student: await another("protected") });
    const before = await counts();
    const run = await tryAreaMove(keeper, thursday, choice);
    expect(run).toMatchObject({ movesCount: 2, staysCount: 0, hiddenCount: 1, isCut: false });
    expect(run.lines).toEqual([{ reference, fromName: world.office.name, toName: successor.office.name, why: null }]);
    expect(await counts()).toEqual(before);
  });
});

describe("when the day comes", () => {
  test("nothing follows that nobody planned, and nothing before the day", async () => {
    const { reference } = await aFiledReport(world);
    await carryOutAreaMoves(theDay);
    expect((await stored(reference)).officeId).toBe(world.office.id);
    await planAreaMove(keeper, choice, thursday);
    await carryOutAreaMoves(dayBefore);
    expect((await stored(reference)).officeId).toBe(world.office.id);
  });

  test("an open report follows once, also when two workers do it, and both decisions stay in the history", async () => {
    const { reference } = await aFiledReport(world);
    await planAreaMove(keeper, choice, thursday);
    await Promise.all([carryOutAreaMoves(theDay), carryOutAreaMoves(theDay)]);
    await carryOutAreaMoves(theDay);
    const { officeId, assignments, events, version } = await stored(reference);
    expect(officeId).toBe(successor.office.id);
    expect(assignments.map((one) => one.officeId)).toEqual([world.office.id, successor.office.id]);
    expect(assignments[1]?.because).toContain("municipality-merged");
    expect(events.map(({ kind }) => kind)).toEqual(["filed", "routed", "moved"]);
    expect(version).toBe(2);
    const line = (await listAreaMoves(keeper, theDay)).find(({ oldCode }) => oldCode === world.municipality);
    expect(line).toMatchObject({ isPlanned: true, openCount: 0, movedCount: 1, doneOn: theDay.today });
  });

  test("what the register said of going elsewhere is settled with the move, and what it said besides is not", async () => {
    const { reference } = await aFiledReport(world);
    const { id: reportId } = await stored(reference);
    const on = new Date("2026-05-01");
    const signal = (kind: string) => ({ reportId, kind, on, data: { officeCode: null }, foundAt: thursday.at });
    await prisma.caseSignal.createMany({ data: [signal("moved"), signal("exempt")] });
    await planAreaMove(keeper, choice, thursday);
    await carryOutAreaMoves(theDay);
    const open = await prisma.caseSignal.findMany({ where: { reportId, settledAt: null } });
    expect(open.map(({ kind }) => kind)).toEqual(["exempt"]);
  });

  test("a closed report, and one that was placed by hand, stay", async () => {
    const [closed, placed] = [await aFiledReport(world), await aFiledReport(world, { student: await another() })];
    await prisma.report.update({
      where: { reference: closed.reference },
      data: { status: "noted", closedAt: thursday.at },
    });
    const { id, assignments } = await stored(placed.reference);
    const [first] = assignments;
    if (first === undefined) throw new Error("filing left no decision");
    const { tried, facts, tableThen: _, ...row } = first;
    await prisma.assignment.create({
      data: {
        ...row,
        id: crypto.randomUUID(),
        reportId: id,
        decidedAt: dayBefore.at,
        placedBy: "Bas Rikkerink",
        tried: tried ?? [],
        facts: facts ?? {},
      },
    });
    const run = await tryAreaMove(keeper, thursday, choice);
    expect(run.lines).toMatchObject([{ reference: placed.reference, toName: null, why: "by-hand" }]);
    await planAreaMove(keeper, choice, thursday);
    await carryOutAreaMoves(theDay);
    expect((await stored(closed.reference)).officeId).toBe(world.office.id);
    expect((await stored(placed.reference)).officeId).toBe(world.office.id);
  });

  test("in a split nothing is guessed: without a postcode the report stays, and the list says why", async () => {
    await prisma.municipalityChange.deleteMany({ where: { oldCode: world.municipality } });
    const third = await aWorld();
    await announced(successor.municipality, "split");
    await announced(third.municipality, "split");
    const { reference } = await aFiledReport(world);
    const run = await tryAreaMove(keeper, thursday, choice);
    expect(run.lines).toMatchObject([{ reference, toName: null, why: "address-needed" }]);
    await planAreaMove(keeper, choice, thursday);
    await carryOutAreaMoves(theDay);
    expect((await stored(reference)).officeId).toBe(world.office.id);
  });

  test("in a split the postcode decides, of where the student lives or stays", async () => {
    await prisma.municipalityChange.deleteMany({ where: { oldCode: world.municipality } });
    const third = await aWorld();
    await announced(successor.municipality, "split");
    await announced(third.municipality, "split");
    const [here, there] = [await aPostcodeIn(successor.municipality), await aPostcodeIn(third.municipality)];
    const living = await aFiledReport(world, { student: await livingAt(here) });
    const staying = await aFiledReport(world, {
      student: await livingAt(here),
      stay: { postcode: there, houseNumber: "1" },
    });
    expect((await stored(staying.reference)).officeId).toBe(third.office.id);
    const other = await aFiledReport(world, { student: await livingAt(there) });
    await planAreaMove(keeper, choice, thursday);
    await carryOutAreaMoves(theDay);
    const offices = [living, staying, other].map(async ({ reference }) => (await stored(reference)).officeId);
    expect(await Promise.all(offices)).toEqual([successor.office.id, third.office.id, third.office.id]);
  });

  test("a border correction moves the open reports of the addresses that it moved, and no others", async () => {
    await prisma.municipalityChange.deleteMany({ where: { oldCode: world.municipality } });
    await announced(successor.municipality, "border-correction");
    const moved = await aPostcodeIn(world.municipality, "2026-05-31");
    await prisma.postcodeArea.create({
      data: { postcode: moved, municipalityCode: successor.municipality, validFrom: new Date(effectiveOn) },
    });
    const [goes, stays] = [
      await aFiledReport(world, { student: await livingAt(moved) }),
      await aFiledReport(world, { student: await livingAt(await aPostcodeIn(world.municipality)) }),
    ];
    const unknown = await aFiledReport(world);
    const run = await tryAreaMove(keeper, thursday, choice);
    expect(run).toMatchObject({ movesCount: 1, staysCount: 2 });
    await planAreaMove(keeper, choice, thursday);
    await carryOutAreaMoves(dayBefore);
    expect((await stored(goes.reference)).officeId).toBe(world.office.id);
    await carryOutAreaMoves(theDay);
    const offices = [goes, stays, unknown].map(async ({ reference }) => (await stored(reference)).officeId);
    expect(await Promise.all(offices)).toEqual([successor.office.id, world.office.id, world.office.id]);
    expect((await stored(goes.reference)).assignments.map(({ officeId }) => officeId)).toEqual([
      world.office.id,
      successor.office.id,
    ]);
  });

  test("what has no competent office yet follows as soon as there is one", async () => {
    const { reference } = await aFiledReport(world);
    const { count } = await prisma.competence.updateMany({
      where: { municipalityCode: successor.municipality },
      data: { validFrom: new Date("2026-06-02") },
    });
    expect(count).toBe(3);
    await planAreaMove(keeper, choice, thursday);
    await carryOutAreaMoves(theDay);
    expect((await stored(reference)).officeId).toBe(world.office.id);
    await carryOutAreaMoves(nowAt(new Date("2026-06-02T06:00:00Z")));
    expect((await stored(reference)).officeId).toBe(successor.office.id);
  });

  test("what is offered to another office stays until there is an answer, and then follows", async () => {
    const { reference } = await aFiledReport(world);
    const { id } = await stored(reference);
    const officer = world.officer;
    const offer = await prisma.caseTransfer.create({
      data: {
        reportId: id,
        fromOfficeId: world.office.id,
        toOfficeId: (await aWorld()).office.id,
        kind: "transfer",
        reason: "other",
        offeredAt: thursday.at,
        offeredById: officer.accountId,
        offeredByName: officer.name,
        dueOn: new Date("2026-06-08"),
      },
    });
    await planAreaMove(keeper, choice, thursday);
    await carryOutAreaMoves(theDay);
    expect((await stored(reference)).officeId).toBe(world.office.id);
    await prisma.caseTransfer.update({ where: { id: offer.id }, data: { answer: "refused", answeredAt: theDay.at } });
    await carryOutAreaMoves(theDay);
    expect((await stored(reference)).officeId).toBe(successor.office.id);
    const line = (await listAreaMoves(keeper, theDay)).find(({ oldCode }) => oldCode === world.municipality);
    expect(line).toMatchObject({ doneOn: theDay.today, movedCount: 1 });
  });

  test("the school reads that another office goes on, and of a protected student nothing at all", async () => {
    const open = await aFiledReport(world);
    const hidden = await aFiledReport(world, { student: await another("protected") });
    await planAreaMove(keeper, choice, thursday);
    await carryOutAreaMoves(theDay);
    const kinds = async (reference: string) =>
      (await findReport(world.reporter, theDay, reference)).timeline.map(({ event }) => event.kind);
    expect(await kinds(open.reference)).toContain("moved");
    expect(await kinds(hidden.reference)).not.toContain("moved");
    expect((await stored(hidden.reference)).officeId).toBe(successor.office.id);
  });
});

describe("a duty that goes to another office", () => {
  const given = () =>
    setCompetence(
      keeper,
      {
        municipalityCode: world.municipality,
        regimes: ["over_18"],
        officeCode: successor.office.code,
        from: calendarDate.parse("2026-06-15"),
      },
      thursday,
    );
  const later = nowAt(new Date("2026-06-15T06:00:00Z"));
  const lineNow = async () =>
    (await listAreaMoves(keeper, later)).find(
      ({ oldCode, kind }) => oldCode === world.municipality && kind === "office",
    );

  beforeEach(async () => {
    await prisma.municipalityChange.deleteMany({ where: { oldCode: world.municipality } });
    choice = { oldCode: world.municipality, effectiveOn: calendarDate.parse("2026-06-15") };
  });

  test("that does not change on that day has nothing to plan", async () => {
    await expect(planAreaMove(keeper, choice, thursday)).rejects.toBeInstanceOf(NotFound);
    await expect(tryAreaMove(keeper, thursday, choice)).rejects.toBeInstanceOf(NotFound);
  });

  test("leaves reports of the other duties where they are, and says so beforehand", async () => {
    const { reference } = await aFiledReport(world);
    await given();
    const run = await tryAreaMove(keeper, thursday, choice);
    expect(run.line).toMatchObject({ kind: "office", newNames: [successor.office.name], openCount: 1 });
    expect(run.lines).toMatchObject([{ reference, toName: null, why: "same-office" }]);
  });

  test("takes its open reports along on the day, once that was planned, and not before", async () => {
    const { brin, municipality, school } = world;
    const traits = { brin, municipality, locationId: school.location.id };
    const adult = await aFiledReport(world, {
      student: { number: await aStudent({ ...traits, birthDate: "2006-05-01" }) },
    });
    expect(adult.regime).toBe("over_18");
    await given();
    await carryOutAreaMoves(later);
    expect((await stored(adult.reference)).officeId).toBe(world.office.id);
    await planAreaMove(keeper, choice, thursday);
    await carryOutAreaMoves(nowAt(new Date("2026-06-14T12:00:00Z")));
    expect((await stored(adult.reference)).officeId).toBe(world.office.id);
    await carryOutAreaMoves(later);
    expect((await stored(adult.reference)).officeId).toBe(successor.office.id);
    expect(await lineNow()).toMatchObject({ movedCount: 1, doneOn: "2026-06-15" });
  });
});

test("a plan can be called off until the first report has followed", async () => {
  const { reference } = await aFiledReport(world);
  await planAreaMove(keeper, choice, thursday);
  expect(await dropAreaMove(keeper, choice, thursday)).toMatchObject({ ok: true });
  await carryOutAreaMoves(theDay);
  expect((await stored(reference)).officeId).toBe(world.office.id);
  await planAreaMove(keeper, choice, theDay);
  await carryOutAreaMoves(theDay);
  expect(await dropAreaMove(keeper, choice, theDay)).toMatchObject({ ok: false });
});
