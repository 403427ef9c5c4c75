import { expect, test } from "vitest";
import { listPapers } from "@/lib/attachments/queries.server";
import { openCase } from "@/lib/casework/queries/open-case.server";
import { findConversation } from "@/lib/conversation/queries.server";
import { prisma } from "@/lib/db/client.server";
import { recordStatements } from "@/lib/db/statement-count.server";
import { findStanding } from "@/lib/reports/queries/standing.server";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, aReportInput, aWorld, thursday } from "@/tests/support/world";

test("all that the page of a case shows is read and logged in six statements, however much there is", async () => {
  const world = await aWorld();
  const { reference } = await aFiledReport(world);
  const read = async () => {
    const { report } = await openCase(world.officer, thursday, reference);
    await findStanding(world.officer, thursday, report);
    await findConversation(world.officer, thursday, report.id);
    await listPapers(world.officer, reference);
  };
  expect((await recordStatements(read)).statements).toHaveLength(6);
  for (const firstDay of ["2026-03-02", "2026-03-09"] as const) {
    await aFiledReport(world, { ...aReportInput(world), firstDay, lastDay: firstDay, hours: undefined });
  }
  expect((await recordStatements(read)).statements).toHaveLength(6);
});

test("who opens a case has opened the report and looked at the others, and both stand on the access log", async () => {
  const world = await aWorld();
  const { reference, id } = await aFiledReport(world);
  await openCase(world.officer, thursday, reference);
  const entries = await prisma.auditEntry.findMany({
    where: { actorId: world.officer.accountId },
    orderBy: { id: "asc" },
    select: { action: true, objectId: true, objectCount: true },
  });
  expect(entries).toEqual([
    { action: "report:read", objectId: id, objectCount: null },
    { action: "case:list", objectId: null, objectCount: 0 },
  ]);
});

test("where the student lives is read by who handles the case alone, and by nobody once it is protected", async () => {
  const world = await aWorld();
  const { reference } = await aFiledReport(world);
  const student = { reports: { some: { reference } } };
  await prisma.residence.updateMany({
    where: { student },
    data: { street: "Kade", houseNumber: "1", postcode: "1011AB", city: "Amsterdam" },
  });
  const clerk = officerOf(world.office.id, { role: "office_clerk" });
  expect((await openCase(clerk, thursday, reference)).around.home).toBeNull();
  const home = async () => (await openCase(world.officer, thursday, reference)).around.home;
  expect(await home()).toEqual({
    kind: "known",
    lines: [{ from: "2011-03-02", kind: "resident", address: "Kade 1, 1011AB Amsterdam" }],
  });
  await prisma.residence.updateMany({ where: { student }, data: { kind: "protected" } });
  expect(await home()).toEqual({ kind: "secret" });
});

test("the days of all reports of the student stand together, but not those of a withdrawn one", async () => {
  const world = await aWorld();
  const first = await aFiledReport(world);
  const hours = [{ day: "2026-03-02", hours: 3 }];
  const second = await aFiledReport(world, {
    ...aReportInput(world),
    firstDay: "2026-03-02",
    lastDay: "2026-03-02",
    hours,
  });
  const days = async () => (await openCase(world.officer, thursday, first.reference)).around.days;
  expect((await days()).filter(({ isOwn }) => !isOwn)).toEqual([{ day: "2026-03-02", hours: 3, isOwn: false }]);
  await prisma.report.update({
    where: { reference: second.reference },
    data: { status: "withdrawn", closedAt: thursday.at },
  });
  expect((await days()).every(({ isOwn }) => isOwn)).toBe(true);
});
