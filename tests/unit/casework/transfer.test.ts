import { describe, expect, test } from "vitest";
import { actOfSignal, readSignals, signalKinds } from "@/lib/casework/signals";
import { answerDueOn, dutiesOf, isEighteenInSight } from "@/lib/casework/transfer";
import { reasonsFor, transferReasons } from "@/lib/casework/transfer-reasons";
import { locales } from "@/lib/i18n/locale";
import { calendarDate } from "@/lib/shared/calendar-date";

const day = (text: string) => calendarDate.parse(text);

describe("the term of an answer", () => {
  test.each([
    ["a Thursday, with King's Day and 5 May between", "2026-04-23T07:15:00Z", "2026-05-11"],
    ["a Saturday, which counts as the Monday after", "2026-06-06T10:00:00Z", "2026-06-22"],
    ["late on a Sunday evening in Amsterdam", "2026-06-07T21:59:00Z", "2026-06-22"],
  ])("ten working days after %s", (_, offeredAt, dueOn) => {
    expect(answerDueOn(new Date(offeredAt))).toBe(dueOn);
  });
});

describe("for which duties another office may get a report", () => {
  const today = day("2026-04-23");

  test("only the one under which it was filed, while 18 is not in sight", () => {
    expect(dutiesOf("qualification", day("2009-01-01"), today)).toEqual(["qualification"]);
  });

  test("the regional point's too from a month before the eighteenth birthday on, and after it", () => {
    expect(dutiesOf("qualification", day("2008-05-24"), today)).toEqual(["qualification", "over_18"]);
    expect(dutiesOf("compulsory", day("2007-01-01"), today)).toEqual(["compulsory", "over_18"]);
    expect(dutiesOf("qualification", day("2008-05-25"), today)).toEqual(["qualification"]);
  });

  test("any, when a report without a duty was placed by hand", () => {
    expect(dutiesOf("none", day("2012-01-01"), today)).toEqual(["compulsory", "qualification", "over_18"]);
  });

  test("born on 29 February one turns 18 on 1 March", () => {
    expect(isEighteenInSight(day("2008-02-29"), day("2026-01-29"))).toBe(true);
    expect(isEighteenInSight(day("2008-02-29"), day("2026-01-28"))).toBe(false);
  });
});

describe("what the register says", () => {
  const stored = (kind: string, on: string, officeCode: string | null = null) => ({
    id: `${kind} ${on}`,
    kind,
    on: new Date(`${on}T00:00:00Z`),
    data: { officeCode },
  });

  test("of one kind the last word stands, and a kind of a later release is left out", () => {
    const signals = readSignals([
      stored("moved", "2026-03-01", "A"),
      stored("moved", "2026-04-01", "B"),
      stored("moved", "2026-02-01", "C"),
      stored("teleported", "2026-04-01"),
    ]);
    expect(signals).toEqual([{ id: "moved 2026-04-01", kind: "moved", on: "2026-04-01", officeCode: "B" }]);
  });

  test("who moved or turns 18 is one click from the form, filled in, and the address names no place; an exemption asks only to be seen", () => {
    const [moved, eighteen, exempt] = readSignals([
      stored("moved", "2026-04-01", "LP1"),
      stored("turns-eighteen", "2026-05-01"),
      stored("exempt", "2026-06-01"),
    ]).map((signal) => actOfSignal(signal, "V-2026-7K4QX9M"));
    expect(moved).toBe("/werkvoorraad/V-2026-7K4QX9M/overdragen?signaal=moved 2026-04-01");
    expect(moved).not.toContain("LP1");
    expect(eighteen).toContain("?signaal=");
    expect(exempt).toBeNull();
  });

  test("every kind proposes a reason that its form knows, and has words in each language", () => {
    for (const { reason, title, text } of Object.values(signalKinds)) {
      if (reason !== null) expect(reasonsFor("transfer")).toContain(reason);
      for (const locale of locales) expect(`${title[locale]} ${text[locale]}`).toContain("{day}");
    }
  });
});

test("every act between offices has its reasons, and no reason is without an act", () => {
  for (const act of ["refer", "transfer", "refuse"] as const) expect(reasonsFor(act).length).toBeGreaterThan(1);
  expect(Object.values(transferReasons).every(({ acts }) => acts.length > 0)).toBe(true);
});
