import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { interruption } from "@/bin/interruption";
import { StartProblem } from "@/prisma/processes";
import { type Bench, openBench } from "@/tests/bench/bench";
import { fewestStudents, usualStudents } from "@/tests/bench/national";
import { measureArchive } from "@/tests/bench/parts/archive";
import { measureBalance } from "@/tests/bench/parts/balance";
import { measureBrowser } from "@/tests/bench/parts/browser";
import { measureCrowd } from "@/tests/bench/parts/crowd";
import { measureFigures } from "@/tests/bench/parts/figures";
import { measureFiling } from "@/tests/bench/parts/filing";
import { measureGrowth } from "@/tests/bench/parts/growth";
import { measureImports } from "@/tests/bench/parts/imports";
import { measureLive } from "@/tests/bench/parts/live";
import { measureMailBeside } from "@/tests/bench/parts/mail-beside";
import { measureNarrowing } from "@/tests/bench/parts/narrowing";
import { measureOutbox } from "@/tests/bench/parts/outbox";
import { measureCase, measureInbox } from "@/tests/bench/parts/pages";
import { measurePapers } from "@/tests/bench/parts/papers";
import { measureRouting } from "@/tests/bench/parts/routing";
import { measureSchool } from "@/tests/bench/parts/school";
import { measureSheet } from "@/tests/bench/parts/sheet";
import { measureStart } from "@/tests/bench/parts/start";
import { measureTrial } from "@/tests/bench/parts/trial";
import { type Row, tableOf } from "@/tests/bench/row";
import { fewestReports, usualReports } from "@/tests/bench/world";

const parts: Readonly<Record<string, (bench: Bench) => Promise<readonly Row[]>>> = {
  import: measureImports,
  sheet: measureSheet,
  school: measureSchool,
  route: measureRouting,
  trial: measureTrial,
  // Like those before it on a copy of the reports, which cannot be made once a desk has them open.
  P8: measureFigures,
  P1: measureFiling,
  mail: measureMailBeside,
  P4: measureInbox,
  P5: measureGrowth,
  P6: measureCase,
  P7: measureNarrowing,
  P10: measureArchive,
  P11: measureCrowd,
  P12: measureStart,
  P13: measureBrowser,
  outbox: measureOutbox,
  live: measureLive,
  papers: measurePapers,
  balance: measureBalance,
};

const usage = `npm run bench [-- --json FILE] [-- --reports 1000000] [-- --students 1500000] [-- --only ${Object.keys(parts).join(",")}]`;

function readWishes() {
  const { values } = parseArgs({
    options: {
      json: { type: "string" },
      only: { type: "string" },
      reports: { type: "string" },
      students: { type: "string" },
    },
  });
  const wanted = values.only?.split(",").map((name) => name.trim()) ?? Object.keys(parts);
  const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0) throw new StartProblem(`There is no part ${unknown.join(", ")}: ${usage}`);
  const reports = countOf(values.reports ?? usualReports, fewestReports);
  const students = countOf(values.students ?? usualStudents, fewestStudents);
  return { wanted, reports, students, json: values.json };
}

function countOf(given: string | number, least: number): number {
  const count = Number(given);
  if (!(Number.isInteger(count) && count >= least)) throw new StartProblem(`At least ${least}: ${usage}`);
  return count;
}

async function main(): Promise<void> {
  const { wanted, json, ...sizes } = readWishes();
  const bench = await openBench((sentence) => console.error(sentence), sizes);
  const stop = interruption();
  stop.addEventListener("abort", () => void bench.end().then(() => process.exit(1)));
  const rows: Row[] = [];
  try {
    for (const [name, measure] of Object.entries(parts)) {
      if (!wanted.includes(name)) continue;
      console.error(`measuring ${name}`);
      rows.push(...(await measure(bench)));
    }
  } finally {
    await bench.end();
  }
  console.log(`\n${tableOf(rows)}`);
  if (json !== undefined) write(json, rows);
}

function write(file: string, rows: readonly Row[]): void {
  const { INIT_CWD: from } = process.env;
  const measured = { measuredAt: new Date().toISOString(), rows };
  writeFileSync(path.resolve(from ?? "", file), `${JSON.stringify(measured, null, 2)}\n`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StartProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
