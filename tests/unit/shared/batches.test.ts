import { expect, test } from "vitest";
import { inBatches } from "@/lib/shared/batches";

const first = (text: string) => text.slice(0, 1);

test("a batch has at most so many, and never two with the same key", () => {
  expect(inBatches(["a1", "b1", "c1", "a2", "d1", "a3"], first, 3)).toEqual([
    ["a1", "b1", "c1"],
    ["d1"],
    ["a2"],
    ["a3"],
  ]);
});

test("of nothing there is no batch", () => {
  expect(inBatches([], first, 3)).toEqual([]);
});
