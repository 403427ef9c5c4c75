import { once } from "node:events";
import path from "node:path";
import { escapeIdentifier, escapeLiteral } from "pg";
import { z } from "zod";
import { startProgram, thriftyFlags } from "@/bin/child";
import type { Bench } from "@/tests/bench/bench";
import { home } from "@/tests/bench/cluster";
import { memoryOf } from "@/tests/bench/process-figures";
import { middle } from "@/tests/bench/rounds";
import { alone, compared, type Row } from "@/tests/bench/row";
import { asAdmin } from "@/tests/bench/world";

export const rowsPerSheet = 5_000;
const sheets = 5;
const database = "bench_sheet";

/** One school has all the students of the sheets; the reports that other schools sent about them stay. */
const enrolAll = `
  WITH school AS (SELECT l.id, l.organisation_id, l.brin, l.location_code FROM locations l
    JOIN mandates m ON m.organisation_id = l.organisation_id AND m.role = 'reporter' ORDER BY l.id LIMIT 1),
  moved AS (UPDATE enrolments e SET location_id = school.id, brin = school.brin, location_code = school.location_code
    FROM school RETURNING e.id)
  SELECT (SELECT organisation_id FROM school) AS "organisationId", (SELECT count(*) FROM moved)::int AS count`;

const sheetResult = z.object({
  read: z.number(),
  check: z.number(),
  send: z.number(),
  total: z.number(),
  filed: z.number(),
  load: z.number(),
});

/** What one report becomes, in rows of each table: a sheet is put beside these. */
const written = { reports: 1, report_days: 1, assignments: 1, events: 2, audit_entries: 1, outbox_messages: 2 };

/** Seconds in which the database alone takes as many rows, by COPY into tables with the same indexes. */
function copyAlone({ cluster }: Bench): Promise<number> {
  return asAdmin(cluster, database, async (client) => {
    let seconds = 0;
    for (const [table, rowsEach] of Object.entries(written)) {
      const [name, file] = [escapeIdentifier(table), escapeLiteral(path.join(home, "files", `${table}.copy`))];
      await client.query(`CREATE TABLE copied (LIKE ${name} INCLUDING ALL)`);
      await client.query(`COPY (SELECT * FROM ${name} LIMIT ${rowsEach * rowsPerSheet}) TO ${file}`);
      const began = performance.now();
      await client.query(`COPY copied FROM ${file}`);
      seconds += (performance.now() - began) / 1000;
      await client.query("DROP TABLE copied");
    }
    return seconds;
  });
}

/** A sheet of 5,000 reports, from its bytes to the last report that is filed, at a desk with 200,000 reports. */
export async function measureSheet(bench: Bench): Promise<readonly Row[]> {
  const { cluster, many } = await bench.world();
  await cluster.create(database, many);
  const organisationId = await asAdmin(cluster, database, async (client) => {
    const { rows } = await client.query<{ organisationId: string }>(enrolAll);
    await client.query("VACUUM ANALYZE enrolments");
    return rows[0]?.organisationId ?? "";
  });
  const program = startProgram(
    "tests/bench/pieces/import-sheet.ts",
    [organisationId, String(sheets)],
    cluster.environment(database),
    // As the worker runs, which does this at a real desk.
    thriftyFlags,
  );
  const next = async (): Promise<unknown> => {
    const [told] = await Promise.race([
      once(program, "message"),
      once(program, "exit").then(() => Promise.reject(new Error("the import ended early"))),
    ]);
    return told;
  };
  try {
    await next();
    const before = memoryOf(program.pid ?? 0, "VmRSS");
    const results: z.infer<typeof sheetResult>[] = [];
    for (let sheet = 0; sheet < sheets; sheet++) {
      program.send("bring");
      results.push(sheetResult.parse(await next()));
    }
    const filed = middle(results, (r) => r.filed);
    // Of a few students this school reported the same days before.
    if (filed < 0.99 * rowsPerSheet) throw new Error(`${filed} reports were filed`);
    const part = (read: (result: (typeof results)[number]) => number) => middle(results, read).toFixed(1);
    const note = `reading ${part((r) => r.read)} s, checking ${part((r) => r.check)} s, sending ${part((r) => r.send)} s; load of the machine ${part((r) => r.load)}; median of ${sheets}`;
    program.send("singly");
    const singly = z.number().parse(await next());
    const copied = await copyAlone(bench);
    const memory = memoryOf(program.pid ?? 0, "VmHWM") - before;
    const rate = rowsPerSheet / middle(results, (r) => r.total);
    const name = `a sheet of ${rowsPerSheet.toLocaleString("en")} reports checked and sent`;
    const figure = { promise: "P9", unit: "rows/s", ours: rate } as const;
    return [
      alone({ promise: "sheet", name, unit: "s", ours: middle(results, (r) => r.total), note }, { most: 30 }),
      compared({ ...figure, name: "rows of sheets, beside COPY of what they become" }, rowsPerSheet / copied, {
        least: 0.15,
      }),
      compared({ ...figure, name: "rows of sheets, beside row by row" }, 1 / singly, { least: 4 }),
      alone({ promise: "P9", name: `memory more after ${sheets} sheets`, unit: "MiB", ours: memory }, { most: 100 }),
    ];
  } finally {
    program.kill("SIGTERM");
  }
}
