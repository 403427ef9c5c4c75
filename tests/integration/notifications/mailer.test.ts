import { afterEach, beforeEach, expect, test } from "vitest";
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
});

const send = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, place) => mail.send(letterTo("lezer@school.example", place))));

test("many letters share a few connections to the mail server", async () => {
  await send(60);
  expect(smtp.received).toHaveLength(60);
  expect(smtp.connectionCount).toBeLessThanOrEqual(10);
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
