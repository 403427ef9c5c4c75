import type { Bench } from "@/tests/bench/bench";
import { type Ask, type Loaded, load, type Server } from "@/tests/bench/load";
import { alternate, middle, roundMilliseconds } from "@/tests/bench/rounds";
import { alone, compared, type Row } from "@/tests/bench/row";
import { untilAnswered } from "@/tests/bench/servers";
import { countStatements } from "@/tests/bench/world";

export const inboxPath = "/werkvoorraad?lijst=team";

/** P4: the first page of the busiest office, for somebody who is signed in. */
export async function measureInbox(bench: Bench): Promise<readonly Row[]> {
  const { cluster, many } = await bench.world();
  const { cookie, officeId } = await bench.prepared();
  const [desk, anchor] = [await bench.desk(many), await bench.anchor(many)];
  const ours: Ask = { path: inboxPath, headers: { cookie } };
  const results = await sideBySide({ desk: [desk, ours], anchor: [anchor, anchorInbox(officeId)] });
  const statements = await countStatements(cluster, many, () => untilAnswered(desk, ours));
  return [
    compared(
      { promise: "P4", name: "inbox of 50 rows", unit: "pages/s", ours: rateOf(results("desk")), note: costs(results) },
      rateOf(results("anchor")),
      { least: 0.5 },
    ),
    alone(
      { promise: "P4", name: "SQL statements for the inbox, with the session's", unit: "statements", ours: statements },
      { most: 4 },
    ),
  ];
}

/** P6: one case with its story, short and long. */
export async function measureCase(bench: Bench): Promise<readonly Row[]> {
  const { cluster, many } = await bench.world();
  const { cookie, officeId, shortCase, longCase } = await bench.prepared();
  const [desk, anchor] = [await bench.desk(many), await bench.anchor(many)];
  const at = (reference: string): Ask => ({ path: `/werkvoorraad/${reference}`, headers: { cookie } });
  const results = await sideBySide({
    desk: [desk, at(shortCase)],
    anchor: [anchor, anchorInbox(officeId)],
    smallest: [anchor, { path: "/case/V-1" }],
    long: [desk, at(longCase)],
  });
  const statements = await countStatements(cluster, many, () => untilAnswered(desk, at(shortCase)));
  const long = middle(results("long"), ({ p50 }) => p50);
  return [
    compared(
      {
        promise: "P6",
        name: "case of 3 events beside the page of 50 rows",
        ...caseRate(results),
        note: costs(results),
      },
      rateOf(results("anchor")),
      { least: 0.55 },
    ),
    compared(
      { promise: "P6", name: "case of 3 events beside a case page with nothing but its facts", ...caseRate(results) },
      rateOf(results("smallest")),
      {},
    ),
    compared(
      { promise: "P6", name: "case of 500 events beside 3", unit: "ms", ours: long },
      middle(results("desk"), ({ p50 }) => p50),
      {
        most: 2,
      },
    ),
    alone({
      promise: "P6",
      name: "SQL statements for a case, with the session's",
      unit: "statements",
      ours: statements,
    }),
  ];
}

function caseRate(results: (name: "desk") => readonly Loaded[]) {
  return { unit: "pages/s", ours: rateOf(results("desk")) };
}

export function anchorInbox(officeId: string): Ask {
  return { path: `/inbox?office=${officeId}` };
}

type Pairs = Readonly<Record<string, readonly [Server, Ask]>>;

async function sideBySide<Name extends string>(pairs: Readonly<Record<Name, readonly [Server, Ask]>>) {
  const entries = Object.entries<Pairs[string]>(pairs);
  const run = ([server, asked]: readonly [Server, Ask], milliseconds: number) =>
    load({ server, milliseconds, next: () => asked });
  for (const [, pair] of entries) await run(pair, 1_500);
  const subjects = entries.map(([name, pair]) => [name, () => run(pair, roundMilliseconds)] as const);
  return alternate<string, Loaded>(Object.fromEntries(subjects));
}

const rateOf = (results: readonly Loaded[]) => middle(results, ({ perSecond }) => perSecond);

function costs(results: (name: string) => readonly Loaded[]): string {
  const cost = (name: string) => {
    const cpu = middle(results(name), ({ cpuPerAnswer }) => cpuPerAnswer).toFixed(1);
    const size = (middle(results(name), ({ bytesPerAnswer }) => bytesPerAnswer) / 1024).toFixed(0);
    return `${cpu} ms of server CPU and ${size} KB of HTML per page`;
  };
  return `${cost("desk")}; the smallest app ${cost("anchor")}`;
}
