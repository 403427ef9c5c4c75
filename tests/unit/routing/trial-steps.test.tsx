import { renderToReadableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { TrialSteps, WholeTrial } from "@/app/routering/wat-als/trial-steps";
import type { Trial } from "@/lib/routing/trial";
import type { TrialRun } from "@/lib/routing/views";
import { withTexts } from "@/tests/support/ui-examples";

const after = { id: "draft", version: 2, edition: 1, activeFrom: null, spread: "least-open-work" as const, rules: [] };
const outcome: Trial = { reportCount: 200, shares: [], differenceCount: 0, hiddenCount: 0, differences: [] };

/** A trial of 200 reports that stands still before each of its steps until it is let on. */
function aTrial() {
  const gates = Array.from({ length: 3 }, () => Promise.withResolvers<void>());
  let left = false;
  async function* steps(): AsyncGenerator<number, Trial> {
    try {
      await gates[0]?.promise;
      yield 100;
      await gates[1]?.promise;
      yield 150;
      await gates[2]?.promise;
      return outcome;
    } finally {
      left = true;
    }
  }
  const run: TrialRun = { before: null, after, notYet: [], reportCount: 200, hasMore: false, steps };
  return { run, letOn: (step: number) => gates[step]?.resolve(), hasEnded: () => left };
}

test("a trial says how far it is while it runs, and then what came of it", async () => {
  const { run, letOn, hasEnded } = aTrial();
  // Within an element: at the root React waits for what may still become the head of the page.
  const page = await renderToReadableStream(
    withTexts(
      <main>
        <TrialSteps run={run} wholePath="/heel" />
      </main>,
    ),
  );
  const reader = page.pipeThrough(new TextDecoderStream()).getReader();
  const until = async (words: string) => {
    for (let text = ""; ; ) {
      const { done, value } = await reader.read();
      if (done) throw new Error(`the page ended without ${words}: ${text}`);
      text += value;
      if (text.includes(words)) return text;
    }
  };
  expect(await until("0 van 200")).toContain('href="/heel"');
  letOn(0);
  expect(await until("100 van 200")).not.toContain("Uitkomst");
  letOn(1);
  await until("150 van 200");
  expect(hasEnded()).toBe(false);
  letOn(2);
  expect(await until("Uitkomst")).toContain("Van de 200 meldingen");
  expect(hasEnded()).toBe(true);
});

test("without script the same trial comes in one piece, with no progress left standing", async () => {
  const { run, letOn } = aTrial();
  for (const step of [0, 1, 2]) letOn(step);
  const page = await renderToReadableStream(withTexts(<WholeTrial run={run} />));
  await page.allReady;
  const text = await new Response(page).text();
  expect(text).toContain("Van de 200 meldingen");
  expect(text).not.toContain("van 200");
});
