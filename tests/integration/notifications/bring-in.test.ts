import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { sendMessage } from "@/lib/conversation/commands/send-message.server";
import { findConversation } from "@/lib/conversation/queries.server";
import { prisma } from "@/lib/db/client.server";
import { recordStatements } from "@/lib/db/statement-count.server";
import type { Role } from "@/lib/identity/roles";
import type { PersonViewer, SchoolViewer } from "@/lib/identity/viewer";
import { topicCodes } from "@/lib/notifications/choices";
import { bringIn, takeOut } from "@/lib/notifications/commands/bring-in.server";
import { watchReport } from "@/lib/notifications/commands/watch-report.server";
import { deliver } from "@/lib/notifications/deliver.server";
import { sendDigests } from "@/lib/notifications/digest.server";
import { listColleagues } from "@/lib/notifications/queries/colleagues.server";
import { countUnreadNotices, listNotices } from "@/lib/notifications/queries.server";
import { nowAt } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { messagesOf, postWith } from "@/tests/support/post";
import { officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aWorld, thursday, type World } from "@/tests/support/world";

const outside = { ok: false, problems: [{ code: "colleague-outside", field: "colleagueId" }] };
let world: World;
let report: { readonly id: string; readonly reference: string };

beforeEach(async () => {
  world = await aWorld();
  report = await aFiledReport(world);
  await tellAll();
});

async function tellAll() {
  for (const { id } of await messagesOf(report.id)) await deliver(id, postWith(), { count: 1, isLast: false });
}

const bring = (viewer: PersonViewer, colleagueId: string, reference = report.reference) =>
  bringIn(viewer, { reference, colleagueId }, thursday);
const take = (viewer: PersonViewer, colleagueId: string) =>
  takeOut(viewer, { reference: report.reference, colleagueId }, thursday);
const offered = async (viewer: PersonViewer) =>
  (await listColleagues(viewer, report.reference, thursday)).map(({ id }) => id);
const watches = () => prisma.watch.findMany({ where: { reportId: report.id }, select: { accountId: true } });
const acts = () =>
  prisma.auditEntry.findMany({
    where: { action: { in: ["report:bring-in", "report:take-out"] }, actorId: world.reporter.accountId },
    orderBy: { id: "asc" },
  });

async function aReader(): Promise<SchoolViewer> {
  return reporterOf(world.school.id, { ...(await anAccount(world.school.id, "reader")), role: "reader" });
}

/** Somebody of this organisation with a mandate that was changed; answers the account. */
async function changed(organisationId: string, role: Role, data: object) {
  const { accountId, mandateId } = await anAccount(organisationId, role);
  await prisma.mandate.update({ where: { id: mandateId }, data });
  return accountId;
}

async function disabled(organisationId: string, role: Role) {
  const { accountId } = await anAccount(organisationId, role);
  await prisma.account.update({ where: { id: accountId }, data: { disabledAt: thursday.at } });
  return accountId;
}

/** By name, so that a failure says who got in. */
async function notAtSchool(): Promise<Readonly<Record<string, string>>> {
  const { id } = world.school;
  return {
    himself: world.reporter.accountId,
    "the officer": world.officer.accountId,
    "somebody of another school": (await aWorld()).reporter.accountId,
    "for another location": await changed(id, "reader", { locationIds: [randomUUID()] }),
    "who left": await changed(id, "reader", { validUntil: new Date("2026-04-22") }),
    "who begins tomorrow": await changed(id, "reader", { validFrom: new Date("2026-04-24") }),
    "whose account is closed": await disabled(id, "reader"),
    "nobody at all": randomUUID(),
  };
}

async function notAtOffice(): Promise<Readonly<Record<string, string>>> {
  const { id } = world.office;
  return {
    "the reporter": world.reporter.accountId,
    "somebody of another office": (await aWorld()).officer.accountId,
    "an analyst": (await anAccount(id, "analyst")).accountId,
    "who left": await changed(id, "officer", { validUntil: new Date("2026-04-22") }),
    "whose account is closed": await disabled(id, "officer"),
  };
}

describe("refusals", () => {
  test("who only reads or prepares brings in nobody, nor does who has nothing to do with the report", async () => {
    const { accountId } = await anAccount(world.school.id, "reader");
    for (const role of ["reader", "preparer", "school_admin"] as const) {
      const viewer = reporterOf(world.school.id, { role });
      await expect(bring(viewer, accountId), role).rejects.toBeInstanceOf(NotAllowed);
      await expect(offered(viewer), role).rejects.toBeInstanceOf(NotAllowed);
    }
    const clerk = officerOf(world.office.id, { role: "office_clerk" });
    await expect(bring(clerk, world.officer.accountId)).rejects.toBeInstanceOf(NotAllowed);
    const { reporter, officer } = await aWorld();
    for (const stranger of [reporter, officer]) await expect(bring(stranger, accountId)).rejects.toThrow(NotFound);
    expect(await watches()).toEqual([]);
  });

  test("somebody else's report and one that does not exist give the same answer", async () => {
    const { reporter } = await aWorld();
    const { accountId } = await anAccount(reporter.organisationId, "reader");
    const answers = [report.reference, "V-2026-2222222", "no reference"].map((reference) =>
      bring(reporter, accountId, reference).catch(String),
    );
    expect(new Set(await Promise.all(answers)).size).toBe(1);
  });

  test("at a school nobody is brought in who could not open the report, whatever the form sends", async () => {
    for (const [who, id] of Object.entries(await notAtSchool())) {
      expect.soft(await offered(world.reporter), who).not.toContain(id);
      expect.soft(await bring(world.reporter, id), who).toEqual(outside);
    }
    expect([await watches(), await acts()]).toEqual([[], []]);
  });

  test("nor at an office, where a protected case is for who was named for it", async () => {
    for (const [who, id] of Object.entries(await notAtOffice())) {
      expect.soft(await offered(world.officer), who).not.toContain(id);
      expect.soft(await bring(world.officer, id), who).toEqual(outside);
    }
    await prisma.report.update({ where: { id: report.id }, data: { isProtected: true } });
    const named = officerOf(world.office.id, { protectedCases: true });
    const plain = (await anAccount(world.office.id, "officer")).accountId;
    const also = (await anAccount(world.office.id, "officer", { protectedCases: true })).accountId;
    expect(await bring(named, plain)).toEqual(outside);
    expect(await offered(named)).toEqual([also]);
  });

  test("who already follows it is not asked, and who chose to hear nothing keeps his choice", async () => {
    const [follower, silent] = [await aReader(), await aReader()];
    await watchReport(follower, { reference: report.reference, watch: "follow" }, thursday);
    await watchReport(silent, { reference: report.reference, watch: "mute" }, thursday);
    expect(await offered(world.reporter)).toEqual([silent.accountId]);
    expect(await bring(world.reporter, follower.accountId)).toEqual(outside);
    const refused = { ok: false, problems: [{ code: "colleague-muted", field: "colleagueId" }] };
    expect(await bring(world.reporter, silent.accountId)).toEqual(refused);
    expect((await findConversation(silent, thursday, report.id)).watch).toBe("mute");
  });

  test("only who was brought in by the own side is taken out: nobody who follows by himself, nobody of the other side", async () => {
    const [follower, brought] = [await aReader(), await aReader()];
    await watchReport(follower, { reference: report.reference, watch: "follow" }, thursday);
    await bring(world.reporter, brought.accountId);
    const refused = { ok: false, problems: [{ code: "colleague-not-brought-in" }] };
    expect(await take(world.reporter, follower.accountId)).toEqual(refused);
    expect(await take(world.officer, brought.accountId)).toEqual(refused);
    await expect(take(brought, brought.accountId)).rejects.toBeInstanceOf(NotAllowed);
    expect(await watches()).toHaveLength(2);
  });
});

test("a colleague who is brought in is told by whom, hears the news from then on, and is taken out again", async () => {
  const colleague = await aReader();
  const { accountId } = colleague;
  expect(await bring(world.reporter, accountId)).toEqual({
    ok: true,
    value: { path: `/meldingen/${report.reference}` },
  });
  await tellAll();
  expect((await listNotices(colleague, {}, thursday)).rows).toMatchObject([
    { reference: report.reference, event: null, by: world.reporter.name, isUnread: true },
  ]);
  await sendMessage(world.officer, { reference: report.reference, words: "Een.", asksReopening: false }, thursday);
  await tellAll();
  const heard = async () => (await listNotices(colleague, {}, thursday)).rows.map(({ event }) => event?.kind ?? null);
  expect(await heard()).toEqual(["messaged", null]);

  const card = async (viewer: PersonViewer) => findConversation(viewer, thursday, report.id);
  const shown = { id: accountId, name: colleague.name, askedBy: world.reporter.name };
  expect(await card(world.reporter)).toMatchObject({ followers: [shown], allows: { bringIn: true } });
  expect(await card(colleague)).toMatchObject({
    watch: "follow",
    askedBy: world.reporter.name,
    allows: { bringIn: false },
  });
  expect((await card(world.officer)).followers).toEqual([]);

  expect(await take(world.reporter, accountId)).toMatchObject({ ok: true });
  expect(await heard()).toEqual(["messaged"]);
  await sendMessage(world.officer, { reference: report.reference, words: "Twee.", asksReopening: false }, thursday);
  await tellAll();
  expect(await heard()).toEqual(["messaged"]);
  expect(await card(colleague)).toMatchObject({ watch: "part", askedBy: null });
});

test("the access log says who brought in whom and who let him go, by their ids", async () => {
  const { accountId } = await aReader();
  await bring(world.reporter, accountId);
  await take(world.reporter, accountId);
  const logged = (await acts()).map(({ action, objectKind, objectId, reason }) => [
    action,
    objectKind,
    objectId,
    reason,
  ]);
  expect(logged).toEqual([
    ["report:bring-in", "report", report.id, "own-school"],
    ["report:bring-in", "account", accountId, "own-school"],
    ["report:take-out", "report", report.id, "own-school"],
    ["report:take-out", "account", accountId, "own-school"],
  ]);
});

test("an officer brings in a colleague of the office, who stops by himself and may be asked again", async () => {
  const { accountId } = await anAccount(world.office.id, "officer");
  const colleague = officerOf(world.office.id, { accountId });
  await bring(world.officer, accountId);
  await tellAll();
  expect(await countUnreadNotices(colleague)).toBe(1);
  await watchReport(colleague, { reference: report.reference, watch: "part" }, thursday);
  expect((await listNotices(colleague, {}, thursday)).rows).toMatchObject([{ event: null, by: null }]);
  expect(await bring(world.officer, accountId)).toMatchObject({ ok: true });
});

test("of two who ask the same colleague in one moment one is told of, and he hears it once", async () => {
  const colleague = await aReader();
  const second = reporterOf(world.school.id, await anAccount(world.school.id, "reporter").then(asReporter));
  await Promise.all([bring(world.reporter, colleague.accountId), bring(second, colleague.accountId)]);
  await tellAll();
  expect(await countUnreadNotices(colleague)).toBe(1);
});

test("news does not stumble over a colleague who was not told yet that he was brought in", async () => {
  const colleague = await aReader();
  await bring(world.reporter, colleague.accountId);
  await sendMessage(world.officer, { reference: report.reference, words: "Een.", asksReopening: false }, thursday);
  const last = (await messagesOf(report.id)).at(-1);
  await deliver(last?.id ?? "", postWith(), { count: 1, isLast: false });
  expect((await listNotices(colleague, {}, thursday)).rows.map(({ event }) => event?.kind)).toEqual(["messaged"]);
});

test("who was taken out, or may not open the report any more, before the mail was written, gets none", async () => {
  const [out, gone] = [await aReader(), await aReader()];
  for (const { accountId } of [out, gone]) await bring(world.reporter, accountId);
  await take(world.reporter, out.accountId);
  // He hears of all reports of the school in any case, and not that he was brought in.
  const { email } = await prisma.account.findUniqueOrThrow({ where: { id: out.accountId } });
  const rule = { organisationId: world.school.id, email, createdBy: "Beheer", createdAt: thursday.at };
  await prisma.followRule.create({ data: rule });
  await prisma.mandate.updateMany({
    where: { accountId: gone.accountId },
    data: { validUntil: new Date("2026-04-22") },
  });
  await tellAll();
  expect(await prisma.notice.count({ where: { accountId: { in: [out.accountId, gone.accountId] } } })).toBe(0);
  expect(await lettersTo(out, gone)).toEqual([]);
});

test("the mail names no student and nobody of the school, cannot be answered, and comes once a day where that was chosen", async () => {
  const [atOnce, daily] = [await aReader(), await aReader()];
  const { accountId } = daily;
  const data = topicCodes.map((topic) => ({ accountId, topic, delivery: "daily" }));
  await prisma.notificationChoice.createMany({ data });
  for (const viewer of [atOnce, daily]) await bring(world.reporter, viewer.accountId);
  await tellAll();
  const [letter, later] = [(await lettersTo(atOnce))[0], (await lettersTo(daily))[0]];
  expect(letter).toMatchObject({ side: "school", reportId: report.id, isForDay: false, isAnswerable: false });
  expect(letter?.text).toContain(report.reference);
  expect(letter?.text).not.toContain(world.reporter.name);
  expect(letter?.text).not.toContain("Boer");
  expect(later).toMatchObject({ isForDay: true });
  await sendDigests(postWith(), nowAt(new Date("2031-03-03T08:00:00Z")));
  const ofDay = (await lettersTo(daily)).find(({ id }) => id !== later?.id);
  expect(ofDay?.text).toContain("Een collega heeft u bij deze melding gehaald.");
});

test("the page of a report asks nothing more for it: colleagues are asked when the form is opened, in two statements", async () => {
  const page = await recordStatements(() => findConversation(world.reporter, thursday, report.id));
  const opened = await recordStatements(() => listColleagues(world.reporter, report.reference, thursday));
  expect([page.statements.length, opened.statements.length]).toEqual([1, 2]);
});

async function lettersTo(...readers: readonly PersonViewer[]) {
  const accounts = await prisma.account.findMany({
    where: { id: { in: readers.map(({ accountId }) => accountId) } },
    select: { email: true },
  });
  return prisma.letter.findMany({ where: { toAddress: { in: accounts.map(({ email }) => email) } } });
}

function asReporter({ accountId, name }: { readonly accountId: string; readonly name: string }) {
  return { accountId, name, role: "reporter" } as const;
}
