import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { type Mail, openMail } from "@/lib/notifications/mailer.server";
import { type Pace, usualPace } from "@/lib/notifications/pace";
import { runWorker, type Upkeep } from "@/lib/notifications/worker.server";
import { messagesOf, postWith } from "@/tests/support/post";
import { openSmtp, type TestSmtp } from "@/tests/support/smtp";
import { aFiledReport, aWorld, type World } from "@/tests/support/world";

/** Everything as always, but without the patience. */
const pace: Pace = { ...usualPace, pollMilliseconds: 50, leaseSeconds: 2, retryDelaySeconds: 1, superviseSeconds: 1 };
const patience = { timeout: 25_000, interval: 50 };

let world: World;
let smtp: TestSmtp;
let mail: Mail;
const running: { stop: AbortController; ended: Promise<void> }[] = [];

beforeAll(async () => {
  world = await aWorld();
});

beforeEach(async () => {
  smtp = await openSmtp();
  mail = openMail(smtp.url, "loket@loket.example");
});

afterEach(async () => {
  for (const { stop } of running) stop.abort();
  await Promise.all(running.splice(0).map(({ ended }) => ended));
  mail.close();
  await smtp.close();
});

function startWorker(upkeep: readonly Upkeep[] = []) {
  const stop = new AbortController();
  const ended = runWorker(stop.signal, postWith(mail), { pace, upkeep });
  running.push({ stop, ended });
  return { stop, ended };
}

async function file() {
  const { email, name } = await prisma.account.findUniqueOrThrow({ where: { id: world.reporter.accountId } });
  return aFiledReport(world, { separate: true, contact: { email, name } });
}

const isDone = async (reportId: string) => (await messagesOf(reportId)).every(({ doneAt }) => doneAt !== null);
const mailsAbout = (reference: string) => smtp.received.filter(({ raw }) => raw.includes(reference));

test("two workers share the work: of twenty reports each is mailed once", async () => {
  startWorker();
  startWorker();
  const reports: Awaited<ReturnType<typeof file>>[] = [];
  for (let count = 0; count < 20; count += 1) reports.push(await file());
  await vi.waitFor(async () => {
    for (const { id } of reports) expect(await isDone(id)).toBe(true);
  }, patience);
  expect(reports.map(({ reference }) => mailsAbout(reference).length)).toEqual(reports.map(() => 1));
  expect(await prisma.notice.count({ where: { reportId: { in: reports.map(({ id }) => id) } } })).toBe(20);
}, 40_000);

test("a mail server that comes back gets the letter once, without anybody's doing", async () => {
  smtp.behave("refuse");
  startWorker();
  const { id, reference } = await file();
  await vi.waitFor(async () => {
    expect((await messagesOf(id)).some(({ lastError }) => lastError !== null)).toBe(true);
  }, patience);
  expect(await prisma.notice.count({ where: { reportId: id } })).toBe(1);
  smtp.behave("take");
  await vi.waitFor(async () => expect(await isDone(id)).toBe(true), patience);
  expect(mailsAbout(reference)).toHaveLength(1);
}, 40_000);

test("what a killed worker had in hand is done by another", async () => {
  smtp.behave("fall-silent");
  const { id, reference } = await file();
  const victim = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "bin/worker.ts"], {
    env: { ...process.env, SMTP_URL: smtp.url, MAIL_FROM: "loket@loket.example" },
    stdio: "ignore",
  });
  await vi.waitFor(() => expect(mailsAbout(reference)).toHaveLength(1), patience);
  victim.kill("SIGKILL");
  await once(victim, "exit");

  smtp.behave("take");
  // The victim took it for two minutes, and the next try waits one, which this test does not.
  await prisma.$executeRaw`UPDATE pgboss.job SET expire_seconds = 1, retry_delay = 0 WHERE state = 'active'`;
  startWorker();
  await vi.waitFor(async () => expect(await isDone(id)).toBe(true), patience);
  const ids = mailsAbout(reference).map(({ raw }) => /^Message-ID: (.+)$/m.exec(raw)?.[1]);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
}, 60_000);

test("a worker that is asked to end finishes what it has in hand", async () => {
  const { id } = await file();
  const { stop, ended } = startWorker();
  await vi.waitFor(async () => {
    expect((await messagesOf(id)).every(({ relayedAt }) => relayedAt !== null)).toBe(true);
  }, patience);
  stop.abort();
  await ended;
  const active = await prisma.$queryRaw<unknown[]>`SELECT 1 FROM pgboss.job WHERE state = 'active'`;
  expect(active).toEqual([]);
});

test("the upkeep is done without anybody asking, once for all workers", async () => {
  // The workers of the tests before this one have done the upkeep of these ten minutes.
  await prisma.$executeRaw`DELETE FROM pgboss.job WHERE name = 'upkeep'`;
  const done: string[] = [];
  const upkeep = async () => done.push("sealed");
  startWorker([upkeep]);
  startWorker([upkeep]);
  await vi.waitFor(() => expect(done).toEqual(["sealed"]), patience);
});
