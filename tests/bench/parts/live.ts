import { setTimeout as wait } from "node:timers/promises";
import { endChild, startProgram } from "@/bin/child";
import type { Bench } from "@/tests/bench/bench";
import type { BenchCluster } from "@/tests/bench/cluster";
import { openTabs, type Tabs } from "@/tests/bench/live-tabs";
import { load } from "@/tests/bench/load";
import { signedInOfficers } from "@/tests/bench/officers";
import { middle, percentile } from "@/tests/bench/rounds";
import { alone, compared, type Row } from "@/tests/bench/row";
import { asAdmin } from "@/tests/bench/world";

const tabCount = 500;
const eventCount = 20;
const loadRounds = 3;
const loadMilliseconds = 4_000;
const database = "bench_live";

/** P16: an event is seen in all open tabs, and who asks for a page meanwhile does not wait for that. */
export async function measureLive(bench: Bench): Promise<readonly Row[]> {
  const { cluster, warn } = bench;
  await cluster.create(database);
  const cookies = await signedInOfficers(cluster, database, { browsers: tabCount, reports: 30 });
  const desk = await bench.desk(database);
  const worker = startProgram("bin/worker.ts", [], cluster.environment(database));
  const inbox = () =>
    load({
      server: desk,
      connections: 2,
      milliseconds: loadMilliseconds,
      next: () => ({ path: "/werkvoorraad", headers: { cookie: cookies[0] ?? "" } }),
    });
  try {
    await inbox();
    const idle = [];
    for (let round = 0; round < loadRounds; round += 1) idle.push(await inbox());
    const tabs = await openTabs(desk.port, cookies.slice(0, tabCount));
    warn(`${tabCount} tabs listen`);
    const times = [];
    for (let turn = 0; turn < eventCount; turn += 1) times.push(...(await timesOf(cluster, tabs)));
    const busy = [];
    for (let round = 0; round < loadRounds; round += 1) {
      busy.push(await besides(() => timesOf(cluster, tabs), inbox));
    }
    tabs.close();
    const p95 = (results: readonly { p95: number }[]) => middle(results, (result) => result.p95);
    const figure = { promise: "P16", unit: "ms" } as const;
    return [
      alone(
        {
          ...figure,
          name: `an event in ${tabCount} open tabs, 95th percentile`,
          ours: percentile(times, 0.95),
          note: `${times.length} of ${tabCount * eventCount} heard; median ${percentile(times, 0.5).toFixed(0)} ms`,
        },
        { most: 1_000 },
      ),
      alone(
        { promise: "P16", name: "tabs that did not hear", unit: "tabs", ours: tabCount * eventCount - times.length },
        { most: 0 },
      ),
      compared({ ...figure, name: "inbox meanwhile, beside no tabs (p95)", ours: p95(busy) }, p95(idle), { most: 1.5 }),
    ];
  } finally {
    await endChild(worker, 25_000);
  }
}

const patienceMilliseconds = 5_000;

/** Something happens; answers how long after that each tab heard of it. */
async function timesOf(cluster: BenchCluster, tabs: Tabs): Promise<readonly number[]> {
  const id = await somethingHappens(cluster);
  const began = performance.now();
  const heard = () => tabs.heard.get(id) ?? [];
  while (heard().length < tabCount && performance.now() - began < patienceMilliseconds) await wait(10);
  return heard().map((at) => at - began);
}

function somethingHappens(cluster: BenchCluster): Promise<string> {
  return asAdmin(cluster, database, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `WITH one AS (
         INSERT INTO events (id, report_id, kind, version, at, actor_side, actor_name, actor_organisation, actor_id, status, data)
         SELECT uuidv7(), id, 'corrected', 1, now(), 'school', 'Anouk Verbeek', 'School', reporter_id, 'registered',
           '{"fields":[],"lastDay":null}' FROM reports ORDER BY random() LIMIT 1 RETURNING id, report_id)
       INSERT INTO outbox_messages (id, topic, payload, created_at)
       SELECT uuidv7(), 'report-event', jsonb_build_object('eventId', id, 'reportId', report_id), now() FROM one
       RETURNING payload ->> 'eventId' AS id`,
    );
    return rows[0]?.id ?? "";
  });
}

/** The one again and again, while the other runs once. */
async function besides<Value>(again: () => Promise<unknown>, once: () => Promise<Value>): Promise<Value> {
  let isOver = false;
  const repeated = (async () => {
    while (!isOver) await again();
  })();
  try {
    return await once();
  } finally {
    isOver = true;
    await repeated;
  }
}
