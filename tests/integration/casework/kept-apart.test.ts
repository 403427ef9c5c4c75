import { beforeEach, describe, expect, test } from "vitest";
import { acknowledgeReport } from "@/lib/casework/commands/acknowledge-report.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { referReport } from "@/lib/casework/commands/refer-report.server";
import { findSignals } from "@/lib/casework/find-signals.server";
import { referInput } from "@/lib/casework/inputs";
import { findLookBack } from "@/lib/casework/queries/transfers.server";
import { prisma } from "@/lib/db/client.server";
import { findReport } from "@/lib/reports/queries.server";
import { findUnroutable } from "@/lib/routing/queries.server";
import { nowAt } from "@/lib/shared/clock";
import { deskPerson, officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

const friday = nowAt(new Date("2026-04-24T07:15:00Z"));
const later = nowAt(new Date("2026-04-24T08:15:00Z"));

let world: World;
let second: World;
let third: World;
let reference: string;

beforeEach(async () => {
  [world, second, third] = [await aWorld(), await aWorld(), await aWorld()];
  ({ reference } = await aFiledReport(world));
});

async function hide(of: string, municipalityCode: string) {
  const { studentId } = await prisma.report.findUniqueOrThrow({ where: { reference: of } });
  const residentFrom = new Date("2026-04-22");
  await prisma.residence.create({ data: { studentId, residentFrom, kind: "protected", municipalityCode } });
  await findSignals(thursday);
}

describe("when an address becomes protected", () => {
  test("the school no longer sees the office of a report that is over", async () => {
    await acknowledgeReport(world.officer, { reference }, thursday);
    await hide(reference, world.municipality);
    expect(await findReport(world.reporter, thursday, reference)).toMatchObject({ office: null, officer: null });
  });

  test("the administrator no longer sees the municipality of a report without an office", async () => {
    await prisma.competence.deleteMany({ where: { officeId: third.office.id } });
    const { brin, school } = world;
    const number = await aStudent({ municipality: third.municipality, brin, locationId: school.location.id });
    const filed = await aFiledReport(world, { student: { number } });
    expect((await findUnroutable(deskPerson("administrator"), thursday, filed.reference)).municipality).not.toBeNull();
    await hide(filed.reference, third.municipality);
    expect((await findUnroutable(deskPerson("administrator"), thursday, filed.reference)).municipality).toBeNull();
  });
});

describe("a report that went on twice", () => {
  const refer = (viewer: Parameters<typeof referReport>[0], officeCode: string, at = thursday) =>
    referReport(viewer, referInput.parse({ reference, officeCode, reason: "agreed" }), at);

  const officerAt = async ({ office }: World, name = office.name) =>
    officerOf(office.id, {
      ...(await anAccount(office.id, "officer")),
      name: "Vrouw van B",
      role: "officer",
      organisationName: name,
    });

  test("tells the first office nothing of who sent it on the second time", async () => {
    expect(await refer(world.officer, second.office.code)).toMatchObject({ ok: true });
    expect(await refer(await officerAt(second), third.office.code, friday)).toMatchObject({ ok: true });
    const stale = await recordAction(world.officer, { reference, intervention: "called" }, later);
    expect(stale).toMatchObject({ ok: false, problems: [{ code: "report-changed" }] });
    expect(JSON.stringify(stale)).not.toContain("Vrouw van B");
  });

  test("keeps the notes of an office from another that happens to have its name", async () => {
    const { name } = world.office;
    await prisma.organisation.update({ where: { id: second.office.id }, data: { name } });
    await refer(world.officer, second.office.code);
    const colleague = await officerAt(second, name);
    await recordAction(colleague, { reference, intervention: "called", note: "Notitie van B" }, thursday);
    await refer(colleague, world.office.code, friday);
    await refer(world.officer, third.office.code, later);
    expect(JSON.stringify(await findLookBack(world.officer, later, reference))).not.toContain("Notitie van B");
  });
});
