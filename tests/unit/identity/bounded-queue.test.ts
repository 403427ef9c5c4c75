import { expect, test } from "vitest";
import { boundedQueue, QueueFull } from "@/lib/identity/bounded-queue";

function opened() {
  const doors: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const work = async () => {
    running++;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => doors.push(resolve));
    running--;
  };
  return { doors, work, most: () => most };
}

test("no more run at once than there is room for, and all get their turn", async () => {
  const { doors, work, most } = opened();
  const inTurn = boundedQueue({ atOnce: 2, waiting: 10 });
  const all = [1, 2, 3, 4, 5].map(() => inTurn(work));
  for (let turn = 0; turn < 5; turn++) {
    await expect.poll(() => doors.length).toBeGreaterThan(turn);
    doors[turn]?.();
  }
  await Promise.all(all);
  expect(most()).toBe(2);
});

test("who finds the line full hears so at once", async () => {
  const { doors, work } = opened();
  const inTurn = boundedQueue({ atOnce: 1, waiting: 1 });
  const first = inTurn(work);
  const second = inTurn(work);
  await expect(inTurn(work)).rejects.toBeInstanceOf(QueueFull);
  await expect.poll(() => doors.length).toBe(1);
  doors[0]?.();
  await first;
  await expect.poll(() => doors.length).toBe(2);
  doors[1]?.();
  await second;
});

test("work that fails makes room for the next", async () => {
  const inTurn = boundedQueue({ atOnce: 1, waiting: 1 });
  await expect(inTurn(() => Promise.reject(new TypeError("broken")))).rejects.toThrow("broken");
  await expect(inTurn(async () => "next")).resolves.toBe("next");
});
