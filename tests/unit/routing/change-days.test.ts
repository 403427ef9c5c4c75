import { describe, expect, it } from "vitest";
import { decideRoute } from "@/lib/routing/decide";
import type { RoutingFacts } from "@/lib/routing/facts";
import { change, competence, country, day, livesIn, office, officer, report, reportOf } from "./country";
import { rule, ruleSet, to } from "./office-rules";

type Extra = NonNullable<Parameters<typeof country>[0]>;

/** Who gets a report on a day, in one word: the officer, or the office where it lies in the shared inbox. */
function wentTo(extra: Extra, facts: RoutingFacts): string {
  const route = decideRoute(facts, country(extra));
  if (route.kind === "unroutable") return route.why;
  return route.officer?.name ?? route.office.code;
}

const changesOn = "2026-03-06";
const [before, on, after] = ["2026-03-05", changesOn, "2026-03-07"];

const anna = officer("ENSCHEDE", "Anna");
const bram = officer("ENSCHEDE", "Bram", { openReports: 9 });
const toBram = rule("r", { goesTo: to("Bram") });
const noOffice = { competences: [competence("TAKER", "0014", "compulsory", changesOn)], offices: [office("TAKER")] };

const leave = { firstDay: day(changesOn), lastDay: null, deputyId: "id-Bram" };

describe("the first day decides: the day before, the day itself and the day after", () => {
  it.each<[string, Extra, readonly [string, string, string]]>([
    ["a rule of the office begins", rules({ from: day(on) }), ["Anna", "Bram", "Bram"]],
    ["a rule of the office has its last day", rules({ until: day(on) }), ["Bram", "Bram", "Anna"]],
    ["a version of the rules begins", ruled(ruleSet([toBram], { activeFrom: day(on) })), ["Anna", "Bram", "Bram"]],
    [
      "a later version takes the place of an earlier one",
      ruled(ruleSet([toBram]), ruleSet([], { version: 2, activeFrom: day(on) })),
      ["Bram", "Anna", "Anna"],
    ],
    ["leave begins", team({ leaves: [leave] }), ["Anna", "Bram", "Bram"]],
    [
      "leave has its last day",
      team({ leaves: [{ ...leave, firstDay: day("2026-02-01"), lastDay: day(on) }] }),
      ["Bram", "Bram", "Anna"],
    ],
    ["leave is one day", team({ leaves: [{ ...leave, lastDay: day(on) }] }), ["Anna", "Bram", "Anna"]],
    ["somebody who leaves gets nothing new any more", team({ noNewFrom: day(on) }), ["Anna", "Bram", "Bram"]],
    ["a mandate begins", team({ from: day(on) }), ["Bram", "Anna", "Anna"]],
    ["a mandate has its last day", team({ until: day(on) }), ["Anna", "Anna", "Bram"]],
  ])("on which %s", (_what, extra, expected) => {
    expect([before, on, after].map((filedOn) => wentTo(extra, report({ filedOn: day(filedOn) })))).toEqual(expected);
  });

  it("on which the first competence for a municipality begins", () => {
    const facts = (filedOn: string) => report({ residences: [groningen], filedOn: day(filedOn) });
    expect([before, on, after].map((filedOn) => wentTo(noOffice, facts(filedOn)))).toEqual([
      "no-office",
      "TAKER",
      "TAKER",
    ]);
  });

  it("on which a competence has its last day, and another one follows", () => {
    const old = { ...competence("RBL", "0014", "compulsory"), until: day(on) };
    const next = competence("TAKER", "0014", "compulsory", after);
    const extra = { competences: [old, next], offices: [office("TAKER")] };
    const facts = (filedOn: string) => report({ residences: [groningen], filedOn: day(filedOn) });
    expect([before, on, after].map((filedOn) => wentTo(extra, facts(filedOn)))).toEqual(["RBL", "RBL", "TAKER"]);
    const onlyOld = { competences: [old] };
    expect([on, after].map((filedOn) => wentTo(onlyOld, facts(filedOn)))).toEqual(["RBL", "no-office"]);
  });
});

describe("of two changes on one day there is one answer:", () => {
  it("somebody whose leave begins as his mandate ends is away that day, and gone the next", () => {
    const extra = team({ leaves: [leave], until: day(on) });
    expect([before, on, after].map((filedOn) => wentTo(extra, report({ filedOn: day(filedOn) })))).toEqual([
      "Anna",
      "Bram",
      "Bram",
    ]);
  });

  it("a new version of the rules and the leave of whom it names begin together: his deputy gets it", () => {
    const extra = {
      officers: [
        { ...anna, leaves: [leave], openReports: 9 },
        { ...bram, openReports: 20 },
        officer("ENSCHEDE", "Cora"),
      ],
      ruleSets: [ruleSet([rule("r", { goesTo: to("Anna") })], { activeFrom: day(on) })],
    };
    expect([before, on, after].map((filedOn) => wentTo(extra, report({ filedOn: day(filedOn) })))).toEqual([
      "Cora",
      "Bram",
      "Bram",
    ]);
  });
});

describe("of two changes of place on one day there is one answer, and each stands in the reasons:", () => {
  const old = { ...competence("RBL", "0555", "compulsory") };
  const places = {
    municipalities: [{ code: "0555", name: "Oud" }],
    changes: [change("0555", "0014", changesOn)],
    offices: [office("TAKER"), office("LAST")],
  };
  const days = (extra: Extra, facts: (filedOn: string) => RoutingFacts) =>
    [before, on, after].map((filedOn) => wentTo(extra, facts(filedOn)));
  const inOld = (filedOn: string) => report({ residences: [livesIn("0555")], filedOn: day(filedOn) });

  it("a merger, and the successor's competence goes to another office", () => {
    const taker = { ...competence("TAKER", "0014", "compulsory"), until: day(before) };
    const extra = { ...places, competences: [old, taker, competence("LAST", "0014", "compulsory", on)] };
    expect(days(extra, inOld)).toEqual(["RBL", "LAST", "LAST"]);
    const { because, tried } = decideRoute(inOld(on), country(extra));
    expect(because).toEqual(expect.arrayContaining(["lives-there", "municipality-merged"]));
    expect(tried.find(({ rule }) => rule === "competent-office")?.found).toEqual(["LAST"]);
  });

  it("a student moves out of a municipality on the day on which it merges", () => {
    const extra = { ...places, competences: [old, competence("TAKER", "0014", "compulsory")] };
    const moved = [livesIn("0555"), livesIn("0153", { from: day(on) })];
    const filed = (firstDay: string) => report({ residences: moved, firstDay: day(firstDay), filedOn: day(after) });
    expect([before, on, after].map((firstDay) => wentTo(extra, filed(firstDay)))).toEqual([
      "TAKER",
      "ENSCHEDE",
      "ENSCHEDE",
    ]);
    expect(decideRoute(filed(before), country(extra)).because).toContain("municipality-merged");
    expect(decideRoute(filed(on), country(extra)).because).not.toContain("municipality-merged");
  });

  it("a student turns 18 on the day on which the municipality merges", () => {
    const extra = {
      ...places,
      competences: [
        ...[old, competence("RBL", "0555", "qualification"), competence("R12", "0555", "over_18")],
        ...[competence("TAKER", "0014", "qualification"), competence("LAST", "0014", "over_18")],
      ],
    };
    const absent = (firstDay: string, filedOn: string) =>
      reportOf("2008-03-06", { residences: [livesIn("0555")], firstDay: day(firstDay), filedOn: day(filedOn) });
    expect(wentTo(extra, absent(before, before))).toBe("RBL");
    expect(wentTo(extra, absent(before, on))).toBe("TAKER");
    expect([on, after].map((filedOn) => wentTo(extra, absent(on, filedOn)))).toEqual(["LAST", "LAST"]);
    const { because, regime } = decideRoute(absent(on, on), country(extra));
    expect([regime, because.includes("municipality-merged")]).toEqual(["over_18", true]);
  });
});

const groningen = { from: day("2015-01-01"), kind: "resident" as const, municipalityCode: "0014", postcode: null };

function team(traits: Parameters<typeof officer>[2]): Extra {
  return { officers: [{ ...anna, ...traits }, bram], ruleSets: [ruleSet([rule("a", { goesTo: to("Anna") })])] };
}

function rules(period: Parameters<typeof rule>[1]): Extra {
  return ruled(ruleSet([{ ...toBram, ...period }]));
}

function ruled(...ruleSets: ReturnType<typeof ruleSet>[]): Extra {
  return { officers: [anna, bram], ruleSets };
}
