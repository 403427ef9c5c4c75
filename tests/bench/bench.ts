import { type BenchCluster, openCluster } from "@/tests/bench/cluster";
import { type DeskRun, runDesk } from "@/tests/bench/desk-program";
import {
  enrolmentHeader,
  enrolmentLines,
  studentHeader,
  studentLines,
  studentNumbers,
  writeFileOf,
} from "@/tests/bench/files";
import { makeNational, type National } from "@/tests/bench/national";
import { type Prepared, prepare } from "@/tests/bench/prepared";
import { buildBoth, type RunningServer, startAnchor, startDesk, untilUp } from "@/tests/bench/servers";
import {
  type Desks,
  importCountry,
  importInventedSchools,
  makeWorld,
  municipalities,
  staffOffices,
} from "@/tests/bench/world";

interface World extends Desks {
  readonly cluster: BenchCluster;
}

interface Country {
  readonly cluster: BenchCluster;
  readonly database: string;
  readonly numbers: readonly string[];
  /** What importing the students took. */
  readonly students: DeskRun;
}

/** What the parts share; each is made when the first part asks for it, and ended with the bench. */
export interface Bench {
  readonly cluster: BenchCluster;
  /** As many as the large desk has; a part that counts other rows takes as many of those. */
  readonly reports: number;
  readonly world: () => Promise<World>;
  readonly country: () => Promise<Country>;
  /** Everybody's school life, and the reports of a year. */
  readonly national: () => Promise<National>;
  readonly prepared: () => Promise<Prepared>;
  /** Waits until there are pages to serve. */
  readonly built: () => Promise<void>;
  readonly desk: (database: string) => Promise<RunningServer>;
  readonly anchor: (database: string) => Promise<RunningServer>;
  readonly warn: (sentence: string) => void;
  readonly end: () => Promise<void>;
}

interface Sizes {
  readonly reports: number;
  /** Of the country whose balance is made. */
  readonly students: number;
}

export async function openBench(warn: (sentence: string) => void, { reports, students }: Sizes): Promise<Bench> {
  const cluster = await openCluster();
  const ends: (() => Promise<void>)[] = [cluster.end];
  const say = async <Value>(doing: string, work: () => Promise<Value>) => {
    const began = performance.now();
    const value = await work();
    warn(`${doing} (${((performance.now() - began) / 1000).toFixed(0)} s)`);
    return value;
  };
  const world = once(() =>
    say(`made ${reports.toLocaleString("en")} reports, and a desk with few`, async () => ({
      cluster,
      ...(await makeWorld(cluster, reports)),
    })),
  );
  const built = once(() => say("built the pages and the smallest app", buildBoth));
  const server = (start: typeof startDesk) =>
    onceEach(async (database: string) => {
      await built();
      const running = await start(cluster, database);
      ends.unshift(running.end);
      return untilUp(running);
    });
  return {
    cluster,
    reports,
    world,
    country: once(() => say("imported 300,000 students", () => makeCountry(cluster))),
    national: once(() => say("made a country of lives", () => makeNational(cluster, students, reports))),
    prepared: once(async () => {
      await built();
      return prepare(cluster, (await world()).many);
    }),
    built,
    desk: server(startDesk),
    anchor: server(startAnchor),
    warn,
    end: once(async () => {
      for (const end of ends) await end();
    }),
  };
}

const studentCount = 300_000;
const routedCount = 100_000;

async function makeCountry(cluster: BenchCluster): Promise<Country> {
  const database = "bench_country";
  await cluster.create(database);
  await importCountry(cluster, database);
  await importInventedSchools(cluster, database);
  await staffOffices(cluster, database);
  const numbers = studentNumbers(studentCount);
  const file = await writeFileOf("many-students.csv", studentHeader, studentLines(numbers, municipalities));
  const students = await runDesk(cluster, database, "import", "students", file);
  const routed = enrolmentLines(numbers.slice(0, routedCount));
  await runDesk(cluster, database, "import", "enrolments", await writeFileOf("routed.csv", enrolmentHeader, routed));
  return { cluster, database, numbers, students };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function onceEach<Value>(make: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const made = new Map<string, Promise<Value>>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
