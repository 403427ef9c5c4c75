import fc from "fast-check";
import type { RoutingFacts } from "@/lib/routing/facts";
import type { Conditions, OfficeRule } from "@/lib/routing/office-rules/rule-set";
import { addDays, type CalendarDate } from "@/lib/shared/calendar-date";
import { area, change, country, day, livesIn, officer, reportOf } from "./country";
import { ruleSet } from "./office-rules";

/** Ids as the database makes them: a rule with others is not read. */
function idOf(name: string): string {
  return `00000000-0000-4000-8000-${Buffer.from(name.padEnd(6).slice(-6)).toString("hex")}`;
}

const [here, elsewhere] = [idOf("here"), idOf("away")];
const names = ["Anna", "Bram", "Cora", "Dirk", "Els"];
export const memberIds: ReadonlySet<string> = new Set(names.map(idOf));
const postcodes = ["7511AA", "7511AB", "7522AA", "2311AA", "9999AA"];
export const types = ["other_absence", "late_arrival", "holiday_truancy"];

const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });
const dayIn = (days: number) => fc.integer({ min: 0, max: days }).map((count) => addDays(day("2026-02-01"), count));
const dayOrNull = fc.option(dayIn(60), { nil: null });
const listOf = (...values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
const range = (...values: string[]) => fc.record({ from: fc.constantFrom(...values), to: fc.constantFrom(...values) });

const conditions: fc.Arbitrary<Conditions> = fc
  .record({
    locations: some(listOf(here, elsewhere)),
    schools: some(listOf(here, elsewhere)),
    postcodes: some(fc.array(range("1000", "2311", "7511", "7522", "9999"), { minLength: 1, maxLength: 2 })),
    regimes: some(
      fc.uniqueArray(fc.constantFrom("compulsory" as const, "qualification" as const, "over_18" as const), {
        minLength: 1,
      }),
    ),
    age: some(fc.record({ from: fc.integer({ min: 4, max: 20 }), to: fc.integer({ min: 4, max: 30 }) })),
    types: some(listOf(...types)),
    urgent: some(fc.boolean()),
    surname: some(range("A", "BO", "K", "KO", "Z")),
    levels: some(listOf("2", "3")),
  })
  .map(withoutNothing);

/** As the schema reads it: what is not there has no key. */
function withoutNothing(when: { readonly [Name in keyof Conditions]: Conditions[Name] | undefined }): Conditions {
  return Object.fromEntries(Object.entries(when).filter(([, value]) => value !== undefined));
}

const goesTo: fc.Arbitrary<OfficeRule["goesTo"]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ kind: "shared-inbox" as const }) },
  {
    weight: 4,
    arbitrary: fc
      .uniqueArray(fc.constantFrom(...names, "Gone"), { minLength: 1, maxLength: 3 })
      .map((named) => ({ kind: "officers" as const, officerIds: named.map(idOf) })),
  },
);

export const rules: fc.Arbitrary<readonly OfficeRule[]> = fc
  .array(fc.record({ from: dayOrNull, until: dayOrNull, when: conditions, goesTo }), { maxLength: 12 })
  .map((list) => list.map((traits, at) => ({ ...traits, id: idOf(`rule${at}`), name: `Regel ${at}` })));

const leave = fc
  .record({
    firstDay: dayIn(60),
    days: fc.option(fc.nat(20), { nil: null }),
    deputy: fc.option(fc.constantFrom(...names)),
  })
  .map(({ firstDay, days, deputy }) => ({
    firstDay,
    lastDay: days === null ? null : addDays(firstDay, days),
    deputyId: deputy === null ? null : idOf(deputy),
  }));

const traits = fc.record({
  role: fc.constantFrom("officer", "officer", "coordinator"),
  protectedCases: fc.boolean(),
  openReports: fc.nat(6),
  locationIds: fc.constantFrom<string[]>([], [], [here]),
  until: dayOrNull,
  workDays: fc.constantFrom<number[]>([], [1, 2], [5]),
  caseCap: fc.option(fc.nat(6), { nil: null }),
  noNewFrom: fc.option(dayIn(60), { nil: null, freq: 2 }),
  leaves: fc.array(leave, { maxLength: 2 }),
  lastGivenAt: fc.constantFrom(null, "2026-01-05T09:00:00", "2026-01-06T09:00:00"),
});

export const officers = fc
  .array(fc.tuple(fc.constantFrom("ENSCHEDE", "ENSCHEDE", "R12"), fc.constantFrom(...names), traits), { maxLength: 8 })
  .map((list) => list.map(([code, name, rest]) => officer(code, name, { ...rest, id: idOf(name) })));

export const spread = fc.constantFrom("least-open-work" as const, "in-turn" as const);

const residence = fc.record({
  from: fc.constantFrom(day("2015-01-01"), day("2015-01-01"), day("2026-02-10"), day("2026-03-01")),
  kind: fc.constantFrom(
    "resident" as const,
    "resident" as const,
    "protected" as const,
    "unknown" as const,
    "abroad" as const,
    "correspondence" as const,
  ),
  code: fc.constantFrom("0153", "0153", "0997", "0997", "0546", null),
  postcode: fc.option(fc.constantFrom(...postcodes)),
});

export const facts: fc.Arbitrary<RoutingFacts> = fc
  .record({
    birthDate: fc.constantFrom("2012-02-29", "2010-03-02", "2008-01-10", "2006-01-10", "2003-05-05", "2022-01-01"),
    residences: fc.array(residence, { minLength: 1, maxLength: 3 }),
    stay: fc.option(
      fc.constantFrom(...postcodes).map((postcode) => ({ postcode })),
      { freq: 2 },
    ),
    openCases: fc.array(
      fc.constantFrom(...names).map((name) => ({ officeId: "id-ENSCHEDE", officerId: idOf(name) })),
      { maxLength: 2 },
    ),
    locationId: fc.constantFrom(here, elsewhere),
    schoolId: fc.constantFrom(here, elsewhere),
    type: fc.constantFrom(...types, ""),
    isUrgent: fc.boolean(),
    letters: fc.constantFrom("", "A", "BO", "KO", "ZZ"),
    level: fc.option(fc.constantFrom("2", "3", "")),
    firstDay: dayIn(30),
    wait: fc.nat(30),
  })
  .map(({ birthDate, residences, wait, ...rest }) =>
    reportOf(birthDate, {
      ...rest,
      residences: residences.map(({ code, ...traitsOf }) => livesIn(code, traitsOf)),
      filedOn: addDays(rest.firstDay, wait),
    }),
  );

interface Desk {
  readonly rules: readonly OfficeRule[];
  readonly officers: ReturnType<typeof officer>[];
  readonly spread: "least-open-work" | "in-turn";
  readonly activeFrom: CalendarDate;
}

export const desk: fc.Arbitrary<Desk> = fc.record({ rules, officers, spread, activeFrom: dayIn(30) });

/** Half of the people are away, most of them with somebody who stands in; some are full, some leave, some are not named. */
const busyTraits = fc.record({
  protectedCases: fc.boolean(),
  openReports: fc.nat(6),
  locationIds: fc.constantFrom<string[]>([], [], [here]),
  workDays: fc.constantFrom<number[]>([], [1, 2], [5]),
  caseCap: fc.option(fc.nat(6), { nil: null, freq: 2 }),
  noNewFrom: fc.constantFrom(null, null, null, day("2026-02-01")),
  leaves: fc.array(
    fc
      .record({ started: dayIn(5), deputy: fc.option(fc.constantFrom(...names), { freq: 8 }) })
      .map(({ started, deputy }) => ({
        firstDay: started,
        lastDay: null,
        deputyId: deputy === null ? null : idOf(deputy),
      })),
    { maxLength: 2 },
  ),
  lastGivenAt: fc.constantFrom(null, "2026-01-05T09:00:00", "2026-01-06T09:00:00"),
});

const busyRules = fc
  .array(
    fc.record({
      when: fc.constantFrom<Conditions>({}, { types: [types[0] ?? ""] }, { locations: [here] }, { urgent: true }),
      named: fc.uniqueArray(fc.constantFrom(...names, "Gone"), { minLength: 1, maxLength: 2 }),
    }),
    { maxLength: 4 },
  )
  .map((list) =>
    list.map(
      ({ when, named }, at): OfficeRule => ({
        ...{ id: idOf(`rule${at}`), name: `Regel ${at}`, from: null, until: null, when },
        goesTo: { kind: "officers", officerIds: named.map(idOf) },
      }),
    ),
  );

/** An office of five at which most of a rule's people cannot take anything. */
const busyDesk: fc.Arbitrary<Desk> = fc.record({
  rules: busyRules,
  officers: fc
    .tuple(...names.map(() => busyTraits))
    .map((team) => team.map((one, at) => officer("ENSCHEDE", names[at] ?? "", { ...one, id: idOf(names[at] ?? "") }))),
  spread,
  activeFrom: fc.constant(day("2026-01-01")),
});

/** A report that reaches that office: about somebody of 14 who lives in Enschede. */
const plainFacts = fc
  .record({
    kind: fc.constantFrom("resident" as const, "resident" as const, "protected" as const),
    openCases: fc.array(
      fc.constantFrom(...names).map((name) => ({ officeId: "id-ENSCHEDE", officerId: idOf(name) })),
      { maxLength: 1 },
    ),
    locationId: fc.constantFrom(here, elsewhere),
    type: fc.constantFrom(...types),
    isUrgent: fc.boolean(),
    filedOn: dayIn(6).map((filed) => addDays(filed, 3)),
  })
  .map(({ kind, ...rest }) =>
    reportOf("2012-02-29", { ...rest, firstDay: day("2026-02-01"), residences: [livesIn("0153", { kind })] }),
  );

export const busy = fc.tuple(busyDesk, plainFacts);

/** Any office and any report, half of them where people are away, full or gone. */
export const cases = fc.oneof(fc.tuple(desk, facts), busy);

/** The rows of a small country of which Enschede was split, has rules, people and leave. */
export function rowsOf({ rules: kept, officers: team, spread: given, activeFrom }: Desk) {
  return {
    areas: [
      area("7511AA", "0153"),
      area("7511AB", "0546"),
      area("7522", "0153"),
      area("2311", "0546"),
      area("2311", "0579"),
    ],
    changes: [change("0997", "0153", "2021-01-01", "split"), change("0997", "0546", "2021-01-01", "split")],
    officers: team,
    ruleSets: [ruleSet(kept, { spread: given, activeFrom })],
  };
}

export function tableOf(given: Desk) {
  return country(rowsOf(given));
}
