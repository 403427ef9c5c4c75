import type { Bench } from "@/tests/bench/bench";
import { runDesk } from "@/tests/bench/desk-program";
import { locationOf, writeFileOf } from "@/tests/bench/files";
import { middle } from "@/tests/bench/rounds";
import { alone, type Row } from "@/tests/bench/row";

/** Each student on several days: so long that starting and warming up hardly count. */
const rounds = 3;
const runs = 3;

type Rates = Readonly<Record<"wall" | "cpu" | "whole", number>>;

/** How many decisions a second `desk route --batch` takes, on a core of its own. */
export async function measureRouting(bench: Bench): Promise<readonly Row[]> {
  const { cluster, database, numbers } = await bench.country();
  const batchSize = rounds * numbers.length;
  const lines = function* (students: readonly string[]) {
    for (let round = 0; round < rounds; round++) {
      for (const [student, number] of students.entries()) {
        const { brin, code } = locationOf(student);
        const day = `2026-0${1 + ((student + round) % 9)}-1${student % 10}`;
        yield `${number},VO:${brin}/${code},sixteen_hours_in_four_weeks,${day}`;
      }
    }
  };
  const header = "student,school,type,day";
  const batch = await writeFileOf("batch.csv", header, lines(numbers));
  const single = await writeFileOf("single.csv", header, lines(numbers.slice(0, 1)));
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
  const note = `${Math.round(at((r) => r.wall)).toLocaleString("en")} a second by the clock on this machine, ${Math.round(at((r) => r.whole)).toLocaleString("en")} with the start of the program; ${batchSize.toLocaleString("en")} questions about ${numbers.length.toLocaleString("en")} students, 400 offices with 5,000 rules, median of ${runs}`;
  const name = "desk route --batch, per second of its own CPU time";
  return [alone({ promise: "route", name, unit: "decisions/s", ours: at((r) => r.cpu), note }, { least: 50_000 })];
}
