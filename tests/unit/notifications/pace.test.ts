import { expect, test } from "vitest";
import { usualPace } from "@/lib/notifications/pace";

/** The shortest waits that the queue chooses between the tries of one message. */
function shortestWaits(): readonly number[] {
  const { retryDelaySeconds, retryDelaySecondsMost, retryLimit } = usualPace;
  return Array.from({ length: retryLimit }, (_, tried) =>
    Math.min(retryDelaySecondsMost, retryDelaySeconds * 2 ** tried),
  );
}

test("a mail server that is away from Friday night to Tuesday morning loses no letter", () => {
  const hours = shortestWaits().reduce((total, seconds) => total + seconds, 0) / 3600;
  expect(hours).toBeGreaterThan(4 * 24);
});

test("a mail server that was away for six hours gets what waits within an hour after it is back", () => {
  expect(Math.max(...shortestWaits())).toBeLessThanOrEqual(3600);
});
