import { describe, expect, it } from "vitest";
import { absenceOf, type WorkTerms, whoTakes, worksOn } from "@/lib/routing/availability";
import { day } from "./country";

const today = day("2026-03-06");
const free: WorkTerms = { id: "", openReports: 0, workDays: [], caseCap: null, noNewFrom: null, leaves: [] };

function somebody(id: string, traits: Partial<WorkTerms> = {}): WorkTerms {
  return { ...free, id, ...traits };
}

function away(id: string, deputyId: string | null, first = "2026-03-01", last: string | null = null): WorkTerms {
  const lastDay = last === null ? null : day(last);
  return somebody(id, { leaves: [{ firstDay: day(first), lastDay, deputyId }] });
}

function taker(asked: string, ...team: WorkTerms[]): string | null {
  const byId = new Map(team.map((officer) => [officer.id, officer]));
  const officer = byId.get(asked);
  const taken = officer === undefined ? null : whoTakes(officer, byId, today);
  return taken === null ? null : `${taken.officer.id}${taken.standsIn ? " for another" : ""}`;
}

describe("somebody who is away", () => {
  it("without a deputy leads to nobody", () => {
    expect(taker("a", away("a", null), somebody("b"))).toBeNull();
  });

  it("has a deputy, who may have one in turn", () => {
    expect(taker("a", away("a", "b"), somebody("b"))).toBe("b for another");
    expect(taker("a", away("a", "b"), away("b", "c"), somebody("c"))).toBe("c for another");
  });

  it("leads to nobody when the chain comes back, however long it is", () => {
    expect(taker("a", away("a", "b"), away("b", "a"))).toBeNull();
    expect(taker("a", away("a", "a"))).toBeNull();
    const ring = Array.from({ length: 50 }, (_, at) => away(`${at}`, `${(at + 1) % 50}`));
    expect(taker("7", ...ring)).toBeNull();
  });

  it("is not replaced by somebody outside the team", () => {
    expect(taker("a", away("a", "stranger"))).toBeNull();
  });

  it("is not replaced by a deputy who is full or leaves", () => {
    expect(taker("a", away("a", "b"), somebody("b", { caseCap: 3, openReports: 3 }))).toBeNull();
    expect(taker("a", away("a", "b"), somebody("b", { noNewFrom: today }))).toBeNull();
  });

  it("is away on the first and the last day of it, and not beside them", () => {
    const on = (date: string) => absenceOf(away("a", null, "2026-03-04", "2026-03-06"), day(date));
    expect(["2026-03-03", "2026-03-04", "2026-03-06", "2026-03-07"].map(on)).toEqual([null, "away", "away", null]);
  });

  it("twice at once is replaced by whoever the later leave names, and else by the other", () => {
    const first = { firstDay: day("2026-03-01"), lastDay: null, deputyId: "b" };
    const second = { firstDay: day("2026-03-05"), lastDay: null, deputyId: "c" };
    const twice = somebody("a", { leaves: [first, second] });
    expect(taker("a", twice, somebody("b"), somebody("c"))).toBe("c for another");
    expect(taker("a", somebody("a", { leaves: [second, first] }), somebody("b"), away("c", null))).toBe(
      "b for another",
    );
  });
});

describe("somebody at his desk", () => {
  it("takes what is meant for him", () => {
    expect(taker("a", somebody("a"))).toBe("a");
  });

  it("gets nothing new at the cap, and something below it", () => {
    expect(absenceOf(somebody("a", { caseCap: 3, openReports: 3 }), today)).toBe("at-cap");
    expect(absenceOf(somebody("a", { caseCap: 3, openReports: 2 }), today)).toBeNull();
    expect(absenceOf(somebody("a", { caseCap: 0 }), today)).toBe("at-cap");
  });

  it("gets nothing new from the day on which that ends", () => {
    const leaving = somebody("a", { noNewFrom: today });
    expect(absenceOf(leaving, day("2026-03-05"))).toBeNull();
    expect(absenceOf(leaving, today)).toBe("leaving");
  });

  it("is not absent for working part of the week", () => {
    const mondays = somebody("a", { workDays: [1] });
    expect([worksOn(mondays, today), worksOn(mondays, day("2026-03-09"))]).toEqual([false, true]);
    expect(absenceOf(mondays, today)).toBeNull();
    expect(worksOn(somebody("b"), today)).toBe(true);
  });
});
