import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { destinationOf } from "@/components/reports/destination";
import { prisma } from "@/lib/db/client.server";
import { lookupHash } from "@/lib/db/seal.server";
import { recordStatements } from "@/lib/db/statement-count.server";
import { translatorFor } from "@/lib/i18n/translator";
import { checkReport } from "@/lib/reports/commands/check-report.server";
import { fileReport } from "@/lib/reports/commands/file-report.server";
import { schoolFiler } from "@/lib/reports/filer";
import { loadFilingFacts } from "@/lib/reports/filing-facts.server";
import type { ReportInput } from "@/lib/reports/input";
import { prepareFiling } from "@/lib/reports/prepare-filing.server";
import { storeFiling } from "@/lib/reports/store-filing.server";
import { NotAllowed } from "@/lib/shared/problem";
import { ok } from "@/lib/shared/result";
import { truncateAll } from "@/tests/support/database";
import { clientOf, officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, aReportInput, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;

beforeEach(async () => {
  await truncateAll();
  world = await aWorld();
});

const submission = () => ({ id: randomUUID() });

function file(input: ReportInput, viewer = world.reporter, sent = submission()) {
  return fileReport(viewer, input, thursday, sent);
}

/** A second location of the same school, with no students. */
function aLocationBeside({ school: { location } }: World) {
  return prisma.location.create({ data: { ...location, id: randomUUID(), locationCode: `${location.brin}01` } });
}

async function theRegisterSays(number: string, fact: { readonly exemptFrom?: string; readonly qualifiedOn?: string }) {
  const { exemptFrom, qualifiedOn } = fact;
  const { id } = await prisma.student.findFirstOrThrow({ where: { numberHash: lookupHash("student-number", number) } });
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  if (exemptFrom !== undefined) {
    await prisma.exemption.create({ data: { studentId: id, article: "5a", validFrom: day(exemptFrom) } });
  }
  if (qualifiedOn !== undefined) {
    await prisma.student.update({ where: { id }, data: { basicQualificationOn: day(qualifiedOn) } });
  }
}

/** What stands in the database of filing; nothing of it may be there after a refusal. */
async function traces() {
  const [reports, events, assignments, messages] = await Promise.all([
    prisma.report.count(),
    prisma.event.count(),
    prisma.assignment.count(),
    prisma.outboxMessage.count(),
  ]);
  return { reports, events, assignments, messages };
}

const nothing = { reports: 0, events: 0, assignments: 0, messages: 0 };

test("a report whose reference was drawn before gets another, and is filed once", async () => {
  const earlier = await aFiledReport(world);
  const { brin, municipality, school } = world;
  const number = await aStudent({ brin, municipality, locationId: school.location.id });
  const input = aReportInput(world, { student: { number } });
  let draws = 0;
  const prepare = async () => {
    const prepared = await prepareFiling(world.reporter, input, thursday, {
      submissionId: randomUUID(),
      right: "report:file",
    });
    draws += 1;
    if (!prepared.ok || draws > 1) return prepared;
    const { report, filed } = prepared.value;
    const { reference } = earlier;
    return ok({ ...prepared.value, report: { ...report, reference }, filed: { ...filed, reference } });
  };
  const filed = await storeFiling({ viewer: world.reporter, input, now: thursday, action: "report:file", prepare });
  if (!filed.ok) throw new Error(`not filed: ${filed.problems[0]?.code}`);
  expect(filed.value.reference).not.toBe(earlier.reference);
  expect(await prisma.report.count({ where: { reference: filed.value.reference } })).toBe(1);
  expect((await traces()).reports).toBe(2);
});

describe("is refused, and leaves nothing", () => {
  test.each(["preparer", "reader", "school_admin"] as const)("a %s cannot send a report", async (role) => {
    const viewer = reporterOf(world.school.id, { role });
    await expect(file(aReportInput(world), viewer)).rejects.toThrow(NotAllowed);
    expect(await traces()).toEqual(nothing);
  });

  test("an officer cannot file for a school", async () => {
    await expect(fileReport(officerOf(world.office.id), aReportInput(world), thursday, submission())).rejects.toThrow(
      NotAllowed,
    );
  });

  test("a client without the scope to file cannot", async () => {
    const client = clientOf(world.school.id, "school", ["reports:read"]);
    await expect(fileReport(client, aReportInput(world), thursday, submission())).rejects.toThrow(NotAllowed);
  });

  test("the student of another school is as unknown as nobody, and both are counted", async () => {
    const elsewhere = await aWorld();
    const foreign = await file(aReportInput(world, { student: { number: elsewhere.studentNumber } }));
    const nobody = await file(aReportInput(world, { student: { number: "999999990" } }));
    expect(foreign).toEqual({ ok: false, problems: [{ code: "student-unknown", field: "student.number" }] });
    expect(nobody).toEqual(foreign);
    expect(await prisma.attempt.findMany({ select: { failureCount: true } })).toEqual([{ failureCount: 2 }]);
    expect(await traces()).toEqual(nothing);
  });

  test("nothing is looked up of the student of another school, so that he takes no more time than nobody", async () => {
    const elsewhere = await aWorld();
    const [own, foreign] = [world, elsewhere].map(({ studentNumber: number }) => ({
      input: aReportInput(world, { student: { number } }),
      submissionId: randomUUID(),
      firstDay: thursday.today,
    }));
    if (own === undefined || foreign === undefined) throw new Error("nothing to ask");
    const known = await loadFilingFacts(schoolFiler(world.reporter), [own, foreign], thursday);
    expect(known.get(own)?.readRouting().facts.student).toBeDefined();
    expect(known.get(foreign)?.readRouting).toThrow("not there");
  });

  test("a location of another school is not one's own", async () => {
    const elsewhere = await aWorld();
    const result = await file(aReportInput(world, { school: { brin: elsewhere.brin, location: "00" } }));
    expect(result).toMatchObject({ ok: false, problems: [{ code: "location-unknown", field: "school.location" }] });
    expect(await traces()).toEqual(nothing);
  });

  test("a student of a location without a mandate for it is unknown, also to who skips the step that looks him up", async () => {
    const other = await aLocationBeside(world);
    const viewer = reporterOf(world.school.id, { locationIds: [other.id] });
    const input = aReportInput(world, { school: { brin: world.brin, location: other.locationCode } });
    const unknown = { ok: false, problems: [{ code: "student-unknown", field: "student.number" }] };
    expect(await checkReport(viewer, input, thursday, submission())).toEqual(unknown);
    expect(await file(input, viewer)).toEqual(unknown);
    expect(await traces()).toEqual(nothing);
  });

  test("a location of the own school without a mandate for it is not one's own either", async () => {
    const viewer = reporterOf(world.school.id, { locationIds: [randomUUID()] });
    expect(await file(aReportInput(world), viewer)).toMatchObject({ problems: [{ code: "location-unknown" }] });
  });

  test("days that lie ahead or too far back", async () => {
    const ahead = await file(aReportInput(world, { firstDay: "2026-04-24", lastDay: undefined }));
    const longAgo = await file(aReportInput(world, { firstDay: "2025-04-22" }));
    expect(ahead).toMatchObject({ problems: [{ code: "day-in-future", field: "firstDay" }] });
    expect(longAgo).toMatchObject({ problems: [{ code: "day-too-long-ago", field: "firstDay" }] });
    expect(await traces()).toEqual(nothing);
  });

  test("a follow-up to a report of somebody else", async () => {
    const elsewhere = await aWorld();
    const { reference } = await aFiledReport(elsewhere);
    const result = await file(aReportInput(world, { followUpTo: reference }));
    expect(result).toMatchObject({ ok: false, problems: [{ code: "follow-up-unknown", field: "followUpTo" }] });
  });
});

describe("overlapping days", () => {
  test("are asked about, with the reference of the report that is there", async () => {
    const { reference } = await aFiledReport(world);
    const result = await file(aReportInput(world, { firstDay: "2026-04-17", lastDay: "2026-04-20" }));
    expect(result).toEqual({ ok: false, problems: [{ code: "overlapping-report", facts: { reference } }] });
  });

  test("are accepted as a follow-up or as something else", async () => {
    const { id, reference } = await aFiledReport(world);
    const followUp = await file(aReportInput(world, { followUpTo: reference }));
    const separate = await file(aReportInput(world, { separate: true }));
    expect([followUp.ok, separate.ok]).toEqual([true, true]);
    expect(await prisma.report.count({ where: { followUpToId: id } })).toBe(1);
    expect(await prisma.report.count({ where: { isSeparate: true } })).toBe(1);
  });

  test("of late arrivals lie beside other absence without a question", async () => {
    await aFiledReport(world);
    const late = { type: "late_arrival", firstDay: undefined, lastDay: undefined };
    const result = await file(aReportInput(world, { ...late, arrivals: [{ day: "2026-04-14", minutes: 12 }] }));
    expect(result.ok).toBe(true);
  });
});

describe("is filed", () => {
  test("whole: report, assignment, events and outbox, at the office of the home", async () => {
    const result = await file(aReportInput(world));
    expect(result).toMatchObject({
      ok: true,
      value: {
        status: "registered",
        regime: "compulsory",
        assignment: { outcome: "assigned", office: { name: world.office.name }, officer: { name: world.officer.name } },
      },
    });
    expect(await traces()).toMatchObject({ reports: 1, events: 2, assignments: 1 });
    expect((await traces()).messages).toBeGreaterThan(0);
  });

  test("and promised an answer within five working days, the free Monday not counted", async () => {
    const result = await file(aReportInput(world));
    expect(result.ok && result.value.dueAt.toISOString()).toBe("2026-05-01T21:59:59.999Z");
  });

  test.each(["unknown", "abroad"] as const)("as unroutable for a student whose home is %s", async (kind) => {
    const student = { municipality: null, locationId: world.school.location.id, brin: world.brin, kind };
    const number = await aStudent(student);
    const result = await file(aReportInput(world, { student: { number } }));
    expect(result).toMatchObject({ ok: true, value: { assignment: { outcome: "unroutable", office: null } } });
    const report = await prisma.report.findFirstOrThrow({ include: { events: true } });
    expect(report.officeId).toBeNull();
    expect(report.events.map(({ kind: event }) => event).sort()).toEqual(["filed", "unroutable"]);
  });

  test.each([
    ["abroad", "Het kan nu niet worden bepaald, omdat de leerling in het buitenland woont."],
    ["unknown", "Het kan nu niet worden bepaald, omdat niet bekend is waar de leerling woont."],
  ] as const)("and of a student whose home is %s the school reads why there is no office", async (kind, sentence) => {
    const { brin, school } = world;
    const number = await aStudent({ municipality: null, locationId: school.location.id, brin, kind });
    const input = aReportInput(world, { student: { number } });
    const checked = await checkReport(world.reporter, input, thursday, submission());
    if (!checked.ok) throw new Error("the report was refused");
    const { title, text } = destinationOf(checked.value.assignment, translatorFor("nl"), "nl");
    expect(title).toBe("Er is nog geen kantoor voor deze melding");
    expect(text).toContain(sentence);
  });

  test("with a warning, before and at sending, where the register says that a student is exempt or qualified", async () => {
    const warned = async (birthDate: string, fact: Parameters<typeof theRegisterSays>[1] = {}) => {
      const { municipality, brin, school } = world;
      const number = await aStudent({ municipality, brin, locationId: school.location.id, birthDate });
      await theRegisterSays(number, fact);
      const input = aReportInput(world, { student: { number } });
      const checked = await checkReport(world.reporter, input, thursday, submission());
      const filed = await file(input);
      expect(checked.ok && checked.value.warnings).toEqual(filed.ok && filed.value.warnings);
      return filed.ok && filed.value.warnings;
    };
    expect(await warned("2011-03-02")).toEqual([]);
    expect(await warned("2011-03-02", { exemptFrom: "2026-04-14" })).toEqual([]);
    expect(await warned("2011-03-02", { exemptFrom: "2026-04-13" })).toEqual(["student-exempt"]);
    expect(await warned("2008-11-02", { qualifiedOn: "2026-04-14" })).toEqual([]);
    expect(await warned("2008-11-02", { qualifiedOn: "2026-04-13" })).toEqual(["student-qualified"]);
    expect(await warned("2011-03-02", { qualifiedOn: "2026-04-13" })).toEqual([]);
  });

  test("for a protected address without a word about the place to the school", async () => {
    const { municipality, brin } = world;
    const locationId = world.school.location.id;
    const number = await aStudent({ municipality, locationId, brin, kind: "protected" });
    const result = await file(aReportInput(world, { student: { number } }));
    expect(result).toMatchObject({
      value: { assignment: { outcome: "assigned", office: null, officer: null, because: ["protected"] } },
    });
    expect(JSON.stringify(result)).not.toContain(world.office.name);
  });

  test("once, when the same form is sent twice, one after the other or at the same moment", async () => {
    const sent = submission();
    const answers = await Promise.all([
      file(aReportInput(world), world.reporter, sent),
      file(aReportInput(world), world.reporter, sent),
    ]);
    const again = await file(aReportInput(world), world.reporter, sent);
    const { reference } = await prisma.report.findFirstOrThrow();
    expect(await prisma.report.count()).toBe(1);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(again).toEqual({ ok: false, problems: [{ code: "already-filed", facts: { reference } }] });
  });

  test("with what the school said sealed, and its hours counted", async () => {
    const hours = [
      { day: "2026-04-13", lessons: [1, 2, 2] },
      { day: "2026-04-14", wholeDay: true },
    ];
    await file(aReportInput(world, { hours, explanation: "Blijft weg sinds de verhuizing." }));
    const report = await prisma.report.findFirstOrThrow({ include: { days: true } });
    expect(Number(report.hoursTotal)).toBe(8);
    expect(report.days).toHaveLength(2);
    expect(JSON.stringify(report)).not.toContain("verhuizing");
  });

  test("in two trips to the database", async () => {
    const { statements } = await recordStatements(() => file(aReportInput(world)));
    expect(statements).toHaveLength(2);
  });
});

describe("before sending", () => {
  test("one hears where it would go, and nothing is written", async () => {
    const checked = await checkReport(world.reporter, aReportInput(world), thursday, submission());
    expect(checked).toMatchObject({ ok: true, value: { assignment: { office: { name: world.office.name } } } });
    expect(await traces()).toEqual(nothing);
  });

  test("one is asked about an overlap, and told of a report that this form already made", async () => {
    const sent = submission();
    const filed = await file(aReportInput(world), world.reporter, sent);
    const reference = filed.ok ? filed.value.reference : "";
    const other = await checkReport(world.reporter, aReportInput(world), thursday, submission());
    const same = await checkReport(world.reporter, aReportInput(world), thursday, sent);
    expect(other).toMatchObject({ problems: [{ code: "overlapping-report", facts: { reference } }] });
    expect(same).toMatchObject({ problems: [{ code: "already-filed", facts: { reference } }] });
  });

  test("an unknown student is counted as a miss", async () => {
    const input = aReportInput(world, { student: { number: "999999990" } });
    expect((await checkReport(world.reporter, input, thursday, submission())).ok).toBe(false);
    expect(await prisma.attempt.count()).toBe(1);
  });

  test("who may neither send nor prepare may not ask", async () => {
    const ask = (viewer: Parameters<typeof checkReport>[0]) =>
      checkReport(viewer, aReportInput(world), thursday, submission());
    await expect(ask(reporterOf(world.school.id, { role: "reader" }))).rejects.toThrow(NotAllowed);
    await expect(ask(officerOf(world.office.id))).rejects.toThrow(NotAllowed);
  });
});

test("of ten reports about the same days that come at the same moment one is filed, and the others hear of it", async () => {
  const crowd = await aWorld();
  const input = aReportInput(crowd);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => fileReport(crowd.reporter, input, thursday, { id: randomUUID() })),
  );
  const filed = answers.flatMap((answer) => (answer.ok ? [answer.value.reference] : []));
  expect(filed).toHaveLength(1);
  const refused = { ok: false, problems: [{ code: "overlapping-report", facts: { reference: filed[0] } }] };
  expect(answers.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 9 }, () => refused));
});
