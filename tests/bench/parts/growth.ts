import { once } from "node:events";
import { startProgram } from "@/bin/child";
import type { Bench } from "@/tests/bench/bench";
import { load } from "@/tests/bench/load";
import { inboxPath } from "@/tests/bench/parts/pages";
import { prepare } from "@/tests/bench/prepared";
import { alternate, median, middle, roundMilliseconds } from "@/tests/bench/rounds";
import { compared, type Row } from "@/tests/bench/row";

/** The first page of the inbox must not feel how much there is. */
export async function measureGrowth(bench: Bench): Promise<readonly Row[]> {
  return [await queries(bench), await pages(bench)];
}

async function queries(bench: Bench): Promise<Row> {
  const { cluster, many, few, sizes } = await bench.world();
  const readers = [many, few].map((database) =>
    startProgram("tests/bench/pieces/inbox-queries.ts", [], cluster.environment(database)),
  );
  const time = async (reader: (typeof readers)[number] | undefined, begin: boolean) => {
    if (reader === undefined) throw new Error("there is no reader");
    if (begin) reader.send("read");
    const [milliseconds] = await Promise.race([
      once(reader, "message"),
      once(reader, "exit").then(() => Promise.reject(new Error("the reader of the inbox ended"))),
    ]);
    return Number(milliseconds);
  };
  try {
    await Promise.all(readers.map((reader) => time(reader, false)));
    const results = await alternate({ many: () => time(readers[0], true), few: () => time(readers[1], true) });
    return compared(
      { promise: "P5", name: `inbox queries, ${sizes}`, unit: "ms", ours: median(results("many")) },
      median(results("few")),
      { most: 1.2 },
    );
  } finally {
    for (const reader of readers) reader.kill("SIGTERM");
  }
}

async function pages(bench: Bench): Promise<Row> {
  const { cluster, many, few, sizes } = await bench.world();
  const desks = { many: await bench.desk(many), few: await bench.desk(few) };
  const cookies = { many: (await bench.prepared()).cookie, few: (await prepare(cluster, few)).cookie };
  const read = (size: "many" | "few", milliseconds: number) =>
    load({ server: desks[size], milliseconds, next: () => ({ path: inboxPath, headers: { cookie: cookies[size] } }) });
  await read("few", 1_500);
  await read("many", 1_500);
  const results = await alternate({
    many: () => read("many", roundMilliseconds),
    few: () => read("few", roundMilliseconds),
  });
  return compared(
    {
      promise: "P5",
      name: `inbox page at 8 connections, ${sizes}`,
      unit: "ms",
      ours: middle(results("many"), (r) => r.p50),
    },
    middle(results("few"), (r) => r.p50),
    { most: 1.2 },
  );
}
