import fc from "fast-check";
import type { WrittenLife } from "@/tests/support/lives";

const seldom = <Value>(...values: readonly Value[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, fc.constantFrom(...values));

const written: fc.Arbitrary<WrittenLife> = fc
  .record({
    born: fc.constantFrom(
      "1998-11-02",
      "2001-04-01",
      "2006-03-14",
      "2008-09-29",
      "2008-10-12",
      "2009-05-05",
      "2016-01-01",
    ),
    first: fc.array(fc.constantFrom("VO 00AH", "MBO 27YU", "SO 02XX", "HO 21PH"), { maxLength: 3 }),
    days: fc.array(
      fc.constantFrom("2022-08-01", "2025-05-01", "2026-07-31", "2026-09-29", "2026-09-30", "2026-10-01", "2026-10-15"),
      {
        minLength: 6,
        maxLength: 6,
      },
    ),
    diploma: fc.constantFrom("", " vmbo", " mbo2", " havo"),
    qualified: seldom("2024-07-01", "2026-09-30", "2026-10-10"),
    exempt: seldom(["15 2026-01-01 2026-10-10"], ["employed 2025-01-01 -"]),
    lives: fc.constantFrom(undefined, ["2000-01-01 -", "2026-10-05 12"], ["2000-01-01 12", "2026-10-05 -"]),
    died: seldom("2026-10-10", "2025-01-01"),
  })
  .map(({ born, first, days, diploma, lives, died, qualified, exempt }) => ({
    born,
    enrolled: first.map((school, index) => {
      const [begin = "", end = ""] = [days[index * 2] ?? "2022-08-01", days[index * 2 + 1] ?? "-"].toSorted();
      return `${school} ${begin} ${end === begin ? "-" : end}${diploma}`;
    }),
    ...(lives === undefined ? {} : { lives }),
    ...(died === undefined ? {} : { died }),
    ...(qualified === undefined ? {} : { qualified }),
    ...(exempt === undefined ? {} : { exempt }),
  }));

/** So many lives around October 2026, always the same; of each enrolment at one school from one day there is one. */
export function randomLives(count: number): readonly WrittenLife[] {
  return fc.sample(written, { numRuns: count, seed: 8 }).map((life) => ({
    ...life,
    enrolled: [...new Map((life.enrolled ?? []).map((text) => [text.split(" ").slice(0, 3).join(" "), text])).values()],
  }));
}
