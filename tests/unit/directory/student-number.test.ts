import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readStudentNumber, studentNumber } from "@/lib/directory/student-number";

const bsn = "999990019";

describe("a student number", () => {
  test("with remainder 0 is a BSN, with remainder 5 an education number", () => {
    expect(readStudentNumber(bsn)).toEqual({ ok: true, kind: "bsn", number: bsn });
    const found = numbers().find((number) => remainder(number) === 5) ?? "";
    expect(readStudentNumber(found)).toEqual({ ok: true, kind: "education", number: found });
  });

  test.each([
    ["999 990 019"],
    ["9999.90.019"],
    ["  999990019\t"],
    ["９９９９９００１９"],
    ["٩٩٩٩٩٠٠١٩"],
    ["۹۹۹۹۹۰۰۱۹"],
    ["999\u00a0990\u00a0019"],
  ])("typed as %j means the same number", (text) => {
    expect(readStudentNumber(text)).toMatchObject({ ok: true, number: bsn });
  });

  test.each([
    ["99999001", "student-number-length"],
    ["1,23E+08", "student-number-excel"],
    ["9.99990019E+08", "student-number-excel"],
    ["1E8", "student-number-excel"],
    ["000000000", "student-number-invalid"],
    ["999990018", "student-number-invalid"],
    ["9999900190", "student-number-invalid"],
    ["", "student-number-invalid"],
    ["99999001x", "student-number-invalid"],
    ["999990\u200b019", "student-number-invalid"],
    ["undefined", "student-number-invalid"],
  ])("typed as %j is refused with %s", (text, code) => {
    expect(readStudentNumber(text)).toEqual({ ok: false, code });
    expect(studentNumber.safeParse(text).error?.issues[0]?.message).toBe(code);
  });

  test("is accepted exactly when its eleven-test leaves 0 or 5", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (value) => {
        const number = String(value).padStart(9, "0");
        expect(readStudentNumber(number).ok).toBe([0, 5].includes(remainder(number)));
      }),
    );
  });

  test("with one digit wrong is never taken for a number of the same kind", () => {
    fc.assert(
      fc.property(fc.constantFrom(...numbers()), fc.nat(8), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        const right = readStudentNumber(number);
        const digit = (Number(number[place]) + shift) % 10;
        const wrong = readStudentNumber(number.slice(0, place) + digit + number.slice(place + 1));
        if (right.ok && wrong.ok) expect(wrong.kind).not.toBe(right.kind);
      }),
    );
  });

  test("is never a crash, whatever was typed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 40 }),
        (text) => typeof readStudentNumber(text).ok === "boolean",
      ),
    );
  });
});

function numbers(): string[] {
  return Array.from({ length: 200 }, (_, index) => String(990_000_000 + index * 7919).padStart(9, "0"));
}

function remainder(number: string): number {
  const [a, b, c, d, e, f, g, h, i] = [...number].map(Number);
  const sum = [a, b, c, d, e, f, g, h].reduce<number>((total, digit, index) => total + (9 - index) * (digit ?? 0), 0);
  return (((sum - (i ?? 0)) % 11) + 11) % 11;
}
