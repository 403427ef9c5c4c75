import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { assignReport } from "@/lib/casework/commands/assign-report.server";
import { handOverWork } from "@/lib/casework/commands/hand-over.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { prisma } from "@/lib/db/client.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { deliver } from "@/lib/notifications/deliver.server";
import { messagesOf, postWith } from "@/tests/support/post";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let report: Awaited<ReturnType<typeof aFiledReport>>;
let former: OfficeViewer;
let colleague: OfficeViewer;
let lead: OfficeViewer;

beforeEach(async () => {
  world = await aWorld();
  report = await aFiledReport(world);
  former = await anOfficer("officer");
  colleague = await anOfficer("officer");
  lead = await anOfficer("team_lead");
  await inHandsOf(former, report);
});

/** As a report that a rule gave to somebody, who did nothing with it yet. */
async function inHandsOf({ accountId }: OfficeViewer, { reference, id }: typeof report) {
  await assignReport(lead, { reference, officerId: accountId }, thursday);
  await tellAll([id]);
  await forget();
}

async function anOfficer(role: "officer" | "team_lead"): Promise<OfficeViewer> {
  const account = await anAccount(world.office.id, role);
  return officerOf(world.office.id, { ...account, name: `${role} ${randomUUID()}`, role });
}

async function tellAll(reportIds: readonly string[]) {
  for (const reportId of reportIds) {
    for (const { id } of await messagesOf(reportId)) await deliver(id, postWith(), { count: 1, isLast: false });
  }
}

const address = async () => (await prisma.account.findUniqueOrThrow({ where: { id: former.accountId } })).email;

/** What was told until now is not asked after. */
async function forget() {
  await prisma.notice.deleteMany({ where: { accountId: former.accountId } });
  await prisma.letter.deleteMany({ where: { toAddress: await address() } });
  await prisma.outboxMessage.deleteMany({ where: { payload: { path: ["reportId"], equals: report.id } } });
}

/** What the former officer hears once everything was told: the kinds of his notices, and his letters. */
async function heard(reportIds: readonly string[] = [report.id]) {
  await tellAll(reportIds);
  const [notices, letters] = await Promise.all([
    prisma.notice.findMany({ where: { accountId: former.accountId }, orderBy: { id: "asc" } }),
    prisma.letter.findMany({ where: { toAddress: await address() }, orderBy: { id: "asc" } }),
  ]);
  return { notices: notices.map(({ kind }) => kind), letters };
}

test("who takes up his own report, gives it away himself or has left the office is told nothing of it", async () => {
  await takeUp(former, { reference: report.reference }, thursday);
  await assignReport(
    { ...former, role: "team_lead" },
    { reference: report.reference, officerId: colleague.accountId },
    thursday,
  );
  expect(await heard()).toEqual({ notices: [], letters: [] });
  await inHandsOf(former, report);
  await prisma.mandate.updateMany({
    where: { accountId: former.accountId },
    data: { validUntil: new Date("2026-04-22") },
  });
  await assignReport(lead, { reference: report.reference, officerId: colleague.accountId }, thursday);
  expect((await heard()).notices).toEqual([]);
});

test("from whom a colleague takes a report up hears that at once", async () => {
  await takeUp(colleague, { reference: report.reference }, thursday);
  const { notices, letters } = await heard();
  expect(notices).toEqual(["taken_up"]);
  expect(letters).toMatchObject([{ subject: expect.stringMatching(/is in behandeling$/), side: "office" }]);
});

test("whose report is given to somebody else, or back to all, hears that it is his no more", async () => {
  await assignReport(lead, { reference: report.reference, officerId: colleague.accountId }, thursday);
  const { notices, letters } = await heard();
  expect(notices).toEqual(["assigned"]);
  expect(letters).toMatchObject([{ subject: expect.stringMatching(/heeft een andere behandelaar$/) }]);
  expect(letters[0]?.text).toMatch(/^Deze melding heeft een andere behandelaar\./);
});

test("whose whole caseload is handed over hears of each report, most of them in the letter of the day", async () => {
  const others = [await aFiledReport(world, { separate: true }), await aFiledReport(world, { separate: true })];
  for (const one of others) await inHandsOf(former, one);
  await handOverWork(lead, { accountId: former.accountId, to: colleague.accountId }, thursday);
  const { notices, letters } = await heard([report.id, ...others.map(({ id }) => id)]);
  expect(notices).toEqual(["assigned", "assigned", "assigned"]);
  expect(letters.map(({ isForDay }) => isForDay).toSorted()).toEqual([false, true, true]);
});
