import { expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { deliver } from "@/lib/notifications/deliver.server";
import { writeDownReport } from "@/lib/reports/commands/write-down-report.server";
import { newId } from "@/lib/shared/ids";
import { messagesOf, postWith } from "@/tests/support/post";
import { anAccount, aReportInput, aWorld, thursday, type World } from "@/tests/support/world";

const contact = { name: "Anouk Verbeek", email: "anouk@school.example" };

/** A reporter for these locations; null as the database has it where none were ever written. */
async function aReporterFor({ school }: World, locationIds: readonly string[] | null) {
  const { accountId, mandateId } = await anAccount(school.id, "reporter");
  await prisma.$executeRaw`UPDATE mandates SET location_ids = ${locationIds}::uuid[] WHERE id = ${mandateId}::uuid`;
  return accountId;
}

test("who reports for all locations hears what an office wrote down, also where no list of locations was ever kept", async () => {
  const world = await aWorld();
  const elsewhere = await aReporterFor(world, [newId()]);
  const hearing = [
    await aReporterFor(world, null),
    await aReporterFor(world, []),
    await aReporterFor(world, [world.school.location.id]),
  ];
  const written = { input: { ...aReportInput(world), contact }, submissionId: newId() };
  expect(await writeDownReport(world.officer, written, thursday)).toMatchObject({ ok: true });
  const { id } = await prisma.report.findFirstOrThrow({ where: { organisationId: world.school.id } });
  for (const message of await messagesOf(id)) await deliver(message.id, postWith(), { count: 1, isLast: false });
  const told = await prisma.notice.findMany({ where: { reportId: id, kind: "written_down" } });
  const heard = told.map(({ accountId }) => accountId);
  expect(heard).toEqual(expect.arrayContaining(hearing));
  expect(heard).not.toContain(elsewhere);
});
