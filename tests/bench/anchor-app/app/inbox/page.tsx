import { pool } from "../../database";

export const dynamic = "force-dynamic";

interface Line {
  readonly reference: string;
  readonly student: string;
  readonly type: string;
  readonly school: string;
  readonly location: string;
  readonly hours: string;
  readonly status: string;
  readonly due: string;
  readonly officer: string | null;
}

export default async function Inbox({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly office?: string }>;
}) {
  const { office } = await searchParams;
  const { rows } = await pool.query<Line>(
    `SELECT reference, student, type, school, location, hours, status, due_at::text AS due, officer
      FROM anchor.reports WHERE office_id = $1 AND is_open ORDER BY due_at, id LIMIT 50`,
    [office],
  );
  return (
    <main>
      <h1>Werkvoorraad</h1>
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.reference}>
              <td>
                <a href={`/case/${row.reference}`}>{row.student}</a>
              </td>
              <td>{row.reference}</td>
              <td>{row.type}</td>
              <td>{row.school}</td>
              <td>{row.location}</td>
              <td>{row.hours}</td>
              <td>{row.status}</td>
              <td>{row.due}</td>
              <td>{row.officer ?? "-"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
