import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Bench } from "@/tests/bench/bench";
import { home } from "@/tests/bench/cluster";
import { runDesk } from "@/tests/bench/desk-program";
import { alone, type Row } from "@/tests/bench/row";
import { hasReference, type ReferenceKind, referenceFile } from "@/tests/support/reference";

/** The school locations of the country, and the students of a large year. */
export async function measureImports(bench: Bench): Promise<readonly Row[]> {
  return [...(await importSchools(bench)), ...(await importStudents(bench))];
}

async function importSchools({ cluster, warn }: Bench): Promise<readonly Row[]> {
  if (!hasReference) {
    warn("SKIPPED: the import of the 9,322 schools; ../shared/reference is not beside this checkout.");
    return [];
  }
  const database = "bench_schools";
  await cluster.create(database);
  for (const kind of ["regions", "municipalities", "municipality-changes"] as const) {
    await runDesk(cluster, database, "import", kind, await copyReference(kind));
  }
  const file = await copyReference("schools");
  const first = await runDesk(cluster, database, "import", "schools", file);
  const again = await runDesk(cluster, database, "import", "schools", file);
  const figure = { promise: "import", unit: "s" };
  return [
    alone({ ...figure, name: "9,322 schools into an empty desk", ours: first.seconds }, { most: 5 }),
    alone({ ...figure, name: "the same schools again", ours: again.seconds }, { most: 5 }),
  ];
}

async function copyReference(kind: ReferenceKind): Promise<string> {
  const file = path.join(home, "files", `reference-${kind}.csv`);
  await mkdir(path.dirname(file), { recursive: true });
  await pipeline(Readable.from(referenceFile(kind)), createWriteStream(file));
  return file;
}

async function importStudents(bench: Bench): Promise<readonly Row[]> {
  const { numbers, students } = await bench.country();
  const note = `${(students.cpuSeconds).toFixed(0)} s of CPU in the program, the rest waits for the database`;
  const name = `${numbers.length.toLocaleString("en")} students`;
  return [
    alone({ promise: "import", name, unit: "s", ours: students.seconds, note }, { most: 60 }),
    alone({ promise: "import", name: `${name}, most memory`, unit: "MiB", ours: students.peakMiB }, { most: 1_024 }),
  ];
}
