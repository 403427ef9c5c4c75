import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { follow } from "@/components/live/feed";

beforeEach(() => {
  vi.useFakeTimers();
  // A desk that takes the call and says nothing more.
  vi.stubGlobal("fetch", (_: string, { signal }: { readonly signal: AbortSignal }) => {
    const answer = Promise.withResolvers<Response>();
    if (signal.aborted) answer.reject(signal.reason);
    signal.addEventListener("abort", () => answer.reject(signal.reason));
    return answer.promise;
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A lock of the browser's, as far as the feed asks: the next one gets it when the first one's work has ended. */
function stubLock() {
  let last: Promise<unknown> = Promise.resolve();
  const begun: number[] = [];
  const request = (_: string, __: unknown, work: () => Promise<unknown>) => {
    const turn = begun.push(0) - 1;
    last = last.then(() => {
      begun[turn] = 1;
      return work();
    });
    return last;
  };
  vi.stubGlobal("navigator", { locks: { request } });
  vi.stubGlobal("window", { BroadcastChannel: true });
  vi.stubGlobal(
    "BroadcastChannel",
    class {
      postMessage() {}
      close() {}
    },
  );
  return begun;
}

test("a page that comes in the place of another listens at once, without waiting until the other has paused", async () => {
  const begun = stubLock();
  const leave = follow(() => undefined, "1");
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).toEqual([1]);
  leave();
  const leaveAgain = follow(() => undefined, "2");
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).toEqual([1, 1]);
  leaveAgain();
  await vi.advanceTimersByTimeAsync(0);
  expect(vi.getTimerCount()).toBe(0);
});
