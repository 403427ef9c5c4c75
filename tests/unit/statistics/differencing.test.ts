import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concealed } from "@/lib/statistics/conceal";
import { addingIn, type FamilyCell, sumsWith } from "@/lib/statistics/family";
import { type Cover, coverOf, isSmall, rounded, smallest } from "@/lib/statistics/guard";
import { chanceFrom } from "@/prisma/seed/random";

/** A small country: two regions of two municipalities, three months, three types of absence, full of small counts. */
const regions = ["r1", "r2"] as const;
const places = ["r1 a", "r1 b", "r2 a", "r2 b"] as const;
const months = ["2026-08", "2026-09", "2026-10"] as const;
const types = ["hours", "late", "holiday"] as const;
const year = "2026-2027";

const leaves = places.flatMap((place) => months.flatMap((month) => types.map((type) => ({ place, month, type }))));
type Leaf = (typeof leaves)[number];

/** A count that some table tells: an empty part is everything. */
interface Cell {
  readonly place: string;
  readonly month: string;
  readonly type: string;
}

const cells: readonly Cell[] = ["", ...regions, ...places].flatMap((place) =>
  ["", ...months].flatMap((month) => ["", ...types].map((type) => ({ place, month, type }))),
);
const nameOf = ({ place, month, type }: Cell) => `${place}|${month}|${type}`;
const placeOfCell = new Map(cells.map((cell, at) => [nameOf(cell), at]));
const indexOf = (cell: Cell) => placeOfCell.get(nameOf(cell)) ?? -1;

const counts = (leaf: Leaf, { place, month, type }: Cell) =>
  leaf.place.startsWith(place) && (month === "" || month === leaf.month) && (type === "" || type === leaf.type);
const leavesOf = cells.map((cell) => leaves.flatMap((leaf, at) => (counts(leaf, cell) ? [at] : [])));
const cellsOf = leaves.map((_, leaf) => cells.flatMap((_cell, at) => (leavesOf[at]?.includes(leaf) ? [at] : [])));

type World = readonly number[];
const countsIn = (world: World): readonly number[] =>
  leavesOf.map((own) => own.reduce((sum, leaf) => sum + (world[leaf] ?? 0), 0));

const few = fc.integer({ min: 0, max: 4 });
const fullOfSmall = fc.array(fc.oneof({ weight: 3, arbitrary: few }, fc.integer({ min: 0, max: 40 })), {
  minLength: leaves.length,
  maxLength: leaves.length,
});
const mostlyLarge = fc.array(fc.oneof(few, { weight: 4, arbitrary: fc.integer({ min: 0, max: 200 }) }), {
  minLength: leaves.length,
  maxLength: leaves.length,
});

/** Rows by columns, the totals first: as the pages lay them out. */
type Query = readonly (readonly Cell[])[];

const within = (place: string) => (place === "" ? regions : places.filter((known) => known.startsWith(place)));

/** Every table of reports that may be asked: the kinds that `selection` lets through, of every place and period. */
const queries: readonly Query[] = ["", ...regions, ...places].flatMap((place) => [
  ["", ...months].map((month) => ["", ...types].map((type): Cell => ({ place, month, type }))),
  ...["", ...months].map((month) => ["", ...types].map((type): readonly Cell[] => [{ place, month, type }])),
  ...(place.includes(" ")
    ? []
    : ["", ...months].map((month) =>
        [place, ...within(place)].map((row) => ["", ...types].map((type): Cell => ({ place: row, month, type }))),
      )),
]);

interface Bounds {
  readonly least: number;
  readonly most: number;
}

const anything: Bounds = { least: 0, most: Number.POSITIVE_INFINITY };

/** What no table tells, as the worker finds it. */
function concealedIn(world: World): ReadonlySet<number> {
  const all = countsIn(world);
  const family = cells.map(
    ({ place, month, type }): FamilyCell => ({
      level: String(place.length),
      place,
      parent: parentOf(place),
      period: month === "" ? year : month,
      breakdown: type === "" ? "all" : "type",
      code: type,
    }),
  );
  return concealed({ counts: all, sums: sumsWith(addingIn(family, year), all), tellsSmall: true });
}

function parentOf(place: string): string | null {
  if (place === "") return null;
  return place.includes(" ") ? place.slice(0, 2) : "";
}

/** What a reader of all tables knows of each cell: as it is shown, rounded; and that covered ones are few, or not few. */
function told(world: World, untold: ReadonlySet<number>): readonly Bounds[] {
  const all = countsIn(world);
  const known = cells.map(() => anything);
  for (const query of queries) {
    const at = query.map((row) => row.map(indexOf));
    const covers = coverOf({
      counts: at.map((row) => row.map((cell) => all[cell] ?? 0)),
      hasTotalRow: true,
      hasTotalColumn: (query[0]?.length ?? 0) > 1,
      concealed: at.map((row) => row.map((cell) => untold.has(cell))),
    });
    at.forEach((row, line) => {
      row.forEach((cell, column) => {
        const { least, most } = known[cell] ?? anything;
        const more = boundsTold(all[cell] ?? 0, covers[line]?.[column] ?? "hidden");
        known[cell] = { least: Math.max(least, more.least), most: Math.min(most, more.most) };
      });
    });
  }
  return known;
}

function boundsTold(count: number, cover: Cover): Bounds {
  if (cover === "hidden") return anything;
  if (cover === "small") return { least: 0, most: smallest - 1 };
  // What was rounded to this.
  const shown = rounded(count);
  const could = [shown - 2, shown - 1, shown, shown + 1, shown + 2].filter(
    (one) => (one === 0 || one >= smallest) && rounded(one) === shown,
  );
  return { least: Math.min(...could), most: Math.max(...could) };
}

/** Another world that every table shows in the same way, in which this count is another one. Null: none was found. */
function anotherWorld(world: World, known: readonly Bounds[], cell: number): World | null {
  const count = countsIn(world)[cell] ?? 0;
  const wishes: readonly Bounds[] = [
    { least: count + 1, most: known[cell]?.most ?? anything.most },
    { least: known[cell]?.least ?? 0, most: count - 1 },
  ].filter(({ least, most }) => least <= most);
  for (let round = 0; round < 40; round++) {
    for (const wish of wishes) {
      const found = repaired(
        world,
        known.map((bounds, at) => (at === cell ? wish : bounds)),
        round,
      );
      if (found !== null) return found;
    }
  }
  return null;
}

/** Goes step by step from this world to one that keeps within these bounds: each step mends one that is broken. */
function repaired(world: World, bounds: readonly Bounds[], seed: number): World | null {
  const chance = chanceFrom(seed);
  const now = { leaves: [...world], sums: [...countsIn(world)], bounds };
  for (let step = 0; step < 300; step++) {
    const broken = now.sums.flatMap((sum, at) => (amiss(now, at, sum) > 0 ? [at] : []));
    if (broken.length === 0) return now.leaves;
    if (!mended(now, chance.pick(broken), chance)) return null;
  }
  return null;
}

interface Walk {
  readonly leaves: number[];
  readonly sums: number[];
  readonly bounds: readonly Bounds[];
}

const amiss = ({ bounds }: Walk, at: number, sum: number) =>
  Math.max((bounds[at]?.least ?? 0) - sum, sum - (bounds[at]?.most ?? anything.most), 0);

/** One more or one less of something that this cell counts: mostly of what breaks the least elsewhere. */
function mended(walk: Walk, cell: number, chance: ReturnType<typeof chanceFrom>): boolean {
  const { leaves: now, sums, bounds } = walk;
  const by = (sums[cell] ?? 0) < (bounds[cell]?.least ?? 0) ? 1 : -1;
  const steps = (leavesOf[cell] ?? []).filter((leaf) => (now[leaf] ?? 0) + by >= 0);
  if (steps.length === 0) return false;
  const harmOf = (leaf: number) =>
    (cellsOf[leaf] ?? []).reduce(
      (harm, at) => {
        const sum = sums[at] ?? 0;
        return harm + amiss(walk, at, sum + by) - amiss(walk, at, sum);
      },
      chance.between(0, 1),
    );
  const weighed = steps.map((leaf) => ({ leaf, harm: harmOf(leaf) }));
  const least = Math.min(...weighed.map(({ harm }) => harm));
  const best = weighed.filter(({ harm }) => harm === least).map(({ leaf }) => leaf);
  const leaf = chance.pick(chance.happens(0.15) ? steps : best);
  now[leaf] = (now[leaf] ?? 0) + by;
  for (const at of cellsOf[leaf] ?? []) sums[at] = (sums[at] ?? 0) + by;
  return true;
}

/** The small counts that whoever lays every permitted table beside every other one could take for no other number. */
function given(world: World, untold: ReadonlySet<number>): readonly string[] {
  const known = told(world, untold);
  const all = countsIn(world);
  return cells.flatMap((cell, at) =>
    isSmall(all[at] ?? 0) && anotherWorld(world, known, at) === null ? [`${nameOf(cell)} = ${all[at]}`] : [],
  );
}

describe.each([
  ["full of small counts", fullOfSmall],
  ["with a small count here and there", mostlyLarge],
])("in a country %s", (_, countries) => {
  test("all permitted tables beside each other leave another world for each count of one to four", () => {
    fc.assert(
      fc.property(countries, (world) => {
        expect(given(world, concealedIn(world))).toEqual([]);
      }),
      { numRuns: 40, seed: 8 },
    );
  });

  test("where nothing is concealed such a count is found", () => {
    const worlds = fc.sample(countries, { numRuns: 20, seed: 8 });
    expect(worlds.some((world) => given(world, new Set()).length > 0)).toBe(true);
  });
});

test("little that is not small is concealed for it", () => {
  const worlds = fc.sample(mostlyLarge, { numRuns: 100, seed: 8 });
  const large = worlds.flatMap((world) => {
    const untold = concealedIn(world);
    return countsIn(world).flatMap((count, at) => (count >= smallest ? [untold.has(at)] : []));
  });
  expect(large.filter((isConcealed) => isConcealed).length / large.length).toBeLessThan(0.03);
});
