import { once } from "node:events";
import { z } from "zod";
import { startProgram } from "@/bin/child";
import type { Bench } from "@/tests/bench/bench";
import { alternate, middle } from "@/tests/bench/rounds";
import { alone, compared, type Row } from "@/tests/bench/row";
import { asAdmin } from "@/tests/bench/world";

const database = "bench_school";
const few = 200;

/** Nearly everything that was ever reported comes from one school, and of another only the latest are left. */
const gather = `
  WITH school AS (SELECT m.organisation_id, min(m.account_id::text)::uuid AS account_id, min(l.id::text)::uuid AS location_id,
      row_number() OVER (ORDER BY m.organisation_id) AS place
    FROM mandates m JOIN locations l ON l.organisation_id = m.organisation_id
    WHERE m.role = 'reporter' GROUP BY 1),
  large AS (SELECT * FROM school WHERE place = 1), small AS (SELECT * FROM school WHERE place = 2),
  latest AS (SELECT id FROM reports WHERE organisation_id = (SELECT organisation_id FROM small)
    ORDER BY filed_at DESC LIMIT ${few}),
  moved AS (UPDATE reports r SET organisation_id = large.organisation_id, location_id = large.location_id,
      reporter_id = large.account_id FROM large
    WHERE r.id NOT IN (SELECT id FROM latest) AND r.organisation_id <> large.organisation_id RETURNING r.id)
  SELECT organisation_id AS "organisationId", account_id AS "accountId", (SELECT count(*) FROM moved)::int AS moved
  FROM school WHERE place <= 2 ORDER BY place`;

const schools = z.array(z.object({ organisationId: z.uuid(), accountId: z.uuid(), moved: z.int().positive() }));
const measured = z.object({ time: z.number(), cpu: z.number() });

/** The school's desk: the first page of a list must not feel how much there is, and keeping a draft is next to nothing. */
export async function measureSchool({ cluster, world }: Bench): Promise<readonly Row[]> {
  const { many: desk, count } = await world();
  await cluster.create(database, desk);
  const [large, small] = await asAdmin(cluster, database, async (client) => {
    const { rows } = await client.query(gather);
    await client.query("VACUUM FULL reports");
    await client.query("VACUUM ANALYZE");
    return schools.parse(rows);
  });
  if (large === undefined || small === undefined) throw new Error("there are no two schools");
  const desks = [large, small].map(({ organisationId, accountId }) =>
    startProgram("tests/bench/pieces/school-desk.ts", [organisationId, accountId], cluster.environment(database)),
  );
  const [many, little] = desks.map((desk) => {
    const gone = new AbortController();
    desk.once("exit", () => gone.abort(new Error("the school's desk ended")));
    return async (wish?: "list" | "draft" | "search" | "statements") => {
      if (wish !== undefined) desk.send(wish);
      const [told] = await once(desk, "message", { signal: gone.signal });
      return told;
    };
  });
  if (many === undefined || little === undefined) throw new Error("there are no two desks");
  try {
    await Promise.all([many(), little()]);
    const lists = await alternate({
      many: async () => measured.parse(await many("list")),
      few: async () => measured.parse(await little("list")),
    });
    const drafts = await alternate({ draft: async () => measured.parse(await many("draft")) });
    const searches = await alternate({ search: async () => measured.parse(await many("search")) });
    const statements = z.number().parse(await many("statements"));
    const sizes = `${count.toLocaleString("en")} reports beside ${few}`;
    const cpu = middle(drafts("draft"), (result) => result.cpu);
    return [
      compared(
        {
          promise: "school",
          name: `first page of the list, ${sizes}`,
          unit: "ms",
          ours: middle(lists("many"), (r) => r.time),
        },
        middle(lists("few"), (r) => r.time),
        { most: 1.2 },
      ),
      alone(
        {
          promise: "school",
          name: `a search by name or reference among ${count.toLocaleString("en")} reports, the slowest of four`,
          unit: "ms",
          ours: middle(searches("search"), (r) => r.time),
        },
        { most: 300 },
      ),
      alone({ promise: "school", name: "keeping a draft, CPU of the program", unit: "ms", ours: cpu }, { most: 5 }),
      alone({ promise: "school", name: "keeping a draft", unit: "statements", ours: statements }, { most: 1 }),
    ];
  } finally {
    for (const desk of desks) desk.kill("SIGTERM");
  }
}
