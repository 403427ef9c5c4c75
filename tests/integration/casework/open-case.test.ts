import { expect, test } from "vitest";
import { listPapers } from "@/lib/attachments/queries.server";
import { openCase } from "@/lib/casework/queries/open-case.server";
import { findConversation } from "@/lib/conversation/queries.server";
import { prisma } from "@/lib/db/client.server";
import { recordStatements } from "@/lib/db/statement-count.server";
import { findStanding } from "@/lib/reports/queries/standing.server";
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
