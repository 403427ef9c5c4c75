import { expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { findLastContact } from "@/lib/reports/queries/last-contact.server";
import { reporterOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aWorld } from "@/tests/support/world";

test("the contact of the last own report is proposed again, and never that of a report which a colleague prepared", async () => {
  const world = await aWorld();
  expect(await findLastContact(world.reporter)).toBeNull();
  await aFiledReport(world, { contact: { name: "Anouk", email: "anouk@school.example" } });
  const prepared = await aFiledReport(world, {
    separate: true,
    contact: { name: "Mentor", email: "mentor@school.example" },
  });
  expect(await findLastContact(world.reporter)).toMatchObject({ name: "Mentor" });
  const { accountId } = await anAccount(world.school.id, "preparer");
  await prisma.reportFollower.create({ data: { reportId: prepared.id, accountId } });
  expect(await findLastContact(world.reporter)).toMatchObject({ name: "Anouk" });
  expect(await findLastContact(reporterOf(world.school.id, { accountId }))).toBeNull();
});
