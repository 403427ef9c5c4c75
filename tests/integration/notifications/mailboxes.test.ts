import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { askCall } from "@/lib/conversation/commands/ask-call.server";
import { sendMessage } from "@/lib/conversation/commands/send-message.server";
import { prisma } from "@/lib/db/client.server";
import type { OfficeViewer, SchoolViewer } from "@/lib/identity/viewer";
import { addFollowRule, changeFollowRule, dropFollowRule } from "@/lib/notifications/commands/follow-rules.server";
import { deliver } from "@/lib/notifications/deliver.server";
import { sendDigests } from "@/lib/notifications/digest.server";
import { changeFollowRuleInput } from "@/lib/notifications/inputs";
import { type Mail, openMail } from "@/lib/notifications/mailer.server";
import { findFollowRules, listOfficeFollowers } from "@/lib/notifications/queries/own-mail.server";
import { nowAt } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { messagesOf, postWith } from "@/tests/support/post";
import { openSmtp, type TestSmtp } from "@/tests/support/smtp";
import { officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aWorld, thursday, type World } from "@/tests/support/world";

const monday = nowAt(new Date("2031-03-03T08:00:00Z"));

let world: World;
/** A mailbox of the school, and one of the office: of this test alone. */
let team: string;
let desk: string;
let smtp: TestSmtp;
let mail: Mail;
let admin: SchoolViewer;
let lead: OfficeViewer;

beforeEach(async () => {
  world = await aWorld();
  smtp = await openSmtp();
  mail = openMail(smtp.url, "loket@loket.example");
  [team, desk] = [`team-${randomUUID()}@school.example`, `team-${randomUUID()}@office.example`];
  admin = await adminOf(world);
  lead = await leadOf(world);
  return async () => {
    mail.close();
    await smtp.close();
  };
});

async function adminOf({ school }: World) {
  return reporterOf(school.id, { ...(await anAccount(school.id, "school_admin")), role: "school_admin" });
}

async function leadOf({ office }: World) {
  return officerOf(office.id, { ...(await anAccount(office.id, "team_lead")), role: "team_lead" });
}

async function aColleague() {
  const { accountId } = await anAccount(world.school.id, "reporter");
  return { accountId, email: (await prisma.account.findUniqueOrThrow({ where: { id: accountId } })).email };
}

async function ruleOf(email: string) {
  return (await prisma.followRule.findFirstOrThrow({ where: { email } })).id;
}

async function deliverNews(reportId: string): Promise<void> {
  for (const { id } of await messagesOf(reportId)) await deliver(id, postWith(mail), { count: 1, isLast: false });
}

/** The morning comes, and with it the letters of the day. */
async function morning(): Promise<void> {
  await sendDigests(postWith(), monday);
  const digests = await prisma.outboxMessage.findMany({ where: { topic: "digest", doneAt: null } });
  for (const { id } of digests) await deliver(id, postWith(mail), { count: 1, isLast: false });
}

const say = (reference: string, words: string) =>
  sendMessage(world.officer, { reference, words, asksReopening: false }, thursday);
const subjectsTo = (address: string) =>
  smtp.received.filter(({ to }) => to.includes(address)).map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1]);
const lettersTo = (toAddress: string) => prisma.letter.findMany({ where: { toAddress }, orderBy: { id: "asc" } });

describe("refusals", () => {
  test("nobody but who tends the people of the school or plans the office says how often its mailboxes hear", async () => {
    await addFollowRule(admin, { email: team }, thursday);
    await addFollowRule(lead, { email: desk }, thursday);
    const [ofSchool, ofOffice] = [await ruleOf(team), await ruleOf(desk)];
    const elsewhere = await aWorld();
    for (const [viewer, id] of [
      [await adminOf(elsewhere), ofSchool],
      [await leadOf(elsewhere), ofOffice],
      [lead, ofSchool],
      [admin, ofOffice],
    ] as const) {
      const changed = changeFollowRule(viewer, { id, delivery: "daily" }, thursday);
      await expect.soft(changed).rejects.toBeInstanceOf(NotFound);
    }
    for (const [viewer, id] of [
      [world.reporter, ofSchool],
      [world.officer, ofOffice],
    ] as const) {
      expect.soft(() => changeFollowRule(viewer, { id, delivery: "daily" }, thursday)).toThrow(NotAllowed);
    }
    expect(await prisma.followRule.count({ where: { email: { in: [team, desk] }, isDaily: true } })).toBe(0);
  });

  test("a mailbox cannot be told to hear nothing: that is taking it off the list", async () => {
    await addFollowRule(admin, { email: team }, thursday);
    const change = { id: await ruleOf(team), delivery: "off" };
    expect(changeFollowRuleInput.safeParse(change).error?.issues).toMatchObject([{ message: "choice-unknown" }]);
  });

  test("whether a stranger has an account is not shown with the rule that names him", async () => {
    const emailOf = async (id: string) => (await prisma.account.findUniqueOrThrow({ where: { id } })).email;
    const stranger = await emailOf((await aWorld()).reporter.accountId);
    const colleague = await emailOf(world.reporter.accountId);
    for (const email of [stranger, colleague]) await addFollowRule(admin, { email, delivery: "daily" }, thursday);
    const shown = (await findFollowRules(admin, thursday)).rules.map(({ email, delivery }) => [email, delivery]);
    expect(Object.fromEntries(shown)).toEqual({ [stranger]: "daily", [colleague]: null });
  });

  test("the same address with another choice is no second rule", async () => {
    await addFollowRule(admin, { email: team }, thursday);
    const again = await addFollowRule(admin, { email: team, delivery: "daily" }, thursday);
    expect(again).toMatchObject({ problems: [{ code: "follows-already", field: "email" }] });
  });
});

test("what was chosen for a mailbox stands in the list and can be changed there", async () => {
  await addFollowRule(admin, { email: team, delivery: "daily" }, thursday);
  await addFollowRule(lead, { email: desk }, thursday);
  const chosen = async () => [
    (await findFollowRules(admin, thursday)).rules.map(({ delivery }) => delivery),
    (await listOfficeFollowers(lead, thursday)).map(({ delivery }) => delivery),
  ];
  expect(await chosen()).toEqual([["daily"], ["now"]]);
  await changeFollowRule(admin, { id: await ruleOf(team), delivery: "now" }, thursday);
  await changeFollowRule(lead, { id: await ruleOf(desk), delivery: "daily" }, thursday);
  expect(await chosen()).toEqual([["now"], ["daily"]]);
});

test("a mailbox that hears once a day gets one letter in the morning, which tells of all and names no student", async () => {
  await addFollowRule(admin, { email: team, delivery: "daily" }, thursday);
  const direct = `direct-${team}`;
  await addFollowRule(admin, { email: direct }, thursday);
  const level = { organisationId: world.school.id, chosenBy: "Beheer", chosenAt: thursday.at };
  await prisma.mailLevel.create({ data: { ...level, level: "number" } });
  const { id, reference } = await aFiledReport(world, { ownReference: "VB-12" });
  await takeUp(world.officer, { reference }, thursday);
  await say(reference, "Een.");
  await deliverNews(id);
  expect(subjectsTo(team)).toEqual([]);
  expect(subjectsTo(direct)).toHaveLength(3);

  await Promise.all([sendDigests(postWith(), monday), sendDigests(postWith(), monday)]);
  await morning();
  await morning();
  expect(subjectsTo(team)).toEqual(["3 keer nieuws over uw meldingen"]);
  const { text } = await prisma.letter.findFirstOrThrow({ where: { toAddress: team, reportId: null } });
  expect(text).toContain(`Melding ${reference}\n`);
  expect(text).toContain(`https://loket.example/meldingen/${reference}\n`);
  expect(text).toContain(`Nu: ${world.office.name} (${world.officer.name}). ${world.office.name} is met deze melding`);
  expect(text).toContain("kiest hoe vaak dit adres mail krijgt");
  expect(text).not.toMatch(/Sami|Boer|motivati|VB-12|Mijn account/i);
});

test("a mailbox of the office hears at once of an urgent report and of a call, and of the rest once a day", async () => {
  await addFollowRule(lead, { email: desk, delivery: "daily" }, thursday);
  const calm = await aFiledReport(world);
  const urgent = await aFiledReport(world, { urgent: { reason: "Gevaar thuis." }, separate: true });
  await askCall(world.reporter, { reference: calm.reference, phone: "0612345678", times: "na 9 uur" }, thursday);
  const waits = async (reportId: string) => {
    await deliverNews(reportId);
    return (await lettersTo(desk)).filter((one) => one.reportId === reportId).map(({ isForDay }) => isForDay);
  };
  expect(await waits(calm.id)).toEqual([true, false]);
  expect(await waits(urgent.id)).toEqual([false]);
  await morning();
  expect(subjectsTo(desk)).toHaveLength(3);
  const digest = await prisma.letter.findFirstOrThrow({ where: { toAddress: desk, reportId: null } });
  expect(digest.text).toContain(`https://loket.example/werkvoorraad/${calm.reference}\n`);
  expect(digest.text).not.toContain(urgent.reference);
});

test("of several rules for one mailbox those count that are for the report, and one that says at once is enough", async () => {
  const { id: reportId } = await aFiledReport(world);
  const { type } = await prisma.report.findUniqueOrThrow({ where: { id: reportId } });
  await addFollowRule(admin, { email: team, delivery: "daily" }, thursday);
  await addFollowRule(admin, { email: team, type: "another-type" }, thursday);
  await deliverNews(reportId);
  expect(subjectsTo(team)).toEqual([]);
  await addFollowRule(admin, { email: team, type }, thursday);
  const more = await aFiledReport(world, { separate: true });
  await deliverNews(more.id);
  expect(subjectsTo(team)).toHaveLength(1);
});

test("a mailbox that is the contact of a report too hears of it as its school chose", async () => {
  await addFollowRule(admin, { email: team, delivery: "daily" }, thursday);
  const { id } = await aFiledReport(world, { contact: { name: "Verzuimteam", email: team } });
  await deliverNews(id);
  expect((await lettersTo(team)).map(({ isForDay }) => isForDay)).toEqual([true]);
});

describe("of what waits, a mailbox that was taken off the list gets nothing", () => {
  const drop = async (viewer: SchoolViewer | OfficeViewer, email: string) =>
    dropFollowRule(viewer, { id: await ruleOf(email) }, thursday);
  const anHourAgo = (letters: readonly { readonly id: string }[]) =>
    prisma.letter.updateMany({
      where: { id: { in: letters.map(({ id }) => id) } },
      data: { createdAt: new Date(Date.now() - 50 * 60_000) },
    });

  test("in the letter of the day", async () => {
    await addFollowRule(admin, { email: team, delivery: "daily" }, thursday);
    await addFollowRule(lead, { email: desk, delivery: "daily" }, thursday);
    const { id } = await aFiledReport(world);
    await deliverNews(id);
    await drop(admin, team);
    await morning();
    expect(subjectsTo(team)).toEqual([]);
    expect(await lettersTo(team)).toEqual([]);
    expect(subjectsTo(desk)).toHaveLength(1);
  });

  test("when the mail server is back", async () => {
    await addFollowRule(admin, { email: team }, thursday);
    await addFollowRule(lead, { email: desk }, thursday);
    const { id } = await aFiledReport(world);
    smtp.behave("refuse");
    await deliverNews(id).catch(() => undefined);
    await drop(admin, team);
    await anHourAgo([...(await lettersTo(team)), ...(await lettersTo(desk))]);
    smtp.behave("take");
    await deliverNews(id);
    expect(subjectsTo(team)).toEqual([]);
    expect(await lettersTo(team)).toEqual([]);
    expect(subjectsTo(desk)).toHaveLength(1);
  });

  test("in a letter of many that was put together before, which tells of the rest and stays the same letter", async () => {
    const elsewhere = await aWorld();
    await addFollowRule(admin, { email: team, delivery: "daily" }, thursday);
    await addFollowRule(await adminOf(elsewhere), { email: team, delivery: "daily" }, thursday);
    const [ours, theirs] = [await aFiledReport(world), await aFiledReport(elsewhere)];
    for (const { id } of [ours, theirs]) await deliverNews(id);
    smtp.behave("refuse");
    await morning().catch(() => undefined);
    const written = await prisma.letter.findFirstOrThrow({ where: { toAddress: team, reportId: null } });
    expect(written.text).toContain(ours.reference);
    await prisma.followRule.deleteMany({ where: { email: team, organisationId: world.school.id } });
    smtp.behave("take");
    await morning();
    expect(subjectsTo(team)).toEqual(["1 keer nieuws over uw meldingen"]);
    const sent = await prisma.letter.findFirstOrThrow({ where: { toAddress: team, reportId: null } });
    expect(sent.messageId).toBe(written.messageId);
    expect(sent.text).toContain(theirs.reference);
    expect(sent.text).not.toContain(ours.reference);
  });

  test("when all that such a letter told of is not for it any more", async () => {
    await addFollowRule(admin, { email: team, delivery: "daily" }, thursday);
    const { id } = await aFiledReport(world);
    await deliverNews(id);
    smtp.behave("refuse");
    await morning().catch(() => undefined);
    await drop(admin, team);
    smtp.behave("take");
    await morning();
    expect(subjectsTo(team)).toEqual([]);
    expect(await lettersTo(team)).toEqual([]);
  });

  test("nor one of the office about a student who became protected since", async () => {
    await addFollowRule(lead, { email: desk, delivery: "daily" }, thursday);
    const { id } = await aFiledReport(world);
    await deliverNews(id);
    expect(await lettersTo(desk)).toHaveLength(1);
    await prisma.report.update({ where: { id }, data: { isProtected: true } });
    await morning();
    expect(subjectsTo(desk)).toEqual([]);
  });

  test("nor does a colleague with an account whom the rule named, unless he follows the report himself", async () => {
    const [named, follower] = await Promise.all([aColleague(), aColleague()]);
    for (const { accountId, email } of [named, follower]) {
      await prisma.notificationChoice.create({ data: { accountId, topic: "place", delivery: "daily" } });
      await addFollowRule(admin, { email }, thursday);
    }
    const { id } = await aFiledReport(world);
    await prisma.watch.create({
      data: { reportId: id, accountId: follower.accountId, isMuted: false, since: thursday.at },
    });
    await deliverNews(id);
    expect(await lettersTo(named.email)).toHaveLength(1);
    for (const { email } of [named, follower]) await drop(admin, email);
    await morning();
    expect(subjectsTo(named.email)).toEqual([]);
    expect(subjectsTo(follower.email)).toHaveLength(1);
  });

  test("but what it hears by another rule or as the contact of the report it still gets", async () => {
    const { id: ruled } = await aFiledReport(world);
    const { type } = await prisma.report.findUniqueOrThrow({ where: { id: ruled } });
    await addFollowRule(admin, { email: team, delivery: "daily" }, thursday);
    await deliverNews(ruled);
    await addFollowRule(admin, { email: team, type, delivery: "daily" }, thursday);
    await prisma.followRule.deleteMany({ where: { email: team, type: null } });
    const contact = `contact-${team}`;
    await addFollowRule(admin, { email: contact, delivery: "daily" }, thursday);
    const part = await aFiledReport(world, { separate: true, contact: { name: "Verzuimteam", email: contact } });
    await deliverNews(part.id);
    await drop(admin, contact);
    await morning();
    expect(subjectsTo(team)).toEqual(["2 keer nieuws over uw meldingen"]);
    expect(subjectsTo(contact)).toEqual(["1 keer nieuws over uw meldingen"]);
  });
});

describe("what waits when the choice changes arrives once", () => {
  test("from once a day to at once: with the letter of the day, and what happens after it at once", async () => {
    await addFollowRule(admin, { email: team, delivery: "daily" }, thursday);
    const { id, reference } = await aFiledReport(world);
    await deliverNews(id);
    await changeFollowRule(admin, { id: await ruleOf(team), delivery: "now" }, thursday);
    await say(reference, "Een.");
    const again = { id: { in: (await messagesOf(id)).map((message) => message.id) } };
    await prisma.outboxMessage.updateMany({ where: again, data: { doneAt: null } });
    await deliverNews(id);
    expect(subjectsTo(team)).toHaveLength(1);
    await morning();
    await morning();
    await deliverNews(id);
    expect(subjectsTo(team)).toEqual([expect.stringContaining("bericht"), "1 keer nieuws over uw meldingen"]);
  });

  test("from at once to once a day: what the mail server did not take yet leaves by itself", async () => {
    await addFollowRule(admin, { email: team }, thursday);
    const { id } = await aFiledReport(world);
    smtp.behave("refuse");
    await deliverNews(id).catch(() => undefined);
    await changeFollowRule(admin, { id: await ruleOf(team), delivery: "daily" }, thursday);
    smtp.behave("take");
    await deliverNews(id);
    await morning();
    expect(subjectsTo(team)).toHaveLength(1);
  });
});
