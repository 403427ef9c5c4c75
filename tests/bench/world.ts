import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Client } from "pg";
import { root } from "@/bin/child";
import { withClient } from "@/prisma/roles";
import type { BenchCluster } from "@/tests/bench/cluster";
import { runDesk } from "@/tests/bench/desk-program";
import {
  enrolmentHeader,
  enrolmentLines,
  officeHeader,
  officeLines,
  schoolHeader,
  schoolLines,
  studentHeader,
  studentLines,
  studentNumbers,
  writeFileOf,
} from "@/tests/bench/files";
import { fillAnchor, fillReports } from "@/tests/bench/reports-sql";

/** As many as a machine makes in a minute or two; the promises are about five times as many. */
export const usualReports = 200_000;
/** Of every hundred of the large desk the small one has one. */
const fewOfMany = 100;
/** With fewer the small desk has no page of fifty at any office. */
export const fewestReports = 100_000;
const studentCount = 60_000;

const reference = (name: string) => path.join(root, "prisma", "reference", name);

export const municipalities: readonly string[] = readFileSync(reference("municipalities.csv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.slice(0, 4));

/** A country with an office in each municipality, through the import that an administrator uses. */
export async function importCountry(cluster: BenchCluster, database: string): Promise<void> {
  const offices = await writeFileOf("offices.csv", officeHeader, officeLines(municipalities));
  await runDesk(cluster, database, "import", "regions", reference("regions.csv"));
  await runDesk(cluster, database, "import", "municipalities", reference("municipalities.csv"));
  await runDesk(cluster, database, "import", "offices", offices);
}

export async function importInventedSchools(cluster: BenchCluster, database: string): Promise<void> {
  const schools = await writeFileOf("schools.csv", schoolHeader, schoolLines(municipalities));
  await runDesk(cluster, database, "import", "schools", schools);
}

/** Officers for every office, more of them where half of the work is, and a reporter for every school. */
const people = `
  WITH place AS (SELECT id, code, kind, row_number() OVER (PARTITION BY kind ORDER BY code) AS rank FROM organisations),
  person AS (SELECT uuidv7() AS account_id, id AS organisation_id, code || '-' || turn AS name,
      CASE kind WHEN 'office' THEN 'officer' ELSE 'reporter' END AS role
    FROM place CROSS JOIN LATERAL generate_series(1, CASE WHEN kind = 'school' THEN 1 WHEN rank <= 18 THEN 8 ELSE 3 END) AS turn),
  account AS (INSERT INTO accounts (id, email, name) SELECT account_id, lower(name) || '@bench.example', name FROM person)
  INSERT INTO mandates (id, account_id, organisation_id, role, location_ids, valid_from_on, granted_by)
  SELECT uuidv7(), account_id, organisation_id, role, '{}', '2010-08-01', 'bench' FROM person`;

/** Twelve or thirteen rules for each office, 5,000 in all; few fit a report, so that most of them are looked at. */
const rules = `
  WITH team AS (SELECT m.organisation_id AS office_id, array_agg(m.account_id ORDER BY m.id) AS ids
      FROM mandates m JOIN offices o ON o.id = m.organisation_id GROUP BY 1),
    place AS (SELECT *, row_number() OVER (ORDER BY office_id)::int AS rank FROM team),
    school AS (SELECT array_agg(id ORDER BY id) AS ids FROM locations),
    rule AS (SELECT office_id, n, ids[1 + n % array_length(ids, 1)] AS officer_id, CASE n % 6
        WHEN 0 THEN jsonb_build_object('locations', jsonb_build_array(
          (SELECT school.ids[1 + (rank * 7 + n) % 400] FROM school), (SELECT school.ids[1 + (rank * 7 + n + 1) % 400] FROM school)))
        WHEN 1 THEN jsonb_build_object('surname', jsonb_build_object('from', chr(64 + n), 'to', chr(64 + n)))
        WHEN 2 THEN jsonb_build_object('types', jsonb_build_array('late_arrival'), 'urgent', true)
        WHEN 3 THEN jsonb_build_object('age', jsonb_build_object('from', 19, 'to', 22))
        WHEN 4 THEN jsonb_build_object('postcodes', jsonb_build_array(jsonb_build_object('from', '1000', 'to', '1999')))
        ELSE jsonb_build_object('levels', jsonb_build_array('mbo-4'), 'regimes', jsonb_build_array('over_18')) END AS conditions
      FROM place CROSS JOIN LATERAL generate_series(1, 12 + rank % 2) AS n)
  INSERT INTO rule_sets (id, office_id, version, active_from_on, activated_at, activated_by, rules, changed_by, changed_at)
  SELECT uuidv7(), office_id, 1, '2010-08-01', now(), 'bench', jsonb_agg(jsonb_build_object('id', gen_random_uuid(),
      'name', 'Regel ' || n, 'from', NULL, 'until', NULL, 'when', conditions,
      'goesTo', jsonb_build_object('kind', 'officers', 'officerIds', jsonb_build_array(officer_id))) ORDER BY n), 'bench', now()
  FROM rule GROUP BY office_id`;

/** Officers for every office, with the rules of each. */
export async function staffOffices(cluster: BenchCluster, database: string): Promise<void> {
  await asAdmin(cluster, database, async (client) => {
    await client.query(people);
    await client.query(rules);
  });
}

const worldDatabase = "bench_world";

/** Two databases of the same desk, with many reports and with few. */
export interface Desks {
  readonly many: string;
  readonly few: string;
  /** How many reports the large one has. */
  readonly count: number;
  /** As a row says it. */
  readonly sizes: string;
}

/** The two sizes of the same desk, the large one with the tables of the anchors beside it. */
export async function makeWorld(cluster: BenchCluster, reports: number): Promise<Desks> {
  const few = Math.round(reports / fewOfMany);
  await cluster.create(worldDatabase);
  await importCountry(cluster, worldDatabase);
  await importInventedSchools(cluster, worldDatabase);
  const numbers = studentNumbers(studentCount);
  const students = await writeFileOf("students.csv", studentHeader, studentLines(numbers, municipalities));
  const enrolments = await writeFileOf("enrolments.csv", enrolmentHeader, enrolmentLines(numbers));
  await runDesk(cluster, worldDatabase, "import", "students", students);
  await runDesk(cluster, worldDatabase, "import", "enrolments", enrolments);
  await asAdmin(cluster, worldDatabase, (client) => client.query(people));
  return {
    many: await makeDesk(cluster, { database: "bench_many", reports, hasAnchor: true }),
    few: await makeDesk(cluster, { database: "bench_few", reports: few, hasAnchor: false }),
    count: reports,
    sizes: `${reports.toLocaleString("en")} reports beside ${few.toLocaleString("en")}`,
  };
}

interface DeskWish {
  readonly database: string;
  readonly reports: number;
  readonly hasAnchor: boolean;
}

async function makeDesk(cluster: BenchCluster, { database, reports, hasAnchor }: DeskWish): Promise<string> {
  await cluster.create(database, worldDatabase);
  await asAdmin(cluster, database, async (client) => {
    await client.query("SET synchronous_commit = off; SET work_mem = '128MB'; SET maintenance_work_mem = '256MB'");
    await fillReports(client, reports);
    if (hasAnchor) await fillAnchor(client);
  });
  return database;
}

export function asAdmin<Value>(
  cluster: BenchCluster,
  database: string,
  work: (client: Client) => Promise<Value>,
): Promise<Value> {
  return withClient(cluster.adminUrl(database), work);
}

const bracket = /(BEGIN|COMMIT|ROLLBACK|SET|DEALLOCATE|SAVEPOINT|RELEASE)\b/i;

/** The statements that reach the database while `work` runs, without BEGIN, COMMIT and settings. */
export async function countStatements(
  cluster: BenchCluster,
  database: string,
  work: () => Promise<unknown>,
): Promise<number> {
  const log = async (statements: "all" | "none") => {
    await asAdmin(cluster, "postgres", async (client) => {
      await client.query(`ALTER SYSTEM SET log_statement = '${statements}'`);
      await client.query("SELECT pg_reload_conf(), pg_sleep(0.5)");
    });
  };
  await log("all");
  const before = (await readFile(cluster.logFile, "utf8")).length;
  await work();
  await log("none");
  const lines = (await readFile(cluster.logFile, "utf8")).slice(before).split("\n");
  const sent = lines.flatMap((line) => {
    const found = /^(\S+) LOG: {2}(?:execute [^:]*|statement): \s*(.*)$/.exec(line);
    return found?.[1] === database ? [found[2] ?? ""] : [];
  });
  return sent.filter((statement) => !bracket.test(statement.slice(0, 12))).length;
}
