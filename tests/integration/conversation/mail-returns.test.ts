import { createTransport } from "nodemailer";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listNews } from "@/lib/conversation/queries/news.server";
import { findConversation } from "@/lib/conversation/queries.server";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { deliver } from "@/lib/notifications/deliver.server";
import { type Mail, openMail } from "@/lib/notifications/mailer.server";
import { returnAddress } from "@/lib/notifications/return-address.server";
import { now } from "@/lib/shared/clock";
import { firstIdAt, newId } from "@/lib/shared/ids";
import { aBrowser } from "@/tests/support/live";
import { openTestDoor, type TestDoor } from "@/tests/support/mail-door";
import { lettersOf, messagesOf, postWith } from "@/tests/support/post";
import { openSmtp, type TestSmtp } from "@/tests/support/smtp";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

const contact = "gisteren-vertrokken@school.example";
let door: TestDoor;
let smtp: TestSmtp;
let mail: Mail;
let world: World;
let report: { readonly id: string; readonly reference: string };

beforeAll(async () => {
  door = await openTestDoor();
  smtp = await openSmtp();
  mail = openMail(smtp.url, "loket@loket.example");
});

afterAll(async () => {
  mail.close();
  await Promise.all([door.close(), smtp.close()]);
});

beforeEach(async () => {
  world = await aWorld();
  report = await aFiledReport(world, { contact: { name: "Contact", email: contact } });
  const post = { ...postWith(mail), returnAddress: (letterId: string) => returnAddress(letterId, door.domain) };
  for (const { id } of await messagesOf(report.id)) await deliver(id, post, { count: 1, isLast: false });
});

/** Where the mail server of the receiver sends what it could not deliver. */
function returnPath(): string {
  const found = smtp.received.findLast(({ to, raw }) => to.includes(contact) && raw.includes(report.reference));
  return found?.from ?? "";
}

const status = (action: string, code: string) =>
  `Reporting-MTA: dns; mx.school.example\r\n\r\nFinal-Recipient: rfc822; ${contact}\r\nAction: ${action}\r\nStatus: ${code}\r\n`;

/** A notice as mail servers write it, over a real line; answers the code of a refusal, and null when it was taken. */
async function comesBack(to: string, told: string | null): Promise<number | null> {
  const transport = createTransport({ host: "127.0.0.1", port: door.port, secure: false, ignoreTLS: true });
  const parts = [
    "--x\r\nContent-Type: text/plain\r\n\r\nUw bericht kon niet worden bezorgd.\r\n",
    ...(told === null ? [] : [`--x\r\nContent-Type: message/delivery-status\r\n\r\n${told}`]),
  ];
  const raw = `From: MAILER-DAEMON@mx.school.example\r\nTo: ${to}\r\nSubject: Undelivered\r\nAuto-Submitted: auto-replied\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n${parts.join("\r\n")}\r\n--x--\r\n`;
  try {
    await transport.sendMail({ envelope: { from: "", to }, raw });
    return null;
  } catch (error) {
    return error instanceof Error ? Number(Reflect.get(error, "responseCode")) : 0;
  } finally {
    transport.close();
  }
}

/** What an open page of this viewer, away since then, hears of mail that came back. */
const returnedTo = async (viewer: PersonViewer, since: string) =>
  (await listNews(viewer, since, now())).filter(
    ({ byMoment, reference }) => byMoment && reference === report.reference,
  );

const unreached = async () => (await findConversation(world.officer, thursday, report.id)).unreached;

test("mail that a server took and brings back later is shown at the report as not delivered", async () => {
  expect(await unreached()).toEqual([]);
  expect(returnPath()).toMatch(/^b[0-9a-f]{52}@/);
  expect(await comesBack(returnPath(), status("failed", "5.1.1"))).toBeNull();
  expect(await unreached()).toEqual([contact]);
  const [letter] = (await lettersOf(report.id)).filter(({ toAddress }) => toAddress === contact);
  expect(letter).toMatchObject({ lastError: "bounced 5.1.1", sentAt: expect.any(Date) });
  expect(await comesBack(returnPath(), status("failed", "5.7.1"))).toBeNull();
  expect((await lettersOf(report.id)).find(({ id }) => id === letter?.id)?.lastError).toBe("bounced 5.1.1");
});

test("a page that is open hears at once that mail came back, of the school's mail at both sides, and of it as mail", async () => {
  const school = aBrowser(world.reporter);
  const office = aBrowser(world.officer);
  await comesBack(returnPath(), status("failed", "5.1.1"));
  for (const browser of [school, office]) {
    expect(await browser.until("byMoment")).toContain(JSON.stringify({ reference: report.reference, byMoment: true }));
    browser.leave();
  }
});

test("a page that was away hears of it when it comes back, under the same id, and a stranger and a second notice tell nothing", async () => {
  const before = firstIdAt(now().at);
  await comesBack(returnPath(), status("failed", "5.1.1"));
  const heard = await returnedTo(world.officer, before);
  expect(heard).toEqual([{ id: expect.any(String), reference: report.reference, byMoment: true }]);
  await comesBack(returnPath(), status("failed", "5.1.1"));
  expect(await returnedTo(world.reporter, before)).toEqual(heard);
  expect(await returnedTo((await aWorld()).officer, before)).toEqual([]);
});

test("that mail to the office came back is nothing to the school", async () => {
  const before = firstIdAt(now().at);
  await prisma.letter.updateMany({ where: { reportId: report.id, toAddress: contact }, data: { side: "office" } });
  await comesBack(returnPath(), status("failed", "5.1.1"));
  expect(await returnedTo(world.officer, before)).toHaveLength(1);
  expect(await returnedTo(world.reporter, before)).toEqual([]);
});

test("an address that a server refuses at the door is told of to open pages as well", async () => {
  const browser = aBrowser(world.officer);
  const gone = await aFiledReport(world, {
    separate: true,
    contact: { name: "C", email: "vertrokken@school.example" },
  });
  for (const { id } of await messagesOf(gone.id)) await deliver(id, postWith(mail), { count: 1, isLast: false });
  expect(await browser.until("byMoment")).toContain(gone.reference);
  browser.leave();
});

test("when a letter of many comes back, none of the reports of which it told reached its reader", async () => {
  const letter = (await lettersOf(report.id)).find(({ toAddress }) => toAddress === contact);
  const digestId = newId();
  const words = { subject: "Nieuws", text: "Nieuws.", html: "<p>Nieuws.</p>" };
  const digest = await prisma.letter.create({
    data: { ...words, eventId: digestId, toAddress: contact, messageId: digestId, createdAt: now().at },
  });
  await prisma.letter.update({ where: { id: letter?.id ?? "" }, data: { digestId } });
  const before = firstIdAt(now().at);
  await comesBack(returnAddress(digest.id, door.domain), status("failed", "5.1.1"));
  expect(await unreached()).toEqual([contact]);
  expect(await returnedTo(world.officer, before)).toHaveLength(1);
});

test("what is only late, out of office, or without a part for programs counts as delivered", async () => {
  expect(await comesBack(returnPath(), status("delayed", "4.4.1"))).toBeNull();
  expect(await comesBack(returnPath(), null)).toBeNull();
  expect(await unreached()).toEqual([]);
  expect(await prisma.message.count({ where: { reportId: report.id } })).toBe(0);
});

test("nobody makes up a return address, and one of a letter that is long forgotten changes nothing", async () => {
  const forged = returnPath().replace(/.@/, (end) => (end === "0@" ? "1@" : "0@"));
  expect(await comesBack(forged, status("failed", "5.1.1"))).toBe(550);
  const another = returnAddress(newId(), door.domain);
  expect(await comesBack(another, status("failed", "5.1.1"))).toBeNull();
  expect(await unreached()).toEqual([]);
});
