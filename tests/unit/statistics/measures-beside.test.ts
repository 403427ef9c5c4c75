import fc from "fast-check";
import { expect, test } from "vitest";
import { concealedTogether, toldTogether } from "@/lib/statistics/conceal-together";
import { addingIn } from "@/lib/statistics/family";
import { isSmall, smallest } from "@/lib/statistics/guard";
import { noSums } from "@/lib/statistics/measures";
import { anotherWorld, countsIn, frameOf, type World } from "@/tests/support/another-world";
import {
  type Cell,
  cellsWith,
  familyCell,
  isIn,
  months,
  nameOf,
  places,
  queriesWith,
  told,
  year,
} from "@/tests/support/told-country";

/** A world says how many reports, and then how many pupils, there are of each place, month and outcome. */
const outcomes = ["open", "noted"] as const;
const spots = places.flatMap((place) =>
  months.flatMap((month) => outcomes.map((kind): Cell => ({ place, month, kind }))),
);
const cells = cellsWith(outcomes);
const queries = queriesWith(outcomes);
const placeOfCell = new Map(cells.map((cell, at) => [nameOf(cell), at]));

/** Three lists of the same cells, one after the other. */
const counts = ["reportCount", "pupilCount", "openCount"] as const;
type Count = (typeof counts)[number];
const tellable = counts.flatMap((count) => cells.map((cell) => ({ count, cell })));
const indexOf = (count: Count) => (cell: Cell) =>
  counts.indexOf(count) * cells.length + (placeOfCell.get(nameOf(cell)) ?? -1);

/** Everybody knows that a pupil has a report, and takes it that nobody has more of them than this. */
const mostReports = 30;
const leaves = (["reports", "pupils"] as const).flatMap((of) => spots.map((spot) => ({ of, spot })));
const rules = spots.flatMap((spot) => [
  { spot, reports: 1, pupils: -1 },
  { spot, reports: -1, pupils: mostReports },
]);

const frame = frameOf(leaves.length, tellable.length + rules.length, (at, cell) => {
  const [leaf, one, rule] = [leaves[at], tellable[cell], rules[cell - tellable.length]];
  if (leaf === undefined) return 0;
  if (one === undefined) return rule?.spot === leaf.spot ? rule[leaf.of] : 0;
  if (!isIn(leaf.spot, one.cell) || (leaf.of === "pupils") !== (one.count === "pupilCount")) return 0;
  return one.count === "openCount" && leaf.spot.kind !== "open" ? 0 : 1;
});

/** Of each spot how many pupils, and how many reports they have beyond their first. */
const worldsOf = (pupils: fc.Arbitrary<number>) =>
  fc
    .array(fc.tuple(pupils, fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 4 }))), {
      minLength: spots.length,
      maxLength: spots.length,
    })
    .map(
      (given): World => [
        ...given.map(([pupils, more]) => (pupils === 0 ? 0 : pupils + more)),
        ...given.map(([pupils]) => pupils),
      ],
    );

const fullOfSmall = worldsOf(
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
    fc.integer({ min: 0, max: 30 }),
  ),
);
const mostlyLarge = worldsOf(
  fc.oneof(fc.integer({ min: 0, max: 4 }), { weight: 6, arbitrary: fc.integer({ min: 0, max: 200 }) }),
);

/** What no table tells, as the worker finds it: of these counts together, or of each for itself. */
function concealedIn(world: World, groups: readonly (readonly Count[])[]): ReadonlySet<number> {
  const all = countsIn(frame, world);
  const family = cells.map((cell) => ({
    ...noSums,
    ...familyCell(cell, "outcome"),
    ...Object.fromEntries(counts.map((count) => [count, all[indexOf(count)(cell)] ?? 0])),
    cell,
  }));
  const adding = addingIn(family, year);
  return new Set(
    groups.flatMap((together) =>
      [...concealedTogether(family, { adding, together })].flatMap(([count, untold]) =>
        counts.filter((known) => known === count).flatMap((known) => untold.map(({ cell }) => indexOf(known)(cell))),
      ),
    ),
  );
}

/** The small counts that whoever lays the tables of all measures beside each other could take for no other number. */
function given(world: World, untold: ReadonlySet<number>): readonly string[] {
  const all = countsIn(frame, world);
  const seen = counts.map((count) => told(all, { queries, indexOf: indexOf(count), untold }));
  const known = all.map((_, at) =>
    at >= tellable.length
      ? { least: 0, most: Number.POSITIVE_INFINITY }
      : {
          least: Math.max(...seen.map((one) => one[at]?.least ?? 0)),
          most: Math.min(...seen.map((one) => one[at]?.most ?? 0)),
        },
  );
  return tellable.flatMap(({ count, cell }, at) =>
    isSmall(all[at] ?? 0) && anotherWorld(frame, world, { known, cell: at }) === null
      ? [`${count} ${nameOf(cell)} = ${all[at]}`]
      : [],
  );
}

test("reports, pupils and what is open are looked at together", () => {
  expect(toldTogether.find((together) => together.length > 1)).toEqual(expect.arrayContaining([...counts]));
});

test("the tables of all measures beside each other leave another world for each count of one to four", () => {
  fc.assert(
    fc.property(fullOfSmall, (world) => {
      expect(given(world, concealedIn(world, [counts]))).toEqual([]);
    }),
    { numRuns: 30, seed: 8, endOnFailure: true },
  );
});

test("where each measure is looked at for itself such a count is found", () => {
  const alone = counts.map((count) => [count]);
  const found = fc
    .sample(fullOfSmall, { numRuns: 30, seed: 8 })
    .some((world) => given(world, concealedIn(world, alone)).length > 0);
  expect(found).toBe(true);
});

test("where one in seven counts is small, less than a tenth of the others is concealed for it", () => {
  const large = fc.sample(mostlyLarge, { numRuns: 30, seed: 8 }).flatMap((world) => {
    const untold = concealedIn(world, [counts]);
    return countsIn(frame, world)
      .slice(0, tellable.length)
      .flatMap((count, at) => (count >= smallest ? [untold.has(at)] : []));
  });
  expect(large.filter((isConcealed) => isConcealed).length / large.length).toBeLessThan(0.1);
});
