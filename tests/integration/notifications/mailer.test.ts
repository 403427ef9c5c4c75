import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Mail, MailRefused, openMail } from "@/lib/notifications/mailer.server";
import { openSmtp, type TestSmtp } from "@/tests/support/smtp";

let smtp: TestSmtp;
let mail: Mail;

beforeEach(async () => {
  smtp = await openSmtp();
  mail = openMail(smtp.url, "Verzuimloket <loket@desk.example>");
});

afterEach(async () => {
  mail.close();
  await smtp.close();
});

const letterTo = (to: string, number = 1) => ({
  to,
  messageId: `<${number}@desk.example>`,
  threadId: null,
  replyTo: null,
  returnTo: null,
  subject: "Er is nieuws bij een melding",
  text: "Open het loket.",
  html: "<p>Open het loket.</p>",
  calendar: null,
});

const send = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, place) => mail.send(letterTo("lezer@school.example", place))));

test("many letters share a few connections to the mail server", async () => {
  await send(60);
  expect(smtp.received).toHaveLength(60);
  expect(smtp.connectionCount).toBeLessThanOrEqual(10);
});

test("an appointment goes along as a calendar file that mail programs know, and other letters bring none", async () => {
  const calendar = "BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n";
  await mail.send({ ...letterTo("lezer@school.example"), calendar });
  await mail.send(letterTo("lezer@school.example", 2));
  const [first = "", second = ""] = smtp.received.map(({ raw }) => raw);
  expect(first).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/m);
  expect(first).toMatch(/filename=afspraak\.ics/);
  expect(second).not.toMatch(/calendar|attachment/i);
  expect(second).toMatch(/^From: Verzuimloket <loket@/m);
});

test("a server that closed the waiting connections is reached again over new ones", async () => {
  await send(3);
  smtp.hangUp();
  const again = () =>
    send(3).then(
      () => "taken",
      (error) => error.message,
    );
  await expect.poll(again).toBe("taken");
});

test("a letter that is refused leaves the connection fit for the next", async () => {
  await expect(mail.send(letterTo("vertrokken@school.example"))).rejects.toThrow(MailRefused);
  await mail.send(letterTo("lezer@school.example"));
  expect(smtp.received.map(({ to }) => to)).toEqual([["lezer@school.example"]]);
});

/** What comes of one letter to a server with such a line, reached by an address that says this about encryption. */
async function sendOver(line: "plain" | "starttls" | "tls", said: string) {
  const server = await openSmtp(0, line);
  const sender = openMail(`${server.url}${said}`, "Verzuimloket <loket@desk.example>");
  const outcome = await sender.send(letterTo("lezer@school.example")).then(
    () => "taken",
    (error) => error,
  );
  sender.close();
  await server.close();
  return { outcome, secrets: server.received.map(({ isSecret }) => isSecret) };
}

describe("a letter leaves over a line that nobody else can read", () => {
  test.each(["starttls", "tls"] as const)("not to a server whose certificate nobody vouches for (%s)", async (line) => {
    const { outcome, secrets } = await sendOver(line, "");
    expect(secrets).toEqual([]);
    expect(outcome).toBeInstanceOf(MailRefused);
    // The next letter would fare no better, and this one waits until the operator has mended it.
    expect(outcome).toMatchObject({ isAway: true, isFinal: false });
  });

  test.each(["starttls", "tls"] as const)(
    "but where the operator trusts that certificate by name (%s)",
    async (line) => {
      const { outcome, secrets } = await sendOver(line, "/?tls.rejectUnauthorized=false");
      expect([outcome, secrets]).toEqual(["taken", [true]]);
    },
  );

  test("not to a server that cannot encrypt, however it was asked", async () => {
    const { outcome, secrets } = await sendOver("plain", "/?requireTLS=true");
    expect(secrets).toEqual([]);
    expect(outcome).toMatchObject({ message: expect.stringContaining("ETLS"), isAway: true, isFinal: false });
  });

  test("to one on this machine it may be open", async () => {
    expect(await sendOver("plain", "")).toEqual({ outcome: "taken", secrets: [false] });
  });
});

test("whoever closes the mail lets go of every line, and a letter that comes after that is refused", async () => {
  await send(12);
  const before = smtp.connectionCount;
  mail.close();
  await expect.poll(() => smtp.openCount).toBe(0);
  await expect(mail.send(letterTo("lezer@school.example"))).rejects.toThrow(MailRefused);
  expect(smtp.connectionCount).toBe(before);
});

test("letters that are under way when the mail is closed are told of: taken, or refused and kept for later", async () => {
  const letters = Array.from({ length: 40 }, (_, place) => mail.send(letterTo("lezer@school.example", place)));
  const ended = Promise.allSettled(letters);
  await expect.poll(() => smtp.received.length).toBeGreaterThan(0);
  mail.close();
  const outcomes = await ended;
  const takenCount = outcomes.filter(({ status }) => status === "fulfilled").length;
  expect(takenCount).toBeLessThanOrEqual(smtp.received.length);
  for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(MailRefused);
});
