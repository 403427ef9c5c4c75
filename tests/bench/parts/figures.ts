import { once } from "node:events";
import { startProgram, statusOf } from "@/bin/child";
import type { Bench } from "@/tests/bench/bench";
import type { BenchCluster } from "@/tests/bench/cluster";
import { alternate, median } from "@/tests/bench/rounds";
import { alone, compared, type Row } from "@/tests/bench/row";
import { asAdmin } from "@/tests/bench/world";

const database = "bench_figures";
const [moves, filings] = [600, 200];

/** Where kept sums and reports differ, counted anew without any of the kept tables. */
const differences = `
  WITH placed AS (SELECT r.student_id, r.due_at, r.first_reaction_at, r.status, v.level, v.place, p.period, b.breakdown, b.code
      FROM reports r
        LEFT JOIN LATERAL (SELECT a.municipality_code AS code FROM assignments a WHERE a.report_id = r.id
          ORDER BY a.decided_at DESC, a.id DESC LIMIT 1) home ON true
        LEFT JOIN municipalities m ON m.code = home.code
        CROSS JOIN LATERAL (SELECT r.filed_at AT TIME ZONE 'Europe/Amsterdam' AS at) filed
        CROSS JOIN LATERAL (SELECT extract(year FROM filed.at - interval '7 months')::int AS year) began
        CROSS JOIN LATERAL (VALUES ('school', r.organisation_id::text), ('office', r.office_id::text),
          ('municipality', home.code), ('region', m.region_number::text), ('country', 'NL')) v(level, place)
        CROSS JOIN LATERAL (VALUES (to_char(filed.at, 'YYYY-MM')), (began.year || '-' || began.year + 1)) p(period)
        CROSS JOIN LATERAL (VALUES ('all', ''), ('type', r.type)) b(breakdown, code)
      WHERE r.status <> 'withdrawn' AND v.place IS NOT NULL),
    anew AS (SELECT level, place, period, breakdown, code, count(*) AS reports, count(DISTINCT student_id) AS pupils,
        count(*) FILTER (WHERE status IN ('registered', 'in_progress')) AS open
      FROM placed GROUP BY level, place, period, breakdown, code),
    kept AS (SELECT level, place, period, breakdown, code, report_count::bigint, pupil_count::bigint, open_count::bigint
      FROM figure_cells WHERE breakdown IN ('all', 'type') AND level <> 'location')
  SELECT (SELECT count(*) FROM kept)::int AS kept, count(*)::int AS different
  FROM ((TABLE anew EXCEPT TABLE kept) UNION ALL (TABLE kept EXCEPT TABLE anew)) d`;

/** P8: figures about others from kept sums, the own ones live, and both as the reports say after an hour of work. */
export async function measureFigures(bench: Bench): Promise<readonly Row[]> {
  const { cluster, many, count } = await bench.world();
  await cluster.create(database, many);
  const program = startProgram("tests/bench/pieces/figure-queries.ts", [], cluster.environment(database));
  const gone = new AbortController();
  program.once("exit", () => gone.abort(new Error("the reader of figures ended")));
  const told = async () => Number((await once(program, "message", { signal: gone.signal }))[0]);
  const ask = (what: "keep" | "kept" | "own" | "best") => {
    program.send(what);
    return told();
  };
  try {
    await told();
    const first = await ask("keep");
    await asAdmin(cluster, database, (client) => client.query("VACUUM ANALYZE"));
    await alternate({ kept: () => ask("kept"), own: () => ask("own"), best: () => ask("best") }, 1);
    const results = await alternate({ kept: () => ask("kept"), own: () => ask("own"), best: () => ask("best") });
    const taken = await workAnHour(cluster);
    const again = await ask("keep");
    const { kept, different } = await compareSums(cluster);
    const figure = { promise: "P8" };
    const sizes = `${count.toLocaleString("en")} reports`;
    const note = `${kept.toLocaleString("en")} sums beside the reports, after ${taken} moves and filings; counted for the first time in ${(first / 1000).toFixed(0)} s, after the work in ${(again / 1000).toFixed(1)} s`;
    return [
      alone(
        { ...figure, name: `figures from kept sums, ${sizes}`, unit: "ms p95", ours: median(results("kept")) },
        { most: 150 },
      ),
      compared(
        {
          ...figure,
          name: `own months of the busiest office live, ${sizes}`,
          unit: "ms",
          ours: median(results("own")),
        },
        median(results("best")),
        { most: 1.3 },
      ),
      alone(
        { ...figure, name: "kept sums that differ after an hour of work", unit: "sums", ours: different, note },
        { most: 0 },
      ),
    ];
  } finally {
    program.kill("SIGTERM");
  }
}

async function workAnHour(cluster: BenchCluster): Promise<number> {
  const counts = [String(moves), String(filings)];
  const child = startProgram("tests/bench/pieces/hour-of-work.ts", counts, cluster.environment(database));
  const answered = once(child, "message");
  if ((await statusOf(child)) !== 0) throw new Error("the hour of work broke off");
  const taken = Number((await answered)[0]);
  if (taken < (moves + filings) / 4) throw new Error(`only ${taken} moves and filings were taken`);
  return taken;
}

function compareSums(cluster: BenchCluster): Promise<{ readonly kept: number; readonly different: number }> {
  return asAdmin(cluster, database, async (client) => {
    await client.query("SET work_mem = '256MB'");
    const { rows } = await client.query<{ kept: number; different: number }>(differences);
    return rows[0] ?? { kept: 0, different: Number.NaN };
  });
}
