import type { Client } from "pg";

interface NationalWish {
  readonly students: number;
  /** Numbers as the desk seals them; the students have them in turn. */
  readonly sealedNumbers: readonly string[];
}

/** Everything of one life is drawn once, from the place in the row, and then written table by table. */
const drawLives = `
  SET session_replication_role = replica;
  CREATE TEMPORARY TABLE town AS
    SELECT row_number() OVER (ORDER BY code) - 1 AS place, code FROM municipalities WHERE region_number IS NOT NULL;
  CREATE TEMPORARY TABLE site AS
    SELECT row_number() OVER (ORDER BY location_code) - 1 AS place, id, brin, location_code FROM locations;
  CREATE UNIQUE INDEX ON town (place); CREATE UNIQUE INDEX ON site (place);
  CREATE TEMPORARY TABLE life AS
    SELECT *, extract(year FROM born)::int AS year, extract(year FROM age('2026-10-31', born))::int AS age, CASE
        WHEN chance < 0.38 THEN 'studies' WHEN chance < 0.68 THEN 'qualified' WHEN chance < 0.95 THEN 'left'
        WHEN chance < 0.96 THEN 'new' WHEN chance < 0.97 THEN 'back' WHEN chance < 0.99 THEN 'switched' ELSE 'twice' END AS kind
    FROM (SELECT n, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid AS id,
        date '2020-10-30' - ((n * 7919::bigint) % (21 * 365))::int AS born,
        ((n * 104729::bigint) % 10007) / 10007.0 AS chance, (n * 31::bigint) % (SELECT count(*) FROM town) AS town,
        (n * 17::bigint) % (SELECT count(*) FROM site) AS site, (SELECT count(*) FROM site) AS sites
      FROM generate_series(1, $1::int) AS n) drawn;
  ANALYZE life`;

const writeLives = `
  INSERT INTO students (id, number_hash, number_sealed, number_kind, number_hint, first_name, prefix, last_name, birth_date_on,
    basic_qualification_on, deceased_on)
  SELECT id, encode(sha256(convert_to(n::text, 'UTF8')), 'hex'), ($2::text[])[1 + n % cardinality($2::text[])], 'bsn', '123',
    'Sami' || n % 977, CASE WHEN n % 3 = 0 THEN 'de' END, 'Boer' || n % 7919, born, NULL,
    CASE WHEN n % 9973 = 0 THEN date '2026-10-20' END
  FROM life;
  INSERT INTO residences (student_id, resident_from_on, kind, municipality_code, street, house_number, city)
  SELECT l.id, moved.from_on, (CASE WHEN l.n % 211 = 0 THEN 'protected' ELSE 'resident' END)::residence_kind, t.code, 'Dorpsstraat',
    (1 + n % 240)::text, 'Plaats'
  FROM life l CROSS JOIN LATERAL (VALUES (0, l.born), (100, CASE WHEN n % 10 = 0 THEN l.born + 3000 END),
    (7, CASE WHEN n % 401 = 0 THEN date '2026-10-09' END)) moved(step, from_on)
    JOIN town t ON t.place = (l.town + moved.step) % (SELECT count(*) FROM town)
  WHERE moved.from_on IS NOT NULL ON CONFLICT DO NOTHING;
  INSERT INTO enrolments (id, student_id, sector, brin, location_code, location_id, first_day_on, last_day_on, programme_code, level,
    group_name, exit_reason, diploma)
  SELECT uuidv7(), l.id, s.sector::sector, at.brin, at.location_code, at.id, s.first_day, s.last_day,
    CASE WHEN s.sector = 'MBO' THEN (25000 + l.n % 900)::text END, s.level, '3B',
    CASE WHEN s.last_day IS NOT NULL AND s.diploma IS NULL THEN '0' || 1 + l.n % 9 END, s.diploma
  FROM life l CROSS JOIN LATERAL (VALUES
    (1, 'PO', make_date(year + 4, 8, 1), CASE WHEN age >= 12 THEN make_date(year + 12, 7, 31) END, NULL, NULL, age >= 5),
    (2, 'VO', make_date(year + 12, 8, 1), CASE WHEN age >= 14 AND n % 4 <> 0 THEN make_date(year + 14, 7, 31)
      WHEN age >= 16 THEN make_date(year + 16, 7, 31) END, 'vmbo', NULL, make_date(year + 12, 8, 1) <= '2026-10-31'),
    (3, 'VO', make_date(year + 14, 8, 1), CASE WHEN age >= 16 THEN make_date(year + 16, 7, 31) END, 'vmbo', 'vmbo',
      n % 4 <> 0 AND age >= 14 AND make_date(year + 14, 8, 1) <= '2026-10-31'),
    (4, 'MBO', make_date(year + 16, 8, 1), CASE WHEN age < 18 THEN NULL
      WHEN kind = 'qualified' THEN CASE WHEN make_date(year + 19, 7, 31) <= '2026-10-31' THEN make_date(year + 19, 7, 31) END
      WHEN kind = 'left' THEN least(make_date(year + 17, 1, 15) + (n % 700)::int, date '2026-08-31')
      WHEN kind = 'new' THEN date '2026-10-01' + (n % 30)::int
      WHEN kind = 'back' THEN least(make_date(year + 17, 8, 1), date '2026-06-30')
      WHEN kind = 'switched' THEN date '2026-10-01' + (n % 20)::int END,
      'mbo-3', CASE WHEN kind = 'qualified' THEN 'mbo3' END, age >= 16 AND make_date(year + 16, 8, 1) <= '2026-10-31'),
    (5, CASE WHEN n % 3 = 0 THEN 'HO' ELSE 'MBO' END, CASE kind WHEN 'back' THEN date '2026-10-01' + (n % 30)::int
      WHEN 'switched' THEN date '2026-10-02' + (n % 20)::int ELSE make_date(year + 18, 9, 1) END, NULL, 'mbo-4', NULL,
      age >= 18 AND kind IN ('back', 'switched', 'twice') AND make_date(year + 18, 9, 1) <= '2026-10-31')
    ) s(step, sector, first_day, last_day, level, diploma, happened)
    JOIN site at ON at.place = (l.site + CASE WHEN s.sector = 'MBO' AND s.step = 5 AND l.n % 2 = 0 THEN 4 ELSE s.step - 1 END) % l.sites
  WHERE s.happened AND (s.last_day IS NULL OR s.last_day >= s.first_day) ON CONFLICT DO NOTHING;
  INSERT INTO exemptions (student_id, article, valid_from_on, valid_until_on)
  SELECT id, CASE WHEN n % 2 = 0 THEN '5b' ELSE 'employed' END, date '2025-08-01', CASE WHEN n % 3 = 0 THEN date '2026-10-15' END
  FROM life WHERE n % 97 = 0;
  INSERT INTO delivery_marks (id, region_number, student_id, mark, marked_at, marked_by_id, marked_by)
  SELECT uuidv7(), m.region_number, l.id, 'approached', '2026-09-01', gen_random_uuid(), 'Iemand' FROM life l JOIN town t ON t.place = l.town
    JOIN municipalities m ON m.code = t.code WHERE l.kind = 'left' AND l.n % 8 = 0 AND l.age >= 18;
  SET session_replication_role = DEFAULT`;

/** A country of invented lives, always the same: who studies, left, came back, switched, moved or died. */
export async function fillLives(client: Client, { students, sealedNumbers }: NationalWish): Promise<void> {
  for (const statement of `${drawLives};\n${writeLives}`.split(";\n")) {
    const values = `'{${sealedNumbers.join(",")}}'`;
    await client.query(statement.replaceAll("$1", String(students)).replaceAll("$2", values));
  }
  await client.query("VACUUM ANALYZE");
}
