import "server-only";
import type { Connection } from "@/lib/db/bulk.server";
import { differs, mergeRows } from "@/lib/directory/imports/merge.server";
import { type ImportPlan, knownMunicipality, studentKeys } from "@/lib/directory/imports/plan.server";

const ofThePerson: Readonly<Record<string, string>> = {
  first_name: "first_name",
  prefix: "prefix",
  last_name: "last_name",
  birth_date_on: "birth_date",
  basic_qualification_on: "basic_qualification_on",
  deceased_on: "deceased_on",
};

/**
 * A student is found under either number. One that was known under the other number only gets the new one beside it;
 * numbers of two students that are known already are refused, because joining them is not undone.
 */
export const studentsPlan: ImportPlan = {
  resolve: `SELECT s.*, o.joined_hash, o.joined_sealed, o.is_one, a.id AS by_number, b.id AS by_other,
      coalesce(a.id, b.id) AS known_id FROM staged s
    LEFT JOIN (SELECT number_hash, max(other_number_hash) AS joined_hash, max(other_number_sealed) AS joined_sealed,
        count(DISTINCT other_number_hash) = 1 AS is_one
      FROM staged WHERE other_number_hash IS NOT NULL GROUP BY number_hash) o USING (number_hash)
    LEFT JOIN ${studentKeys} a USING (number_hash)
    LEFT JOIN ${studentKeys} b ON b.number_hash = o.joined_hash`,
  key: ["number_hash", "resident_from_on"],
  keyColumn: "resident_from",
  checks: [
    knownMunicipality,
    {
      column: "birth_date",
      code: "birth-date-in-future",
      where: "s.birth_date_on > (now() AT TIME ZONE 'Europe/Amsterdam')::date",
    },
    { column: "other_number", code: "number-of-another", where: "s.by_number <> s.by_other" },
    {
      column: "other_number",
      code: "number-of-another",
      where: `s.joined_hash IS NOT NULL AND (s.by_number IS NULL OR s.by_other IS NULL)
        AND s.known_id IN (SELECT t.id FROM students t WHERE t.other_number_hash IS NOT NULL)`,
    },
    { column: "other_number", code: "number-in-file", where: "NOT s.is_one" },
    {
      column: "other_number",
      code: "number-in-file",
      where: "s.joined_hash IN (SELECT t.number_hash FROM staged t)",
    },
    {
      column: "other_number",
      code: "number-in-file",
      where: `EXISTS (SELECT FROM staged t WHERE t.joined_hash = s.joined_hash AND t.number_hash <> s.number_hash)`,
    },
    {
      column: "student_number",
      code: "number-in-file",
      where: `EXISTS (SELECT FROM staged t WHERE t.known_id = s.known_id AND t.number_hash <> s.number_hash)`,
    },
  ],
  async merge(connection, present) {
    await mergePersons(connection, present);
    return mergeRows(connection, present, {
      into: "residences",
      key: ["student_id", "resident_from_on"],
      columns: {
        kind: "residence_kind",
        municipality_code: "municipality_code",
        street: "street",
        house_number: "house_number",
        postcode: "postcode",
        city: "city",
        country: "country",
      },
      source: `SELECT s.line, p.student_id, s.resident_from_on, s.kind, s.municipality_code, s.street, s.house_number,
        s.postcode, s.city, s.country FROM staged s JOIN persons p USING (number_hash)`,
      alsoChanged: "SELECT line FROM changed_persons",
    });
  },
};

/** The latest row of a student in the file speaks for him, unless the desk knows a later residence. */
async function mergePersons(connection: Connection, present: ReadonlySet<string>): Promise<void> {
  const mayChange = Object.keys(ofThePerson).filter((name) => present.has(ofThePerson[name] ?? name));
  const names = Object.keys(ofThePerson).join(", ");
  const numbers = "number_hash, number_sealed, number_kind, number_hint, other_number_hash, other_number_sealed";
  const saidNumbers = "number_hash, number_sealed, number_kind, number_hint, joined_hash, joined_sealed";
  await connection.query(`
    CREATE TEMPORARY TABLE persons ON COMMIT DROP AS
      SELECT DISTINCT ON (number_hash) line, coalesce(known_id, id) AS student_id, known_id, resident_from_on,
        ${saidNumbers}, ${names} FROM staged ORDER BY number_hash, resident_from_on DESC;
    ANALYZE persons;
    CREATE TEMPORARY TABLE changed_persons ON COMMIT DROP AS
      SELECT p.line, p.known_id, ${differs("p", "s", mayChange)} AND NOT EXISTS (SELECT FROM residences r
          WHERE r.student_id = s.id AND r.resident_from_on > p.resident_from_on) AS is_renamed,
        p.joined_hash IS NOT NULL AND s.other_number_hash IS NULL AS is_joined
      FROM persons p JOIN students s ON s.id = p.known_id;
    DELETE FROM changed_persons WHERE NOT is_renamed AND NOT is_joined;
    INSERT INTO students (id, ${numbers}, ${names}) SELECT student_id, ${saidNumbers}, ${names} FROM persons
      WHERE known_id IS NULL;
    UPDATE students s SET ${mayChange.map((name) => `${name} = p.${name}`).join(", ")}
      FROM persons p JOIN changed_persons c USING (line) WHERE s.id = p.known_id AND c.is_renamed;
    UPDATE students s SET (${numbers}) = (SELECT ${saidNumbers} FROM persons WHERE line = c.line)
      FROM changed_persons c WHERE s.id = c.known_id AND c.is_joined`);
}
