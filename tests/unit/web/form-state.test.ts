import { expect, test } from "vitest";
import { z } from "zod";
import { parseInput } from "@/lib/shared/parse-input";
import { isDatabaseAway } from "@/lib/web/database-away";
import { readFields, withoutEmpty, withoutSecrets } from "@/lib/web/form-fields";
import { emptyForm, problemsFor, textOf, textsOf, wholeFormProblems } from "@/lib/web/form-state";

function form(...fields: readonly (readonly [string, string])[]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

test("everything typed comes back, a field that occurs more often as a list", () => {
  const fields = readFields(form(["reason", " spijbelt "], ["day", "1"], ["day", "2"], ["$ACTION_ID_1", "x"]));
  expect(fields).toEqual({ reason: " spijbelt ", day: ["1", "2"] });
});

test("a field may have a name that means something to an object, and is a field all the same", () => {
  const fields = readFields(form(["__proto__", "a"], ["__proto__", "b"], ["constructor", "c"]));
  expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  expect(Object.entries(fields)).toEqual([
    ["__proto__", ["a", "b"]],
    ["constructor", "c"],
  ]);
});

test.each([undefined, null, "x", 1, [], { get: "x" }])("what is no form, %j, has no fields", (sent) => {
  // An action takes what its caller sends, whatever the compiler says.
  expect(Reflect.apply(readFields, undefined, [sent])).toEqual({});
});

test("passwords and codes never come back", () => {
  const fields = readFields(form(["email", "a@b.example"], ["password", "x"], ["newPassword", "y"], ["code", "1"]));
  expect(withoutSecrets(fields)).toEqual({ email: "a@b.example" });
});

test("a field that was left empty is a field that was not given", () => {
  expect(withoutEmpty({ reason: "", name: "x" })).toEqual({ name: "x" });
});

test("a field hears of its own problems and of those of its parts", () => {
  const problems = [
    { code: "required", field: "reason", sentence: "Vul dit in." },
    { code: "too-high", field: "hours.0.day", sentence: "Te veel." },
    { code: "database-away", sentence: "Straks weer." },
  ];
  const state = { ...emptyForm, problems };
  expect(problemsFor(state, "hours")).toEqual([problems[1]]);
  expect(problemsFor(state, "hour")).toEqual([]);
  expect(wholeFormProblems(state)).toEqual([problems[2]]);
});

test("texts are read without asking whether there was one or more", () => {
  const state = { ...emptyForm, values: { a: "1", b: ["2", "3"] } };
  expect([textOf(state, "a"), textOf(state, "b"), textOf(state, "c")]).toEqual(["1", "2", ""]);
  expect([textsOf(state, "a"), textsOf(state, "b"), textsOf(state, "c")]).toEqual([["1"], ["2", "3"], []]);
});

const schema = z.strictObject({
  name: z.string().max(3),
  kind: z.enum(["a", "b"]),
  until: z.string().refine((value) => value !== "never", { error: "date-invalid" }),
});

test("what does not fit is named by a code, at its field", () => {
  expect(parseInput(schema, { name: "long", kind: "c", until: "never", extra: 1 })).toEqual({
    ok: false,
    problems: [
      { code: "too-long", field: "name", facts: { limit: 3 } },
      { code: "choice-unknown", field: "kind" },
      { code: "date-invalid", field: "until" },
      { code: "field-unknown", field: "extra" },
    ],
  });
});

test("what is missing is asked for", () => {
  const parsed = parseInput(schema, {});
  expect(parsed.ok ? [] : parsed.problems.map(({ code }) => code)).toEqual(["required", "required", "required"]);
});

test.each([
  [Object.assign(new Error("x"), { code: "ECONNREFUSED" })],
  [Object.assign(new Error("x"), { cause: { kind: "DatabaseNotReachable" } })],
  [new Error("wrapped", { cause: new Error("timeout exceeded when trying to connect") })],
  [Object.assign(new Error("x"), { cause: { originalCode: "57P01" } })],
])("a database that cannot be had is known, however deep that is said", (error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

test.each([
  [new Error("x")],
  [Object.assign(new Error("x"), { code: "P2002" })],
  ["ECONNREFUSED"],
  [null],
  [undefined],
])("%s is another failure", (error) => {
  expect(isDatabaseAway(error)).toBe(false);
});
