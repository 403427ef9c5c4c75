import fc from "fast-check";
import { expect, test } from "vitest";
import { newReference, readReference } from "@/lib/shared/reference";

const bytes = fc.uint8Array({ minLength: 6, maxLength: 6 });
const anyReference = fc
  .tuple(fc.integer({ min: 2024, max: 2099 }), bytes)
  .map(([year, random]) => newReference(year, random));

test("a reference is read back, also in small letters with spaces around it", () => {
  fc.assert(
    fc.property(anyReference, (reference) => {
      expect(reference).toMatch(/^V-\d{4}-[2-9A-HJ-NP-TV-Z]{7}$/);
      expect(readReference(` ${reference.toLowerCase()} `)).toBe(reference);
    }),
  );
});

test("one wrong character in a reference is noticed, in the year too", () => {
  fc.assert(
    fc.property(
      anyReference,
      fc.integer({ min: 2, max: 13 }),
      fc.constantFrom(..."23456789ABCDEFGHJKLMNPQRSTVWXYZ"),
      (reference, place, sign) => {
        fc.pre(place !== 6 && reference[place] !== sign && (place > 6 || /\d/.test(sign)));
        expect(readReference(reference.slice(0, place) + sign + reference.slice(place + 1))).toBeNull();
      },
    ),
  );
});

test("two characters in each other's place are noticed", () => {
  fc.assert(
    fc.property(anyReference, fc.integer({ min: 7, max: 11 }), (reference, place) => {
      const [one = "", other = ""] = reference.slice(place, place + 2);
      fc.pre(one !== other);
      expect(readReference(reference.slice(0, place) + other + one + reference.slice(place + 2))).toBeNull();
    }),
  );
});

test.each(["", "V-2026", "V-2026-O1IL0UU", "2026-7K4QX9M", "V-2026-7K4QX9M-1", "36 zeros", "1 OR 1=1"])(
  "%j is no reference, and no error",
  (text) => {
    expect(readReference(text)).toBeNull();
  },
);
