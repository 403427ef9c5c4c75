import fc from "fast-check";
import { expect, test } from "vitest";
import { type Enrolment, enrolmentOn, type Life, readLife } from "@/lib/deliveries/life";
import { netLife, type Period } from "@/lib/deliveries/netting";
import { standingOn, standsSince } from "@/lib/deliveries/standing";
import { addDays, birthday, type CalendarDate, calendarDate, firstOfNextMonth } from "@/lib/shared/calendar-date";

const first = calendarDate.parse("2018-01-01");
const someDay = fc.integer({ min: 0, max: 3600 }).map((count) => addDays(first, count));
const birth = fc.integer({ min: 0, max: 9000 }).map((count) => addDays(calendarDate.parse("1996-01-01"), count));
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 2 });

const someEnrolment: fc.Arbitrary<Enrolment> = fc.record({
  sector: fc.constantFrom("PO", "SO", "VO", "MBO", "HO", "OTHER"),
  brin: fc.constantFrom("00AH", "27YU", "25LH"),
  locationCode: orNull(fc.constantFrom("00AH00", "27YU01")),
  firstDay: someDay,
  lastDay: orNull(someDay),
  programmeCode: fc.constant(null),
  level: fc.constant(null),
  exitReason: orNull(fc.constantFrom("work", "graduated")),
  diploma: orNull(fc.constantFrom("vmbo", "havo", "mbo1", "mbo2", "pro_certificate")),
});

/** Rows as a register can have them: overlapping, backwards, in any order. */
const someRows = fc.record({
  birthDate: birth,
  basicQualificationOn: fc.option(someDay, { nil: null, freq: 6 }),
  deceasedOn: fc.option(someDay, { nil: null, freq: 10 }),
  hasTwoNumbers: fc.boolean(),
  enrolments: fc.array(someEnrolment, { maxLength: 5 }),
  homes: fc.array(
    fc.record({
      from: someDay,
      municipalityCode: orNull(fc.constant("0153")),
      regionNumber: orNull(fc.constantFrom(12, 21)),
    }),
    { maxLength: 3 },
  ),
  exemptions: fc.array(
    fc.record({
      article: fc.constantFrom("5a", "15", "substitute", "employed"),
      from: someDay,
      until: orNull(someDay),
    }),
    { maxLength: 2 },
  ),
});

const month: fc.Arbitrary<Period> = fc
  .record({ year: fc.integer({ min: 2019, max: 2027 }), number: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, number }) => {
    const from = calendarDate.parse(`${year}-${String(number).padStart(2, "0")}-01`);
    return { from, until: addDays(firstOfNextMonth(from), -1) };
  });

const nextMonth = ({ until }: Period): Period => {
  const from = addDays(until, 1);
  return { from, until: addDays(firstOfNextMonth(from), -1) };
};

const regions = [12, 21] as const;
const ask = (life: Life, period: Period, regionNumber: number, deliveredOpen: boolean | null = null) =>
  netLife(life, { regionNumber, period, deliveredOpen });

test("whatever the register holds, everybody has one class at most in a region, and one region's list at most", () => {
  fc.assert(
    fc.property(someRows, month, (rows, period) => {
      const { life } = readLife(rows);
      const found = regions.map((region) => ask(life, period, region));
      expect(found.filter((one) => one?.isOpen).length).toBeLessThanOrEqual(1);
      expect(found.filter((one) => one?.wasOpen).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 400 },
  );
});

test("who is open at the end of a month is open at the beginning of the next: the balance adds up", () => {
  fc.assert(
    fc.property(fc.array(someRows, { minLength: 1, maxLength: 8 }), month, (all, period) => {
      const lives = all.map((rows) => readLife(rows).life);
      for (const region of regions) {
        const now = lives.map((life) => ask(life, period, region));
        const later = lives.map((life) => ask(life, nextMonth(period), region));
        const count = (list: typeof now, is: (one: NonNullable<(typeof now)[number]>) => boolean) =>
          list.filter((one) => one !== null && is(one)).length;
        const closing = count(now, ({ isOpen }) => isOpen);
        expect(count(later, ({ wasOpen }) => wasOpen)).toBe(closing);
        const opening = count(now, ({ wasOpen }) => wasOpen);
        const added = count(now, (one) => one.class === "new");
        const resolved = count(now, ({ wasOpen, isOpen }) => wasOpen && !isOpen);
        expect(opening + added - resolved).toBe(closing);
      }
    }),
    { numRuns: 200 },
  );
});

test("a delivery that goes on from the one before adds up with it, whatever was corrected in between", () => {
  fc.assert(
    fc.property(someRows, someRows, month, (asItWas, asItIs, period) => {
      const before = ask(readLife(asItWas).life, period, 12);
      const delivered = before?.isOpen ?? false;
      const later = ask(readLife(asItIs).life, nextMonth(period), 12, delivered);
      expect(later?.wasOpen ?? false).toBe(delivered);
    }),
    { numRuns: 400 },
  );
});

/** Said again in other words: nobody who follows education, has died, is qualified or is too old is a leaver. */
test("an early leaver is never enrolled, dead, qualified or over age", () => {
  fc.assert(
    fc.property(someRows, someDay, (rows, day) => {
      const { life } = readLife(rows);
      if (standingOn(life, day) !== "leaver") return;
      expect(enrolmentOn(life, day)).toBeNull();
      expect(life.deceasedOn === null || life.deceasedOn > day).toBe(true);
      expect(life.basicQualificationOn === null || life.basicQualificationOn > day).toBe(true);
      expect(birthday(life.birthDate, day < "2026-01-01" ? 23 : 27) > day).toBe(true);
      expect(life.enrolments.some(({ lastDay }) => lastDay !== null && lastDay < day)).toBe(true);
    }),
    { numRuns: 600 },
  );
});

test("somebody stands as he does since the day that is named, and not a day longer", () => {
  fc.assert(
    fc.property(someRows, someDay, (rows, day) => {
      const { life } = readLife(rows);
      const since = standsSince(life, day);
      const standing = standingOn(life, day);
      for (let one: CalendarDate = since; one <= day; one = addDays(one, 17)) {
        expect(standingOn(life, one)).toBe(standing);
      }
      if (since > life.birthDate) expect(standingOn(life, addDays(since, -1))).not.toBe(standing);
    }),
    { numRuns: 400 },
  );
});
