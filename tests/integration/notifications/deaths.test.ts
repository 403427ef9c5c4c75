import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { deliver } from "@/lib/notifications/deliver.server";
import { openMail } from "@/lib/notifications/mailer.server";
import { lettersOf, messagesOf, postWith } from "@/tests/support/post";
import { openSmtp, type TestSmtp } from "@/tests/support/smtp";
import { aFiledReport, aWorld, type World } from "@/tests/support/world";

let world: World;
let smtp: TestSmtp;

beforeAll(async () => {
  world = await aWorld();
  smtp = await openSmtp();
});

afterAll(() => smtp.close());

interface Death {
  /** Around which statement; 0 means that it lives. */
  readonly killAt: number;
  readonly moment: "before" | "after";
}

/** Lets another process deliver the news of a new report and die, then delivers it here; says what came of it. */
async function dieAndRecover({ killAt, moment }: Death) {
  const { email, name } = await prisma.account.findUniqueOrThrow({ where: { id: world.reporter.accountId } });
  const { id, reference } = await aFiledReport(world, { separate: true, contact: { email, name } });
  const routed = (await messagesOf(id)).at(-1);
  if (routed === undefined) throw new Error("filing left no message");
  const order = JSON.stringify({ outboxId: routed.id, smtpUrl: smtp.url, killAt, moment });
  const victim = spawn(process.execPath, [
    "--conditions=react-server",
    "--import",
    "tsx",
    "tests/support/delivery-victim.ts",
    order,
  ]);
  const [said, [status, signal]] = await Promise.all([text(victim.stdout), once(victim, "exit")]);
  const mail = openMail(smtp.url, "loket@loket.example");
  await deliver(routed.id, postWith(mail), { count: 2, isLast: false });
  mail.close();
  const mails = smtp.received.filter(({ raw }) => raw.includes(reference));
  const [letter] = await lettersOf(id);
  return {
    sent: signal === null && status === 0 ? Number(JSON.parse(said).sent) : null,
    notices: await prisma.notice.count({ where: { reportId: id } }),
    letters: (await lettersOf(id)).length,
    mails: mails.length,
    messageIds: new Set(mails.map(({ raw }) => /^Message-ID: (.+)$/m.exec(raw)?.[1]?.trim())),
    expectedId: letter?.messageId,
    isSent: letter?.sentAt instanceof Date,
  };
}

test("a worker that dies around any statement leaves one notice and one letter, and a second copy has the same id", async () => {
  const living = await dieAndRecover({ killAt: 0, moment: "before" });
  expect(living).toMatchObject({ notices: 1, letters: 1, mails: 1, isSent: true });
  const statements = living.sent ?? 0;
  expect(statements).toBeGreaterThan(5);
  for (let killAt = 1; killAt <= statements; killAt += 1) {
    const deaths = (["before", "after"] as const).map((moment) => dieAndRecover({ killAt, moment }));
    for (const after of await Promise.all(deaths)) {
      expect(after, `statement ${killAt}`).toMatchObject({
        sent: null,
        notices: 1,
        letters: 1,
        isSent: true,
        messageIds: new Set([after.expectedId]),
      });
      expect(after.mails).toBeLessThanOrEqual(2);
    }
  }
}, 180_000);
