import { expect, test } from "vitest";
import { readAhead } from "@/lib/shared/read-ahead";

async function* counting(most: number, asked: number[] = []): AsyncGenerator<number> {
  for (let count = 1; count <= most; count += 1) {
    asked.push(count);
    yield count;
  }
}

async function listOf(values: AsyncIterable<number>): Promise<readonly number[]> {
  const list: number[] = [];
  for await (const value of values) list.push(value);
  return list;
}

test("everything comes, once and in its order", async () => {
  expect(await listOf(readAhead(counting(4)))).toEqual([1, 2, 3, 4]);
  expect(await listOf(readAhead(counting(0)))).toEqual([]);
});

test("the next one is asked for before this one is done with, and no more than that", async () => {
  const asked: number[] = [];
  for await (const value of readAhead(counting(4, asked))) expect(asked).toHaveLength(Math.min(4, value + 1));
});

async function* failing(): AsyncGenerator<number> {
  yield 1;
  throw new RangeError("no more");
}

test("a failure comes after what came before it", async () => {
  const values = readAhead(failing());
  expect(await values.next()).toMatchObject({ value: 1 });
  await expect(values.next()).rejects.toThrow("no more");
});

test("whoever stops early closes the source, and a failure that nobody waits for ends no program", async () => {
  let isClosed = false;
  async function* closing(): AsyncGenerator<number> {
    try {
      yield* failing();
    } finally {
      isClosed = true;
    }
  }
  for await (const value of readAhead(closing())) if (value === 1) break;
  expect(isClosed).toBe(true);
});
