import { randomUUID } from "node:crypto";
import { Pool } from "pg";
import type { Bench } from "@/tests/bench/bench";
import { type Ask, type Loaded, load } from "@/tests/bench/load";
import { alternate, middle, roundMilliseconds } from "@/tests/bench/rounds";
import { alone, compared, type Row } from "@/tests/bench/row";
import { asAdmin, countStatements } from "@/tests/bench/world";

/** P1: a report filed through the API, beside the smallest app's route and beside the database alone. */
export async function measureFiling(bench: Bench): Promise<readonly Row[]> {
  const { cluster, many } = await bench.world();
  const prepared = await bench.prepared();
  const [desk, anchor] = [await bench.desk(many), await bench.anchor(many)];
  const filings = filingsOf(prepared.clients);
  const references: string[] = [];
  const fileAtDesk = (milliseconds: number) =>
    load({
      server: desk,
      milliseconds,
      status: 201,
      next: () => filings(),
      onAnswer: ({ text }) => references.push(JSON.parse(text).reference),
    });
  const fileAtAnchor = (milliseconds: number) =>
    load({ server: anchor, milliseconds, status: 201, next: () => anchorFiling(prepared.officeId) });
  const pool = new Pool({ connectionString: cluster.environment(many)["DATABASE_URL"], max: 8 });
  try {
    await Promise.all([fileAtDesk(1_500), fileAtAnchor(1_500), fileInSql(pool, prepared.officeId, 500)]);
    const trips = await countStatements(cluster, many, () => fileOne(bench));
    const results = await alternate<"desk" | "anchor" | "sql", Pick<Loaded, "perSecond" | "p95" | "cpuPerAnswer">>({
      desk: () => fileAtDesk(roundMilliseconds),
      anchor: () => fileAtAnchor(roundMilliseconds),
      sql: () => fileInSql(pool, prepared.officeId, roundMilliseconds),
    });
    const whole = await countWhole(bench, references);
    const rate = middle(results("desk"), ({ perSecond }) => perSecond) * (whole / references.length);
    const cpu = (name: "desk" | "anchor") => middle(results(name), ({ cpuPerAnswer }) => cpuPerAnswer).toFixed(1);
    const note = `server CPU per report ${cpu("desk")} ms, smallest app ${cpu("anchor")} ms; ${whole} of ${references.length} answers of 201 have report, event, audit and outbox`;
    const figure = { promise: "P1", unit: "reports/s", ours: rate } as const;
    return [
      compared(
        { ...figure, name: "file, beside the smallest app", note },
        middle(results("anchor"), (r) => r.perSecond),
        { least: 0.55 },
      ),
      compared(
        { ...figure, name: "file, beside bare SQL" },
        middle(results("sql"), (r) => r.perSecond),
        { least: 0.07 },
      ),
      alone(
        { promise: "P1", name: "file, 95th percentile", unit: "ms", ours: middle(results("desk"), (r) => r.p95) },
        { most: 60 },
      ),
      alone({ promise: "P1", name: "trips to the database per filing", unit: "statements", ours: trips }, { most: 3 }),
    ];
  } finally {
    await pool.end();
  }
}

type Clients = Awaited<ReturnType<Bench["prepared"]>>["clients"];

const day = 86_400_000;

/** Each client files in turn, for each of its students in turn, about another day each time round. */
export function filingsOf(clients: Clients): () => Ask {
  let turn = 0;
  return () => {
    const client = clients[turn % clients.length];
    const place = Math.floor(turn / clients.length);
    turn += 1;
    const student = client?.students[place % client.students.length];
    if (client === undefined || student === undefined) throw new Error("there is nobody to file about");
    const on = new Date(Date.now() - (2 + Math.floor(place / client.students.length)) * day).toISOString().slice(0, 10);
    const body = JSON.stringify({
      school: { brin: student.brin, location: student.location },
      student: { number: student.number },
      type: "sixteen_hours_in_four_weeks",
      firstDay: on,
      lastDay: on,
      hours: [{ day: on, wholeDay: true }],
      reasonCode: "truancy",
      explanation: "De leerling was de hele dag niet in de les en is thuis niet bereikt.",
    });
    const headers = {
      authorization: `Bearer ${client.token}`,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
    };
    return { path: "/api/v1/reports", method: "POST", headers, body };
  };
}

async function fileOne(bench: Bench): Promise<void> {
  const { many } = await bench.world();
  const { clients } = await bench.prepared();
  const filings = filingsOf(
    [...clients].reverse().map(({ token, students }) => ({ token, students: [...students].reverse() })),
  );
  await load({ server: await bench.desk(many), connections: 1, milliseconds: 1, status: 201, next: filings });
}

export function anchorFiling(office: string): Ask {
  const body = JSON.stringify({ office, student: "Sami de Boer", type: "sixteen_hours_in_four_weeks" });
  return { path: "/api/reports", method: "POST", headers: { "content-type": "application/json" }, body };
}

/** Five statements on each of eight connections: what the database can do when nothing stands around it. */
async function fileInSql(pool: Pool, office: string, milliseconds: number) {
  const began = performance.now();
  let count = 0;
  const work = async () => {
    const client = await pool.connect();
    while (performance.now() - began < milliseconds) {
      const id = randomUUID();
      await client.query("BEGIN");
      await client.query(
        `INSERT INTO anchor.reports (id, reference, office_id, student, type, school, location, hours, status, is_open, due_at)
          VALUES ($1, $2, $3, 'Sami de Boer', 'truancy', 'School', 'Locatie', 3, 'registered', true, now())`,
        [id, id, office],
      );
      await client.query(
        "INSERT INTO anchor.events (id, report_id, kind, at, actor, data) VALUES ($1, $2, 'filed', now(), 'School', '{}')",
        [randomUUID(), id],
      );
      await client.query("INSERT INTO anchor.outbox VALUES ($1, 'report-event', $2, now())", [
        randomUUID(),
        { reportId: id },
      ]);
      await client.query("COMMIT");
      count += 1;
    }
    client.release();
  };
  await Promise.all(Array.from({ length: 8 }, work));
  const perSecond = (count * 1000) / (performance.now() - began);
  return { perSecond, p95: Number.NaN, cpuPerAnswer: Number.NaN };
}

/** How many of these reports are whole: with an event, an entry on the access log and a message. */
async function countWhole(bench: Bench, references: readonly string[]): Promise<number> {
  const { cluster, many } = await bench.world();
  return asAdmin(cluster, many, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM reports r WHERE reference = ANY($1::text[])
        AND EXISTS (SELECT 1 FROM events e WHERE e.report_id = r.id)
        AND EXISTS (SELECT 1 FROM assignments s WHERE s.report_id = r.id)
        AND EXISTS (SELECT 1 FROM audit_entries a WHERE a.object_id = r.id::text AND a.action = 'report:file')
        AND r.id IN (SELECT (payload ->> 'reportId')::uuid FROM outbox_messages WHERE created_at > now() - interval '1 hour')`,
      [references],
    );
    return rows[0]?.count ?? 0;
  });
}
