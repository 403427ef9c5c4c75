import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { prisma } from "@/lib/db/client.server";
import { deliver } from "@/lib/notifications/deliver.server";
import { type Mail, openMail } from "@/lib/notifications/mailer.server";
import { newId } from "@/lib/shared/ids";
import { lettersOf, messagesOf, postWith } from "@/tests/support/post";
import { openSmtp, type TestSmtp } from "@/tests/support/smtp";
import { aFiledReport, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let smtp: TestSmtp;
let mail: Mail;
const first = { count: 1, isLast: false };
const last = { count: 11, isLast: true };

beforeAll(async () => {
  world = await aWorld();
});

beforeEach(async () => {
  smtp = await openSmtp();
  mail = openMail(smtp.url, "loket@loket.example");
  return async () => {
    mail.close();
    await smtp.close();
  };
});

afterAll(async () => {
  await prisma.$disconnect();
});

/** A report of the reporter, who is the contact too unless said otherwise. */
async function file(given: Parameters<typeof aFiledReport>[1] = {}) {
  const { email, name } = await prisma.account.findUniqueOrThrow({ where: { id: world.reporter.accountId } });
  return aFiledReport(world, { separate: true, contact: { name, email }, ...given });
}

/** Delivers all messages of a report, so often as asked; answers the failures. */
async function deliverAll(reportId: string, post = postWith(mail), attempt = first) {
  const messages = await messagesOf(reportId);
  const outcomes = await Promise.allSettled(messages.map(({ id }) => deliver(id, post, attempt)));
  return outcomes.filter(({ status }) => status === "rejected").length;
}

test("the officer to whom a report went gets one notice and one mail, however often the work is done", async () => {
  const { id, reference } = await file();
  await deliverAll(id);
  await prisma.outboxMessage.updateMany({ data: { doneAt: null } });
  await Promise.all([deliverAll(id), deliverAll(id)]);

  const notices = await prisma.notice.findMany({ where: { reportId: id } });
  expect(notices.map(({ accountId, kind }) => [accountId, kind])).toEqual([[world.officer.accountId, "routed"]]);
  const mine = smtp.received.filter(({ raw }) => raw.includes(reference));
  expect(mine).toHaveLength(1);
  expect(await messagesOf(id)).toEqual(
    expect.arrayContaining([expect.objectContaining({ doneAt: expect.any(Date), failedAt: null })]),
  );
});

test("the reporter hears that an officer took the report up, by a mail that goes to the report", async () => {
  const { id, reference } = await file({ ownReference: "VB-12" });
  await takeUp(world.officer, { reference }, thursday);
  await deliverAll(id);
  const { email } = await prisma.account.findUniqueOrThrow({ where: { id: world.reporter.accountId } });
  const [letter] = (await lettersOf(id)).filter(({ toAddress }) => toAddress === email);
  expect(letter).toMatchObject({
    subject: `Melding ${reference} (kenmerk VB-12) is in behandeling`,
    sentAt: expect.any(Date),
  });
  expect(letter?.text).toContain(`https://loket.example/meldingen/${reference}`);
  expect(letter?.text).toContain(`Behandelaar: ${world.officer.name}`);
});

test("what leaves the desk names no student, number, birth date, day, reason or word of a person", async () => {
  const { id, reference } = await file({
    reason: "canary-reden",
    explanation: "canary-toelichting",
    contact: { name: "Canary Contact", email: "contact@school.example" },
  });
  await takeUp(world.officer, { reference }, thursday);
  await deliverAll(id);
  const wire = smtp.received.filter(({ raw }) => raw.includes(reference));
  expect(wire.flatMap(({ to }) => to)).toContain("contact@school.example");
  const said = JSON.stringify([wire, await lettersOf(id), await prisma.outboxMessage.findMany()]);
  expect(said).not.toMatch(/canary|Sami|Boer|2011|13 april|17 april|2026-04-13|motivati/i);
  expect(said).not.toContain(world.studentNumber);
});

test("a dead mail server keeps nobody from the notice; the letter waits and leaves once", async () => {
  const { id, reference } = await file();
  await smtp.close();
  expect(await deliverAll(id)).toBe(1);
  expect(await prisma.notice.count({ where: { reportId: id } })).toBe(1);
  const [waiting] = await lettersOf(id);
  expect(waiting).toMatchObject({ sentAt: null, lastError: "ESOCKET" });

  smtp = await openSmtp(Number(new URL(smtp.url).port));
  expect(await deliverAll(id)).toBe(0);
  expect(await deliverAll(id)).toBe(0);
  expect(smtp.received.filter(({ raw }) => raw.includes(reference))).toHaveLength(1);
  expect(smtp.received[0]?.raw).toContain(`Message-ID: ${waiting?.messageId}`);
});

test("a letter that waited for a dead mail server goes to the office when its officer was shut out meanwhile", async () => {
  const { id, reference } = await file();
  await smtp.close();
  await deliverAll(id);
  await prisma.letter.updateMany({ where: { reportId: id }, data: { createdAt: new Date(Date.now() - 120_000) } });
  const where = { id: world.officer.accountId };
  const { email } = await prisma.account.update({ where, data: { disabledAt: new Date() } });
  smtp = await openSmtp(Number(new URL(smtp.url).port));
  expect(await deliverAll(id)).toBe(0);
  await prisma.account.update({ where, data: { disabledAt: null } });
  const office = await prisma.office.findUniqueOrThrow({ where: { id: world.office.id } });
  expect((await lettersOf(id)).map(({ toAddress }) => toAddress)).toEqual([office.email]);
  expect(smtp.received.filter(({ raw }) => raw.includes(reference) && raw.includes(`To: ${email}`))).toEqual([]);
});

test("a letter that the server refuses does not hold up the others, and is given up in plain sight", async () => {
  const { id } = await file({ contact: { name: "C", email: "c@school.example" } });
  smtp.behave("refuse");
  expect(await deliverAll(id, postWith(mail), last)).toBe(1);
  const given = (await messagesOf(id)).filter(({ failedAt }) => failedAt !== null);
  expect(given).toEqual([expect.objectContaining({ attemptCount: 11, lastError: "MailRefused EMESSAGE 451" })]);
  expect(await lettersOf(id)).toEqual([
    expect.objectContaining({ lastError: "EMESSAGE 451" }),
    expect.objectContaining({ lastError: "EMESSAGE 451" }),
  ]);
});

test("without a mail server letters are kept and the work is done", async () => {
  const { id } = await file();
  expect(await deliverAll(id, postWith(null))).toBe(0);
  expect(await lettersOf(id)).toEqual([expect.objectContaining({ sentAt: null, lastError: null })]);
  expect((await messagesOf(id)).every(({ doneAt }) => doneAt !== null)).toBe(true);
});

test("an officer who may not open a protected case is not told of it; the office's address is", async () => {
  const number = await aStudent({
    municipality: world.municipality,
    locationId: world.school.location.id,
    brin: world.brin,
    kind: "protected",
  });
  const { id } = await file({ student: { number } });
  await prisma.report.update({ where: { id }, data: { officerId: world.officer.accountId } });
  await deliverAll(id);
  expect(await prisma.notice.count({ where: { reportId: id } })).toBe(0);
  expect((await lettersOf(id)).map(({ toAddress }) => toAddress)).toEqual([`post@${world.municipality}.example`]);
});

test("whoever left the school or was shut out hears nothing more", async () => {
  const { id, reference } = await file();
  await takeUp(world.officer, { reference }, thursday);
  await prisma.account.update({ where: { id: world.reporter.accountId }, data: { disabledAt: new Date() } });
  await deliverAll(id);
  await prisma.account.update({ where: { id: world.reporter.accountId }, data: { disabledAt: null } });
  expect(await prisma.notice.count({ where: { reportId: id, accountId: world.reporter.accountId } })).toBe(0);
});

test("an invitation is mailed with its link, and the link is kept nowhere", async () => {
  const id = newId();
  const accountId = world.reporter.accountId;
  const expiresAt = new Date(Date.now() + 72 * 3_600_000);
  await prisma.invitation.create({ data: { id, tokenHash: id, accountId, expiresAt, createdBy: "test" } });
  const outboxId = newId();
  await prisma.outboxMessage.create({
    data: { id: outboxId, topic: "invitation", payload: { invitationId: id, accountId }, createdAt: new Date() },
  });
  await deliver(outboxId, postWith(mail), first);
  await deliver(outboxId, postWith(mail), first);
  expect(smtp.received).toHaveLength(1);
  expect(smtp.received[0]?.raw.replaceAll("=\r\n", "")).toContain(`/uitnodiging/geheim-${id}`);
  const kept = await prisma.letter.findMany({ where: { eventId: id } });
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toContain("geheim");
});

test("an invitation that was used or has ended is mailed no more", async () => {
  const id = newId();
  const accountId = world.reporter.accountId;
  await prisma.invitation.create({
    data: { id, tokenHash: id, accountId, expiresAt: new Date(Date.now() - 1000), createdBy: "test" },
  });
  const outboxId = newId();
  await prisma.outboxMessage.create({
    data: { id: outboxId, topic: "invitation", payload: { invitationId: id, accountId }, createdAt: new Date() },
  });
  await deliver(outboxId, postWith(mail), first);
  expect(smtp.received).toHaveLength(0);
});

test("a server that takes a letter and hangs up before it says so gets it again, under the same Message-ID", async () => {
  const { id, reference } = await file();
  smtp.behave("hang-up");
  expect(await deliverAll(id)).toBeGreaterThan(0);
  const once = smtp.received.filter(({ raw }) => raw.includes(reference));
  expect(once.length).toBeGreaterThan(0);
  smtp.behave("take");
  expect(await deliverAll(id)).toBe(0);
  const idsTo = (address: string) =>
    smtp.received
      .filter(({ to, raw }) => to.includes(address) && raw.includes(reference))
      .map(({ raw }) => /^Message-ID: (\S+)/m.exec(raw)?.[1]);
  const [lost] = once;
  const ids = idsTo(lost?.to[0] ?? "");
  expect(ids.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(1);
  expect((await lettersOf(id)).every(({ sentAt }) => sentAt !== null)).toBe(true);
});

test("a name with line breaks and control characters makes no header of its own and reaches nobody else", async () => {
  const { id, reference } = await file();
  const name = "Leerplicht\r\nBcc: kopie@elders.example\r\n\r\nTekst\u0007";
  await prisma.location.update({ where: { id: world.school.location.id }, data: { name } });
  await prisma.report.update({ where: { id }, data: { ownReference: "VB-1\r\nBcc: kopie@elders.example" } });
  expect(await deliverAll(id)).toBe(0);
  const wire = smtp.received.filter(({ raw }) => raw.includes(reference));
  expect(wire.length).toBeGreaterThan(0);
  expect(wire.flatMap(({ to }) => to)).not.toContain("kopie@elders.example");
  for (const { raw } of wire) expect(raw.split("\r\n\r\n")[0]).not.toMatch(/^Bcc:/im);
});
