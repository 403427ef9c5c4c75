import { beforeEach, expect, test } from "vitest";
import { pauseClock } from "@/lib/casework/commands/keep-clock.server";
import { remindOfTerms } from "@/lib/casework/remind-of-terms.server";
import { prisma } from "@/lib/db/client.server";
import { tellOfTerms } from "@/lib/notifications/tell.server";
import { calendarDate, toColumn } from "@/lib/shared/calendar-date";
import { type Now, nowAt } from "@/lib/shared/clock";
import { aFiledReport, anAccount, aWorld, type World } from "@/tests/support/world";

const on = (text: string): Now => nowAt(new Date(`${text}T08:00:00Z`));
let world: World;
let lead: { accountId: string };

beforeEach(async () => {
  await prisma.termReminder.deleteMany();
  world = await aWorld();
  lead = await anAccount(world.office.id, "team_lead");
  // Two that are promised for Friday 1 May; one is with the officer, one with nobody.
  const references = [await aFiledReport(world), await aFiledReport(world, { separate: true })].map(
    (one) => one.reference,
  );
  await prisma.report.updateMany({ where: { reference: { in: references } }, data: { officerId: null } });
  await prisma.report.update({
    where: { reference: references[0] ?? "" },
    data: { officerId: world.officer.accountId },
  });
});

const reminded = async () => {
  const rows = await prisma.termReminder.findMany({ where: { officeId: world.office.id } });
  return Object.fromEntries(rows.map((row) => [row.accountId, [row.soonCount, row.overCount, row.escalatedCount]]));
};

test("the day before the last one the officer is reminded, and the lead of what nobody has in hand", async () => {
  await remindOfTerms(on("2026-04-29"));
  expect(await reminded()).toEqual({});
  await remindOfTerms(on("2026-04-30"));
  expect(await reminded()).toEqual({ [world.officer.accountId]: [1, 0, 0], [lead.accountId]: [1, 0, 0] });
});

test("done twice on one day, by two workers at one moment, nobody is reminded twice", async () => {
  await Promise.all([remindOfTerms(on("2026-04-30")), remindOfTerms(on("2026-04-30"))]);
  expect(await remindOfTerms(on("2026-04-30"))).toBe(0);
  expect(await prisma.termReminder.count({ where: { officeId: world.office.id } })).toBe(2);
});

test("what is over its term for more than two working days is told to the lead too", async () => {
  await remindOfTerms(on("2026-05-08"));
  expect(await reminded()).toEqual({ [world.officer.accountId]: [0, 1, 0], [lead.accountId]: [0, 1, 1] });
});

test("an office is not reminded on a day on which it is closed, and hears of it on the working day before", async () => {
  const thursday = { day: toColumn(calendarDate.parse("2026-04-30")), name: "Brugdag" };
  const addedAt = new Date("2026-04-24T08:00:00Z");
  await prisma.officeFreeDay.create({ data: { officeId: world.office.id, ...thursday, addedAt } });
  await remindOfTerms(on("2026-04-30"));
  expect(await reminded()).toEqual({});
  await remindOfTerms(on("2026-04-29"));
  expect(await reminded()).toEqual({ [world.officer.accountId]: [1, 0, 0], [lead.accountId]: [1, 0, 0] });
});

test("nobody is reminded of a report whose clock stands still", async () => {
  const { reference } = await prisma.report.findFirstOrThrow({ where: { officerId: world.officer.accountId } });
  await pauseClock(world.officer, { reference, waitsFor: "school" }, on("2026-04-24"));
  await remindOfTerms(on("2026-05-08"));
  expect(await reminded()).toEqual({ [lead.accountId]: [0, 1, 0] });
});

test("the letter says how many and where, once, and names no report and nobody", async () => {
  await remindOfTerms(on("2026-05-08"));
  const { id } = await prisma.termReminder.findFirstOrThrow({ where: { accountId: lead.accountId } });
  const stationery = { origin: "https://loket.example", mailFrom: "loket@loket.example" };
  await tellOfTerms({ reminderId: id }, stationery, on("2026-05-08"));
  await tellOfTerms({ reminderId: id }, stationery, on("2026-05-08"));
  const letters = await prisma.letter.findMany({ where: { eventId: id } });
  expect(letters).toHaveLength(1);
  expect(letters[0]?.subject).toBe("2 meldingen zijn over de termijn");
  expect(letters[0]?.text).toContain("https://loket.example/werkvoorraad?lijst=overdue");
  expect(letters[0]?.text).not.toMatch(/V-2026-|Boer|Sami/);
});
