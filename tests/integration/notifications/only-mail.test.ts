import { afterEach, beforeEach, expect, test } from "vitest";
import { assignReport } from "@/lib/casework/commands/assign-report.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { askCall } from "@/lib/conversation/commands/ask-call.server";
import { askSchool } from "@/lib/conversation/commands/ask-school.server";
import { sendMessage } from "@/lib/conversation/commands/send-message.server";
import { answerRequest } from "@/lib/conversation/commands/settle-request.server";
import { prisma } from "@/lib/db/client.server";
import { deliverAll } from "@/lib/notifications/deliver.server";
import { type Mail, openMail } from "@/lib/notifications/mailer.server";
import { addDays } from "@/lib/shared/calendar-date";
import { now } from "@/lib/shared/clock";
import { messagesOf, postWith } from "@/tests/support/post";
import { openSmtp, type TestSmtp } from "@/tests/support/smtp";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aWorld, type World } from "@/tests/support/world";

/** A mailbox of the school, read by people who never sign in. */
const team = "verzuimteam@school.example";
let smtp: TestSmtp;
let mail: Mail;
let world: World;
let report: { readonly id: string; readonly reference: string };

beforeEach(async () => {
  smtp = await openSmtp();
  mail = openMail(smtp.url, "loket@loket.example");
  world = await aWorld();
  await prisma.followRule.create({
    data: { organisationId: world.school.id, email: team, createdBy: "Beheer", createdAt: now().at },
  });
  report = await aFiledReport(
    world,
    {
      reason: "canary-reden",
      explanation: "canary-toelichting",
      ownReference: "VB-12",
      contact: { name: "Canary Contact", email: "contact@school.example", phone: "0612345678" },
    },
    now(),
  );
});

afterEach(async () => {
  mail.close();
  await smtp.close();
});

async function deliverNews(): Promise<void> {
  const tries = (await messagesOf(report.id)).map(({ id }) => ({ outboxId: id, count: 1, isLast: false }));
  expect((await deliverAll(tries, postWith(mail))).size).toBe(0);
}

/** What the mailbox of the team says now: the text of the newest mail in it, and how many there are. */
async function newest(): Promise<{ readonly text: string; readonly count: number }> {
  await deliverNews();
  const letters = await prisma.letter.findMany({
    where: { reportId: report.id, toAddress: team },
    orderBy: { eventId: "asc" },
  });
  const came = smtp.received.filter(({ to, raw }) => to.includes(team) && raw.includes(report.reference));
  expect(came).toHaveLength(letters.length);
  return { text: letters.at(-1)?.text ?? "", count: letters.length };
}

test("who reads only mail knows after every act who has the report and what comes next", async () => {
  const colleague = officerOf(world.office.id, { ...(await anAccount(world.office.id, "officer")), role: "officer" });
  const lead = officerOf(world.office.id, { ...(await anAccount(world.office.id, "team_lead")), role: "team_lead" });
  const { reference } = report;
  const question = { kind: "absence_sheet", dueOn: addDays(now().today, 7) } as const;
  const acts: readonly (readonly [what: string, act: () => Promise<unknown>, who: string, next: RegExp])[] = [
    ["filed", async () => undefined, world.officer.name, /reageert uiterlijk/],
    [
      "given to a colleague",
      () => assignReport(lead, { reference, officerId: colleague.accountId }, now()),
      colleague.name,
      /reageert uiterlijk/,
    ],
    ["taken up", () => takeUp(colleague, { reference }, now()), colleague.name, /met deze melding bezig/],
    [
      "asked",
      () => askSchool(colleague, { reference, ...question }, now()),
      colleague.name,
      /school is nu aan zet: het kantoor wacht op uw antwoord, uiterlijk/,
    ],
    [
      "answered",
      async () => {
        const { id } = await prisma.request.findFirstOrThrow({ where: { reportId: report.id } });
        return answerRequest(world.reporter, { reference, request: id, words: "canary-antwoord" }, now());
      },
      colleague.name,
      /met deze melding bezig/,
    ],
    ["called back", () => recordAction(colleague, { reference, intervention: "called" }, now()), colleague.name, /./],
    [
      "closed",
      () => closeReport(colleague, { reference, closeReason: "back_to_school", closeNote: "student_seen" }, now()),
      colleague.name,
      /afgesloten/,
    ],
  ];
  let before = 0;
  for (const [what, act, who, next] of acts) {
    await act();
    const { text, count } = await newest();
    expect.soft(count, what).toBeGreaterThan(before);
    expect.soft(text, what).toContain(`Kantoor: ${world.office.name}`);
    expect.soft(text, what).toContain(`Behandelaar: ${who}`);
    expect.soft(text, what).toMatch(next);
    before = count;
  }
});

test("of a whole case no mail names the student, a day of absence, a reason, an outcome or a word that somebody wrote", async () => {
  const { reference } = report;
  await askCall(world.reporter, { reference, phone: "0687654321", times: "canary-tijd" }, now());
  await takeUp(world.officer, { reference }, now());
  await sendMessage(world.officer, { reference, words: "canary-bericht", asksReopening: false }, now());
  const question = { kind: "free", words: "canary-vraag", dueOn: addDays(now().today, 7) } as const;
  await askSchool(world.officer, { reference, ...question }, now());
  const { id } = await prisma.request.findFirstOrThrow({ where: { reportId: report.id } });
  await answerRequest(world.reporter, { reference, request: id, words: "canary-antwoord" }, now());
  await recordAction(world.officer, { reference, intervention: "called", words: "canary-gesprek" }, now());
  const close = { closeReason: "no_absence_long_term_ill", closeNote: "no_further_action" } as const;
  await closeReport(world.officer, { reference, ...close, words: "canary-slot" }, now());
  await deliverNews();
  const wire = smtp.received.filter(({ raw }) => raw.includes(reference)).map(({ raw }) => decoded(raw));
  expect(wire.length).toBeGreaterThan(12);
  const said = wire.join("\n");
  expect(said).toContain("Het kantoor is klaar met deze melding");
  expect(said).not.toMatch(
    /canary|Sami|de Boer|\b2011\b|13 april|17 april|motivati|langdurig ziek|0687654321|0612345678/i,
  );
  expect(said).not.toContain(world.studentNumber);
});

/** As a mail program shows it. */
function decoded(raw: string): string {
  const joined = raw.replaceAll("=\r\n", "");
  return joined.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
