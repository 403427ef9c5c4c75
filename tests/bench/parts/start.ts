import type { Bench } from "@/tests/bench/bench";
import { type Ask, load } from "@/tests/bench/load";
import { anchorFiling } from "@/tests/bench/parts/filing";
import { anchorInbox, inboxPath } from "@/tests/bench/parts/pages";
import { memoryOf } from "@/tests/bench/process-figures";
import { alternate, median } from "@/tests/bench/rounds";
import { alone, compared, type Row } from "@/tests/bench/row";
import { type RunningServer, startAnchor, startDesk, untilAnswered } from "@/tests/bench/servers";

const loadSeconds = 60;

/** P12: from nothing to the first page with data, and what a server holds after a while of work. */
export async function measureStart(bench: Bench): Promise<readonly Row[]> {
  const { cluster, many } = await bench.world();
  const { cookie, officeId } = await bench.prepared();
  const inbox: Ask = { path: inboxPath, headers: { cookie } };
  const coldStart = async (start: () => Promise<RunningServer>, page: Ask) => {
    const began = performance.now();
    const server = await start();
    try {
      await untilAnswered(server, page);
      return performance.now() - began;
    } finally {
      await server.end();
    }
  };
  const starts = await alternate({
    desk: () => coldStart(() => startDesk(cluster, many), inbox),
    anchor: () => coldStart(() => startAnchor(cluster, many), anchorInbox(officeId)),
  });
  const note =
    "with what Node compiled at an earlier start, as npm start keeps it; the smallest app starts as Next does";
  const cold = { promise: "P12", name: "cold start to the first page with data", unit: "ms", note };
  return [
    compared({ ...cold, ours: median(starts("desk")) }, median(starts("anchor")), { most: 2 }),
    ...(await measureMemory(bench)),
  ];
}

/** A morning in short: 70 inbox pages, 20 cases and 10 other pages or filings out of a hundred. */
async function measureMemory(bench: Bench): Promise<readonly Row[]> {
  const { cluster, many } = await bench.world();
  const { cookie, officeId, shortCase } = await bench.prepared();
  const headers = { cookie };
  const ours = mix([
    { path: inboxPath, headers },
    { path: `/werkvoorraad/${shortCase}`, headers },
    { path: "/werkvoorraad?lijst=done", headers },
  ]);
  const theirs = mix([anchorInbox(officeId), { path: "/case/V-1" }, anchorFiling(officeId)]);
  const desk = await workAndWeigh(await startDesk(cluster, many), ours);
  const anchor = await workAndWeigh(await startAnchor(cluster, many), theirs);
  const note = `after ${loadSeconds} s of mixed load instead of 10 minutes`;
  return [
    compared({ promise: "P12", name: "memory after mixed load", unit: "MiB", ours: desk.end, note }, anchor.end, {
      most: 2,
    }),
    alone({
      promise: "P12",
      name: "growth in the second half of it",
      unit: "%",
      ours: (desk.end / desk.half - 1) * 100,
    }),
  ];
}

function mix([often, sometimes, seldom]: readonly [Ask, Ask, Ask]): () => Ask {
  let turn = 0;
  return () => {
    turn = (turn + 1) % 10;
    return turn < 7 ? often : turn < 9 ? sometimes : seldom;
  };
}

async function workAndWeigh(server: RunningServer, next: () => Ask) {
  try {
    await untilAnswered(server, next());
    const milliseconds = (loadSeconds * 1000) / 2;
    const accepted = { server, milliseconds, next, status: [200, 201] };
    await load(accepted);
    const half = memoryOf(server.pid, "VmRSS");
    await load(accepted);
    return { half, end: memoryOf(server.pid, "VmRSS") };
  } finally {
    await server.end();
  }
}
