import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concealed } from "@/lib/statistics/conceal";
import { addingIn, sumsWith } from "@/lib/statistics/family";
import { isSmall, smallest } from "@/lib/statistics/guard";
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

/** Three types of absence; a world says how many reports there are of each place, month and type. */
const types = ["hours", "late", "holiday"] as const;
const leaves = places.flatMap((place) =>
  months.flatMap((month) => types.map((kind): Cell => ({ place, month, kind }))),
);
const cells = cellsWith(types);
const queries = queriesWith(types);
const placeOfCell = new Map(cells.map((cell, at) => [nameOf(cell), at]));
const indexOf = (cell: Cell) => placeOfCell.get(nameOf(cell)) ?? -1;

const frame = frameOf(leaves.length, cells.length, (leaf, cell) => {
  const [one, other] = [leaves[leaf], cells[cell]];
  return one !== undefined && other !== undefined && isIn(one, other) ? 1 : 0;
});

const few = fc.integer({ min: 0, max: 4 });
const fullOfSmall = fc.array(fc.oneof({ weight: 3, arbitrary: few }, fc.integer({ min: 0, max: 40 })), {
  minLength: leaves.length,
  maxLength: leaves.length,
});
const mostlyLarge = fc.array(fc.oneof(few, { weight: 4, arbitrary: fc.integer({ min: 0, max: 200 }) }), {
  minLength: leaves.length,
  maxLength: leaves.length,
});

/** What no table tells, as the worker finds it. */
function concealedIn(world: World): ReadonlySet<number> {
  const all = countsIn(frame, world);
  const family = cells.map((cell) => familyCell(cell, "type"));
  return concealed({ counts: all, sums: sumsWith(addingIn(family, year), all), tellsSmall: true });
}

/** The small counts that whoever lays every permitted table beside every other one could take for no other number. */
function given(world: World, untold: ReadonlySet<number>): readonly string[] {
  const all = countsIn(frame, world);
  const known = told(all, { queries, indexOf, untold });
  return cells.flatMap((cell, at) =>
    isSmall(all[at] ?? 0) && anotherWorld(frame, world, { known, cell: at }) === null
      ? [`${nameOf(cell)} = ${all[at]}`]
      : [],
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
    return countsIn(frame, world).flatMap((count, at) => (count >= smallest ? [untold.has(at)] : []));
  });
  expect(large.filter((isConcealed) => isConcealed).length / large.length).toBeLessThan(0.03);
});
