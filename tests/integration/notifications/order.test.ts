import { afterEach, beforeEach, expect, test } from "vitest";
import { sendMessage } from "@/lib/conversation/commands/send-message.server";
import { prisma } from "@/lib/db/client.server";
import { deliver, deliverAll } from "@/lib/notifications/deliver.server";
import { type Mail, MailRefused, openMail } from "@/lib/notifications/mailer.server";
import { newId } from "@/lib/shared/ids";
import { messagesOf, postWith } from "@/tests/support/post";
import { openSmtp, type TestSmtp } from "@/tests/support/smtp";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

let smtp: TestSmtp;
let mail: Mail;
let world: World;
let reporter: string;

beforeEach(async () => {
  smtp = await openSmtp();
  mail = openMail(smtp.url, "loket@loket.example");
  world = await aWorld();
  reporter = (await prisma.account.findUniqueOrThrow({ where: { id: world.reporter.accountId } })).email;
});

afterEach(async () => {
  mail.close();
  await smtp.close();
});

/** A report about which the office says something three times; answers the messages of the outbox, the oldest first. */
async function aTalk() {
  const report = await aFiledReport(world, { separate: true });
  for (const words of ["Een.", "Twee.", "Drie."]) {
    await sendMessage(world.officer, { reference: report.reference, words, asksReopening: false }, thursday);
  }
  return { ...report, messages: await messagesOf(report.id) };
}

const aTry = ({ id }: { id: string }) => ({ outboxId: id, count: 1, isLast: false });

/** The events of which a reader got a mail, in the order in which they came in. */
async function cameIn(reportId: string): Promise<readonly string[]> {
  const letters = await prisma.letter.findMany({ where: { reportId, toAddress: reporter } });
  return smtp.received.flatMap(({ raw }) => {
    const found = letters.find(({ messageId }) => raw.includes(`Message-ID: ${messageId}`));
    return found === undefined ? [] : [found.eventId];
  });
}

test("a reader gets the mail of a report in the order of what happened, also when its last message is taken first", async () => {
  const { id, messages } = await aTalk();
  const [last] = messages.toReversed();
  await deliver(last?.id ?? "", postWith(mail), { count: 1, isLast: false });
  await deliverAll(messages.map(aTry), postWith(mail));
  const came = await cameIn(id);
  expect(came).toHaveLength(3);
  expect(came).toEqual([...came].sort());
  expect((await messagesOf(id)).every(({ doneAt }) => doneAt !== null)).toBe(true);
});

test("two workers that take the same messages at one moment send each letter once", async () => {
  const { id, messages } = await aTalk();
  const tries = messages.map(aTry);
  await Promise.all([deliverAll(tries, postWith(mail)), deliverAll(tries.toReversed(), postWith(mail))]);
  const came = await cameIn(id);
  expect(came).toEqual([...new Set(came)].sort());
  expect(came).toHaveLength(3);
});

test("a letter that could not leave is not overtaken by a later one to the same reader", async () => {
  const { id, messages } = await aTalk();
  let refused: string | null = null;
  const refusing: Mail = {
    ...mail,
    // The first letter to the reporter is refused for now; every later one would be taken.
    send: (letter) => {
      if (letter.to === reporter) refused ??= letter.messageId;
      return letter.messageId === refused ? Promise.reject(new MailRefused("EENVELOPE 450")) : mail.send(letter);
    },
  };
  await deliverAll(messages.map(aTry), postWith(refusing));
  expect(await cameIn(id)).toEqual([]);
  await deliverAll(messages.slice(-1).map(aTry), postWith(mail));
  const came = await cameIn(id);
  expect(came).toHaveLength(3);
  expect(came).toEqual([...came].sort());
});

test("one message that cannot be told keeps nobody from the others of its batch", async () => {
  const [broken, whole] = [await aTalk(), await aTalk()];
  const known = await prisma.event.findFirstOrThrow({ where: { reportId: broken.id, kind: "messaged" } });
  await prisma.event.create({ data: { ...known, id: newId(), kind: "nonsense", data: {} } });
  const failures = await deliverAll([...broken.messages, ...whole.messages].map(aTry), postWith(mail));
  expect(failures.size).toBeGreaterThan(0);
  expect([...failures.keys()].every((id) => broken.messages.some((message) => message.id === id))).toBe(true);
  expect(await cameIn(whole.id)).toHaveLength(3);
});

test("a server that is away is tried once for a whole batch, and the notices are there all the same", async () => {
  const talks = [await aTalk(), await aTalk()];
  await smtp.close();
  const failures = await deliverAll(
    talks.flatMap(({ messages }) => messages.map(aTry)),
    postWith(mail),
  );
  expect(failures.size).toBeGreaterThan(0);
  const told = { accountId: world.reporter.accountId, reportId: { in: talks.map(({ id }) => id) }, kind: "messaged" };
  expect(await prisma.notice.count({ where: told })).toBe(6);
  const letters = await prisma.letter.findMany({ where: { reportId: told.reportId } });
  const tried = letters.filter(({ lastError }) => lastError !== null);
  expect(tried.length).toBeGreaterThan(0);
  // One for each report at most: they are tried side by side.
  expect(tried.length).toBeLessThanOrEqual(talks.length);
  expect(letters.length).toBeGreaterThan(6);
  smtp = await openSmtp();
});
