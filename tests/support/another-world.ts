import { chanceFrom } from "@/prisma/seed/random";

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

export const anything: Bounds = { least: 0, most: Number.POSITIVE_INFINITY };

/** How many there are of each leaf: the least that can differ. */
export type World = readonly number[];

/** How much each leaf counts in each cell. */
export interface Frame {
  readonly cellsOf: readonly (readonly Weighed<"cell">[])[];
  readonly leavesOf: readonly (readonly Weighed<"leaf">[])[];
}

type Weighed<Name extends string> = Readonly<Record<Name | "weight", number>>;

/** Of leaves and cells by their numbers, with how much the one counts in the other: 0 for not at all. */
export function frameOf(leafCount: number, cellCount: number, weightOf: (leaf: number, cell: number) => number): Frame {
  const [leaves, cells] = [[...Array(leafCount).keys()], [...Array(cellCount).keys()]];
  const weighed = (leaf: number, cell: number) => ({ leaf, cell, weight: weightOf(leaf, cell) });
  const isCounted = ({ weight }: { readonly weight: number }) => weight !== 0;
  return {
    cellsOf: leaves.map((leaf) => cells.map((cell) => weighed(leaf, cell)).filter(isCounted)),
    leavesOf: cells.map((cell) => leaves.map((leaf) => weighed(leaf, cell)).filter(isCounted)),
  };
}

export function countsIn({ leavesOf }: Frame, world: World): readonly number[] {
  return leavesOf.map((own) => own.reduce((sum, { leaf, weight }) => sum + weight * (world[leaf] ?? 0), 0));
}

/** Another world that every table shows in the same way, in which this count is another one. Null: none was found. */
export function anotherWorld(
  frame: Frame,
  world: World,
  { known, cell }: { readonly known: readonly Bounds[]; readonly cell: number },
): World | null {
  const count = countsIn(frame, world)[cell] ?? 0;
  const wishes: readonly Bounds[] = [
    { least: count + 1, most: known[cell]?.most ?? anything.most },
    { least: known[cell]?.least ?? 0, most: count - 1 },
  ].filter(({ least, most }) => least <= most);
  for (let round = 0; round < 40; round++) {
    for (const wish of wishes) {
      const bounds = known.map((told, at) => (at === cell ? wish : told));
      const found = repaired({ frame, leaves: [...world], sums: [...countsIn(frame, world)], bounds }, round);
      if (found !== null) return found;
    }
  }
  return null;
}

interface Walk {
  readonly frame: Frame;
  readonly leaves: number[];
  readonly sums: number[];
  readonly bounds: readonly Bounds[];
}

/** Goes step by step from this world to one that keeps within these bounds: each step mends one that is broken. */
function repaired(walk: Walk, seed: number): World | null {
  const chance = chanceFrom(seed);
  for (let step = 0; step < 300; step++) {
    const broken = walk.sums.flatMap((sum, at) => (amiss(walk, at, sum) > 0 ? [at] : []));
    if (broken.length === 0) return walk.leaves;
    if (!mended(walk, chance.pick(broken), chance)) return null;
  }
  return null;
}

const amiss = ({ bounds }: Walk, at: number, sum: number) =>
  Math.max((bounds[at]?.least ?? 0) - sum, sum - (bounds[at]?.most ?? anything.most), 0);

/** One more or one less of something that this cell counts: mostly of what breaks the least elsewhere. */
function mended(walk: Walk, cell: number, chance: ReturnType<typeof chanceFrom>): boolean {
  const { frame, leaves: now, sums, bounds } = walk;
  const isTooFew = (sums[cell] ?? 0) < (bounds[cell]?.least ?? 0);
  const steps = (frame.leavesOf[cell] ?? [])
    .map(({ leaf, weight }) => ({ leaf, by: weight > 0 === isTooFew ? 1 : -1 }))
    .filter(({ leaf, by }) => (now[leaf] ?? 0) + by >= 0);
  if (steps.length === 0) return false;
  const weighed = steps.map((step) => ({ step, harm: harmOf(walk, step) + chance.between(0, 1) }));
  const least = Math.min(...weighed.map(({ harm }) => harm));
  const best = weighed.filter(({ harm }) => harm === least).map(({ step }) => step);
  const { leaf, by } = chance.pick(chance.happens(0.15) ? steps : best);
  now[leaf] = (now[leaf] ?? 0) + by;
  for (const { cell: at, weight } of frame.cellsOf[leaf] ?? []) sums[at] = (sums[at] ?? 0) + by * weight;
  return true;
}

interface Step {
  readonly leaf: number;
  readonly by: number;
}

/** By how much more is amiss after this step. */
function harmOf(walk: Walk, { leaf, by }: Step): number {
  return (walk.frame.cellsOf[leaf] ?? []).reduce((harm, { cell, weight }) => {
    const sum = walk.sums[cell] ?? 0;
    return harm + amiss(walk, cell, sum + by * weight) - amiss(walk, cell, sum);
  }, 0);
}
