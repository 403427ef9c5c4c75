import "server-only";
import type { Connection } from "@/lib/db/bulk.server";
import { joiningChecks, joinSchools, standing } from "@/lib/directory/imports/join-schools.server";
import { mergeRows } from "@/lib/directory/imports/merge.server";
import { type ImportPlan, knownMunicipality } from "@/lib/directory/imports/plan.server";
import { schoolName } from "@/lib/directory/school-name";

/**
 * The school is the institution with this BRIN, in whichever sectors, or the institution under which it reports; it is
 * called what the locations of the leading institution share.
 */
export const schoolsPlan: ImportPlan = {
  key: ["sector", "location_code"],
  keyColumn: "location_code",
  resolve: standing,
  checks: [
    knownMunicipality,
    {
      column: "brin",
      code: "code-in-use",
      where: `EXISTS (SELECT FROM organisations o WHERE o.code = s.brin AND o.kind <> 'school')`,
      fact: "s.brin",
    },
    ...joiningChecks,
  ],
  async merge(connection, present) {
    await connection.query(`INSERT INTO organisations (id, code, kind, name)
      SELECT DISTINCT ON (into_code) organisation_id, into_code, 'school'::organisation_kind, name
      FROM staged ORDER BY into_code, line
      ON CONFLICT (code) DO NOTHING`);
    await joinSchools(connection);
    const counts = await mergeRows(connection, present, {
      into: "locations",
      key: ["sector", "location_code"],
      columns: {
        brin: "brin",
        name: "name",
        street: "street",
        postcode: "postcode",
        city: "city",
        municipality_code: "municipality_code",
        type: "type",
        board_number: "board_number",
        denomination: "denomination",
      },
      once: ["id", "organisation_id"],
      source: `SELECT s.line, s.id, o.id AS organisation_id, s.sector, s.brin, s.location_code, s.name, s.street,
        s.postcode, s.city, s.municipality_code, s.type, s.board_number, s.denomination
        FROM staged s JOIN organisations o ON o.code = s.into_code`,
      alsoChanged: "SELECT line FROM staged WHERE into_code <> from_code",
    });
    await nameSchools(connection);
    return counts;
  },
};

/** Names follow the locations, also when a file brought only some of them. */
async function nameSchools(connection: Connection): Promise<void> {
  const { rows } = await connection.query<{ id: string; names: string[] }>(`SELECT o.id,
      array_agg(l.name ORDER BY l.location_code, l.sector) AS names
    FROM organisations o JOIN locations l ON l.organisation_id = o.id AND l.brin = o.code
    WHERE o.code IN (SELECT brin FROM staged) GROUP BY o.id`);
  await connection.query(
    `UPDATE organisations o SET name = school.name FROM unnest($1::uuid[], $2::text[]) AS school (id, name)
      WHERE o.id = school.id AND o.name <> school.name`,
    [rows.map(({ id }) => id), rows.map(({ names }) => schoolName(names))],
  );
}
