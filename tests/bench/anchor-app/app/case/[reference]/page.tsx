import { notFound } from "next/navigation";
import { pool } from "../../../database";

interface Case {
  readonly reference: string;
  readonly student: string;
  readonly type: string;
  readonly school: string;
  readonly location: string;
  readonly hours: string;
  readonly status: string;
  readonly due: string;
  readonly officer: string | null;
  readonly events: readonly {
    readonly id: string;
    readonly kind: string;
    readonly at: string;
    readonly actor: string;
  }[];
}

export default async function Case({ params }: { readonly params: Promise<{ readonly reference: string }> }) {
  const { reference } = await params;
  const { rows } = await pool.query<Case>(
    `SELECT reference, student, type, school, location, hours, status, due_at::text AS due, officer,
      (SELECT jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'at', e.at, 'actor', e.actor) ORDER BY e.id)
        FROM anchor.events e WHERE e.report_id = r.id) AS events
      FROM anchor.reports r WHERE reference = $1`,
    [reference],
  );
  const [found] = rows;
  if (found === undefined) notFound();
  const { events, ...facts } = found;
  return (
    <main>
      <h1>{found.student}</h1>
      <dl>
        {Object.entries(facts).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ol>
        {events.map((event) => (
          <li key={event.id}>
            <time>{event.at}</time> {event.kind} {event.actor}
          </li>
        ))}
      </ol>
    </main>
  );
}
