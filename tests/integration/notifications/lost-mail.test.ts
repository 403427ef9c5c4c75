import { afterEach, beforeEach, expect, test } from "vitest";
import { askSchool } from "@/lib/conversation/commands/ask-school.server";
import { sendMessage } from "@/lib/conversation/commands/send-message.server";
import { listNews } from "@/lib/conversation/queries/news.server";
import { findConversation, listAsked } from "@/lib/conversation/queries.server";
import { remindSchools } from "@/lib/conversation/remind.server";
import { prisma } from "@/lib/db/client.server";
import { formatWeekday } from "@/lib/i18n/format";
import { deliverAll } from "@/lib/notifications/deliver.server";
import { type Mail, openMail } from "@/lib/notifications/mailer.server";
import { countUnreadNotices, listNotices } from "@/lib/notifications/queries.server";
import { addDays } from "@/lib/shared/calendar-date";
import { now, nowAt } from "@/lib/shared/clock";
import { firstIdAt } from "@/lib/shared/ids";
import { messagesOf, postWith } from "@/tests/support/post";
import { openSmtp, type TestSmtp } from "@/tests/support/smtp";
import { aFiledReport, aWorld, type World } from "@/tests/support/world";

let smtp: TestSmtp;
let mail: Mail;
let world: World;
let report: { readonly id: string; readonly reference: string };
let email: string;

beforeEach(async () => {
  smtp = await openSmtp();
  mail = openMail(smtp.url, "loket@loket.example");
  world = await aWorld();
  ({ email } = await prisma.account.findUniqueOrThrow({ where: { id: world.reporter.accountId } }));
  report = await aFiledReport(world, { contact: { name: "Contact", email } }, now());
});

afterEach(async () => {
  mail.close();
  await smtp.close();
});

async function deliverNews() {
  const tries = (await messagesOf(report.id)).map(({ id }) => ({ outboxId: id, count: 1, isLast: false }));
  expect((await deliverAll(tries, postWith(mail))).size).toBe(0);
}

const { today } = now();
const dueOn = addDays(today, 7);
const lettersTo = () =>
  prisma.letter.findMany({ where: { reportId: report.id, toAddress: email }, orderBy: { eventId: "asc" } });

/** The office asks something and says something, and the mail server says that it took the mail of both. */
async function loseNews() {
  smtp.behave("drop");
  const { reference } = report;
  await askSchool(world.officer, { reference, kind: "absence_sheet", dueOn }, now());
  await sendMessage(world.officer, { reference, words: "Kunt u bellen?", asksReopening: false }, now());
  await deliverNews();
  expect(smtp.received).toEqual([]);
  expect((await lettersTo()).map(({ sentAt }) => sentAt !== null)).toEqual([true, true]);
}

test("mail that a server took and lost is not needed: the desk itself tells all of it, at once and at the next visit", async () => {
  const before = firstIdAt(now().at);
  await loseNews();
  const told = (await listNotices(world.reporter, {}, now())).rows.filter(({ isUnread }) => isUnread);
  expect(told.map(({ event }) => event?.kind).toSorted()).toEqual(["asked", "messaged"]);
  expect(await countUnreadNotices(world.reporter)).toBe(2);
  expect(await listAsked(world.reporter, now())).toMatchObject([{ reference: report.reference }]);
  expect((await listNews(world.reporter, before, now())).length).toBeGreaterThanOrEqual(2);
});

test("the office is not told that its words arrived: it reads that nobody has read them yet, until somebody does", async () => {
  await loseNews();
  const seen = async () =>
    (await findConversation(world.officer, now(), report.id)).messages.map(({ readAt }) => readAt);
  expect(await seen()).toEqual([null]);
  await findConversation(world.reporter, now(), report.id);
  expect(await seen()).toEqual([expect.any(Date)]);
});

test("the mail after it stands on its own, and what waits for an answer is asked again by mail without anybody's doing", async () => {
  await loseNews();
  smtp.behave("take");
  const later = nowAt(new Date(now().at.getTime() + 8 * 24 * 60 * 60_000));
  await remindSchools(later);
  await deliverNews();
  const [asked, , reminder, ...more] = await lettersTo();
  expect(more).toEqual([]);
  expect(
    smtp.received.filter(({ to }) => to.includes(email)).map(({ raw }) => /^Message-ID: (\S+)/m.exec(raw)?.[1]),
  ).toEqual([reminder?.messageId]);
  expect(reminder?.messageId).not.toBe(asked?.messageId);
  expect(reminder?.text).toContain(`het kantoor wacht op uw antwoord, uiterlijk ${formatWeekday(dueOn, today, "nl")}.`);
  expect(reminder?.text).toContain(`Kantoor: ${world.office.name}`);
  expect(reminder?.text).toContain(`Behandelaar: ${world.officer.name}`);
});
