import fc from "fast-check";
import { expect, test } from "vitest";
import { parseStrictJson } from "@/lib/web/strict-json";

test("plain JSON is read as JSON.parse reads it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6, noUnicodeString: false }), (value) => {
      const text = JSON.stringify(value);
      const isPlain = !/"(__proto__|constructor|prototype)":/.test(text);
      const parsed = parseStrictJson(text);
      expect(parsed.ok ? parsed.value : "refused").toEqual(isPlain ? JSON.parse(text) : "refused");
    }),
  );
});

test.each([
  '{"a":1,"a":2}',
  '{"a":1,"\\u0061":2}',
  '{"x":[{"a":1},{"a":1,"b":{"c":1,"c":2}}]}',
  '{"__proto__":1}',
  '{"a":{"\\u005f_proto__":1}}',
  '{"constructor":1}',
  "[".repeat(17) + "]".repeat(17),
  "{",
  "",
  "NaN",
  "'a'",
  "{a:1}",
])("%s is refused", (text) => {
  expect(parseStrictJson(text)).toEqual({ ok: false, problems: [{ code: "json-invalid" }] });
});

test.each([
  '{"a":"{\\"a\\":1,\\"a\\":2}"}',
  '[{"a":1},{"a":1}]',
  '{"a":{"a":1}}',
  '"__proto__"',
  '{"a":"b: c","b":"a"}',
])("%s is fine", (text) => {
  expect(parseStrictJson(text).ok).toBe(true);
});

test("a quarter of a megabyte of braces in a string is read in a moment", () => {
  const began = performance.now();
  expect(parseStrictJson(JSON.stringify({ a: '{[:\\"'.repeat(40_000) })).ok).toBe(true);
  expect(parseStrictJson("[".repeat(250_000)).ok).toBe(false);
  expect(performance.now() - began).toBeLessThan(500);
});
