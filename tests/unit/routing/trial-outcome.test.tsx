import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { TrialOutcome } from "@/components/routing/trial-outcome";
import type { LateRule } from "@/lib/routing/views";
import { calendarDate } from "@/lib/shared/calendar-date";
import { withTexts } from "@/tests/support/ui-examples";

const after = { id: "draft", version: 2, edition: 1, activeFrom: null, spread: "least-open-work" as const, rules: [] };
const trial = { reportCount: 3, shares: [], differenceCount: 0, hiddenCount: 0, differences: [] };

function drawn(notYet: readonly LateRule[]): string {
  const run = { before: null, after, notYet, reportCount: 3, hasMore: false };
  return renderToStaticMarkup(
    withTexts(<TrialOutcome run={run} trial={trial} pathOf={(reference) => `/${reference}`} />),
  );
}

test("a trial says of each rule that was not in force all the time from which day it does something", () => {
  const page = drawn([{ name: "Vanaf mei", from: calendarDate.parse("2026-05-01") }]);
  expect(page).toContain("Een regel geldt niet voor alle meldingen");
  expect(page).toContain("Regel “Vanaf mei” doet niets vóór 1 mei 2026.");
  expect(drawn([])).not.toContain("doet niets vóór");
});
