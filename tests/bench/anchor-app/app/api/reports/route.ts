import { randomUUID } from "node:crypto";
import { pool } from "../../../database";

/** A report, its event and its message in one commit: five statements, and nothing else. */
export async function POST(request: Request): Promise<Response> {
  const { office, student, type } = await request.json();
  const id = randomUUID();
  const reference = id.slice(0, 13);
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query(
      `INSERT INTO anchor.reports (id, reference, office_id, student, type, school, location, hours, status, is_open, due_at)
        VALUES ($1, $2, $3, $4, $5, 'School', 'Locatie', 3, 'registered', true, now() + interval '5 days')`,
      [id, reference, office, student, type],
    );
    await client.query(
      "INSERT INTO anchor.events (id, report_id, kind, at, actor, data) VALUES ($1, $2, 'filed', now(), 'School', $3)",
      [randomUUID(), id, { type }],
    );
    await client.query(
      "INSERT INTO anchor.outbox (id, topic, payload, created_at) VALUES ($1, 'report-event', $2, now())",
      [randomUUID(), { reportId: id }],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
  return Response.json({ reference }, { status: 201 });
}
