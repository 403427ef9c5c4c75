import { startProgram, statusOf } from "@/bin/child";
import type { Bench } from "@/tests/bench/bench";
import type { BenchCluster } from "@/tests/bench/cluster";
import { memoryOf } from "@/tests/bench/process-figures";
import { alone, type Row } from "@/tests/bench/row";
import { asAdmin } from "@/tests/bench/world";

/** The promise is about a country of so many students; a smaller one has its share of the time. */
const promised = { students: 1_500_000, seconds: 300 } as const;

const months = [
  { from: "2026-09-01", until: "2026-09-30", madeAt: "2026-10-01T06:00:00Z" },
  { from: "2026-10-01", until: "2026-10-31", madeAt: "2026-11-02T06:00:00Z" },
] as const;

interface Month {
  readonly seconds: number;
  readonly peakMiB: number;
  readonly note: string;
}

/** The balance of two months for every region, the second going on from the first, with all files. */
export async function measureBalance(bench: Bench): Promise<readonly Row[]> {
  const { cluster } = bench;
  const { database, students, sizes } = await bench.national();
  const rows: Row[] = [];
  for (const [at, month] of months.entries()) {
    const { seconds, peakMiB, note } = await makeMonth(cluster, database, month);
    const name = `${at === 0 ? "a month's balance of the country" : "the next month's, which goes on from it"}, ${sizes}`;
    const most = (promised.seconds * students) / promised.students;
    rows.push(
      alone({ promise: "balance", name, unit: "s", ours: seconds, note }, { most }),
      alone({ promise: "balance", name: `${name}, most memory`, unit: "MiB", ours: peakMiB }, { most: 1_024 }),
    );
  }
  return rows;
}

async function makeMonth(
  cluster: BenchCluster,
  database: string,
  { from, until, madeAt }: (typeof months)[number],
): Promise<Month> {
  const regions = await asAdmin(cluster, database, async (client) => {
    const { rowCount } = await client.query(
      `INSERT INTO deliveries (id, dataset, region_number, period_from_on, period_until_on, version, status, planned_at)
        SELECT gen_random_uuid(), 'monthly-balance', number, $1::date, $2::date, 1, 'planned', $3 FROM regions`,
      [from, until, madeAt],
    );
    await client.query("ANALYZE delivery_rows");
    return rowCount;
  });
  const child = startProgram("tests/bench/pieces/make-deliveries.ts", [madeAt], cluster.environment(database));
  const answered = new Promise<{ made: number; seconds: number }>((resolve) =>
    child.once("message", (message) => resolve(message as { made: number; seconds: number })),
  );
  let peakMiB = 0;
  const watch = setInterval(() => {
    peakMiB = Math.max(peakMiB, memoryOf(child.pid ?? 0, "VmHWM") || 0);
  }, 50);
  const status = await statusOf(child);
  clearInterval(watch);
  if (status !== 0) throw new Error(`the balance was not made (${status})`);
  const { made, seconds } = await answered;
  if (made !== regions) throw new Error(`${made} of ${regions} deliveries were made`);
  return { seconds, peakMiB, note: await countMade(cluster, database, from) };
}

async function countMade(cluster: BenchCluster, database: string, from: string): Promise<string> {
  return asAdmin(cluster, database, async (client) => {
    const { rows } = await client.query<{ regions: number; read: number; told: number; files: number }>(
      `SELECT count(*)::int AS regions, sum(persons_done)::int AS read, sum((counts ->> 'persons')::int)::int AS told,
        (SELECT count(*)::int FROM delivery_files f JOIN deliveries o ON o.id = f.delivery_id
          WHERE o.period_from_on = $1::date) AS files
        FROM deliveries WHERE period_from_on = $1::date AND status = 'ready'`,
      [from],
    );
    const { regions = 0, read = 0, told = 0, files = 0 } = rows[0] ?? {};
    const counts = [regions, read, told, files].map((count) => count.toLocaleString("en"));
    return `${counts[0]} regions, ${counts[1]} persons looked at, ${counts[2]} told of, in ${counts[3]} files`;
  });
}
