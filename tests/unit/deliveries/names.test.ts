import { expect, test } from "vitest";
import { deliveryAddress } from "@/lib/deliveries/address";
import { balanceLines, countsOf } from "@/lib/deliveries/balance";
import { cellText } from "@/lib/deliveries/cells";
import { columnsOf } from "@/lib/deliveries/columns";
import { datasetCodes, lastPeriod } from "@/lib/deliveries/datasets";
import { markInput, snapshotInput } from "@/lib/deliveries/inputs";
import { deliveryTitle, fileAlias, fileTitle, type Named, periodTitle } from "@/lib/deliveries/names";
import { regionsByCode } from "@/lib/deliveries/region-codes";
import { calendarDate } from "@/lib/shared/calendar-date";

const day = (text: string) => calendarDate.parse(text);
const october = { from: day("2026-10-01"), until: day("2026-10-31") };

const named: Named = {
  dataset: "monthly-balance",
  regionNumber: 21,
  regionName: "Agglomeratie Amsterdam",
  period: october,
  version: 1,
  ages: null,
};

test("a file is called what it is, and has a second name for scripts", () => {
  expect(fileTitle(named)).toBe("Uitval en terugkeer – regio 21 Agglomeratie Amsterdam – oktober 2026");
  expect(fileAlias(named)).toBe("uitval-en-terugkeer_regio-21_2026-10_v1");
  expect(fileTitle({ ...named, version: 2 })).toMatch(/ – versie 2$/);
  const week = { from: day("2026-12-28"), until: day("2027-01-03") };
  expect(fileTitle({ ...named, dataset: "weekly-changes", period: week })).toContain("week 53 van 2026");
  expect(fileAlias({ ...named, dataset: "weekly-changes", period: week })).toContain("_2026-w53_");
});

test("snapshots of one day have other names when they are of other ages", () => {
  const snapshot: Named = {
    ...named,
    dataset: "snapshot",
    period: { from: day("2026-10-01"), until: day("2026-10-01") },
  };
  expect(fileTitle({ ...snapshot, ages: [12, 26] })).toBe(
    "Momentopname, 12 tot en met 26 jaar – regio 21 Agglomeratie Amsterdam – 1 oktober 2026",
  );
  expect(fileTitle({ ...snapshot, ages: [17, 17] })).toContain("Momentopname, 17 jaar –");
  expect(deliveryTitle({ ...snapshot, ages: [12, 26] }, "en")).toContain("Snapshot, 12 up to and including 26 years");
});

test("on a page a delivery is called in the language of its reader", () => {
  expect(deliveryTitle(named, "en")).toBe("Leaving and returning – region 21 Agglomeratie Amsterdam – October 2026");
  const week = { from: day("2026-12-28"), until: day("2027-01-03") };
  expect(periodTitle("weekly-changes", week, "en")).toBe("week 53 of 2026");
});

test("a name of a region leads no file system and no reader astray", () => {
  const title = fileTitle({ ...named, regionName: "../Haaglanden/\u202EWestland\u0000: <x>" });
  for (const sign of ["/", "\\", ":", "<", ">", "\u202E", "\u0000", ".."]) expect(title).not.toContain(sign);
});

test.each([
  ["2026-11-02", "weekly-changes", "2026-10-26", "2026-11-01"],
  ["2026-11-02", "monthly-balance", "2026-10-01", "2026-10-31"],
  ["2026-01-01", "monthly-balance", "2025-12-01", "2025-12-31"],
  ["2028-03-01", "monthly-balance", "2028-02-01", "2028-02-29"],
  ["2026-10-07", "start-set", "2025-10-01", "2025-10-01"],
  ["2026-10-08", "start-set", "2026-10-01", "2026-10-01"],
  ["2026-06-01", "late-qualifications", "2025-10-02", "2025-12-31"],
] as const)("on %s the last %s is of %s to %s", (today, dataset, from, until) => {
  expect(lastPeriod(dataset, day(today))).toEqual({ from, until });
});

test("a period that is not over is never the last one", () => {
  for (const dataset of datasetCodes) {
    const period = lastPeriod(dataset, day("2026-11-01"));
    expect(period === null || period.until < "2026-11-01").toBe(true);
  }
});

test("the balance is a sum that one can check", () => {
  const counts = countsOf("monthly-balance", [
    { class: "new", wasOpen: false, isOpen: true, count: 5 },
    { class: "still-open", wasOpen: true, isOpen: true, count: 20 },
    { class: "back", wasOpen: true, isOpen: false, count: 3 },
    { class: "moved", wasOpen: true, isOpen: false, count: 1 },
    { class: "transfer-sector", wasOpen: false, isOpen: false, count: 8 },
  ]);
  const lines = balanceLines("monthly-balance", counts);
  const sum = lines.slice(0, -1).reduce((total, { count }) => total + count, 0);
  expect(lines.map(({ count }) => count)).toEqual([24, 5, -3, -1, 25]);
  expect(sum).toBe(lines.at(-1)?.count);
});

test.each(["weekly-changes", "late-qualifications"] as const)(
  "%s tells only of what changed, and does not add that up to a balance",
  (dataset) => {
    const counts = countsOf(dataset, [{ class: "late-qualified", wasOpen: true, isOpen: false, count: 13 }]);
    expect(counts).toMatchObject({ opening: null, closing: null, gone: { "late-qualified": 13 } });
    const lines = balanceLines(dataset, counts);
    expect(lines.every(({ class: name }) => name !== null)).toBe(true);
    expect(lines).toContainEqual(expect.objectContaining({ class: "late-qualified", count: -13 }));
  },
);

test("a municipality that merged lies in the region of the one that took over, also in a circle", () => {
  const regions = regionsByCode(
    [
      { code: "0001", name: "Oud", regionNumber: null },
      { code: "0002", name: "Nieuw", regionNumber: 12 },
    ],
    [
      { oldCode: "0001", newCode: "0002" },
      { oldCode: "0008", newCode: "0009" },
      { oldCode: "0009", newCode: "0008" },
    ],
  );
  expect([...regions]).toEqual([
    ["0002", 12],
    ["0001", 12],
  ]);
});

test("signs that no cell holds are left out of it", () => {
  expect(cellText("a\u0000b\tc\r\nd\uD800")).toBe("ab c d");
});

test("a snapshot offers only columns that can say something", () => {
  const offered = columnsOf("snapshot", []);
  for (const name of ["absent_since", "limit_on", "report", "reason", "corrections"]) {
    expect(offered).not.toContain(name);
  }
  for (const name of ["number", "last_name", "standing", "mark"]) expect(offered).toContain(name);
});

test.each(["1e1", "0x10", "12.5", "-12", "+12", "1 2", "٢٠", "3", "31", "012", ""])(
  "%o is no age of a snapshot, and the field says which ages there are",
  (ageFrom) => {
    const parsed = snapshotInput.safeParse({ day: "1-10-2026", ageFrom, ageUntil: "26", purpose: "Jaarplan" });
    expect(parsed.error?.issues).toMatchObject([{ path: ["ageFrom"], message: "number-invalid" }]);
  },
);

test("ages in plain digits are taken, with a space that came along", () => {
  const parsed = snapshotInput.parse({ day: "1-10-2026", ageFrom: "4 ", ageUntil: "30", purpose: "Jaarplan" });
  expect(parsed).toMatchObject({ ageFrom: 4, ageUntil: 30 });
});

test("whoever notes something comes back to where he was in the list", () => {
  const [id, student] = ["01a213cc-76fb-73af-9cb7-f73b19254ff0", "01a213cc-76fb-73af-9cb7-f8e967648976"];
  const given = { id, student, mark: "approached" };
  const { only, after } = markInput.parse({ ...given, only: "new", after: student });
  expect(deliveryAddress(id, { only, after }, "vastgelegd")).toBe(
    `/beveiligd/leveringen/${id}?soort=new&na=${student}&klaar=vastgelegd`,
  );
  expect(markInput.safeParse({ ...given, only: "https://elsewhere.example" }).success).toBe(false);
});
