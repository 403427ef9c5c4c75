import { describe, expect, test } from "vitest";
import { netLife } from "@/lib/deliveries/netting";
import { calendarDate } from "@/lib/shared/calendar-date";
import { lifeOf, type WrittenLife } from "@/tests/support/lives";

const october = ["2026-10-01", "2026-10-31"] as const;
const september = ["2026-09-01", "2026-09-30"] as const;
const august = ["2026-08-01", "2026-08-31"] as const;
const november = ["2026-11-01", "2026-11-30"] as const;

interface Case {
  readonly of: string;
  readonly life: WrittenLife;
  readonly in: readonly [from: string, until: string];
  /** What the delivery before said; the register decides when left out. */
  readonly wasDelivered?: boolean;
  /** The class and, after a colon, the reason; null: not in the delivery. */
  readonly gives: string | null;
}

function netted({ life, in: [from, until], wasDelivered }: Case, regionNumber = 12) {
  return netLife(lifeOf(life), {
    regionNumber,
    period: { from: calendarDate.parse(from), until: calendarDate.parse(until) },
    deliveredOpen: wasDelivered ?? null,
  });
}

const told = (one: ReturnType<typeof netted>) =>
  one === null ? null : one.reason === "none" ? one.class : `${one.class}:${one.reason}`;

const adult = "2006-03-14";
const sixteen = "2010-02-01";
const roc = (last: string) => `MBO 27YU 2024-08-01 ${last}`;

const leaving: readonly Case[] = [
  { of: "left at 20", life: { born: adult, enrolled: [roc("2026-10-09")] }, in: october, gives: "new:left" },
  {
    of: "left on the last day of September: out from 1 October",
    life: { born: adult, enrolled: [roc("2026-09-30")] },
    in: october,
    gives: "new:left",
  },
  {
    of: "left on the last day of September: still enrolled in September",
    life: { born: adult, enrolled: [roc("2026-09-30")] },
    in: september,
    gives: null,
  },
  {
    of: "left on the last day of October: belongs to November",
    life: { born: adult, enrolled: [roc("2026-10-31")] },
    in: october,
    gives: null,
  },
  {
    of: "left on the last day of October, in November",
    life: { born: adult, enrolled: [roc("2026-10-31")] },
    in: november,
    gives: "new:left",
  },
  {
    of: "left in summer without a diploma: of that month",
    life: { born: adult, enrolled: [roc("2026-07-31")] },
    in: august,
    gives: "new:left",
  },
  {
    of: "left in September, still away",
    life: { born: adult, enrolled: [roc("2026-09-10")] },
    in: october,
    gives: "still-open",
  },
  {
    of: "left years ago at 19",
    life: { born: adult, enrolled: ["MBO 27YU 2022-08-01 2025-05-01"] },
    in: october,
    gives: "still-open",
  },
  {
    of: "left special education at 18",
    life: { born: "2008-04-01", enrolled: ["SO 02XX 2020-08-01 2026-10-05"] },
    in: october,
    gives: "new:left",
  },
  {
    of: "left with mbo 1 and no work",
    life: { born: adult, enrolled: [`${roc("2026-02-01")} mbo1`] },
    in: ["2026-02-01", "2026-02-28"],
    gives: "new:left",
  },
  {
    of: "left with vmbo in winter: no waiting",
    life: { born: adult, enrolled: ["VO 00AH 2020-08-01 2026-01-20 vmbo"] },
    in: ["2026-01-01", "2026-01-31"],
    gives: "new:left",
  },
  {
    of: "left at 17 with a certificate of practical education",
    life: { born: "2009-01-10", enrolled: ["VO 00AH 2021-08-01 2026-10-02 pro_certificate"] },
    in: october,
    gives: "new:left",
  },
  { of: "was never enrolled", life: { born: adult }, in: october, gives: null },
  {
    of: "enrolled and left again within the month",
    life: { born: adult, enrolled: [roc("2025-01-10"), "MBO 25LH 2026-10-05 2026-10-20"] },
    in: october,
    gives: "still-open",
  },
  {
    of: "first enrolment ever, left within the month",
    life: { born: adult, enrolled: ["MBO 25LH 2026-10-05 2026-10-20"] },
    in: october,
    gives: "new:left",
  },
  {
    of: "left higher education without a basic qualification",
    life: { born: adult, enrolled: ["HO 21PH 2025-09-01 2026-10-12"] },
    in: october,
    gives: "new:left",
  },
];

const youth: readonly Case[] = [
  {
    of: "left at 16: absolute absence, no leaver",
    life: { born: sixteen, enrolled: ["VO 00AH 2022-08-01 2026-10-09"] },
    in: october,
    gives: "absolute-absence",
  },
  {
    of: "left at 17: absolute absence",
    life: { born: "2009-05-05", enrolled: ["VO 00AH 2021-08-01 2026-10-09"] },
    in: october,
    gives: "absolute-absence",
  },
  {
    of: "away since the year he was 17, turned 18 in October",
    life: { born: "2008-10-12", enrolled: ["VO 00AH 2020-08-01 2026-05-01"] },
    in: october,
    gives: "new:duty-ended",
  },
  {
    of: "left on the day before turning 18",
    life: { born: "2008-10-12", enrolled: ["VO 00AH 2020-08-01 2026-10-11"] },
    in: october,
    gives: "new:left",
  },
  {
    of: "left at 17 and turned 18 within the month",
    life: { born: "2008-10-30", enrolled: ["VO 00AH 2020-08-01 2026-10-02"] },
    in: october,
    gives: "new:left",
  },
  {
    of: "born on 29 February, 18 on 1 March",
    life: { born: "2008-02-29", enrolled: ["VO 00AH 2020-08-01 2026-02-10"] },
    in: ["2026-02-01", "2026-02-28"],
    gives: "absolute-absence",
  },
  {
    of: "the same in March",
    life: { born: "2008-02-29", enrolled: ["VO 00AH 2020-08-01 2026-02-10"] },
    in: ["2026-03-01", "2026-03-31"],
    gives: "new:duty-ended",
  },
  {
    of: "a child of four leaves school",
    life: { born: "2022-03-01", enrolled: ["PO 03AA 2026-08-01 2026-10-09"] },
    in: october,
    gives: null,
  },
  {
    of: "a child of ten leaves school",
    life: { born: "2016-03-01", enrolled: ["PO 03AA 2020-08-01 2026-10-09"] },
    in: october,
    gives: "absolute-absence",
  },
];

const switching: readonly Case[] = [
  {
    of: "another location of the same institution, the next day",
    life: { born: adult, enrolled: [roc("2026-10-09"), "MBO 27YU 2026-10-10 -"] },
    in: october,
    gives: "transfer-programme:enrolled",
  },
  {
    of: "another institution after two weeks",
    life: { born: adult, enrolled: [roc("2026-10-09"), "MBO 25LH 2026-10-26 -"] },
    in: october,
    gives: "transfer-institution:enrolled",
  },
  {
    of: "from vmbo to mbo in summer",
    life: { born: "2009-03-01", enrolled: ["VO 00AH 2021-08-01 2026-07-31 vmbo", "MBO 27YU 2026-08-01 -"] },
    in: august,
    gives: "transfer-sector:enrolled",
  },
  {
    of: "the same institution code in another sector",
    life: { born: adult, enrolled: ["VO 27YU 2020-08-01 2026-10-09", "MBO 27YU 2026-10-10 -"] },
    in: october,
    gives: "transfer-sector:enrolled",
  },
  {
    of: "from mbo to higher education",
    life: { born: adult, enrolled: [roc("2026-08-31"), "HO 21PH 2026-09-01 -"] },
    in: september,
    gives: "transfer-sector:enrolled",
  },
  {
    of: "to education that is not funded",
    life: { born: adult, enrolled: [roc("2026-10-09"), "OTHER none 2026-10-15 -"] },
    in: october,
    gives: "transfer-sector:enrolled",
  },
  {
    of: "from special education to mbo",
    life: { born: "2009-03-01", enrolled: ["SO 02XX 2020-08-01 2026-10-09", "MBO 27YU 2026-10-12 -"] },
    in: october,
    gives: "transfer-sector:enrolled",
  },
  {
    of: "two enrolments, of which one ends",
    life: { born: adult, enrolled: [roc("-"), "MBO 25LH 2025-08-01 2026-10-09"] },
    in: october,
    gives: null,
  },
  {
    of: "a second enrolment beside the first",
    life: { born: adult, enrolled: [roc("-"), "MBO 25LH 2026-10-09 -"] },
    in: october,
    gives: null,
  },
  {
    of: "both schools on the day of the change",
    life: { born: adult, enrolled: [roc("2026-10-10"), "MBO 25LH 2026-10-10 -"] },
    in: october,
    gives: "transfer-institution:enrolled",
  },
  { of: "a first enrolment", life: { born: adult, enrolled: ["MBO 27YU 2026-10-10 -"] }, in: october, gives: null },
  { of: "nothing happens", life: { born: adult, enrolled: [roc("-")] }, in: october, gives: null },
  {
    of: "at three schools in one month",
    life: { born: adult, enrolled: [roc("2026-10-04"), "MBO 25LH 2026-10-05 2026-10-15", "MBO 24ZZ 2026-10-16 -"] },
    in: october,
    gives: "transfer-institution:enrolled",
  },
];

const graduating: readonly Case[] = [
  {
    of: "graduate of the summer waits in August",
    life: { born: "2008-03-01", enrolled: ["VO 00AH 2020-08-01 2026-07-31 vmbo"] },
    in: august,
    gives: "graduated-waiting",
  },
  {
    of: "and in September",
    life: { born: "2008-03-01", enrolled: ["VO 00AH 2020-08-01 2026-07-31 vmbo"] },
    in: september,
    gives: "graduated-waiting",
  },
  {
    of: "and is a leaver in October",
    life: { born: "2008-03-01", enrolled: ["VO 00AH 2020-08-01 2026-07-31 vmbo"] },
    in: october,
    gives: "new:no-enrolment-after-diploma",
  },
  {
    of: "a graduate of 16 waits too",
    life: { born: sixteen, enrolled: ["VO 00AH 2022-08-01 2026-07-31 vmbo"] },
    in: august,
    gives: "graduated-waiting",
  },
  {
    of: "a graduate of 16 who waits in vain is no leaver",
    life: { born: sixteen, enrolled: ["VO 00AH 2022-08-01 2026-07-31 vmbo"] },
    in: october,
    gives: null,
  },
  {
    of: "waited and went to mbo",
    life: { born: "2008-03-01", enrolled: ["VO 00AH 2020-08-01 2026-07-31 vmbo", "MBO 27YU 2026-09-01 -"] },
    in: september,
    gives: "transfer-sector:enrolled",
  },
  {
    of: "left with havo",
    life: { born: "2008-03-01", enrolled: ["VO 00AH 2020-08-01 2026-07-31 havo"] },
    in: august,
    gives: "qualified",
  },
  {
    of: "left with mbo 2",
    life: { born: adult, enrolled: [`${roc("2026-10-09")} mbo2`] },
    in: october,
    gives: "qualified",
  },
  {
    of: "left, qualified before",
    life: { born: adult, enrolled: [roc("2026-10-09")], qualified: "2025-07-10" },
    in: october,
    gives: "qualified",
  },
];

const returning: readonly Case[] = [
  {
    of: "back at the same school",
    life: { born: adult, enrolled: ["MBO 27YU 2022-08-01 2026-05-01", "MBO 27YU 2026-10-12 -"] },
    in: october,
    gives: "back:enrolled",
  },
  {
    of: "back at higher education",
    life: { born: adult, enrolled: ["MBO 27YU 2022-08-01 2026-05-01", "HO 21PH 2026-10-12 -"] },
    in: october,
    gives: "back:enrolled",
  },
  {
    of: "late basic qualification",
    life: { born: adult, enrolled: ["MBO 27YU 2022-08-01 2026-05-01"], qualified: "2026-10-20" },
    in: october,
    gives: "late-qualified",
  },
  {
    of: "died",
    life: { born: adult, enrolled: ["MBO 27YU 2022-08-01 2026-05-01"], died: "2026-10-20" },
    in: october,
    gives: "deceased",
  },
  {
    of: "died while enrolled",
    life: { born: adult, enrolled: [roc("-")], died: "2026-10-20" },
    in: october,
    gives: "deceased",
  },
  {
    of: "was exempted",
    life: { born: adult, enrolled: ["MBO 27YU 2022-08-01 2026-05-01"], exempt: ["5a 2026-10-05 -"] },
    in: october,
    gives: "exempt",
  },
  {
    of: "the exemption ended",
    life: { born: adult, enrolled: ["MBO 27YU 2022-08-01 2026-05-01"], exempt: ["5a 2026-05-02 2026-10-05"] },
    in: october,
    gives: "new:exemption-ended",
  },
  {
    of: "left for substitute education at 15",
    life: {
      born: "2011-03-01",
      enrolled: ["VO 00AH 2023-08-01 2026-10-09"],
      exempt: ["substitute 2026-10-10 -"],
    },
    in: october,
    gives: "exempt",
  },
  {
    of: "works beside mbo 1",
    life: {
      born: adult,
      enrolled: ["MBO 27YU 2022-08-01 2026-02-01 mbo1"],
      exempt: ["employed 2026-10-05 -"],
    },
    in: october,
    gives: "certificate-with-work",
  },
  {
    of: "left practical education for work",
    life: {
      born: "2008-01-10",
      enrolled: ["VO 00AH 2020-08-01 2026-10-09 pro_certificate"],
      exempt: ["employed 2026-10-10 -"],
    },
    in: october,
    gives: "certificate-with-work",
  },
  {
    of: "the work ended",
    life: {
      born: adult,
      enrolled: ["MBO 27YU 2022-08-01 2026-02-01 mbo1"],
      exempt: ["employed 2026-02-02 2026-10-05"],
    },
    in: october,
    gives: "new:work-ended",
  },
  {
    of: "turned 27",
    life: { born: "1999-10-10", enrolled: ["MBO 27YU 2016-08-01 2018-05-01"] },
    in: october,
    gives: "over-age",
  },
  {
    of: "turned 23 before 2026",
    life: { born: "2002-11-10", enrolled: ["MBO 27YU 2018-08-01 2020-05-01"] },
    in: ["2025-11-01", "2025-11-30"],
    gives: "over-age",
  },
  {
    of: "turned 23 in 2026",
    life: { born: "2003-11-10", enrolled: ["MBO 27YU 2019-08-01 2021-05-01"] },
    in: november,
    gives: "still-open",
  },
  {
    of: "23 to 26 when the limit went up",
    life: { born: "2001-04-01", enrolled: ["MBO 27YU 2017-08-01 2019-05-01"] },
    in: ["2026-01-01", "2026-01-31"],
    gives: "new:age-limit-raised",
  },
  {
    of: "27 when the limit went up",
    life: { born: "1998-12-31", enrolled: ["MBO 27YU 2016-08-01 2018-05-01"] },
    in: ["2026-01-01", "2026-01-31"],
    gives: null,
  },
];

const away: WrittenLife = { born: adult, enrolled: ["MBO 27YU 2022-08-01 2026-05-01"] };

const moving: readonly Case[] = [
  {
    of: "moved to another region",
    life: { ...away, lives: [`${adult} 12`, "2026-10-15 21"] },
    in: october,
    gives: "moved:moved-to-region",
  },
  { of: "emigrated", life: { ...away, lives: [`${adult} 12`, "2026-10-15 -"] }, in: october, gives: "moved:emigrated" },
  { of: "moved in", life: { ...away, lives: [`${adult} 21`, "2026-10-15 12"] }, in: october, gives: "new:moved-in" },
  {
    of: "moved within the region",
    life: { ...away, lives: [`${adult} 12`, "2026-10-15 12"] },
    in: october,
    gives: "still-open",
  },
  {
    of: "left school and moved in, in one month: new in the new region",
    life: { born: adult, enrolled: [roc("2026-10-09")], lives: [`${adult} 21`, "2026-10-15 12"] },
    in: october,
    gives: "new:left",
  },
  {
    of: "left school and moved out, in one month: moved for the old region",
    life: { born: adult, enrolled: [roc("2026-10-09")], lives: [`${adult} 12`, "2026-10-15 21"] },
    in: october,
    gives: "moved:moved-to-region",
  },
  {
    of: "moved out, enrolled all the time",
    life: { born: adult, enrolled: [roc("-")], lives: [`${adult} 12`, "2026-10-15 21"] },
    in: october,
    gives: null,
  },
  {
    of: "moved out and back at school",
    life: {
      born: adult,
      enrolled: ["MBO 27YU 2022-08-01 2026-05-01", "MBO 25LH 2026-10-12 -"],
      lives: [`${adult} 12`, "2026-10-15 21"],
    },
    in: october,
    gives: "back:enrolled",
  },
  {
    of: "died after moving out",
    life: { ...away, died: "2026-10-20", lives: [`${adult} 12`, "2026-10-15 21"] },
    in: october,
    gives: "deceased",
  },
  { of: "lives elsewhere", life: { ...away, lives: [`${adult} 21`] }, in: october, gives: null },
  { of: "has no known residence", life: { ...away, lives: [] }, in: october, gives: null },
];

const corrected: readonly Case[] = [
  {
    of: "was delivered, turns out to have been enrolled all the time",
    life: { born: adult, enrolled: [roc("-")] },
    in: october,
    wasDelivered: true,
    gives: "corrected:register-late",
  },
  {
    of: "was not delivered, turns out to be away for two years",
    life: { born: adult, enrolled: ["MBO 27YU 2022-08-01 2024-06-01"] },
    in: october,
    wasDelivered: false,
    gives: "new:register-late",
  },
  {
    of: "was delivered and is still away",
    life: away,
    in: october,
    wasDelivered: true,
    gives: "still-open",
  },
  {
    of: "was delivered, and never lived in this region",
    life: { ...away, lives: [`${adult} 21`] },
    in: october,
    wasDelivered: true,
    gives: "moved:moved-to-region",
  },
  {
    of: "was delivered, and was 17 by the birth date that is right",
    life: { born: "2009-05-05", enrolled: ["VO 00AH 2021-08-01 2026-05-01"] },
    in: october,
    wasDelivered: true,
    gives: "absolute-absence",
  },
  {
    of: "was delivered, and the only enrolment was taken out of the register",
    life: { born: adult },
    in: october,
    wasDelivered: true,
    gives: "corrected",
  },
];

const groups = { leaving, youth, switching, graduating, returning, moving, corrected };
const all = Object.values(groups).flat();

test("the table holds at least sixty lives", () => {
  expect(all.length).toBeGreaterThanOrEqual(60);
});

describe.each(Object.entries(groups))("%s", (_, cases) => {
  test.each(cases)("$of", (one) => {
    expect(told(netted(one))).toBe(one.gives);
  });
});

test("the evidence names the enrolment that ended, the one that began, and since when", () => {
  const one = netted({
    of: "",
    life: { born: adult, enrolled: ["MBO 27YU 2022-08-01 2026-05-01", "MBO 25LH 2026-10-12 -"] },
    in: october,
    gives: null,
  });
  expect(one).toMatchObject({
    last: { brin: "27YU", lastDay: "2026-05-01" },
    next: { brin: "25LH", firstDay: "2026-10-12" },
    since: "2026-10-12",
    wasOpen: true,
    isOpen: false,
    isCorrection: false,
  });
});

test("an early leaver is one since the day after the last enrolment, or since turning eighteen", () => {
  const since = (life: WrittenLife) => netted({ of: "", life, in: october, gives: null })?.since;
  expect(since(away)).toBe("2026-05-02");
  expect(since({ born: "2008-10-12", enrolled: ["VO 00AH 2020-08-01 2026-05-01"] })).toBe("2026-10-12");
  expect(since({ born: "2001-04-01", enrolled: ["MBO 27YU 2017-08-01 2019-05-01"] })).toBe("2026-01-01");
});
