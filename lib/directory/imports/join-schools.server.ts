import "server-only";
import type { Connection } from "@/lib/db/bulk.server";
import type { RowCheck } from "@/lib/directory/imports/staging.server";

/** Lays beside each row where its institution stands now, and where it is to stand; what is not said stays. */
export const standing = `SELECT s.*, known.id AS from_id, known.code AS from_code,
    coalesce(s.organisation_code, known.code, s.brin) AS into_code
  FROM staged s LEFT JOIN (SELECT DISTINCT ON (l.brin) l.brin, o.id, o.code
    FROM locations l JOIN organisations o ON o.id = l.organisation_id ORDER BY l.brin) known ON known.brin = s.brin`;

/** An institution moves as a whole, under one that leads itself, and only while nobody works at it. */
export const joiningChecks: readonly RowCheck[] = [
  {
    column: "organisation_code",
    code: "organisation-differs",
    where: `EXISTS (SELECT FROM (SELECT brin FROM staged GROUP BY brin HAVING min(into_code) <> max(into_code)) differs
      WHERE differs.brin = s.brin)`,
    fact: "s.brin",
  },
  {
    column: "organisation_code",
    code: "organisation-unknown",
    where: `s.into_code <> s.brin AND s.into_code IS DISTINCT FROM s.from_code
      AND NOT coalesce((SELECT bool_and(leader.into_code = leader.brin) FROM staged leader
          WHERE leader.brin = s.into_code),
        EXISTS (SELECT FROM organisations o WHERE o.code = s.into_code AND o.kind = 'school'))`,
    fact: "s.into_code",
  },
  {
    column: "organisation_code",
    code: "institution-at-work",
    // What people and systems made hangs on the organisation: mandates and reports are not carried over in silence.
    where: `s.into_code <> s.from_code AND (
      EXISTS (SELECT FROM mandates m WHERE m.organisation_id = s.from_id)
      OR EXISTS (SELECT FROM api_clients c WHERE c.organisation_id = s.from_id)
      OR EXISTS (SELECT FROM reports r WHERE r.organisation_id = s.from_id)
      OR (s.from_code = s.brin AND EXISTS (SELECT FROM locations l
        WHERE l.organisation_id = s.from_id AND l.brin <> s.brin)))`,
    fact: "s.brin",
  },
];

/** All locations of an institution go along, also those that the file does not name; what is left empty goes. */
export async function joinSchools(connection: Connection): Promise<void> {
  await connection.query(`UPDATE locations l SET organisation_id = o.id
    FROM staged s JOIN organisations o ON o.code = s.into_code
    WHERE l.brin = s.brin AND s.into_code <> s.from_code AND l.organisation_id <> o.id`);
  await connection.query(`DELETE FROM organisations o USING staged s WHERE o.id = s.from_id
    AND s.into_code <> s.from_code AND NOT EXISTS (SELECT FROM locations l WHERE l.organisation_id = o.id)`);
}
