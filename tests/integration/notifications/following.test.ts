import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { sendMessage } from "@/lib/conversation/commands/send-message.server";
import { findConversation } from "@/lib/conversation/queries.server";
import { prisma } from "@/lib/db/client.server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { addFollowRule, dropFollowRule, handOnReports } from "@/lib/notifications/commands/follow-rules.server";
import { chooseMail, dropStandIn, nameStandIn } from "@/lib/notifications/commands/own-mail.server";
import { watchReport } from "@/lib/notifications/commands/watch-report.server";
import { deliver } from "@/lib/notifications/deliver.server";
import { findFollowRules, findOwnMail, listOfficeFollowers } from "@/lib/notifications/queries/own-mail.server";
import { followRuleForm } from "@/lib/reports/follow-rule-form";
import { addDays } from "@/lib/shared/calendar-date";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { messagesOf, postWith } from "@/tests/support/post";
import { officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let report: { readonly id: string; readonly reference: string };
let admin: SchoolViewer;

beforeEach(async () => {
  world = await aWorld();
  report = await aFiledReport(world);
  admin = reporterOf(world.school.id, { ...(await anAccount(world.school.id, "school_admin")), role: "school_admin" });
});

describe("refusals", () => {
  test("nobody follows a report that he may not read", async () => {
    const { reporter } = await aWorld();
    const following = watchReport(reporter, { reference: report.reference, watch: "follow" }, thursday);
    await expect(following).rejects.toBeInstanceOf(NotFound);
  });

  test("only who tends the people of a school says who hears of all its reports, and only for that school", async () => {
    const add = (viewer: SchoolViewer) => addFollowRule(viewer, { email: "team@school.example" }, thursday);
    expect(() => add(world.reporter)).toThrow(NotAllowed);
    await add(admin);
    expect(await add(admin)).toMatchObject({ problems: [{ code: "follows-already" }] });
    const elsewhere = await aWorld();
    const other = reporterOf(elsewhere.school.id, { role: "school_admin" });
    const [rule] = (await findFollowRules(admin, thursday)).rules;
    await expect(dropFollowRule(other, { id: rule?.id ?? "" }, thursday)).rejects.toBeInstanceOf(NotFound);
    expect((await findFollowRules(other, thursday)).rules).toEqual([]);
    await expect(findFollowRules(world.reporter, thursday)).rejects.toBeInstanceOf(NotFound);
  });

  test("nobody of another school stands in or takes over, and nobody stands in for himself", async () => {
    const { reporter: stranger } = await aWorld();
    const days = { firstDay: thursday.today, lastDay: addDays(thursday.today, 3) };
    for (const deputyId of [stranger.accountId, world.reporter.accountId, randomUUID()]) {
      const named = await nameStandIn(world.reporter, { ...days, deputyId }, thursday);
      expect.soft(named).toEqual({ ok: false, problems: [{ code: "deputy-missing", field: "deputyId" }] });
    }
    const handed = await handOnReports(admin, { fromId: world.reporter.accountId, toId: stranger.accountId }, thursday);
    expect(handed).toMatchObject({ problems: [{ code: "person-missing" }] });
  });
});

describe("at the office", () => {
  const ruleFor = (email: string, type?: string) => ({ email, ...(type === undefined ? {} : { type }) });
  const toldBy = async (words: string) => {
    await sendMessage(world.reporter, { reference: report.reference, words, asksReopening: false }, thursday);
    for (const { id } of await messagesOf(report.id)) await deliver(id, postWith(null), { count: 1, isLast: false });
    const event = await prisma.event.findFirstOrThrow({ where: { reportId: report.id }, orderBy: { id: "desc" } });
    const letters = await prisma.letter.findMany({ where: { eventId: event.id } });
    return letters.map(({ toAddress }) => toAddress);
  };
  const emailOf = async ({ accountId }: { readonly accountId: string }) =>
    (await prisma.account.findUniqueOrThrow({ where: { id: accountId } })).email;
  const leadOf = async ({ office }: World) =>
    officerOf(office.id, { ...(await anAccount(office.id, "team_lead")), role: "team_lead" });

  test("only who plans it says who hears of its reports, and no other office knows of it", async () => {
    const lead = await leadOf(world);
    expect(() => addFollowRule(world.officer, ruleFor("team@office.example"), thursday)).toThrow(NotAllowed);
    await expect(listOfficeFollowers(world.officer, thursday)).rejects.toBeInstanceOf(NotFound);
    await expect(listOfficeFollowers(admin, thursday)).rejects.toBeInstanceOf(NotFound);
    await addFollowRule(lead, ruleFor("team@office.example"), thursday);
    const [rule] = await listOfficeFollowers(lead, thursday);
    const stranger = await leadOf(await aWorld());
    expect(await listOfficeFollowers(stranger, thursday)).toEqual([]);
    await expect(dropFollowRule(stranger, { id: rule?.id ?? "" }, thursday)).rejects.toBeInstanceOf(NotFound);
    const { id } = world.school.location;
    const located = await addFollowRule(lead, { email: "x@office.example", locationId: id }, thursday);
    expect(located).toMatchObject({ problems: [{ code: "location-unknown" }] });
    await dropFollowRule(lead, { id: rule?.id ?? "" }, thursday);
    expect(await listOfficeFollowers(lead, thursday)).toEqual([]);
  });

  test("a mailbox and a colleague hear of the types they were named for, an outsider with an account of none", async () => {
    const { type } = await prisma.report.findUniqueOrThrow({ where: { id: report.id } });
    const lead = await leadOf(world);
    const colleague = await emailOf(await anAccount(world.office.id, "officer"));
    const outsider = await emailOf((await aWorld()).officer);
    for (const email of [colleague, outsider, "team@office.example"]) {
      await addFollowRule(lead, ruleFor(email, type), thursday);
    }
    await addFollowRule(lead, ruleFor("ander@office.example", "another-type"), thursday);
    const told = await toldBy("Een.");
    expect(told).toEqual(expect.arrayContaining([colleague, "team@office.example"]));
    expect(told).not.toContain(outsider);
    expect(told).not.toContain("ander@office.example");
  });

  test("of a protected student a mailbox hears nothing, nor a colleague who was not named for it", async () => {
    const lead = await leadOf(world);
    const plain = await emailOf(await anAccount(world.office.id, "officer"));
    const named = await emailOf(await anAccount(world.office.id, "officer", { protectedCases: true }));
    for (const email of [plain, named, "team@office.example"]) await addFollowRule(lead, ruleFor(email), thursday);
    await prisma.report.update({ where: { id: report.id }, data: { isProtected: true } });
    const told = await toldBy("Een.");
    expect(told).toContain(named);
    expect(told).not.toContain(plain);
    expect(told).not.toContain("team@office.example");
  });
});

test("a rule is for a type that there is", () => {
  const typed = (type: string) => followRuleForm.safeParse({ email: "team@school.example", type }).success;
  expect([typed("late_arrival"), typed("verzonnen")]).toEqual([true, false]);
});

test("an officer who follows a report of the school is no name for the school, and hands nothing on", async () => {
  await watchReport(world.officer, { reference: report.reference, watch: "follow" }, thursday);
  const { holders } = await findFollowRules(admin, thursday);
  expect(holders.map(({ id }) => id)).toEqual([world.reporter.accountId]);
  const heir = await anAccount(world.school.id, "reporter");
  const handed = await handOnReports(admin, { fromId: world.officer.accountId, toId: heir.accountId }, thursday);
  expect(handed).toEqual({ ok: false, problems: [{ code: "person-missing", field: "fromId" }] });
});

test("whoever left the school can still be handed on from", async () => {
  await prisma.mandate.updateMany({
    where: { accountId: world.reporter.accountId },
    data: { validUntil: new Date("2021-01-01") },
  });
  const { holders, people } = await findFollowRules(admin, thursday);
  expect(holders.map(({ id }) => id)).toEqual([world.reporter.accountId]);
  expect(people.map(({ id }) => id)).not.toContain(world.reporter.accountId);
});

test("somebody follows a report, mutes it, and lets his part decide again", async () => {
  const { reference } = report;
  const colleague = reporterOf(world.school.id, await anAccount(world.school.id, "reader").then(asReader));
  const seen = async () => (await findConversation(colleague, thursday, report.id)).watch;
  expect(await seen()).toBe("part");
  for (const watch of ["follow", "mute", "part"] as const) {
    await watchReport(colleague, { reference, watch }, thursday);
    expect(await seen()).toBe(watch);
  }
});

test("an officer who follows a report and became an analyst hears nothing more of it", async () => {
  const follower = officerOf(world.office.id, { ...(await anAccount(world.office.id, "officer")), role: "officer" });
  await watchReport(follower, { reference: report.reference, watch: "follow" }, thursday);
  const heard = async () => {
    const input = { reference: report.reference, words: "x", asksReopening: false };
    await sendMessage(world.reporter, input, thursday);
    for (const { id } of await messagesOf(report.id)) await deliver(id, postWith(null), { count: 1, isLast: false });
    return prisma.notice.count({ where: { accountId: follower.accountId } });
  };
  const before = await heard();
  expect(before).toBeGreaterThan(0);
  await prisma.mandate.updateMany({ where: { accountId: follower.accountId }, data: { role: "analyst" } });
  expect(await heard()).toBe(before);
});

test("colleagues of the own side see who follows, the other side does not", async () => {
  const colleague = reporterOf(world.school.id, await anAccount(world.school.id, "reader").then(asReader));
  await watchReport(colleague, { reference: report.reference, watch: "follow" }, thursday);
  const { accountId: id, name } = colleague;
  const seen = (await findConversation(world.reporter, thursday, report.id)).followers;
  expect(seen).toEqual([{ id, name, askedBy: null }]);
  expect((await findConversation(world.officer, thursday, report.id)).followers).toEqual([]);
  await prisma.mandate.updateMany({ where: { accountId: id }, data: { validUntil: new Date("2026-04-22") } });
  expect((await findConversation(world.reporter, thursday, report.id)).followers).toEqual([]);
});

test("whoever leaves hands on all open reports with one act", async () => {
  const heir = await anAccount(world.school.id, "reporter");
  const handed = await handOnReports(admin, { fromId: world.reporter.accountId, toId: heir.accountId }, thursday);
  expect(handed).toEqual({ ok: true, value: { count: 1 } });
  expect(await prisma.watch.findMany({ where: { reportId: report.id } })).toMatchObject([
    { accountId: heir.accountId, isMuted: false },
  ]);
});

test("choices and stand-ins are kept, shown, and changed again", async () => {
  const all = { place: "daily", steps: "off", talk: "now", requests: "daily", result: "now" } as const;
  await chooseMail(world.reporter, all, thursday);
  await chooseMail(world.reporter, { ...all, talk: "off" }, thursday);
  const deputy = await anAccount(world.school.id, "reporter");
  const days = { firstDay: thursday.today, lastDay: addDays(thursday.today, 3) };
  await nameStandIn(world.reporter, { ...days, deputyId: deputy.accountId }, thursday);
  const own = await findOwnMail(world.reporter, thursday);
  expect(own.choices).toEqual({ ...all, talk: "off" });
  expect(own.absence?.planned).toMatchObject([{ deputy: deputy.name, ...days }]);
  await dropStandIn(world.reporter, { id: own.absence?.planned[0]?.id ?? "" }, thursday);
  expect((await findOwnMail(world.reporter, thursday)).absence?.planned).toEqual([]);
});

function asReader({ accountId, name }: { readonly accountId: string; readonly name: string }) {
  return { accountId, name, role: "reader" } as const;
}
