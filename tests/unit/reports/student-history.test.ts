import { describe, expect, test } from "vitest";
import { type HistoryReport, historyOf } from "@/lib/reports/student-history";
import { type CalendarDate, calendarDate } from "@/lib/shared/calendar-date";

const day = (text: string): CalendarDate => calendarDate.parse(text);
const today = day("2026-04-23");

function report(given: Partial<HistoryReport> & { readonly from: string; readonly until?: string }): HistoryReport {
  const { from, until, ...rest } = given;
  return {
    firstDay: day(from),
    lastDay: until === undefined ? null : day(until),
    days: [],
    arrivals: [],
    isWithdrawn: false,
    ...rest,
  };
}

describe("the calendar of one student's reports", () => {
  test("counts no hour of a report that was withdrawn", () => {
    const withdrawn = { from: "2026-03-02", isWithdrawn: true, days: [{ day: day("2026-03-02"), hours: 5 }] };
    expect(historyOf([report(withdrawn)], today)).toEqual([]);
  });

  test("counts a day that two reports name once, for the most that was said of it", () => {
    const hours = (count: number) => [{ day: day("2026-03-02"), hours: count }];
    const [year] = historyOf(
      [report({ from: "2026-03-02", days: hours(2) }), report({ from: "2026-03-02", days: hours(5.5) })],
      today,
    );
    expect(year).toMatchObject({ reportCount: 2, hours: 5.5, absentDays: 1 });
  });

  test("takes each working day of an absence without hours, until today while nobody came back", () => {
    const [year] = historyOf([report({ from: "2026-04-16" })], today);
    // Thursday the 16th up to Thursday the 23rd, without a weekend.
    expect(year).toMatchObject({ hours: 0, absentDays: 6 });
    const [ended] = historyOf([report({ from: "2026-04-16", until: "2026-04-17" })], today);
    expect(ended?.absentDays).toBe(2);
  });

  test("adds late arrivals of a day, and does not take them for absence", () => {
    const arrivals = [
      { day: day("2026-04-20"), minutes: 20 },
      { day: day("2026-04-20"), minutes: 15 },
    ];
    const [year] = historyOf([report({ from: "2026-04-20", until: "2026-04-20", arrivals })], today);
    expect(year).toMatchObject({ absentDays: 0, arrivalCount: 2 });
    expect(year?.months[0]?.days[19]).toMatchObject({ day: "2026-04-20", minutes: 35, isAbsent: false });
  });

  test("divides an absence over a summer between two school years, the latest first, and shows whole months", () => {
    const years = historyOf([report({ from: "2025-06-25", until: "2025-09-02" })], today);
    expect(years.map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([
      ["2025-08-01", "2026-07-31"],
      ["2024-08-01", "2025-07-31"],
    ]);
    expect(years[0]?.months.map(({ firstDay, days }) => [firstDay, days.length])).toEqual([
      ["2025-08-01", 31],
      ["2025-09-01", 30],
    ]);
    expect(years.map(({ reportCount }) => reportCount)).toEqual([0, 1]);
  });
});
