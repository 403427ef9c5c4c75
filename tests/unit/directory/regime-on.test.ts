import { describe, expect, it } from "vitest";
import { dutyOn, regimeOn, type StudentFacts } from "@/lib/directory/regime-on";
import { day } from "@/tests/unit/routing/country";

type Traits = Partial<Omit<StudentFacts, "birthDate">>;

function bornOn(birthDate: string, traits: Traits = {}): StudentFacts {
  return {
    birthDate: day(birthDate),
    basicQualificationOn: null,
    deceasedOn: null,
    enrolments: [],
    exemptions: [],
    ...traits,
  };
}

function finished(diploma: string, lastDay: string): Traits {
  return { enrolments: [{ sector: "VO", firstDay: day("2018-08-01"), lastDay: day(lastDay), diploma }] };
}

function exempt(article: string, from: string, until: string | null = null): Traits {
  return { exemptions: [{ article, from: day(from), until: until === null ? null : day(until) }] };
}

describe("the duty by age", () => {
  it.each([
    // Starts on the first of the month after the fifth birthday.
    ["2021-03-15", "2026-03-31", "none"],
    ["2021-03-15", "2026-04-01", "compulsory"],
    ["2021-03-31", "2026-04-01", "compulsory"],
    ["2021-03-01", "2026-03-31", "none"],
    ["2021-03-01", "2026-04-01", "compulsory"],
    ["2020-12-10", "2025-12-31", "none"],
    ["2020-12-10", "2026-01-01", "compulsory"],
    // Born on 29 February one is five on 1 March, so that the duty starts in April.
    ["2020-02-29", "2025-03-31", "none"],
    ["2020-02-29", "2025-04-01", "compulsory"],
    ["2020-02-28", "2025-03-01", "compulsory"],
    // Ends with the school year in which one turns 16.
    ["2009-09-10", "2025-09-10", "compulsory"],
    ["2009-09-10", "2026-07-31", "compulsory"],
    ["2009-09-10", "2026-08-01", "qualification"],
    ["2010-07-31", "2026-07-31", "compulsory"],
    ["2010-07-31", "2026-08-01", "qualification"],
    ["2010-08-01", "2026-08-01", "compulsory"],
    ["2010-08-01", "2027-07-31", "compulsory"],
    ["2010-08-01", "2027-08-01", "qualification"],
    // Ends on the eighteenth birthday.
    ["2008-05-05", "2026-05-04", "qualification"],
    ["2008-05-05", "2026-05-05", "over_18"],
    ["2008-02-29", "2026-02-28", "qualification"],
    ["2008-02-29", "2026-03-01", "over_18"],
    // 23 until the end of 2025, 27 from 2026.
    ["2002-12-31", "2025-12-30", "over_18"],
    ["2002-12-31", "2025-12-31", "none"],
    ["2002-12-31", "2026-01-01", "over_18"],
    ["2003-01-01", "2025-12-31", "over_18"],
    ["1999-01-02", "2026-01-01", "over_18"],
    ["1999-01-01", "2026-01-01", "none"],
    ["1999-05-05", "2026-05-04", "over_18"],
    ["1999-05-05", "2026-05-05", "none"],
    ["2000-02-29", "2027-02-28", "over_18"],
    ["2000-02-29", "2027-03-01", "none"],
    ["1986-10-10", "2009-10-09", "over_18"],
    ["1986-10-10", "2009-10-10", "none"],
    // Before the desk opened the same values hold.
    ["1990-01-15", "2007-01-15", "qualification"],
  ])("born %s is on %s under %s", (birthDate, on, regime) => {
    expect(regimeOn(bornOn(birthDate), day(on))).toBe(regime);
  });
});

describe("a basic qualification", () => {
  it.each([
    ["ends the qualification duty at once", "2008-09-10", "2026-01-15", "2026-01-15", "none"],
    ["is not there on the day before", "2008-09-10", "2026-01-15", "2026-01-14", "qualification"],
    ["ends the duty of who is over 18", "2005-09-10", "2026-01-15", "2026-02-01", "none"],
    ["does not end compulsory education", "2010-01-10", "2025-07-01", "2026-07-31", "compulsory"],
    ["counts once compulsory education is over", "2010-01-10", "2025-07-01", "2026-08-01", "none"],
  ])("%s", (_name, birthDate, basicQualificationOn, on, regime) => {
    const student = bornOn(birthDate, { basicQualificationOn: day(basicQualificationOn) });
    expect(regimeOn(student, day(on))).toBe(regime);
  });

  it.each(["havo", "vwo", "mbo2", "mbo3", "mbo4"])("is a diploma %s from the day after the enrolment", (diploma) => {
    const student = bornOn("2008-09-10", finished(diploma, "2026-03-31"));
    expect(regimeOn(student, day("2026-03-31"))).toBe("qualification");
    expect(regimeOn(student, day("2026-04-01"))).toBe("none");
  });

  it.each(["vmbo", "mbo1"])("is not a diploma %s", (diploma) => {
    expect(regimeOn(bornOn("2008-09-10", finished(diploma, "2026-03-31")), day("2026-04-01"))).toBe("qualification");
    expect(regimeOn(bornOn("2005-09-10", finished(diploma, "2026-03-31")), day("2026-04-01"))).toBe("over_18");
  });
});

describe("a certificate of pro or vso", () => {
  it.each(["pro_certificate", "vso_certificate"])("%s hands who is 16 or 17 to the regional point", (diploma) => {
    const student = bornOn("2010-03-10", finished(diploma, "2026-03-31"));
    expect(regimeOn(student, day("2026-03-31"))).toBe("compulsory");
    expect(regimeOn(student, day("2026-07-31"))).toBe("compulsory");
    const older = bornOn("2008-09-10", finished(diploma, "2026-03-31"));
    expect(regimeOn(older, day("2026-03-31"))).toBe("qualification");
    expect(dutyOn(older, day("2026-04-01"))).toEqual({ regime: "over_18", ground: "certificate" });
    expect(regimeOn(older, day("2035-09-10"))).toBe("none");
  });

  it.each([
    ["pro_certificate", "2008-09-10", "none"],
    ["vso_certificate", "2005-09-10", "none"],
    ["mbo1", "2005-09-10", "none"],
    ["mbo1", "2008-09-10", "qualification"],
    ["vmbo", "2005-09-10", "over_18"],
  ])("with work beside a diploma %s, born %s: %s", (diploma, birthDate, regime) => {
    const student = bornOn(birthDate, { ...finished(diploma, "2026-03-31"), ...exempt("employed", "2026-04-01") });
    expect(regimeOn(student, day("2026-05-01"))).toBe(regime);
  });

  it("counts no work that has ended", () => {
    const work = exempt("employed", "2026-04-01", "2026-04-30");
    const student = bornOn("2005-09-10", { ...finished("mbo1", "2026-03-31"), ...work });
    expect(regimeOn(student, day("2026-04-30"))).toBe("none");
    expect(regimeOn(student, day("2026-05-01"))).toBe("over_18");
  });

  it("counts no work without a certificate", () => {
    expect(regimeOn(bornOn("2005-09-10", exempt("employed", "2026-04-01")), day("2026-05-01"))).toBe("over_18");
  });
});

describe("an exemption", () => {
  it.each(["5a", "5b", "5c", "5-travelling", "15"])("by article %s holds from its first to its last day", (article) => {
    const student = bornOn("2012-09-10", exempt(article, "2026-02-01", "2026-02-28"));
    expect(regimeOn(student, day("2026-01-31"))).toBe("compulsory");
    expect(regimeOn(student, day("2026-02-01"))).toBe("none");
    expect(regimeOn(student, day("2026-02-28"))).toBe("none");
    expect(regimeOn(student, day("2026-03-01"))).toBe("compulsory");
  });

  it.each(["substitute", "employed"])("is not what %s stands for", (article) => {
    expect(regimeOn(bornOn("2012-09-10", exempt(article, "2026-02-01")), day("2026-02-10"))).toBe("compulsory");
  });

  it("says why there is no duty", () => {
    const student = bornOn("2012-09-10", exempt("5b", "2026-02-01"));
    expect(dutyOn(student, day("2026-02-10"))).toEqual({ regime: "none", ground: "exempt" });
  });
});

it("ends with the life of the student", () => {
  const student = bornOn("2012-09-10", { deceasedOn: day("2026-02-10") });
  expect(regimeOn(student, day("2026-02-09"))).toBe("compulsory");
  expect(regimeOn(student, day("2026-02-10"))).toBe("none");
});

describe("twelve full school years", () => {
  const primary = { sector: "PO", firstDay: day("2013-08-01"), lastDay: day("2021-07-31"), diploma: null };
  const secondary = { sector: "VO", firstDay: day("2021-08-23"), lastDay: null, diploma: null };

  it("end compulsory education before the school year in which one turns 16 is over", () => {
    const student = bornOn("2009-09-15", { enrolments: [primary, secondary] });
    expect(regimeOn(student, day("2025-07-31"))).toBe("compulsory");
    expect(regimeOn(student, day("2025-08-01"))).toBe("qualification");
  });

  it("do not count a year that began in the middle", () => {
    const late = { ...primary, firstDay: day("2013-10-01") };
    const student = bornOn("2009-09-15", { enrolments: [secondary, late] });
    expect(regimeOn(student, day("2025-08-01"))).toBe("compulsory");
  });

  it("are not broken by a weekend between two schools", () => {
    const before = { ...primary, lastDay: day("2020-02-14") };
    const after = { ...primary, firstDay: day("2020-02-17") };
    const student = bornOn("2009-09-15", { enrolments: [before, after, secondary] });
    expect(regimeOn(student, day("2025-08-01"))).toBe("qualification");
  });

  it("are broken by months at home", () => {
    const before = { ...primary, lastDay: day("2020-01-14") };
    const after = { ...primary, firstDay: day("2020-04-01") };
    const student = bornOn("2009-09-15", { enrolments: [before, after, secondary] });
    expect(regimeOn(student, day("2025-08-01"))).toBe("compulsory");
  });
});
