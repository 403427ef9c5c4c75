import { beforeEach, describe, expect, test } from "vitest";
import { acknowledgeReport } from "@/lib/casework/commands/acknowledge-report.server";
import { acceptTransfer } from "@/lib/casework/commands/answer-transfer.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { offerTransfer } from "@/lib/casework/commands/offer-transfer.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { referReport } from "@/lib/casework/commands/refer-report.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { findSignals } from "@/lib/casework/find-signals.server";
import { acceptInput, offerInput, referInput } from "@/lib/casework/inputs";
import { findLookBack } from "@/lib/casework/queries/transfers.server";
import { prisma } from "@/lib/db/client.server";
import { tellOfEvent } from "@/lib/notifications/tell.server";
import { findReport } from "@/lib/reports/queries.server";
import { findUnroutable } from "@/lib/routing/queries.server";
import { nowAt } from "@/lib/shared/clock";
import { lettersOf, postWith } from "@/tests/support/post";
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

describe("a protected student's report", () => {
  const named = async ({ office }: World) =>
    officerOf(office.id, {
      ...(await anAccount(office.id, "officer", { protectedCases: true })),
      role: "officer",
      protectedCases: true,
      organisationName: office.name,
    });

  const filed = async (municipality: string) => {
    const { brin, school } = world;
    const number = await aStudent({ municipality, brin, locationId: school.location.id, kind: "protected" });
    return aFiledReport(world, { student: { number } });
  };

  test("that is handed over is named with its offices in no shared mailbox", async () => {
    const [here, there] = [await named(world), await named(second)];
    const report = await filed(world.municipality);
    const offer = offerInput.parse({
      reference: report.reference,
      officeCode: second.office.code,
      reason: "moved",
    });
    expect(await offerTransfer(here, offer, thursday)).toMatchObject({ ok: true });
    const accepted = acceptInput.parse({ reference: report.reference });
    expect(await acceptTransfer(there, accepted, thursday)).toMatchObject({ ok: true });
    const events = await prisma.event.findMany({ where: { reportId: report.id } });
    for (const { id: eventId } of events) await tellOfEvent({ eventId, reportId: report.id }, postWith(), thursday);
    const letters = (await lettersOf(report.id)).filter(({ toAddress }) => toAddress.startsWith("post@"));
    expect(letters.length).toBeGreaterThan(0);
    for (const { text } of letters)
      expect.soft(text).not.toMatch(new RegExp(`${world.office.name}|${second.office.name}`));
  });

  test("goes to no office where only somebody without reports of his own is named", async () => {
    const here = await named(world);
    await anAccount(second.office.id, "analyst", { protectedCases: true });
    const { reference: hidden } = await filed(world.municipality);
    const input = referInput.parse({ reference: hidden, officeCode: second.office.code, reason: "agreed" });
    expect(await referReport(here, input, thursday)).toMatchObject({ ok: false });
  });

  test("says to the school nothing of why it has no office", async () => {
    await prisma.competence.deleteMany({ where: { officeId: third.office.id } });
    const { reference: hidden } = await filed(third.municipality);
    expect(JSON.stringify(await findReport(world.reporter, thursday, hidden))).not.toContain("no-office");
  });
});

test("a closed report is reopened with a reason, and not taken up", async () => {
  const closing = { reference, closeReason: "back_to_school", closeNote: "student_seen" } as const;
  expect(await closeReport(world.officer, closing, thursday)).toMatchObject({ ok: true });
  const problems = [{ code: "move-not-possible" }];
  expect(await takeUp(world.officer, { reference }, thursday)).toMatchObject({ ok: false, problems });
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
