import { expect, test } from "vitest";
import { type SeriesReport, seriesAround } from "@/lib/reports/series";
import { calendarDate } from "@/lib/shared/calendar-date";

function aReport(id: string, followUpToId: string | null, given: Partial<SeriesReport> = {}): SeriesReport {
  return {
    id,
    followUpToId,
    reference: `V-2026-${id}`,
    type: "sixteen_hours_in_four_weeks",
    firstDay: calendarDate.parse(`2026-09-${id.padStart(2, "0")}`),
    lastDay: null,
    hours: 16,
    arrivalCount: 0,
    status: "registered",
    ...given,
  };
}

const first = aReport("1", null);
const second = aReport("8", "1", { hours: 16.5 });
const third = aReport("15", "8", { hours: 20 });
const alone = aReport("20", null);

test("the reports that follow each other are one series from whichever one looks, with running totals", () => {
  for (const { id } of [first, second, third]) {
    const series = seriesAround(id, [third, alone, first, second]);
    expect(series.map(({ reference, totalHours }) => [reference, totalHours])).toEqual([
      ["V-2026-1", 16],
      ["V-2026-8", 32.5],
      ["V-2026-15", 52.5],
    ]);
  }
});

test("a report that stands alone is no series", () => {
  expect(seriesAround("20", [first, second, alone])).toEqual([]);
});

test("what was withdrawn stays visible and does not count", () => {
  const series = seriesAround("1", [first, { ...second, status: "withdrawn" }, third]);
  expect(series.map(({ totalHours }) => totalHours)).toEqual([16, 16, 36]);
});

test("two that follow the same one belong together, and one that follows an unseen report stands alone", () => {
  expect(seriesAround("8", [first, second, aReport("9", "1")])).toHaveLength(3);
  expect(seriesAround("9", [aReport("9", "unseen")])).toEqual([]);
});

test("times late run on as hours do", () => {
  const late = { type: "late_arrival", hours: 0, arrivalCount: 3 } as const;
  const series = seriesAround("1", [aReport("1", null, late), aReport("8", "1", { ...late, arrivalCount: 6 })]);
  expect(series.map(({ totalArrivals }) => totalArrivals)).toEqual([3, 9]);
});
