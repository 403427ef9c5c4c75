import { beforeEach, expect, test } from "vitest";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { askCall } from "@/lib/conversation/commands/ask-call.server";
import { askSchool } from "@/lib/conversation/commands/ask-school.server";
import { sendMessage } from "@/lib/conversation/commands/send-message.server";
import { prisma } from "@/lib/db/client.server";
import { deliver } from "@/lib/notifications/deliver.server";
import { sendDigests } from "@/lib/notifications/digest.server";
import { type Mail, openMail } from "@/lib/notifications/mailer.server";
import { addDays } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";
import { lettersOf, messagesOf, postWith } from "@/tests/support/post";
import { openSmtp, type TestSmtp } from "@/tests/support/smtp";
import { aFiledReport, anAccount, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let smtp: TestSmtp;
let mail: Mail;
let report: { readonly id: string; readonly reference: string };

beforeEach(async () => {
  world = await aWorld();
  smtp = await openSmtp();
  mail = openMail(smtp.url, "loket@loket.example");
  report = await aFiledReport(world, { contact: { name: "C", email: await emailOf(world.reporter.accountId) } });
  return async () => {
    mail.close();
    await smtp.close();
  };
});

async function emailOf(id: string): Promise<string> {
  return (await prisma.account.findUniqueOrThrow({ where: { id } })).email;
}

async function deliverAll(): Promise<void> {
  const messages = await messagesOf(report.id);
  for (const { id } of messages) await deliver(id, postWith(mail), { count: 1, isLast: false });
}

const choose = (accountId: string, topic: string, delivery: string) =>
  prisma.notificationChoice.create({ data: { accountId, topic, delivery } });
const say = (words: string) =>
  sendMessage(world.officer, { reference: report.reference, words, asksReopening: false }, thursday);
const subjectsTo = (address: string) =>
  smtp.received.filter(({ to }) => to.includes(address)).map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1]);

test("who wants no mail of steps still finds them in the desk, and gets the other mail", async () => {
  const { accountId } = world.reporter;
  await choose(accountId, "steps", "off");
  await takeUp(world.officer, { reference: report.reference }, thursday);
  await say("Dag.");
  await deliverAll();
  const letters = (await lettersOf(report.id)).filter(({ side }) => side === "school");
  expect(letters).toHaveLength(1);
  expect(letters[0]?.subject).toContain("bericht voor u");
  expect(await prisma.notice.count({ where: { accountId, kind: { in: ["taken_up", "messaged"] } } })).toBe(2);
});

test("a question cannot be switched off, whatever stands in the table", async () => {
  await choose(world.reporter.accountId, "requests", "off");
  const dueOn = addDays(thursday.today, 5);
  await askSchool(world.officer, { reference: report.reference, kind: "dates", dueOn }, thursday);
  await deliverAll();
  expect(await subjectsTo(await emailOf(world.reporter.accountId))).toHaveLength(1);
});

test("who wants one letter a day gets one in the morning that tells of all, with links to nothing but the desk", async () => {
  const email = await emailOf(world.reporter.accountId);
  for (const topic of ["steps", "talk"]) await choose(world.reporter.accountId, topic, "daily");
  await takeUp(world.officer, { reference: report.reference }, thursday);
  await say("Een.");
  await deliverAll();
  expect(subjectsTo(email)).toEqual([]);

  const monday = nowAt(new Date("2031-03-03T08:00:00Z"));
  const night = nowAt(new Date("2031-03-03T03:00:00Z"));
  const sunday = nowAt(new Date("2031-03-02T10:00:00Z"));
  const stationery = { origin: "https://loket.example", mailFrom: "loket@loket.example" };
  expect(await sendDigests(stationery, night)).toBe(0);
  expect(await sendDigests(stationery, sunday)).toBe(0);
  await Promise.all([sendDigests(stationery, monday), sendDigests(stationery, monday)]);
  const [digest, ...more] = await prisma.letter.findMany({ where: { toAddress: email, reportId: null } });
  expect(more).toEqual([]);
  expect(digest?.text).toContain(`Melding ${report.reference}`);
  expect(digest?.text).toContain(`https://loket.example/meldingen/${report.reference}\n`);
  // Who reads nothing else reads here who has it and what comes next.
  const { name } = world.officer;
  expect(digest?.text).toContain(`Nu: ${world.office.name} (${name}). ${world.office.name} is met deze melding bezig.`);
  expect(digest?.text).not.toMatch(/Sami|Boer|motivati/i);
  const messages = await prisma.outboxMessage.findMany({ where: { topic: "digest", doneAt: null } });
  for (const { id } of messages) await deliver(id, postWith(mail), { count: 1, isLast: false });
  expect(subjectsTo(email)).toEqual(["2 keer nieuws over uw meldingen"]);
});

test("who wants one letter a day hears at once of an urgent report, of a school that waits and of a call", async () => {
  const { accountId } = world.officer;
  const toAddress = await emailOf(accountId);
  for (const topic of ["place", "requests"]) await choose(accountId, topic, "daily");
  const urgent = await aFiledReport(world, { urgent: { reason: "Gevaar thuis." }, separate: true });
  await askCall(world.reporter, { reference: report.reference, phone: "0612345678", times: "na 9 uur" }, thursday);
  const lettersFor = async (id: string) => {
    for (const { id: outboxId } of await messagesOf(id))
      await deliver(outboxId, postWith(mail), { count: 1, isLast: false });
    const letters = await prisma.letter.findMany({ where: { reportId: id, toAddress }, orderBy: { eventId: "asc" } });
    return letters.map(({ isForDay }) => isForDay);
  };
  expect(await lettersFor(urgent.id)).toEqual([false]);
  expect(await lettersFor(report.id)).toEqual([true, false]);
});

test("who wants one letter a day and left before the morning gets none", async () => {
  const email = await emailOf(world.reporter.accountId);
  await choose(world.reporter.accountId, "talk", "daily");
  await say("Een.");
  await deliverAll();
  const lastDay = new Date("2031-02-28T00:00:00Z");
  await prisma.mandate.updateMany({ where: { accountId: world.reporter.accountId }, data: { validUntil: lastDay } });
  const stationery = { origin: "https://loket.example", mailFrom: "loket@loket.example" };
  await sendDigests(stationery, nowAt(new Date("2031-03-03T08:00:00Z")));
  expect(await prisma.letter.count({ where: { toAddress: email } })).toBe(0);
});

test("who left while his letter of the day waited for the mail server does not get it", async () => {
  const email = await emailOf(world.reporter.accountId);
  await choose(world.reporter.accountId, "talk", "daily");
  await say("Een.");
  await deliverAll();
  await sendDigests(postWith(), nowAt(new Date("2031-03-03T08:00:00Z")));
  const { eventId } = await prisma.letter.findFirstOrThrow({ where: { toAddress: email, reportId: null } });
  const lastDay = new Date("2021-01-01T00:00:00Z");
  await prisma.mandate.updateMany({ where: { accountId: world.reporter.accountId }, data: { validUntil: lastDay } });
  const { id } = await prisma.outboxMessage.findFirstOrThrow({
    where: { payload: { path: ["digestId"], equals: eventId } },
  });
  await deliver(id, postWith(mail), { count: 2, isLast: false });
  expect(subjectsTo(email)).toEqual([]);
  expect(await prisma.letter.count({ where: { toAddress: email } })).toBe(0);
});

test("after an outage of hours one letter tells of all that waited, and nothing leaves twice", async () => {
  const email = await emailOf(world.reporter.accountId);
  const port = Number(new URL(smtp.url).port);
  await smtp.close();
  await takeUp(world.officer, { reference: report.reference }, thursday);
  for (const words of ["Een.", "Twee.", "Drie.", "Vier."]) await say(words);
  await deliverAll().catch(() => undefined);
  for (const { id } of await messagesOf(report.id)) {
    await deliver(id, postWith(mail), { count: 1, isLast: false }).catch(() => undefined);
  }
  await prisma.letter.updateMany({
    where: { reportId: report.id },
    data: { createdAt: new Date(Date.now() - 6 * 3_600_000) },
  });
  smtp = await openSmtp(port);
  await deliverAll();
  const digests = await prisma.outboxMessage.findMany({ where: { topic: "digest", doneAt: null } });
  for (const { id } of digests) await deliver(id, postWith(mail), { count: 1, isLast: false });
  await deliverAll();
  expect(subjectsTo(email)).toEqual(["5 keer nieuws over uw meldingen"]);
});

test("of three addresses one does not exist: the others get their mail, and it is kept who was not reached", async () => {
  const team = { organisationId: world.school.id, createdBy: "test", createdAt: thursday.at };
  await prisma.followRule.createMany({
    data: [
      { ...team, email: "vertrokken@school.example" },
      { ...team, email: "verzuim@school.example" },
    ],
  });
  await takeUp(world.officer, { reference: report.reference }, thursday);
  await deliverAll();
  expect(subjectsTo("verzuim@school.example").length).toBeGreaterThan(0);
  const refused = await prisma.letter.findMany({ where: { reportId: report.id, refusedAt: { not: null } } });
  expect(new Set(refused.map(({ toAddress }) => toAddress))).toEqual(new Set(["vertrokken@school.example"]));
  expect((await messagesOf(report.id)).every(({ doneAt }) => doneAt !== null)).toBe(true);
});

test("letters about one report to one reader belong together in his mailbox", async () => {
  await takeUp(world.officer, { reference: report.reference }, thursday);
  await say("Een.");
  await deliverAll();
  const threads = Map.groupBy(
    smtp.received.map(({ to, raw }) => ({ to: to.join(), thread: /^References: (.*)$/m.exec(raw)?.[1] })),
    ({ to }) => to,
  );
  for (const mails of threads.values()) expect(new Set(mails.map(({ thread }) => thread)).size).toBe(1);
  expect(smtp.received.every(({ raw }) => /^References: <[0-9a-f]{40}@loket.example>/m.test(raw))).toBe(true);
});

test("a stand-in hears what the reporter hears while he is away, and not before or after", async () => {
  const deputy = await anAccount(world.school.id, "reporter");
  const deputyEmail = await emailOf(deputy.accountId);
  const today = nowAt(new Date()).today;
  const away = (firstDay: string, lastDay: string) => ({
    accountId: world.reporter.accountId,
    deputyId: deputy.accountId,
    firstDay: new Date(firstDay),
    lastDay: new Date(lastDay),
  });
  await prisma.standIn.create({ data: away(addDays(today, -9), addDays(today, -1)) });
  await takeUp(world.officer, { reference: report.reference }, thursday);
  await deliverAll();
  expect(await prisma.notice.count({ where: { accountId: deputy.accountId } })).toBe(0);
  await prisma.standIn.create({ data: away(today, addDays(today, 3)) });
  await say("Een.");
  await deliverAll();
  expect(await prisma.notice.count({ where: { accountId: deputy.accountId } })).toBe(1);
  const [letter] = (await lettersOf(report.id)).filter(({ toAddress }) => toAddress === deputyEmail);
  expect(letter?.text).toContain("omdat u een collega vervangt die er niet is");
});

test("a follower whose mandate ended gets no more mail, whether he chose to follow or a rule names him", async () => {
  const { accountId } = await anAccount(world.school.id, "reporter");
  const email = await emailOf(accountId);
  const rule = { organisationId: world.school.id, email, createdBy: "Beheer", createdAt: thursday.at };
  await prisma.followRule.create({ data: rule });
  await prisma.watch.create({ data: { reportId: report.id, accountId, isMuted: false, since: thursday.at } });
  await say("Een.");
  await deliverAll();
  const heard = subjectsTo(email).length;
  expect(heard).toBeGreaterThan(0);
  await prisma.mandate.updateMany({ where: { accountId }, data: { validUntil: new Date("2021-01-01") } });
  await say("Twee.");
  await deliverAll();
  expect(subjectsTo(email)).toHaveLength(heard);
});
