import { describe, expect, it } from "vitest";
import { Refusal } from "@/bin/desk/command";
import { askedColumns, type Finding, readQuestion } from "@/bin/desk/route-question";
import { findingSentence } from "@/bin/desk/route-sentences";

const whole = { student: "999990019", school: "VO:00AH/00AH07", type: "other_absence", day: "2026-03-02" };

describe("a question on the command line", () => {
  it("is filed on the first day when no other day is named", () => {
    expect(readQuestion(whole)).toEqual({
      ok: true,
      question: {
        studentNumber: "999990019",
        school: { sector: "VO", brin: "00AH", locationCode: "00AH07" },
        type: "other_absence",
        firstDay: "2026-03-02",
        filedOn: "2026-03-02",
      },
    });
    expect(readQuestion({ ...whole, filed: "" })).toEqual(readQuestion(whole));
    expect(readQuestion({ ...whole, filed: "2026-03-06" })).toMatchObject({ question: { filedOn: "2026-03-06" } });
  });

  it.each<[Finding["column"], string | undefined, Finding["code"]]>([
    ["student", undefined, "cell-missing"],
    ["student", "", "cell-missing"],
    ["student", "123456789", "student-number-invalid"],
    ["school", "00AH", "school-invalid"],
    ["type", "holiday", "type-unknown"],
    ["day", "2-3-2026", "date-invalid"],
    ["day", "2026-02-30", "date-invalid"],
    ["filed", "soon", "date-invalid"],
    ["filed", "2026-03-01", "filed-before-day"],
  ])("is refused when %s is %j", (column, text, code) => {
    expect(readQuestion({ ...whole, [column]: text })).toEqual({ ok: false, findings: [{ column, code }] });
    expect(findingSentence({ column, code })).toMatch(/^[A-Z].*\.$/);
  });

  it("hears of everything that is wrong at once", () => {
    const asked = readQuestion({});
    expect(asked.ok ? [] : asked.findings.map(({ column }) => column)).toEqual(["student", "school", "type", "day"]);
  });
});

describe("a file of questions", () => {
  it("may have its columns in any order", () => {
    const read = askedColumns(["day", "type", " student ", "school"]);
    expect(read(["2026-03-02", "other_absence", "999990019", "VO:00AH/07"])).toEqual(readQuestion(whole));
    expect(read(["2026-03-02"])).toMatchObject({ ok: false });
  });

  it("is refused by the name of a column that is unknown or missing", () => {
    const header = ["student", "school", "type", "day"];
    expect(() => askedColumns([...header, "bsn"])).toThrow(new Refusal("Onbekende kolom: bsn."));
    expect(() => askedColumns(header.slice(0, 2))).toThrow(new Refusal("Deze kolom ontbreekt: type, day."));
  });
});
