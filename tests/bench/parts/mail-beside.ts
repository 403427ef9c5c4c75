import { Agent } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { endChild, startProgram } from "@/bin/child";
import type { Bench } from "@/tests/bench/bench";
import type { BenchCluster } from "@/tests/bench/cluster";
import { ask, load } from "@/tests/bench/load";
import { openSink } from "@/tests/bench/mail-sink";
import { filingsOf } from "@/tests/bench/parts/filing";
import { alternate, middle, percentile, roundMilliseconds } from "@/tests/bench/rounds";
import { alone, compared, type Row } from "@/tests/bench/row";
import { asAdmin } from "@/tests/bench/world";

const slowMilliseconds = 2_000;
const mailRounds = 3;
/** So many, and not as many as will go: the question is whether one filing waits, not how many there can be. */
const connections = 2;
const startMilliseconds = 3_000;

const perSecond = 50;
const steadySeconds = 60;

/** P2 and P3: nobody who files waits for mail, and what is filed is told of soon, also in a busy minute. */
export async function measureMailBeside(bench: Bench): Promise<readonly Row[]> {
  const { cluster, many } = await bench.world();
  const { clients } = await bench.prepared();
  const server = await bench.desk(many);
  const next = filingsOf(clients);
  const fileBeside = (url: string) =>
    withWorker(cluster, many, url, () =>
      load({ server, connections, milliseconds: roundMilliseconds, status: 201, next }),
    );
  const beside = await alternate(
    {
      instant: () => withSink(0, fileBeside),
      slow: () => withSink(slowMilliseconds, fileBeside),
      // Nothing listens at the first port of a machine.
      dead: () => fileBeside("smtp://127.0.0.1:1"),
    },
    mailRounds,
  );
  const p95 = (name: "instant" | "slow" | "dead") => middle(beside(name), (result) => result.p95);
  const figure = { promise: "P2", unit: "ms" } as const;
  const waiting = await withSink(0, (url) =>
    withWorker(cluster, many, url, async () => {
      await layAside(cluster, many);
      return fileSteadily(bench, next);
    }),
  );
  const told = { promise: "P3", unit: "ms" } as const;
  return [
    compared({ ...figure, name: "file with mail that takes 2 s (p95)", ours: p95("slow") }, p95("instant"), {
      most: 1.1,
    }),
    compared({ ...figure, name: "file with a dead mail server (p95)", ours: p95("dead") }, p95("instant"), {
      most: 1.1,
    }),
    alone(
      {
        ...told,
        name: "from filed to told, by notice and mail (p95)",
        ours: percentile(waiting.times, 0.95),
        note: `${waiting.times.length} events in ${steadySeconds} s; the inbox reads what is committed, so it has no wait of its own`,
      },
      { most: 1_000 },
    ),
    alone({ ...told, name: "the same (p99)", ours: percentile(waiting.times, 0.99) }, { most: 3_000 }),
    alone({ promise: "P3", unit: "reports", name: "not told 5 s after", ours: waiting.left }, { most: 0 }),
  ];
}

async function withSink<Value>(answersAfter: number, work: (url: string) => Promise<Value>): Promise<Value> {
  const sink = await openSink(answersAfter);
  try {
    return await work(sink.url);
  } finally {
    await sink.end();
  }
}

async function withWorker<Value>(
  cluster: BenchCluster,
  database: string,
  url: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const settings = { ...cluster.environment(database), SMTP_URL: url, MAIL_FROM: "loket@loket.example" };
  const worker = startProgram("bin/worker.ts", [], settings);
  try {
    await wait(startMilliseconds);
    return await work();
  } finally {
    await endChild(worker, 25_000);
  }
}

interface Told {
  /** Of each report, from when it was filed until all that it sets going was done. */
  readonly times: readonly number[];
  readonly left: number;
}

/** One filing each fiftieth of a second, however long the ones before it take. */
async function fileSteadily(bench: Bench, next: ReturnType<typeof filingsOf>): Promise<Told> {
  const { cluster, many } = await bench.world();
  const { port } = await bench.desk(many);
  const agent = new Agent({ keepAlive: true });
  const since = new Date();
  const began = performance.now();
  const asked: Promise<number>[] = [];
  for (let count = 0; count < perSecond * steadySeconds; count += 1) {
    await wait(Math.max(0, began + (count * 1_000) / perSecond - performance.now()));
    asked.push(ask(agent, port, next()).then(({ status }) => status));
  }
  const refused = (await Promise.all(asked)).filter((status) => status !== 201).length;
  agent.destroy();
  if (refused > 0) throw new Error(`${refused} filings were refused`);
  await wait(5_000);
  return asAdmin(cluster, many, async (client) => {
    const { rows } = await client.query<{ ms: number | null }>(
      `SELECT (extract(epoch FROM done_at - created_at) * 1000)::float8 AS ms FROM outbox_messages
        WHERE topic = 'report-event' AND created_at >= $1`,
      [since],
    );
    const times = rows.flatMap(({ ms }) => ms ?? []);
    return { times, left: rows.length - times.length };
  });
}

/** What the rounds before left behind, such as mail for a dead server, is no part of the busy minute. */
async function layAside(cluster: BenchCluster, database: string): Promise<void> {
  await asAdmin(cluster, database, (client) =>
    client.query("UPDATE outbox_messages SET done_at = now(), relayed_at = now() WHERE done_at IS NULL"),
  );
}
