import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CountGrid, coverOf, rounded, smallest } from "@/lib/statistics/guard";
import { type Measure, noSums, type Sums } from "@/lib/statistics/measures";
import { exactly, guarded, type SumsGrid } from "@/lib/statistics/shown";

/** Parts with their totals, as they add up: counts of reports. */
const addingUp = fc
  .array(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 60 })), { minLength: 2, maxLength: 5 }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((rows) => rows.map((row) => row.slice(0, Math.min(...rows.map(({ length }) => length)))))
  .map(withTotals);

function withTotals(parts: readonly (readonly number[])[]): CountGrid & { counts: number[][] } {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const rows = parts.map((row) => [sum(row), ...row]);
  const totals = (rows[0] ?? []).map((_, column) => sum(rows.map((row) => row[column] ?? 0)));
  return { counts: [totals, ...rows], hasTotalRow: true, hasTotalColumn: true };
}

const sumsOf = (reportCount: number): Sums => ({
  ...noSums,
  reportCount,
  pupilCount: reportCount,
  dueCount: reportCount,
});
const gridOf = ({ counts, ...rest }: CountGrid): SumsGrid => ({
  ...rest,
  sums: counts.map((row) => row.map(sumsOf)),
  enrolled: counts.map(() => 400),
});

interface Line {
  readonly parts: readonly { count: number; isOpen: boolean }[];
  readonly total: { count: number; isOpen: boolean };
}

function lines({ counts }: CountGrid): readonly Line[] {
  const covers = coverOf({ counts, hasTotalRow: true, hasTotalColumn: true });
  const at = (row: number, column: number) => ({
    count: counts[row]?.[column] ?? 0,
    isOpen: covers[row]?.[column] === "shown",
  });
  const width = counts[0]?.length ?? 0;
  const others = (length: number) => Array.from({ length: length - 1 }, (_, index) => index + 1);
  return [
    ...counts.map((_, row) => ({ total: at(row, 0), parts: others(width).map((column) => at(row, column)) })),
    ...others(width + 1).map((next) => ({
      total: at(0, next - 1),
      parts: others(counts.length).map((row) => at(row, next - 1)),
    })),
  ];
}

describe("what is told of others", () => {
  test("never holds a count of one to four", () => {
    fc.assert(
      fc.property(addingUp, (grid) => {
        const covers = coverOf(grid);
        const told = grid.counts.flatMap((row, at) => row.filter((_, column) => covers[at]?.[column] === "shown"));
        expect(told.filter((count) => count > 0 && count < smallest)).toEqual([]);
      }),
    );
  });

  test("never lets a covered count be reckoned from a total and the parts beside it", () => {
    fc.assert(
      fc.property(addingUp, (grid) => {
        for (const { parts, total } of lines(grid)) {
          const covered = parts.filter(({ isOpen }) => !isOpen);
          if (!total.isOpen || covered.length === 0) continue;
          const left = covered.reduce((sum, { count }) => sum + count, 0);
          expect(covered.length, JSON.stringify(grid.counts)).toBeGreaterThan(1);
          expect(left, JSON.stringify(grid.counts)).toBeGreaterThanOrEqual(smallest);
        }
      }),
    );
  });

  test("goes by fives, so that no two figures differ by one to four", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (one, other) => {
        const difference = Math.abs(rounded(one) - rounded(other));
        expect(difference === 0 || difference >= smallest).toBe(true);
      }),
    );
  });

  test("is left alone where everything is large enough", () => {
    const grid = withTotals([
      [20, 30],
      [10, 15],
    ]);
    expect(coverOf(grid).flat()).toEqual(Array.from({ length: 9 }, () => "shown"));
  });

  test("hides a second count beside a single small one, and the zero beside it", () => {
    const cells = guarded(gridOf(withTotals([[3, 20, 0]])), "reports");
    expect(cells[1]).toEqual([{ kind: "number", value: 25 }, { kind: "small" }, { kind: "hidden" }, { kind: "small" }]);
  });
});

test("a rate of few is not told as fewer than five of every thousand", () => {
  expect(guarded(gridOf(withTotals([[3, 2]])), "per_1000")[1]?.[1]).toEqual({ kind: "hidden" });
});

describe("a share of others", () => {
  const share = (part: number, base: number) =>
    guarded(
      {
        sums: [[{ ...noSums, reportCount: base, dueCount: base, answeredInTimeCount: part }]],
        enrolled: [null],
        hasTotalRow: false,
        hasTotalColumn: false,
      },
      "answered_in_time",
    )[0]?.[0];

  test("is told of twenty and more only", () => {
    expect(share(10, 19)).toEqual({ kind: "thin" });
    expect(share(10, 20)).toEqual({ kind: "percent", value: 50 });
  });

  test("is not told where the part or the rest is small", () => {
    expect(share(3, 40)).toEqual({ kind: "hidden" });
    expect(share(38, 40)).toEqual({ kind: "hidden" });
  });

  test("says that there is nothing where there is nothing", () => {
    expect(share(0, 0)).toEqual({ kind: "none" });
  });

  test("never says what part of how many within less than five", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 400 }), fc.nat(), (base, seed) => {
        const part = seed % (base + 1);
        const shown = share(part, base);
        if (shown?.kind !== "percent") return;
        expect(part === 0 || part >= smallest).toBe(true);
        expect(base - part === 0 || base - part >= smallest).toBe(true);
      }),
    );
  });
});

describe("the own figures", () => {
  const one = (measure: Measure, sums: Partial<Sums>, enrolled: number | null = null) =>
    exactly(
      { sums: [[{ ...noSums, ...sums }]], enrolled: [enrolled], hasTotalRow: false, hasTotalColumn: false },
      measure,
    )[0]?.[0];

  test("are exact, however small", () => {
    expect(one("reports", { reportCount: 3 })).toEqual({ kind: "number", value: 3 });
  });

  test("say 3 of 7 rather than a percentage of few", () => {
    expect(one("answered_in_time", { answeredInTimeCount: 3, dueCount: 7 })).toEqual({
      kind: "ratio",
      part: 3,
      base: 7,
    });
    expect(one("answered_in_time", { answeredInTimeCount: 15, dueCount: 30 })).toEqual({ kind: "percent", value: 50 });
  });

  test("are taken per thousand of who is enrolled, and of nobody when that is not known", () => {
    expect(one("per_1000", { pupilCount: 12 }, 480)).toEqual({ kind: "number", value: 25 });
    expect(one("per_1000", { pupilCount: 12 })).toEqual({ kind: "none" });
  });
});
