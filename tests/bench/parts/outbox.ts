import { setTimeout as wait } from "node:timers/promises";
import { endChild, startProgram, statusOf } from "@/bin/child";
import type { Bench } from "@/tests/bench/bench";
import type { BenchCluster } from "@/tests/bench/cluster";
import { type MailSink, openSink, type SunkMail } from "@/tests/bench/mail-sink";
import { cpuMilliseconds } from "@/tests/bench/process-figures";
import { alone, type Row } from "@/tests/bench/row";
import { asAdmin } from "@/tests/bench/world";

const reportCount = 1_000;
const eventsEach = 10;
const followersEach = 3;
const mailCount = reportCount * eventsEach * followersEach;
const kills = 20;
const longestMinutes = 10;

/** P15: what the outbox holds leaves by mail: how fast, in which order, and what is left when workers die. */
export async function measureOutbox({ cluster, warn }: Bench): Promise<readonly Row[]> {
  const database = "bench_outbox";
  await cluster.create(database);
  const counts = [String(reportCount), String(eventsEach)];
  const prepared = startProgram("tests/bench/pieces/prepare-outbox.ts", counts, cluster.environment(database));
  if ((await statusOf(prepared)) !== 0) throw new Error("the outbox could not be filled");
  await cluster.create("bench_outbox_deaths", database);
  warn(`put ${mailCount / followersEach} events in the outbox`);
  const fast = await empty(cluster, database, 0);
  warn(`the outbox is empty; once more, killing the worker ${kills} times`);
  const deadly = await empty(cluster, "bench_outbox_deaths", kills);
  const figure = { promise: "P15", unit: "mails" } as const;
  return [
    alone(
      {
        promise: "P15",
        name: "mail from the outbox",
        unit: "mails/s",
        ours: fast.perSecond,
        note: `${reportCount * eventsEach} events to ${followersEach} followers each, one worker, a sink on loopback; worker CPU per mail ${fast.cpuPerMail.toFixed(2)} ms`,
      },
      { least: 500 },
    ),
    alone({ ...figure, name: "lost, or under a second Message-ID", ours: fast.wrong }, { most: 0 }),
    alone({ ...figure, name: "out of order within a report", ours: fast.outOfOrder }, { most: 0 }),
    alone({ ...figure, name: `the same with ${kills} killed workers`, ours: deadly.wrong }, { most: 0 }),
    alone(
      {
        ...figure,
        name: "out of order then",
        ours: deadly.outOfOrder,
        note: `${deadly.twice} mails left twice, under the same Message-ID`,
      },
      { most: 0 },
    ),
  ];
}

interface Emptied {
  readonly perSecond: number;
  /** What the worker that ended it worked for each mail. */
  readonly cpuPerMail: number;
  readonly wrong: number;
  readonly outOfOrder: number;
  readonly twice: number;
}

async function empty(cluster: BenchCluster, database: string, deaths: number): Promise<Emptied> {
  const sink = await openSink();
  const settings = { ...cluster.environment(database), SMTP_URL: sink.url, MAIL_FROM: "loket@loket.example" };
  const start = () => startProgram("bin/worker.ts", [], settings);
  let worker = start();
  let cpuPerMail = Number.NaN;
  try {
    for (let died = 0; died < deaths; died += 1) {
      await untilTaken(sink, Math.round((mailCount * (died + 1)) / (deaths + 2)));
      worker.kill("SIGKILL");
      await statusOf(worker);
      worker = start();
    }
    await untilAllTaken(sink);
    cpuPerMail = cpuMilliseconds(worker.pid ?? 0) / sink.taken.length;
  } finally {
    await endChild(worker, 25_000);
    await sink.end();
  }
  return { cpuPerMail, ...judge(await lettersIn(cluster, database), sink.taken) };
}

async function untilTaken({ taken }: MailSink, count: number): Promise<void> {
  const deadline = Date.now() + longestMinutes * 60_000;
  while (taken.length < count) {
    if (Date.now() > deadline) throw new Error(`after ${longestMinutes} minutes ${taken.length} of ${count} mails`);
    await wait(20);
  }
}

/** Some may come twice; what counts is that each comes. */
async function untilAllTaken(sink: MailSink): Promise<void> {
  const seen = () => new Set(sink.taken.map(({ messageId }) => messageId)).size;
  for (let known = -1; seen() < mailCount; ) {
    if (known === seen()) await untilTaken(sink, sink.taken.length + 1);
    known = seen();
    await wait(100);
  }
}

interface Written {
  readonly message_id: string;
  readonly event_id: string;
  readonly report_id: string;
  readonly to_address: string;
}

function lettersIn(cluster: BenchCluster, database: string): Promise<readonly Written[]> {
  return asAdmin(cluster, database, async (client) => {
    const { rows } = await client.query<Written>(
      "SELECT message_id, event_id, report_id, to_address FROM letters WHERE report_id IS NOT NULL",
    );
    return rows;
  });
}

function judge(written: readonly Written[], taken: readonly SunkMail[]): Omit<Emptied, "cpuPerMail"> {
  const letters = new Map(written.map((letter) => [letter.message_id, letter]));
  const first = new Map<string, SunkMail>();
  for (const mail of taken) if (!first.has(mail.messageId)) first.set(mail.messageId, mail);
  const known = [...first.values()].filter(({ messageId, to }) => letters.get(messageId)?.to_address === to);
  const told = new Set(
    known.map(({ messageId }) => `${letters.get(messageId)?.event_id} ${letters.get(messageId)?.to_address}`),
  );
  const latest = new Map<string, string>();
  let outOfOrder = 0;
  for (const { messageId } of known) {
    const letter = letters.get(messageId);
    if (letter === undefined) continue;
    const reader = `${letter.report_id} ${letter.to_address}`;
    if (letter.event_id < (latest.get(reader) ?? "")) outOfOrder += 1;
    latest.set(reader, letter.event_id);
  }
  const times = known.map(({ at }) => at);
  const seconds = (Math.max(...times.slice(-1)) - Math.min(...times.slice(0, 1))) / 1000;
  return {
    perSecond: known.length / seconds,
    wrong: mailCount - told.size + (known.length - told.size),
    outOfOrder,
    twice: taken.length - first.size,
  };
}
