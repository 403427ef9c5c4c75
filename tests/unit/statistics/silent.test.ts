import { expect, test } from "vitest";
import { gathered, type Silence, type SilentLocation } from "@/lib/statistics/silent";

const location = (brin: string, board: string | null, state: Silence): SilentLocation => ({
  locationId: `${brin}-${state}`,
  school: `School ${brin}`,
  brin,
  location: "Vestiging",
  sector: "VO",
  boardNumber: board,
  enrolled: 10,
  state,
  lastMonth: null,
});

const all = [
  location("01AA", "100", "reported"),
  location("02BB", "100", "silent"),
  location("02BB", "100", "quiet"),
  location("03CC", "200", "silent"),
  location("03CC", "200", "silent"),
  location("04DD", null, "closed"),
  location("05EE", "300", "reported"),
];

test("the locations of an institution stand together, and one that reported everywhere is not named", () => {
  const groups = gathered(all, "school");
  expect(groups.map(({ code }) => code)).toEqual(["03CC", "02BB", "04DD"]);
  expect(groups[1]).toEqual({
    code: "02BB",
    schools: ["School 02BB"],
    counts: { all: 2, silent: 1, quiet: 1, closed: 0 },
    enrolled: 20,
  });
});

test("a board counts its locations that reported too, and names each institution once", () => {
  const [most, next, unknown] = gathered(all, "board");
  expect(most).toMatchObject({ code: "200", schools: ["School 03CC"], counts: { all: 2, silent: 2 } });
  expect(next).toMatchObject({ code: "100", schools: ["School 01AA", "School 02BB"], counts: { all: 3, silent: 1 } });
  expect(unknown).toMatchObject({ code: null, counts: { closed: 1 } });
});
