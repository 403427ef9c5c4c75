import { expect, test } from "vitest";
import { drawingOf } from "@/lib/statistics/chart";
import { everything, type FigureTable } from "@/lib/statistics/table";

const named = (code: string) => ({ code, label: { nl: code, en: code } });

/** A table of one row and so many columns, with their total first. */
function tableWith(columns: number): FigureTable {
  const all = [everything, ...Array.from({ length: columns }, (_, at) => named(`c${at}`))];
  return {
    rows: [{ ...named("2026-08"), isTotal: false }],
    columns: all,
    cells: [all.map((_, value) => ({ kind: "number", value }))],
  };
}

test.each([
  ["lines", 6, 0],
  ["lines", 7, 1],
  ["lines", 11, 5],
  ["multiples", 12, 0],
  ["multiples", 14, 2],
] as const)("%s of %i columns leave out %i, and say so", (kind, columns, leftOut) => {
  const drawing = drawingOf(tableWith(columns), kind);
  expect(drawing.leftOut).toBe(leftOut);
  expect(drawing.series).toHaveLength(columns - leftOut);
  expect(drawing.series.map(({ code }) => code)).not.toContain(everything.code);
});
