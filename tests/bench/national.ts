import { startProgram, statusOf } from "@/bin/child";
import type { BenchCluster } from "@/tests/bench/cluster";
import { fillLives } from "@/tests/bench/national-sql";
import { fillReports } from "@/tests/bench/reports-sql";
import { asAdmin, importCountry, importInventedSchools, staffOffices } from "@/tests/bench/world";

/** As many as a machine makes in a minute or two; the country has five times as many. */
export const usualStudents = 300_000;
export const fewestStudents = 10_000;

export interface National {
  readonly database: string;
  readonly students: number;
  /** As a row says it. */
  readonly sizes: string;
}

/** A country in which everybody has a school life, with the reports of a year. */
export async function makeNational(cluster: BenchCluster, students: number, reports: number): Promise<National> {
  const database = "bench_national";
  await cluster.create(database);
  await importCountry(cluster, database);
  await importInventedSchools(cluster, database);
  await staffOffices(cluster, database);
  const sealedNumbers = await sealNumbers(cluster, database);
  const enrolments = await asAdmin(cluster, database, async (client) => {
    await client.query("SET synchronous_commit = off; SET work_mem = '128MB'; SET maintenance_work_mem = '256MB'");
    await fillLives(client, { students, sealedNumbers });
    await fillReports(client, reports);
    const { rows } = await client.query<{ count: number }>("SELECT count(*)::int AS count FROM enrolments");
    return rows[0]?.count ?? 0;
  });
  const [some, many, all] = [students, enrolments, reports].map((count) => count.toLocaleString("en"));
  return { database, students, sizes: `${some} students, ${many} enrolments, ${all} reports` };
}

async function sealNumbers(cluster: BenchCluster, database: string): Promise<readonly string[]> {
  const child = startProgram("tests/bench/pieces/seal-numbers.ts", [], cluster.environment(database));
  const answered = new Promise<readonly string[]>((resolve) =>
    child.once("message", (message) => resolve(message as readonly string[])),
  );
  if ((await statusOf(child)) !== 0) throw new Error("no numbers could be sealed");
  return answered;
}
