import { once } from "node:events";
import { startProgram } from "@/bin/child";
import type { Bench } from "@/tests/bench/bench";
import { alternate, median } from "@/tests/bench/rounds";
import { alone, compared, type Row } from "@/tests/bench/row";

const rareName = { most: 150 };
const sharedName = { most: 300 };

/** P5 and P7: any two filters with their counts, and a search, where there is much beside where there is little. */
export async function measureNarrowing(bench: Bench): Promise<readonly Row[]> {
  const { cluster, many, few, sizes } = await bench.world();
  const [much, little] = [many, few].map((database) => {
    const program = startProgram("tests/bench/pieces/desk-queries.ts", [], cluster.environment(database));
    const gone = new AbortController();
    program.once("exit", () => gone.abort(new Error("the reader of the desk ended")));
    const ask = async (what: "filters" | "rare" | "common" | null) => {
      if (what !== null) program.send(what);
      const [milliseconds] = await once(program, "message", { signal: gone.signal });
      return Number(milliseconds);
    };
    return { program, ask };
  });
  if (much === undefined || little === undefined) throw new Error("there are no two readers");
  try {
    await much.ask(null);
    await little.ask(null);
    const results = await alternate({
      many: () => much.ask("filters"),
      few: () => little.ask("filters"),
      rare: () => much.ask("rare"),
      common: () => much.ask("common"),
    });
    const of = (name: "many" | "few" | "rare" | "common") => median(results(name));
    const figure = { unit: "ms p95" };
    return [
      compared(
        { ...figure, promise: "P5", name: `any two filters with their counts, ${sizes}`, ours: of("many") },
        of("few"),
        { most: 1.3 },
      ),
      alone({ ...figure, promise: "P7", name: "search for a rare name", ours: of("rare") }, rareName),
      alone(
        { ...figure, promise: "P7", name: "search for a name that everybody shares", ours: of("common") },
        sharedName,
      ),
    ];
  } finally {
    for (const { program } of [much, little]) program.kill("SIGTERM");
  }
}
