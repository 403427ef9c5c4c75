import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { z } from "zod";
import { startProgram, statusOf } from "@/bin/child";
import type { Bench } from "@/tests/bench/bench";
import type { Server } from "@/tests/bench/load";
import { fillPaperRows } from "@/tests/bench/paper-rows";
import { memoryOf } from "@/tests/bench/process-figures";
import { alternate, middle, rounds } from "@/tests/bench/rounds";
import { alone, compared, type Row } from "@/tests/bench/row";
import { asAdmin } from "@/tests/bench/world";

const database = "bench_archive";
const files = 400;

const prepared = z.object({ cookie: z.string(), deliveryId: z.uuid() });
type Prepared = z.output<typeof prepared>;

/** P10: a delivery of 400 files in one ZIP, on the way that a coordinator takes it. */
export async function measureArchive(bench: Bench): Promise<readonly Row[]> {
  const { cluster, reports: rows } = bench;
  await cluster.create(database);
  await asAdmin(cluster, database, (client) => fillPaperRows(client, rows, files));
  // Whoever takes many persons signed in a short while ago, and building can take longer.
  await bench.built();
  const delivery = await keepDelivery(bench);
  const desk = await bench.desk(database);
  const copier = startProgram("tests/bench/pieces/copy-deflate.ts", [String(files)], cluster.environment(database));
  const gone = new AbortController();
  copier.once("exit", () => gone.abort(new Error("the copy ended early")));
  const told = async () => Number((await once(copier, "message", { signal: gone.signal }))[0]);
  const copy = async (): Promise<Timed> => {
    copier.send("pack");
    return { milliseconds: await told() };
  };
  try {
    await told();
    // The first time a server grows to its working size.
    await take(desk, delivery);
    await copy();
    const before = memoryOf(desk.pid, "VmRSS");
    const results = await alternate<"desk" | "anchor", Timed | Taken>({
      desk: () => take(desk, delivery),
      anchor: copy,
    });
    const copied = middle(results("anchor"), ({ milliseconds }) => milliseconds);
    return rowsOf(results("desk").filter(isTaken), { copied, before, rows });
  } finally {
    copier.kill("SIGTERM");
  }
}

async function keepDelivery({ cluster, reports }: Bench): Promise<Prepared> {
  const counts = [String(reports), String(files)];
  const child = startProgram("tests/bench/pieces/prepare-delivery.ts", counts, cluster.environment(database));
  const answered = once(child, "message");
  if ((await statusOf(child)) !== 0) throw new Error("there is no delivery to take");
  return prepared.parse((await answered)[0]);
}

interface Timed {
  readonly milliseconds: number;
}

interface Taken extends Timed {
  readonly firstByte: number;
  readonly bytes: number;
  readonly mostMiB: number;
}

const isTaken = (result: Timed | Taken): result is Taken => "firstByte" in result;

async function take({ port, pid }: Server, { cookie, deliveryId }: Prepared): Promise<Taken> {
  let mostMiB = 0;
  const watch = setInterval(() => {
    mostMiB = Math.max(mostMiB, memoryOf(pid, "VmRSS") || 0);
  }, 20);
  const began = performance.now();
  try {
    const asked = request({
      ...{ host: "127.0.0.1", port, method: "POST" },
      path: `/beveiligd/leveringen/${deliveryId}/bestand/levering.zip`,
      headers: { cookie, "sec-fetch-site": "same-origin" },
    });
    asked.end();
    const [answer] = (await once(asked, "response")) as [IncomingMessage];
    if (answer.statusCode !== 200) throw new Error(`the ZIP was refused: ${answer.statusCode}`);
    let [firstByte, bytes] = [Number.NaN, 0];
    for await (const part of answer as AsyncIterable<Buffer>) {
      if (bytes === 0) firstByte = performance.now() - began;
      bytes += part.length;
    }
    return { milliseconds: performance.now() - began, firstByte, bytes, mostMiB };
  } finally {
    clearInterval(watch);
  }
}

interface Beside {
  readonly copied: number;
  readonly before: number;
  readonly rows: number;
}

function rowsOf(taken: readonly Taken[], { copied, before, rows }: Beside): readonly Row[] {
  const note = `${(middle(taken, ({ bytes }) => bytes) / 1024 / 1024).toFixed(0)} MiB; median of ${rounds}`;
  const name = `ZIP of ${rows.toLocaleString("en")} rows in ${files} files`;
  const figure = { promise: "P10", name };
  const seconds = middle(taken, ({ milliseconds }) => milliseconds) / 1000;
  const more = Math.max(...taken.map(({ mostMiB }) => mostMiB)) - before;
  return [
    compared({ ...figure, name: `${name}, beside COPY and deflate`, unit: "s", ours: seconds, note }, copied / 1000, {
      most: 1.4,
    }),
    alone(
      { ...figure, name: `${name}, first byte`, unit: "ms", ours: middle(taken, ({ firstByte }) => firstByte) },
      { most: 300 },
    ),
    alone({ ...figure, name: `${name}, memory more`, unit: "MiB", ours: more }, { most: 64 }),
  ];
}
