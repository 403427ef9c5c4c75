import { expect, test } from "vitest";
import { narrateLabels } from "@/components/timeline/narrate-labels";
import { translatorFor } from "@/lib/i18n/translator";
import { groupStory, tellPast } from "@/lib/timeline/story";
import { devries, eventOf } from "./stories";

const reader = { side: "school", accountId: "anouk", locale: "nl" } as const;
const t = translatorFor("nl");
const entry = (at: string, actor = devries) => ({ event: eventOf("taken_up", {}, { actor, at }), note: null });
const told = (entries: readonly ReturnType<typeof entry>[], newSince?: Date) =>
  tellPast(entries, { reader, t, labels: narrateLabels, ...(newSince === undefined ? {} : { newSince }) });

test("what others did since the visit before is new, what the reader did himself is not", () => {
  const own = { ...devries, side: "school", id: "anouk" } as const;
  const lines = told(
    [entry("2026-04-01T10:00:00Z"), entry("2026-04-03T10:00:00Z"), entry("2026-04-03T11:00:00Z", own)],
    new Date("2026-04-02T00:00:00Z"),
  );
  expect(lines.map(({ isNew }) => isNew)).toEqual([false, true, false]);
});

test("a short story is told whole", () => {
  const lines = told(Array.from({ length: 15 }, () => entry("2026-04-01T10:00:00Z")));
  expect(groupStory(lines)).toEqual({ recent: lines, earlier: [] });
});

test("of a long story the recent part stands open and the rest is told by the month, with nothing lost or new hidden", () => {
  const days = Array.from({ length: 40 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index * 3, 10)).toISOString());
  const lines = told(days.map((at) => entry(at)));
  const { recent, earlier } = groupStory(lines);
  expect(recent).toHaveLength(10);
  expect(earlier.map(({ month }) => month)).toEqual(
    ["2026-04-01", "2026-03-01", "2026-02-01", "2026-01-01"].slice(-earlier.length),
  );
  expect([...recent, ...earlier.flatMap((part) => part.lines)]).toEqual(lines);
  const allNew = told(
    days.map((at) => entry(at)),
    new Date("2026-02-01T00:00:00Z"),
  );
  expect(
    groupStory(allNew)
      .earlier.flatMap((part) => part.lines)
      .some(({ isNew }) => isNew),
  ).toBe(false);
});
