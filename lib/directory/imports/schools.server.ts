import "server-only";
import type { Connection } from "@/lib/db/bulk.server";
import { mergeRows } from "@/lib/directory/imports/merge.server";
import { type ImportPlan, knownMunicipality } from "@/lib/directory/imports/plan.server";
import { schoolName } from "@/lib/directory/school-name";

/** The school is the institution with this BRIN, in whichever sectors; it is called what its locations share. */
export const schoolsPlan: ImportPlan = {
  key: ["sector", "location_code"],
  keyColumn: "location_code",
  checks: [
    knownMunicipality,
    {
      column: "brin",
      code: "code-in-use",
      where: `EXISTS (SELECT FROM organisations o WHERE o.code = s.brin AND o.kind <> 'school')`,
      fact: "s.brin",
    },
  ],
  async merge(connection, present) {
    await connection.query(`INSERT INTO organisations (id, code, kind, name)
      SELECT DISTINCT ON (brin) organisation_id, brin, 'school'::organisation_kind, name FROM staged ORDER BY brin, line
      ON CONFLICT (code) DO NOTHING`);
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
        FROM staged s JOIN organisations o ON o.code = s.brin`,
    });
    await nameSchools(connection);
    return counts;
  },
};

/** Names follow the locations, also when a file brought only some of them. */
async function nameSchools(connection: Connection): Promise<void> {
  const { rows } = await connection.query<{ id: string; names: string[] }>(`SELECT organisation_id AS id,
      array_agg(name ORDER BY location_code, sector) AS names
    FROM locations WHERE brin IN (SELECT brin FROM staged) GROUP BY organisation_id`);
  await connection.query(
    `UPDATE organisations o SET name = school.name FROM unnest($1::uuid[], $2::text[]) AS school (id, name)
      WHERE o.id = school.id AND o.name <> school.name`,
    [rows.map(({ id }) => id), rows.map(({ names }) => schoolName(names))],
  );
}
