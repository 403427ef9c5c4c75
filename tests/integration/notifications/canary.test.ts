import { randomUUID } from "node:crypto";
import { type ParsedMail, simpleParser } from "mailparser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import { type Locale, locales } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { topicCodes } from "@/lib/notifications/choices";
import { deliverAll } from "@/lib/notifications/deliver.server";
import { sendDigests } from "@/lib/notifications/digest.server";
import { type Mail, openMail } from "@/lib/notifications/mailer.server";
import type { OutboxTopics } from "@/lib/notifications/outbox.server";
import { nowAt } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import type { EventKind } from "@/lib/timeline/events";
import { postWith } from "@/tests/support/post";
import { openSmtp, type TestSmtp } from "@/tests/support/smtp";
import { aFiledReport, anAccount, aWorld, thursday, type World } from "@/tests/support/world";
import { everyKind } from "@/tests/unit/timeline/stories";

const kinds = Object.keys(everyKind) as EventKind[];
/** Of these nobody is told by mail. */
const withoutMail: readonly EventKind[] = ["filed", "confirmed", "call_told", "attachment_removed"];
/** These go to a mailbox, of which nobody knows who reads it, or to the officer alone, who reads Dutch here. */
const onlyDutch: readonly EventKind[] = ["written_down", "confirm_reminded", "transfer_offered", "transfer_taken_back"];
const morning = nowAt(new Date("2031-03-03T08:00:00Z"));

let world: World;
let smtp: TestSmtp;
let mail: Mail;
let report: { readonly id: string; readonly reference: string };
let mails: readonly { readonly to: readonly string[]; readonly mail: ParsedMail; readonly raw: string }[];

beforeAll(async () => {
  world = await aWorld();
  smtp = await openSmtp();
  mail = openMail(smtp.url, "Verzuimloket <loket@loket.example>");
  const contact = { name: "Canary Contact", email: "contact@school.example", phone: "0612345678" };
  const words = { reason: "canary-reden", explanation: "canary-toelichting" };
  // As a school should not, and some school will.
  report = await aFiledReport(world, { ...words, contact, ownReference: "3B Sami B" });
  await prisma.mailLevel.create({
    data: { organisationId: world.school.id, level: "group", chosenBy: "Beheer", chosenAt: thursday.at },
  });
  // Of papers the reporter and the officer hear by mail, and of some of them only one of the two.
  await prisma.account.update({ where: { id: world.reporter.accountId }, data: { locale: "en" } });
  await placeReaders();
  await happenAll();
  await tellEverything();
  mails = await Promise.all(
    smtp.received.map(async ({ to, raw }) => ({ to, raw, mail: await simpleParser(raw, { skipTextToHtml: true }) })),
  );
}, 120_000);

afterAll(async () => {
  mail.close();
  await smtp.close();
});

/** Someone of this organisation who reads in this language; `daily`: one letter a day. */
async function aReader(organisationId: string, role: Parameters<typeof anAccount>[1], locale: Locale, daily = false) {
  const { accountId } = await anAccount(organisationId, role);
  const { email } = await prisma.account.update({ where: { id: accountId }, data: { locale } });
  if (daily) {
    const data = topicCodes.map((topic) => ({ accountId, topic, delivery: "daily" }));
    await prisma.notificationChoice.createMany({ data });
  }
  return { accountId, email };
}

/**
 * At each side, in each language: somebody who hears at once, and at the school somebody who hears once a day. A
 * mailbox of either kind at each side, which is written to in Dutch.
 */
async function placeReaders() {
  const { id: desk } = await prisma.organisation.create({ data: { code: "LOKET", kind: "desk", name: "Loket" } });
  for (const locale of locales) {
    const followers = [
      await aReader(world.school.id, "reporter", locale),
      await aReader(world.school.id, "reporter", locale, true),
      await aReader(world.office.id, "officer", locale),
    ];
    await prisma.watch.createMany({
      data: followers.map(({ accountId }) => ({ accountId, reportId: report.id, isMuted: false, since: thursday.at })),
    });
    await aReader(world.office.id, "team_lead", locale);
    await aReader(desk, "administrator", locale);
  }
  await bringInAll();
  const rule = { createdBy: "Beheer", createdAt: thursday.at };
  await prisma.followRule.createMany({
    data: [
      { ...rule, organisationId: world.school.id, email: "team@school.example" },
      { ...rule, organisationId: world.school.id, email: "dag@school.example", isDaily: true },
      { ...rule, organisationId: world.office.id, email: "team@office.example" },
      { ...rule, organisationId: world.office.id, email: "dag@office.example", isDaily: true },
    ],
  });
}

/** All who follow the report do so because somebody asked them. */
async function bringInAll() {
  const { accountId: askedById } = await anAccount(world.school.id, "reporter");
  await prisma.account.update({ where: { id: askedById }, data: { name: "Canary Vrager" } });
  await prisma.watch.updateMany({ where: { reportId: report.id }, data: { askedById } });
  for (const { accountId } of await prisma.watch.findMany({ where: { reportId: report.id } })) {
    await enqueue("brought-in", { reportId: report.id, accountId, noticeId: newId() });
  }
}

/** Whatever somebody may have typed. */
function withCanaries(value: unknown): unknown {
  if (typeof value === "string") return value.includes(" ") ? "canary woorden" : value;
  if (Array.isArray(value) || value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withCanaries(inner)]));
}

/** One event of every kind happens to the report. */
async function happenAll() {
  const other = await aWorld();
  await prisma.caseTransfer.create({
    data: {
      reportId: report.id,
      fromOfficeId: other.office.id,
      toOfficeId: other.office.id,
      kind: "transfer",
      reason: "moved",
      offeredAt: thursday.at,
      offeredById: world.officer.accountId,
      offeredByName: "Canary Aanbieder",
      dueOn: thursday.at,
    },
  });
  for (const kind of kinds) {
    const { status, data } = everyKind[kind];
    const event = { id: newId(), reportId: report.id, kind, version: 1, at: thursday.at, status };
    const actor = { actorSide: "system", actorName: "Canary Actor" };
    await prisma.event.create({ data: { ...event, ...actor, data: withCanaries(data) as Prisma.InputJsonObject } });
    await enqueue("report-event", { eventId: event.id, reportId: report.id });
  }
}

async function enqueue<Topic extends keyof OutboxTopics>(topic: Topic, payload: OutboxTopics[Topic]) {
  await prisma.outboxMessage.create({ data: { id: newId(), topic, payload: { ...payload }, createdAt: new Date() } });
}

/** All other mail that the desk sends. */
async function enqueueOthers() {
  const { id: officeId } = world.office;
  for (const locale of locales) {
    const { accountId } = await aReader(officeId, "coordinator", locale);
    const counts = { soonCount: 1, overCount: 2, escalatedCount: 1 };
    const reminder = await prisma.termReminder.create({ data: { officeId, accountId, day: thursday.at, ...counts } });
    await enqueue("term-reminder", { reminderId: reminder.id });
    const label = { nl: "Meldingen per maand", en: "Reports per month" };
    const rhythm = { nl: "Elke week", en: "Every week" };
    await enqueue("figures-ready", { sendingId: newId(), subscriptionId: newId(), accountId, title: label, rhythm });
    await enqueue("figures-ended", { sendingId: newId(), accountId, title: label });
    const expiresAt = new Date(Date.now() + 72 * 3_600_000);
    const invitation = await prisma.invitation.create({
      data: { tokenHash: randomUUID(), accountId, expiresAt, createdBy: "canary" },
    });
    await enqueue("invitation", { invitationId: invitation.id, accountId });
  }
  await enqueue("papers-stopped", { noticeId: newId() });
  await enqueue("rule-fault", { officeId, noticeId: newId() });
  await enqueue("delivery-ready", { deliveryId: newId(), officeId, title: "Uitval", newCount: 2, backCount: 1 });
}

async function deliverWaiting(to: Mail | null) {
  const waiting = await prisma.outboxMessage.findMany({ where: { doneAt: null }, orderBy: { id: "asc" } });
  const tries = waiting.map(({ id }) => ({ outboxId: id, count: 1, isLast: false }));
  expect([...(await deliverAll(tries, postWith(to))).values()]).toEqual([]);
}

/** At once, one letter a day, and one letter after an outage: each has its words. */
async function tellEverything() {
  await enqueueOthers();
  await deliverWaiting(null);
  await prisma.letter.updateMany({
    where: { side: "office", isForDay: false, reportId: report.id },
    data: { createdAt: new Date(Date.now() - 6 * 3_600_000) },
  });
  await prisma.outboxMessage.updateMany({ data: { doneAt: null } });
  expect(await sendDigests(postWith(), morning)).toBe(4);
  await deliverWaiting(mail);
  await deliverWaiting(mail);
}

const speaks = (locale: Locale) => (text: string | undefined) =>
  text?.includes(translatorFor(locale)("notifications.letter.noReply")) ?? false;

test("every kind of event that is told by mail is among them, in both languages", async () => {
  const events = await prisma.event.findMany({ where: { reportId: report.id } });
  const letters = await prisma.letter.findMany({ where: { reportId: report.id } });
  const told = (locale: Locale) =>
    kinds.filter((kind) =>
      letters.some(
        (letter) => letter.locale === locale && events.find(({ id }) => id === letter.eventId)?.kind === kind,
      ),
    );
  expect(kinds.filter((kind) => !told("nl").includes(kind))).toEqual(withoutMail);
  expect(kinds.filter((kind) => !told("en").includes(kind)).toSorted()).toEqual(
    [...withoutMail, ...onlyDutch].toSorted(),
  );
});

test("digests of a day and after an outage, and all mail that is about no report, are among them in both languages", () => {
  for (const locale of locales) {
    const t = translatorFor(locale);
    const texts = mails.map(({ mail: { text } }) => text ?? "").filter(speaks(locale));
    const openings = [
      t("notifications.digest.opening.day", { count: 1 }),
      t("notifications.digest.opening.outage", { count: 1 }),
      t("notifications.broughtIn.what"),
      t("notifications.terms.opening"),
      t("notifications.figures.opening"),
      t("notifications.figuresEnded.opening"),
      t("notifications.invitation.opening"),
      t("notifications.ruleFault.opening"),
      t("notifications.delivery.opening", { title: "Uitval" }),
      ...(locale === "nl" ? [t("notifications.digest.mailbox.opening")] : []),
    ];
    for (const opening of openings)
      expect
        .soft(
          texts.some((text) => text.includes(opening)),
          opening,
        )
        .toBe(true);
  }
});

/** Ids that are drawn, of the desk's and between the parts of a mail: any four signs may stand in them, also those of a year. */
const madeUp = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,}|_NmP-[0-9a-f]+/g;

test("no mail has a name, number, birth date, day of absence, reason, outcome or word of anybody in it, nor a file but for a calendar", () => {
  expect(mails.length).toBeGreaterThan(40);
  for (const { mail: parsed, raw } of mails) {
    const { subject, text, html, headerLines, attachments } = parsed;
    const files = attachments.map(({ content }) => content.toString("utf8"));
    const said = JSON.stringify([subject, text, html, headerLines.map(({ line }) => line), raw, files]);
    expect
      .soft(said.replaceAll(madeUp, ""), subject)
      .not.toMatch(
        /canary|Sami|\bBoer\b|2011|2 maart|2 March|1[37] april|1[37] April|2026-04-1[37]|motivati|0612345678|langdurig|back.to.school|terug naar school/i,
      );
    expect.soft(said, subject).not.toContain(world.studentNumber);
    for (const file of files) expect.soft(file, subject).toMatch(/^BEGIN:VCALENDAR/);
    expect.soft(files.join(), subject).not.toMatch(/LOCATION|ATTENDEE|ORGANIZER(?!;CN="Verzuimloket":mailto:loket@)/);
  }
});
