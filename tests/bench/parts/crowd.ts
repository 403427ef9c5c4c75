import type { Bench } from "@/tests/bench/bench";
import { type Ask, load } from "@/tests/bench/load";
import { filingsOf } from "@/tests/bench/parts/filing";
import { inboxPath } from "@/tests/bench/parts/pages";
import { alternate, middle, roundMilliseconds } from "@/tests/bench/rounds";
import { compared, type Row } from "@/tests/bench/row";

/** P11: more connections at once, and a morning on which people read, open cases and file. */
export async function measureCrowd(bench: Bench): Promise<readonly Row[]> {
  const { many } = await bench.world();
  const { cookie, shortCase, clients } = await bench.prepared();
  const desk = await bench.desk(many);
  const at = (path: string): Ask => ({ path, headers: { cookie } });
  const filing = filingsOf(clients);
  let turn = 0;
  const ofMorning = (): Ask => {
    turn += 1;
    if (turn % 10 === 0) return filing();
    return turn % 5 === 1 ? at(`/werkvoorraad/${shortCase}`) : at(inboxPath);
  };
  const run = (next: () => Ask, connections: number, milliseconds = roundMilliseconds) =>
    load({ server: desk, milliseconds, connections, status: [200, 201], next });
  const inbox = () => at(inboxPath);
  await run(inbox, 8, 1_500);
  await run(ofMorning, 8, 1_500);
  const results = await alternate({
    eight: () => run(inbox, 8),
    thirtyTwo: () => run(inbox, 32),
    morning: () => run(ofMorning, 8),
  });
  return [
    compared(
      {
        promise: "P11",
        name: "inbox at 32 connections beside 8",
        unit: "pages/s",
        ours: middle(results("thirtyTwo"), (r) => r.perSecond),
      },
      middle(results("eight"), (r) => r.perSecond),
      { least: 0.9 },
    ),
    compared(
      {
        promise: "P11",
        name: "a morning (7 in 10 inbox, 2 case, 1 filing) beside the inbox alone, 95th percentile",
        unit: "ms",
        ours: middle(results("morning"), (r) => r.p95),
      },
      middle(results("eight"), (r) => r.p95),
      { most: 2 },
    ),
  ];
}
