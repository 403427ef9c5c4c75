import { randomUUID } from "node:crypto";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { findConversation } from "@/lib/conversation/queries.server";
import { refusingAddress, replyAddress } from "@/lib/conversation/reply-address.server";
import { prisma } from "@/lib/db/client.server";
import { deliver } from "@/lib/notifications/deliver.server";
import { openMail } from "@/lib/notifications/mailer.server";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { addDays } from "@/lib/shared/calendar-date";
import { now } from "@/lib/shared/clock";
import { openTestDoor, type TestDoor } from "@/tests/support/mail-door";
import { messagesOf, postWith } from "@/tests/support/post";
import { openSmtp } from "@/tests/support/smtp";
import { aFiledReport, anAccount, aWorld, thursday, type World } from "@/tests/support/world";

let door: TestDoor;
let domain: string;
let port: number;
let world: World;
let report: { readonly id: string; readonly reference: string };
let reporter: string;

beforeAll(async () => {
  door = await openTestDoor();
  ({ domain, port } = door);
});

afterAll(() => door.close());

beforeEach(async () => {
  world = await aWorld();
  reporter = await emailOf(world.reporter.accountId);
  report = await aFiledReport(world, { contact: { name: "Contact", email: reporter } });
});

async function emailOf(id: string): Promise<string> {
  return (await prisma.account.findUniqueOrThrow({ where: { id } })).email;
}

/** The address that this reader was given so many days ago. */
function addressOf(reader: string, { daysAgo = 0, under = domain, reportId = report.id } = {}): string {
  return replyAddress({ reportId, givenOn: addDays(now().today, -daysAgo) }, reader, under);
}

interface Sent {
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
  readonly headers?: Record<string, string>;
  readonly envelopeFrom?: string;
  readonly html?: string;
  readonly attachments?: { filename: string; content: Buffer; cid?: string }[];
}

/** The code with which the door refused; null: it took the mail. */
async function send(sent: Sent = {}): Promise<number | null> {
  const refused = await refusalOf(sent);
  return refused === null ? null : Number(refused.slice(0, 3));
}

/** Sends over a real line; answers what the door said when it refused, and null when it took the mail. */
async function refusalOf({ from = reporter, to, text = "Ja, morgen.", envelopeFrom = from, ...rest }: Sent = {}) {
  const transport = createTransport({ host: "127.0.0.1", port, secure: false, ignoreTLS: true });
  const address = to ?? addressOf(reporter);
  try {
    await transport.sendMail({
      from,
      to: address,
      subject: "Re: melding",
      text,
      envelope: { from: envelopeFrom, to: address },
      ...rest,
    });
    return null;
  } catch (error) {
    return error instanceof Error ? String(Reflect.get(error, "response")) : "";
  } finally {
    transport.close();
  }
}

const said = async () => (await findConversation(world.officer, thursday, report.id)).messages;

test("an answer by mail stands in the conversation, without what it repeats, marked as mail", async () => {
  expect(await send({ text: "Ja, morgen.\n\n> Kunt u bellen?" })).toBeNull();
  expect(await said()).toMatchObject([{ words: "Ja, morgen.", side: "school", byMail: true }]);
  expect(await prisma.event.count({ where: { reportId: report.id, kind: "messaged" } })).toBe(1);
});

test("the mail that the desk sent can be answered as it is, and who may say nothing is not asked to answer", async () => {
  const smtp = await openSmtp();
  const team = `team-${randomUUID()}@school.example`;
  await prisma.followRule.create({
    data: { organisationId: world.school.id, email: team, createdBy: "Beheer", createdAt: thursday.at },
  });
  const mail = openMail(smtp.url, "loket@loket.example");
  await takeUp(world.officer, { reference: report.reference }, thursday);
  const post = {
    ...postWith(mail),
    takesAnswers: true,
    replyAddress: (reportId: string, reader: string) => addressOf(reader, { reportId }),
    refusingAddress: refusingAddress(domain),
  };
  for (const { id } of await messagesOf(report.id)) await deliver(id, post, { count: 1, isLast: false });
  const received = smtp.received.find(({ to }) => to.includes(reporter));
  const unfolded = (received?.raw ?? "").replaceAll(/\r\n\s+/g, " ");
  const to = /^Reply-To: Verzuimloket <(.+)>/m.exec(unfolded)?.[1];
  expect(await send({ to: to ?? "nobody" })).toBeNull();
  expect(await said()).toHaveLength(1);
  const toTeam = smtp.received.find(({ to: addresses }) => addresses.includes(team))?.raw ?? "";
  expect(toTeam).toContain(`Subject: Melding ${report.reference}`);
  const refusing = /^Reply-To: Verzuimloket <(.+)>/m.exec(toTeam)?.[1] ?? "nowhere";
  expect(refusing).toBe(`antwoord-in-het-loket@${domain}`);
  expect(await refusalOf({ to: refusing, from: team })).toMatch(/^550 .*kunt u niet antwoorden.*Log in/);
  expect(await said()).toHaveLength(1);
  mail.close();
  await smtp.close();
});

test("an address that the desk never gave out is refused at the door, whatever it looks like", async () => {
  for (const to of ["info", "m123", `m${"0".repeat(56)}x`, "..", "m\u0000"].map((local) => `${local}@${domain}`)) {
    // 501: what is no address at all.
    expect.soft([501, 550], to).toContain(await send({ to }));
  }
  expect(await send({ to: addressOf(reporter, { under: "elders.example" }) })).toBe(550);
});

test("whoever comes by somebody else's address, or changes a sign of his own, says nothing", async () => {
  const stranger = await emailOf((await aWorld()).reporter.accountId);
  expect(await send({ from: stranger })).toBe(550);
  const forged = addressOf(reporter).replace(/.@/, (end) => (end === "0@" ? "1@" : "0@"));
  expect(await send({ to: forged })).toBe(550);
  expect(await said()).toEqual([]);
});

test("an address is good for sixty days, and nobody makes it younger", async () => {
  expect(await send({ to: addressOf(reporter, { daysAgo: 61 }) })).toBe(550);
  const [old, fresh] = [addressOf(reporter, { daysAgo: 61 }), addressOf(reporter)];
  expect(await send({ to: `${fresh.slice(0, 37)}${old.slice(37)}` })).toBe(550);
  expect(await said()).toEqual([]);
  expect(await send({ to: addressOf(reporter, { daysAgo: 60 }) })).toBeNull();
  expect(await said()).toHaveLength(1);
});

test("who lost his mandate, who only reads, and who has no account is refused in plain words", async () => {
  const reader = await emailOf((await anAccount(world.school.id, "reader")).accountId);
  const nobody = "contact@school.example";
  for (const from of [reader, nobody]) {
    expect.soft(await send({ from, to: addressOf(from) }), from).toBe(550);
  }
  await prisma.mandate.updateMany({
    where: { accountId: world.reporter.accountId },
    data: { validUntil: new Date("2021-01-01") },
  });
  expect(await send()).toBe(550);
});

test("a machine is heard and not answered: out of office, lists and bounces leave no trace", async () => {
  expect(await send({ headers: { "Auto-Submitted": "auto-replied" } })).toBeNull();
  expect(await send({ headers: { Precedence: "bulk" } })).toBeNull();
  expect(await send({ headers: { "X-Loop": "loket" } })).toBeNull();
  expect(await send({ envelopeFrom: "" })).toBeNull();
  expect(await said()).toEqual([]);
});

test("25 MB is refused, and a mail without words or files is no message", async () => {
  const huge = { filename: "film.mov", content: Buffer.alloc(25 * 1024 * 1024) };
  expect(await refusalOf({ attachments: [huge] })).toMatch(/^552 Deze mail is te groot/);
  expect(await send({ text: "> alleen het oude" })).toBe(550);
  expect(await said()).toEqual([]);
});

const kept = () => prisma.attachment.findMany({ where: { reportId: report.id }, orderBy: { id: "asc" } });
const text = (filename: string, words = "Gym, wiskunde.") => ({ filename, content: Buffer.from(words) });

test("a file that comes along is put with the report, once however often the mail comes, and needs no words", async () => {
  expect(await send({ attachments: [text("rooster.txt")] })).toBeNull();
  expect(await send({ text: "", attachments: [text("rooster.txt"), text("toelichting.txt", "Meer.")] })).toBeNull();
  expect((await said()).map(({ words }) => words)).toEqual(["Ja, morgen."]);
  const uploader = { uploaderSide: "school", kind: "other" };
  expect(await kept()).toMatchObject([uploader, uploader]);
});

test("a file that the desk does not take stays behind, its sender hears that by mail too, and the rest is kept", async () => {
  const refused = [text("staat.pdf", "geen pdf"), text("virus.exe"), text("../../x\r\nBcc: a@b.example"), text("")];
  expect(await send({ attachments: [...refused, text("rooster.txt")] })).toBe(550);
  expect((await said())[0]?.words).toMatch(/^Ja, morgen\.\n\n\(Er waren 4 bijlagen bij/);
  expect(await kept()).toHaveLength(1);
  expect(await send({ text: "", attachments: refused })).toBe(550);
});

test("without words there is nowhere to say that a file stayed behind, so the sender's own mail server says it", async () => {
  expect(await send({ text: "", attachments: [text("virus.exe"), text("rooster.txt")] })).toBe(550);
  expect(await kept()).toHaveLength(1);
  expect(await said()).toEqual([]);
});

test("the logo under a signature is no file", async () => {
  const logo = { filename: "logo.txt", content: Buffer.from("x"), cid: "logo" };
  expect(await send({ html: '<p>Ja, morgen.</p><img src="cid:logo">', attachments: [logo] })).toBeNull();
  expect((await said()).map(({ words }) => words)).toEqual(["Ja, morgen."]);
  expect(await kept()).toEqual([]);
});

test("who may not write at the report adds nothing by mail either", async () => {
  const reader = await emailOf((await anAccount(world.school.id, "reader")).accountId);
  expect(await send({ from: reader, to: addressOf(reader), attachments: [text("rooster.txt")] })).toBe(550);
  expect(await kept()).toEqual([]);
});

test("lines that look like headers are words, and signs that nobody sees are left out", async () => {
  expect(await send({ text: "Bcc: iedereen@example.org\r\nSubject: x\u0007\u202e\r\nTot morgen." })).toBeNull();
  expect((await said())[0]?.words).toBe("Bcc: iedereen@example.org\nSubject: x\nTot morgen.");
});

test("a withdrawn report takes no more mail, and two machines that found each other come to rest", async () => {
  for (let count = 0; count < 20; count += 1) await send();
  expect(await send()).toBe(450);
  expect(await said()).toHaveLength(20);
  await withdrawReport(world.reporter, { reference: report.reference, reason: "Was wel op school." }, thursday);
  await prisma.message.deleteMany({ where: { reportId: report.id } });
  expect(await send()).toBe(550);
});

test("a mail to a closed case is said there, and the case stays closed", async () => {
  const close = { closeReason: "back_to_school", closeNote: "student_seen" } as const;
  await closeReport(world.officer, { reference: report.reference, ...close }, thursday);
  expect(await send({ text: "Dank u wel." })).toBeNull();
  expect(await said()).toMatchObject([{ words: "Dank u wel.", byMail: true }]);
  expect((await prisma.report.findUniqueOrThrow({ where: { id: report.id } })).status).toBe("closed");
});
