import type { Bench } from "@/tests/bench/bench";
import { type Ask, load, type Server } from "@/tests/bench/load";
import { filingsOf } from "@/tests/bench/parts/filing";
import { inboxPath } from "@/tests/bench/parts/pages";
import { alternate, middle, percentile, roundMilliseconds } from "@/tests/bench/rounds";
import { alone, compared, type Row } from "@/tests/bench/row";

/** P11: more connections at once, more than there is room for, and a morning on which people read, open cases and file. */
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
  const surplus = await measureSurplus(desk, inbox);
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
    compared(
      { promise: "P11", name: "inbox served at 128 connections beside 8", unit: "pages/s", ours: surplus.served },
      middle(results("eight"), (r) => r.perSecond),
      { least: 0.5 },
    ),
    alone(
      {
        promise: "P11",
        name: "surplus at 128 connections turned away, 95th percentile",
        unit: "ms",
        ours: surplus.away,
      },
      { most: 250 },
    ),
    compared(
      { promise: "P11", name: "inbox within 5 s after them, 95th percentile", unit: "ms", ours: surplus.after },
      middle(results("eight"), (r) => r.p95),
      { most: 1.5 },
    ),
  ];
}

const patienceMilliseconds = 1_000;

/** More than there is room for: what is served, how soon the others hear that they are not, and how it is after. */
async function measureSurplus(desk: Server, next: () => Ask) {
  const away: number[] = [];
  let served = 0;
  const began = performance.now();
  await load({
    server: desk,
    milliseconds: 2 * roundMilliseconds,
    connections: 128,
    status: [200, 503],
    next,
    onAnswer: ({ status }, took) => {
      if (status === 503) away.push(took);
      else served += 1;
    },
    restAfter: ({ status }) => (status === 503 ? patienceMilliseconds : 0),
  });
  const seconds = (performance.now() - began) / 1000;
  await load({ server: desk, milliseconds: 2_500, next });
  const after = await load({ server: desk, milliseconds: 2_500, next });
  return { served: served / seconds, away: percentile(away, 0.95), after: after.p95 };
}
