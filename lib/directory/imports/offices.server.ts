import "server-only";
import type { Connection } from "@/lib/db/bulk.server";
import { deskOrganisation } from "@/lib/directory/desk-organisation";
import { differs, mergeRows } from "@/lib/directory/imports/merge.server";
import { type ImportPlan, knownMunicipality, knownRegion } from "@/lib/directory/imports/plan.server";

const ofTheOffice = ["name", "kind", "email", "phone", "region_number"];

/** The competences as they will be: what the file says of one replaces what the desk knew of it. */
const competencesThen = `SELECT code, municipality_code, regime, valid_from_on, valid_until_on FROM staged
  UNION ALL SELECT o.code, c.municipality_code, c.regime, c.valid_from_on, c.valid_until_on
    FROM competences c JOIN organisations o ON o.id = c.office_id
    WHERE NOT EXISTS (SELECT FROM staged said WHERE said.code = o.code AND said.municipality_code = c.municipality_code
      AND said.regime = c.regime AND said.valid_from_on = c.valid_from_on)`;

/** Both days of a period belong to it: a successor begins the day after. */
const meets = `other.municipality_code = s.municipality_code AND other.regime = s.regime AND other.code <> s.code
  AND daterange(other.valid_from_on, other.valid_until_on, '[]') && daterange(s.valid_from_on, s.valid_until_on, '[]')`;

/** A period that ends before it begins was refused by itself, and is never staged. */
const overlapping = `EXISTS (SELECT FROM (${competencesThen}) other WHERE ${meets})`;

export const officesPlan: ImportPlan = {
  key: ["code", "municipality_code", "regime", "valid_from_on"],
  keyColumn: "code",
  checks: [
    knownMunicipality,
    knownRegion,
    {
      column: "code",
      code: "code-in-use",
      where: `s.code = '${deskOrganisation.code}'
        OR EXISTS (SELECT FROM organisations o WHERE o.code = s.code AND o.kind <> 'office')`,
      fact: "s.code",
    },
    {
      column: "code",
      code: "office-differs",
      where: `s.line IN (SELECT other.line FROM staged other
        JOIN (SELECT DISTINCT ON (code) * FROM staged ORDER BY code, line) first USING (code)
        WHERE ${differs("first", "other", ofTheOffice)})`,
      fact: "s.code",
    },
    {
      column: "valid_from",
      code: "competence-overlaps",
      where: overlapping,
      fact: `(SELECT min(other.code) FROM (${competencesThen}) other WHERE ${meets})`,
    },
  ],
  async merge(connection, present) {
    await mergeOffices(connection, present);
    return mergeRows(connection, present, {
      into: "competences",
      key: ["office_id", "municipality_code", "regime", "valid_from_on"],
      columns: { valid_until_on: "valid_until" },
      once: ["id"],
      source: `SELECT s.line, o.id AS office_id, s.competence_id AS id, s.municipality_code, s.regime, s.valid_from_on,
        s.valid_until_on FROM staged s JOIN organisations o ON o.code = s.code`,
      alsoChanged: "SELECT line FROM changed_offices",
    });
  },
};

async function mergeOffices(connection: Connection, present: ReadonlySet<string>): Promise<void> {
  const mayChange = ["kind", "email", "phone", "region_number"].filter((name) => present.has(name));
  await connection.query(`
    CREATE TEMPORARY TABLE said ON COMMIT DROP AS
      SELECT DISTINCT ON (s.code) s.line, coalesce(o.id, s.id) AS id, o.id IS NULL AS is_new, s.code, s.name,
        coalesce(s.kind, 'municipal')::office_kind AS kind, s.email, s.phone, s.region_number
      FROM staged s LEFT JOIN organisations o ON o.code = s.code ORDER BY s.code, s.line;
    CREATE TEMPORARY TABLE changed_offices ON COMMIT DROP AS
      SELECT said.line FROM said JOIN organisations o ON o.id = said.id JOIN offices f ON f.id = said.id
      WHERE said.name <> o.name OR ${differs("said", "f", mayChange)};
    INSERT INTO organisations (id, code, kind, name) SELECT id, code, 'office', name FROM said WHERE is_new;
    UPDATE organisations o SET name = said.name FROM said WHERE o.id = said.id AND o.name <> said.name;
    INSERT INTO offices (id, kind, email, phone, region_number)
      SELECT id, kind, email, phone, region_number FROM said WHERE is_new;
    UPDATE offices f SET ${mayChange.map((name) => `${name} = said.${name}`).join(", ")}
      FROM said WHERE f.id = said.id AND ${differs("said", "f", mayChange)}`);
}
