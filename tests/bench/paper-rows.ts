import type { Client } from "pg";

const table = "paper_rows";

/** Rows as a delivery tells them: 29 columns, of which most say one of a few things. */
const makeRows = `
  CREATE TABLE ${table} AS
  SELECT n, (n - 1) * $2::int / $1::int AS file,
    (ARRAY['nog steeds uitgevallen', 'nieuwe uitvaller', 'terug op school', 'overstap: andere instelling'])[1 + n % 4] AS class,
    (ARRAY['still-open', 'new', 'back', 'transfer-institution'])[1 + n % 4] AS class_code, 'van school gegaan' AS reason,
    (100000000 + (n * 7919::bigint) % 899999999)::text AS number, 'Sami' || n % 977 AS first_name,
    CASE WHEN n % 3 = 0 THEN 'de' END AS prefix, 'Boer' || (n * 31::bigint) % 7919 AS last_name,
    date '1999-11-01' + ((n * 613::bigint) % 3200)::int AS birth_date, 18 + n % 9 AS age,
    'Gemeente ' || (n * 13::bigint) % 342 AS municipality, 'voortijdig schoolverlater' AS standing,
    date '2024-01-01' + ((n * 17::bigint) % 1000)::int AS since, 'mbo' AS sector, 'College ' || (n * 7::bigint) % 9322 AS school,
    lpad(((n * 7::bigint) % 90)::text, 2, '0') || 'ZB' AS brin, lpad(((n * 7::bigint) % 90)::text, 2, '0') || 'ZB0' || n % 9 AS location,
    (25000 + (n * 11::bigint) % 900)::text AS programme, 'mbo-' || 1 + n % 4 AS level,
    date '2021-08-01' + ((n * 5::bigint) % 900)::int AS first_day, date '2024-01-01' + ((n * 17::bigint) % 1000)::int AS last_day,
    'verhuizing' AS exit_reason, NULL::text AS diploma, 'nee' AS special, NULL::text AS next_school, NULL::date AS next_first_day,
    CASE WHEN n % 8 = 0 THEN 'benaderd' END AS mark, CASE WHEN n % 8 = 0 THEN date '2026-09-01' END AS mark_on,
    NULL::text AS corrections, CASE WHEN n % 50 = 0 THEN 'inschrijvingen overlappen elkaar' END AS oddities
  FROM generate_series(1, $1::int) AS n`;

export async function fillPaperRows(client: Client, rows: number, files: number): Promise<void> {
  await client.query(makeRows.replaceAll("$1", String(rows)).replaceAll("$2", String(files)));
  await client.query(`CREATE INDEX ON ${table} (file, n)`);
  await client.query(`VACUUM ANALYZE ${table}`);
  await client.query(`GRANT SELECT ON ${table} TO desk`);
}

/** The rows of one file as the database writes them itself. */
export function copyOfFile(file: number): string {
  return `COPY (SELECT * FROM ${table} WHERE file = ${file} ORDER BY n) TO STDOUT (FORMAT csv, DELIMITER ';', HEADER)`;
}
