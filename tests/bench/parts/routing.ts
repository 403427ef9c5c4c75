import type { Bench } from "@/tests/bench/bench";
import { runDesk } from "@/tests/bench/desk-program";
import { locationOf, writeFileOf } from "@/tests/bench/files";
import { middle } from "@/tests/bench/rounds";
import { alone, type Row } from "@/tests/bench/row";

const batchSize = 300_000;
const runs = 3;

type Rates = Readonly<Record<"wall" | "cpu" | "whole", number>>;

/** How many decisions a second `desk route --batch` takes, on a core of its own. */
export async function measureRouting(bench: Bench): Promise<readonly Row[]> {
  const { cluster, database, numbers } = await bench.country();
  const lines = function* (count: number) {
    for (const [student, number] of numbers.slice(0, count).entries()) {
      const { brin, code } = locationOf(student);
      yield `${number},VO:${brin}/${code},sixteen_hours_in_four_weeks,2026-0${1 + (student % 9)}-1${student % 10}`;
    }
  };
  const header = "student,school,type,day";
  const batch = await writeFileOf("batch.csv", header, lines(batchSize));
  const single = await writeFileOf("single.csv", header, lines(1));
  const results: Rates[] = [];
  for (let run = 0; run < runs; run++) {
    const start = await runDesk(cluster, database, "route", "--batch", single);
    const whole = await runDesk(cluster, database, "route", "--batch", batch);
    results.push({
      wall: batchSize / (whole.seconds - start.seconds),
      cpu: batchSize / (whole.cpuSeconds - start.cpuSeconds),
      whole: batchSize / whole.seconds,
    });
  }
  const at = (read: (result: Rates) => number) => middle(results, read);
  const note = `${Math.round(at((r) => r.wall)).toLocaleString("en")} a second by the clock on this machine, ${Math.round(at((r) => r.whole)).toLocaleString("en")} with the start of the program; ${batchSize.toLocaleString("en")} students, 400 offices with 5,000 rules, median of ${runs}`;
  const name = "desk route --batch, per second of its own CPU time";
  return [alone({ promise: "route", name, unit: "decisions/s", ours: at((r) => r.cpu), note }, { least: 50_000 })];
}
