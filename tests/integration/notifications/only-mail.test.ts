import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { acceptTransfer } from "@/lib/casework/commands/answer-transfer.server";
import { assignReport } from "@/lib/casework/commands/assign-report.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { handOverWork } from "@/lib/casework/commands/hand-over.server";
import { extendClock, pauseClock, resumeClock } from "@/lib/casework/commands/keep-clock.server";
import { offerTransfer } from "@/lib/casework/commands/offer-transfer.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { referReport } from "@/lib/casework/commands/refer-report.server";
import { reopenReport } from "@/lib/casework/commands/reopen-report.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { askSchool } from "@/lib/conversation/commands/ask-school.server";
import { sendMessage } from "@/lib/conversation/commands/send-message.server";
import { answerRequest } from "@/lib/conversation/commands/settle-request.server";
import { prisma } from "@/lib/db/client.server";
import { formatWeekday } from "@/lib/i18n/format";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { deliverAll } from "@/lib/notifications/deliver.server";
import { type Mail, openMail } from "@/lib/notifications/mailer.server";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { addDays, type CalendarDate, dayOf } from "@/lib/shared/calendar-date";
import { now } from "@/lib/shared/clock";
import { statuses } from "@/lib/timeline/statuses";
import { messagesOf, postWith } from "@/tests/support/post";
import { openSmtp, type TestSmtp } from "@/tests/support/smtp";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aWorld, type World } from "@/tests/support/world";

/** A mailbox of the school, read by people who never sign in. */
const team = "verzuimteam@school.example";
/** And one of the office. */
const counter = "balie@kantoor.example";
let smtp: TestSmtp;
let mail: Mail;
let world: World;
let elsewhere: World;
let third: World;
let reference: string;
let reportId: string;

beforeEach(async () => {
  smtp = await openSmtp();
  mail = openMail(smtp.url, "loket@loket.example");
  [world, elsewhere, third] = [await aWorld(), await aWorld(), await aWorld()];
  const rule = { createdBy: "Beheer", createdAt: now().at };
  await prisma.followRule.createMany({
    data: [
      { organisationId: world.school.id, email: team, ...rule },
      { organisationId: world.office.id, email: counter, ...rule },
    ],
  });
  ({ id: reportId, reference } = await aFiledReport(world, { ownReference: "VB-12" }, now()));
});

afterEach(async () => {
  mail.close();
  await smtp.close();
});

const written = (day: CalendarDate) => formatWeekday(day, now().today, "nl");
const stored = () => prisma.report.findUniqueOrThrow({ where: { id: reportId } });
const dueDay = async () => written(dayOf((await stored()).dueAt));
const inDays = (count: number) => addDays(now().today, count);

async function anOfficer(office: World["office"], role: "officer" | "team_lead" = "officer"): Promise<OfficeViewer> {
  const account = await anAccount(office.id, role);
  const name = `${role} ${randomUUID()}`;
  await prisma.account.update({ where: { id: account.accountId }, data: { name } });
  return officerOf(office.id, { ...account, name, organisationName: office.name, role });
}

/** What the newest mail in this mailbox says, and how many there are, all of which a mail server took. */
async function newestIn(mailbox: string) {
  const tries = (await messagesOf(reportId)).map(({ id }) => ({ outboxId: id, count: 1, isLast: false }));
  expect((await deliverAll(tries, postWith(mail))).size).toBe(0);
  const where = { reportId, toAddress: mailbox };
  const letters = await prisma.letter.findMany({ where, orderBy: { eventId: "asc" } });
  expect(smtp.received.filter(({ to }) => to.includes(mailbox))).toHaveLength(letters.length);
  return { text: letters.at(-1)?.text ?? "", count: letters.length };
}

interface Step {
  readonly what: string;
  readonly act: () => Promise<unknown>;
  readonly office: string;
  /** Null: nobody in particular. */
  readonly officer: string | null;
  /** What comes next, and by when where a day was promised. */
  readonly next: (() => Promise<string>) | string;
}

const busy = "is met deze melding bezig. U hoort het als er iets gebeurt.";

/** Does each step of a report that stays with its office, and reads of it what its counter reads. */
async function liveAtCounter(steps: readonly Step[]): Promise<void> {
  let before = await prisma.letter.count({ where: { reportId, toAddress: counter } });
  for (const { what, act, office, officer } of steps) {
    await act();
    const { text, count } = await newestIn(counter);
    expect.soft(count, what).toBeGreaterThan(before);
    expect.soft(text, what).toContain(`Kantoor: ${office}\nBehandelaar: ${officer}\n`);
    expect.soft(text, what).toContain(`Status: ${statuses[(await stored()).status].label.nl}`);
    before = count;
  }
}

/** Does each step, and reads of it what somebody reads who never signs in. */
async function live(steps: readonly Step[]): Promise<void> {
  let before = await prisma.letter.count({ where: { reportId, toAddress: team } });
  for (const { what, act, office, officer, next } of steps) {
    await act();
    const { text, count } = await newestIn(team);
    expect.soft(count, what).toBeGreaterThan(before);
    expect.soft(text, what).toContain(`Kantoor: ${office}\n`);
    if (officer === null) expect.soft(text, what).not.toContain("Behandelaar:");
    else expect.soft(text, what).toContain(`Behandelaar: ${officer}\n`);
    expect.soft(text, what).toContain(typeof next === "string" ? next : await next());
    before = count;
  }
}

async function answerIt() {
  const { id } = await prisma.request.findFirstOrThrow({ where: { reportId } });
  return answerRequest(world.reporter, { reference, request: id, words: "Dinsdag." }, now());
}

test("at the office too, who reads nothing but mail knows at every step who has a report and how it stands", async () => {
  await liveAtCounter(await stepsAtOneOffice());
});

test("while one office has a report, every mail says who has it there, what comes next and by when", async () => {
  await live(await stepsAtOneOffice());
});

async function stepsAtOneOffice(): Promise<readonly Step[]> {
  const [lead, colleague] = [await anOfficer(world.office, "team_lead"), await anOfficer(world.office)];
  const here = { office: world.office.name, officer: colleague.name };
  const promise = async () => `${world.office.name} reageert uiterlijk ${await dueDay()}.`;
  const question = { kind: "absence_sheet", dueOn: inDays(7) } as const;
  const close = { closeReason: "back_to_school", closeNote: "student_seen" } as const;
  const more = { reference, days: 5, reason: "Huisbezoek." };
  const still = async () => `een andere instantie. Verwacht op ${written(inDays(9))}.`;
  const steps: readonly Step[] = [
    { ...here, officer: world.officer.name, what: "filed", act: async () => undefined, next: promise },
    {
      ...here,
      what: "given to a colleague",
      act: () => assignReport(lead, { reference, officerId: colleague.accountId }, now()),
      next: promise,
    },
    { ...here, what: "extended", act: () => extendClock(colleague, more, now()), next: promise },
    {
      ...here,
      what: "waiting",
      act: () => pauseClock(colleague, { reference, waitsFor: "youth_doctor", until: inDays(9) }, now()),
      next: still,
    },
    { ...here, what: "going on", act: () => resumeClock(colleague, { reference }, now()), next: promise },
    { ...here, what: "taken up", act: () => takeUp(colleague, { reference }, now()), next: busy },
    {
      ...here,
      what: "waiting after it was taken up",
      act: () => pauseClock(colleague, { reference, waitsFor: "youth_doctor", until: inDays(9) }, now()),
      next: still,
    },
    { ...here, what: "going on again", act: () => resumeClock(colleague, { reference }, now()), next: busy },
    {
      ...here,
      what: "asked",
      act: () => askSchool(colleague, { reference, ...question }, now()),
      next: `het kantoor wacht op uw antwoord, uiterlijk ${written(inDays(7))}.`,
    },
    { ...here, what: "answered", act: answerIt, next: busy },
    {
      ...here,
      what: "called back",
      act: () => recordAction(colleague, { reference, intervention: "called" }, now()),
      next: busy,
    },
    {
      ...here,
      what: "a talk planned",
      act: () => recordAction(colleague, { reference, intervention: "talk_at_school", on: inDays(5) }, now()),
      next: () => Promise.resolve(`Volgende stap: een gesprek op ${written(inDays(5))}.`),
    },
    {
      ...here,
      what: "closed",
      act: () => closeReport(colleague, { reference, ...close }, now()),
      next: "Dank u wel dat u dit meldde.\n\nDe melding is afgesloten.",
    },
    {
      ...here,
      what: "opened again",
      act: () => reopenReport(colleague, { reference, reason: "Verzuimt weer." }, now()),
      next: promise,
    },
    {
      ...here,
      what: "withdrawn",
      act: () => withdrawReport(world.reporter, { reference, reason: "Verkeerde leerling." }, now()),
      next: "Niemand hoeft nog iets te doen.",
    },
  ];
  return steps;
}

test("from office to office, and when its officer is gone, every mail says who has it now and what comes next", async () => {
  const lead = await anOfficer(third.office, "team_lead");
  const [leaving, colleague] = [await anOfficer(third.office), await anOfficer(third.office)];
  const promise = (office: string) => async () => `${office} reageert uiterlijk ${await dueDay()}.`;
  const [second, last] = [elsewhere.office.name, third.office.name];
  await newestIn(team);
  const offer = { reference, officeCode: elsewhere.office.code, reason: "moved" } as const;
  await offerTransfer(world.officer, offer, now());
  const { dueOn } = await prisma.caseTransfer.findFirstOrThrow({ where: { reportId } });
  const asked = await newestIn(`post@${elsewhere.municipality}.example`);
  expect(asked.text).toContain(`Antwoord uiterlijk ${written(dayOf(dueOn))}.`);
  const steps: readonly Step[] = [
    {
      what: "handed to another office",
      act: () => acceptTransfer(elsewhere.officer, { reference }, now()),
      office: second,
      officer: elsewhere.officer.name,
      next: promise(second),
    },
    {
      what: "referred to a third",
      act: () =>
        referReport(elsewhere.officer, { reference, officeCode: third.office.code, reason: "lives-elsewhere" }, now()),
      office: last,
      officer: null,
      next: promise(last),
    },
    {
      what: "given to one of the team",
      act: () => assignReport(lead, { reference, officerId: leaving.accountId }, now()),
      office: last,
      officer: leaving.name,
      next: promise(last),
    },
    {
      what: "its officer is gone",
      act: async () => {
        const { accountId } = leaving;
        await prisma.mandate.updateMany({ where: { accountId }, data: { validUntil: new Date("2021-01-01") } });
        await sendMessage(colleague, { reference, words: "Dag.", asksReopening: false }, now());
      },
      office: last,
      officer: null,
      next: promise(last),
    },
    {
      what: "his work is handed over",
      act: () => handOverWork(lead, { accountId: leaving.accountId, to: colleague.accountId }, now()),
      office: last,
      officer: colleague.name,
      next: promise(last),
    },
    {
      what: "taken up",
      act: () => takeUp(colleague, { reference }, now()),
      office: last,
      officer: colleague.name,
      next: busy,
    },
  ];
  await live(steps);
});
